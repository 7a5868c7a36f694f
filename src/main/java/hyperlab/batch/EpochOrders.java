package hyperlab.batch;

import hyperlab.data.MiniBatches;
import hyperlab.random.RandomStream;

/**
 * The order of the samples in each epoch, as a walk by mini-batches meets them: the stream {@code shuffle} of the seed,
 * as in a training. Going back begins anew. Belongs to one thread.
 */
public final class EpochOrders {
    private static final String STREAM = "shuffle";

    private final int samples;
    private final boolean shuffle;
    private final long seed;
    private MiniBatches batches;
    private int epoch = -1;

    public EpochOrders(int samples, boolean shuffle, long seed) {
        this.samples = samples;
        this.shuffle = shuffle;
        this.seed = seed;
        batches = start();
    }

    /** The order of an epoch, from 0; not to be changed, and good until another is asked for. */
    public int[] of(int wanted) {
        if (wanted < epoch) {
            batches = start();
            epoch = -1;
        }
        while (epoch < wanted) {
            batches.startEpoch();
            epoch++;
        }
        return batches.order();
    }

    private MiniBatches start() {
        return new MiniBatches(samples, shuffle, RandomStream.named(seed, STREAM));
    }
}
