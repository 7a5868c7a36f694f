package hyperlab.batch;

import hyperlab.rule.Checks;
import hyperlab.train.BatchSize;

/**
 * The mini-batch settings for training the two weights.
 *
 * @param batchSize B, the number of samples that a step averages over
 * @param shuffle whether each epoch draws a new order of the samples
 * @param dropLast whether the last batch of an epoch is dropped if it is smaller than B
 * @param learningRate η, finite and &gt; 0
 * @param linearScaling whether the rate grows with the batch size, {@code η·B/B₀} (Goyal et al. 2017, "Accurate, Large
 *     Minibatch SGD", linear scaling rule)
 * @param referenceBatchSize B₀, the batch size that η is meant for, 1 … {@value #MAX_BATCH_SIZE}
 */
public record BatchSettings(
        BatchSize batchSize,
        boolean shuffle,
        boolean dropLast,
        double learningRate,
        boolean linearScaling,
        int referenceBatchSize) {
    public static final int MAX_BATCH_SIZE = 1_000_000;
    public static final BatchSettings DEFAULT = new BatchSettings(new BatchSize(32), true, false, 0.2, false, 32);

    public BatchSettings {
        Checks.positive("learningRate", learningRate);
        Checks.wholeWithin("scaledFrom", referenceBatchSize, 1, MAX_BATCH_SIZE);
    }

    public BatchSettings withBatchSize(BatchSize newSize) {
        return new BatchSettings(newSize, shuffle, dropLast, learningRate, linearScaling, referenceBatchSize);
    }

    public BatchSettings withShuffle(boolean newShuffle) {
        return new BatchSettings(batchSize, newShuffle, dropLast, learningRate, linearScaling, referenceBatchSize);
    }

    public BatchSettings withDropLast(boolean newDropLast) {
        return new BatchSettings(batchSize, shuffle, newDropLast, learningRate, linearScaling, referenceBatchSize);
    }

    public BatchSettings withLearningRate(double newRate) {
        return new BatchSettings(batchSize, shuffle, dropLast, newRate, linearScaling, referenceBatchSize);
    }

    public BatchSettings withScaling(boolean newLinearScaling, int newReferenceBatchSize) {
        return new BatchSettings(batchSize, shuffle, dropLast, learningRate, newLinearScaling, newReferenceBatchSize);
    }

    /** The learning rate for batches of {@code samples} samples. */
    public double rateFor(int samples) {
        return linearScaling ? learningRate * samples / referenceBatchSize : learningRate;
    }

    /** How an epoch of {@code samples} samples is split into batches. */
    public EpochBatches epochBatches(int samples) {
        return new EpochBatches(samples, batchSize.effective(samples), dropLast);
    }
}
