package hyperlab.data;

import hyperlab.random.RandomStream;

/**
 * An iterator that splits each epoch's order of the training rows into mini-batches. The size may change from batch to
 * batch; the last batch of an epoch contains what remains. Not thread-safe.
 */
public final class MiniBatches {
    private final int[] order;
    private final RandomStream stream;
    private boolean shuffle;
    private int nextOffset;
    private int offset;

    /**
     * @param rows the number of training rows
     * @param shuffle whether each epoch draws a new order; otherwise the order is 0, 1, …
     * @param stream the random stream that orders are drawn from
     */
    public MiniBatches(int rows, boolean shuffle, RandomStream stream) {
        this.order = new int[rows];
        resetOrder();
        this.shuffle = shuffle;
        this.stream = stream;
        this.nextOffset = rows;
    }

    /**
     * Resumes between two epochs from a saved state.
     *
     * @param shuffle as above, for the remaining epochs
     */
    public MiniBatches(MiniBatchesState state, boolean shuffle) {
        this.order = state.order.clone();
        this.shuffle = shuffle;
        this.stream = RandomStream.fromState(state.stream);
        this.nextOffset = order.length;
    }

    /**
     * Everything that determines the remaining epochs, saved between two epochs.
     *
     * @param order the order of the latest epoch; must not be changed
     * @param stream the state of the random stream that orders are drawn from
     */
    public record MiniBatchesState(int[] order, long stream) {}

    /** Returns a copy of the current state, which determines the next epoch. */
    public MiniBatchesState state() {
        return new MiniBatchesState(order.clone(), stream.state());
    }

    /** Sets whether each epoch from the next one on draws a new order. */
    public void setShuffle(boolean newShuffle) {
        shuffle = newShuffle;
    }

    /** Begins a new epoch and skips the rest of the current one. */
    public void startEpoch() {
        if (shuffle) {
            stream.shuffle(order);
        } else {
            resetOrder();
        }
        nextOffset = 0;
    }

    private void resetOrder() {
        for (int row = 0; row < order.length; row++) {
            order[row] = row;
        }
    }

    /** Whether the epoch has rows left. */
    public boolean hasNext() {
        return nextOffset < order.length;
    }

    /**
     * Advances to the next batch of at most {@code size} rows.
     *
     * @return the number of rows in the batch, which starts at {@code order()[offset()]}; 0 at the end of the epoch
     */
    public int next(int size) {
        offset = nextOffset;
        int count = Math.min(size, order.length - nextOffset);
        nextOffset += count;
        return count;
    }

    /** Goes back to before the current batch. */
    public void back() {
        nextOffset = offset;
    }

    /** The start of the current batch in {@link #order()}. */
    public int offset() {
        return offset;
    }

    /** The order of the rows in this epoch; must not be changed. */
    public int[] order() {
        return order;
    }
}
