package hyperlab.data;

import hyperlab.random.RandomStream;

/**
 * A cursor that cuts each epoch's order of the training rows into mini-batches. The size may change from batch to batch;
 * the last one of an epoch is what remains. Belongs to one thread.
 */
public final class MiniBatches {
    private final int[] order;
    private final RandomStream stream;
    private boolean shuffle;
    private int next;
    private int offset;

    /**
     * @param rows how many training rows there are
     * @param shuffle whether each epoch draws a new order; otherwise it is 0, 1, …
     * @param stream what orders are drawn from
     */
    public MiniBatches(int rows, boolean shuffle, RandomStream stream) {
        this.order = new int[rows];
        inOrder();
        this.shuffle = shuffle;
        this.stream = stream;
        this.next = rows;
    }

    /**
     * Goes on between two epochs, as the batches did that {@code state} was taken from.
     *
     * @param shuffle as above, for the epochs to come
     */
    public MiniBatches(State state, boolean shuffle) {
        this.order = state.order.clone();
        this.shuffle = shuffle;
        this.stream = RandomStream.resumed(state.stream);
        this.next = order.length;
    }

    /**
     * All that decides the epochs to come, between two of them.
     *
     * @param order of the latest epoch; not to be changed
     * @param stream the state of what orders are drawn from
     */
    public record State(int[] order, long stream) {}

    /** What the next epoch follows from, as it is now. */
    public State state() {
        return new State(order.clone(), stream.state());
    }

    /** Whether the epochs from the next one on draw new orders. */
    public void shuffle(boolean newShuffle) {
        shuffle = newShuffle;
    }

    /** Begins an epoch, whatever remained of the last one. */
    public void startEpoch() {
        if (shuffle) {
            stream.shuffle(order);
        } else {
            inOrder();
        }
        next = 0;
    }

    private void inOrder() {
        for (int row = 0; row < order.length; row++) {
            order[row] = row;
        }
    }

    /** Whether the epoch has rows left. */
    public boolean hasNext() {
        return next < order.length;
    }

    /**
     * Goes on by one batch of at most {@code size} rows.
     *
     * @return how many rows it has: {@code order()[offset()]} and those after it; 0 where the epoch has ended
     */
    public int next(int size) {
        offset = next;
        int count = Math.min(size, order.length - next);
        next += count;
        return count;
    }

    /** Where the newest batch begins in {@link #order()}. */
    public int offset() {
        return offset;
    }

    /** The epoch's order of rows; not to be changed. */
    public int[] order() {
        return order;
    }
}
