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
 * @param scaling whether the rate grows with the batch size, {@code η·B/B₀} (Goyal et al. 2017, "Accurate, Large
 *     Minibatch SGD", linear scaling rule)
 * @param scaledFrom B₀, the batch size that η is meant for, 1 … {@value #LARGEST}
 */
public record BatchSettings(
        BatchSize batchSize, boolean shuffle, boolean dropLast, double learningRate, boolean scaling, int scaledFrom) {
    public static final int LARGEST = 1_000_000;
    public static final BatchSettings DEFAULT = new BatchSettings(new BatchSize(32), true, false, 0.2, false, 32);

    public BatchSettings {
        Checks.positive("learningRate", learningRate);
        Checks.wholeWithin("scaledFrom", scaledFrom, 1, LARGEST);
    }

    public BatchSettings withBatchSize(BatchSize newSize) {
        return new BatchSettings(newSize, shuffle, dropLast, learningRate, scaling, scaledFrom);
    }

    public BatchSettings withShuffle(boolean newShuffle) {
        return new BatchSettings(batchSize, newShuffle, dropLast, learningRate, scaling, scaledFrom);
    }

    public BatchSettings withDropLast(boolean newDropLast) {
        return new BatchSettings(batchSize, shuffle, newDropLast, learningRate, scaling, scaledFrom);
    }

    public BatchSettings withLearningRate(double newRate) {
        return new BatchSettings(batchSize, shuffle, dropLast, newRate, scaling, scaledFrom);
    }

    public BatchSettings withScaling(boolean newScaling, int newScaledFrom) {
        return new BatchSettings(batchSize, shuffle, dropLast, learningRate, newScaling, newScaledFrom);
    }

    /** The learning rate for batches of {@code samples} samples. */
    public double rate(int samples) {
        return scaling ? learningRate * samples / scaledFrom : learningRate;
    }

    /** How an epoch of {@code samples} samples is split into batches. */
    public EpochCut cut(int samples) {
        return new EpochCut(samples, batchSize.effective(samples), dropLast);
    }
}
