package hyperlab.batch;

import hyperlab.data.MiniBatches;
import hyperlab.random.RandomStream;

/**
 * The order of the samples in each epoch of mini-batch SGD, drawn from the stream {@code shuffle} of the seed, as in
 * network training. A request for an earlier epoch starts again from the first one. Not thread-safe.
 */
public final class EpochOrders {
    private static final String STREAM_NAME = "shuffle";

    private final int samples;
    private final boolean shuffle;
    private final long seed;
    private MiniBatches batches;
    private int epoch = -1;

    public EpochOrders(int samples, boolean shuffle, long seed) {
        this.samples = samples;
        this.shuffle = shuffle;
        this.seed = seed;
        batches = createBatches();
    }

    /**
     * Returns the order of epoch {@code wanted}, counted from 0. The array must not be changed and is valid until the
     * next call.
     */
    public int[] order(int requestedEpoch) {
        if (requestedEpoch < epoch) {
            batches = createBatches();
            epoch = -1;
        }
        while (epoch < requestedEpoch) {
            batches.startEpoch();
            epoch++;
        }
        return batches.order();
    }

    private MiniBatches createBatches() {
        return new MiniBatches(samples, shuffle, RandomStream.named(seed, STREAM_NAME));
    }
}
