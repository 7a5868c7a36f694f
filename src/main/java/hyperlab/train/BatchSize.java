package hyperlab.train;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;

/**
 * The number of samples that one step averages over: an integer ≥ 1, or the whole training set ({@link #FULL}). The
 * last batch of an epoch may be smaller; its step averages over the samples it has.
 *
 * @param samples ≥ 1; {@link Integer#MAX_VALUE} means the whole training set
 */
public record BatchSize(int samples) {
    public static final BatchSize FULL = new BatchSize(Integer.MAX_VALUE);

    public BatchSize {
        if (samples < 1) {
            throw new InvalidInputException("batchSize", Rule.WHOLE_OR_FULL, samples);
        }
    }

    public boolean isFull() {
        return samples == Integer.MAX_VALUE;
    }

    /** The number of samples in a full batch when {@code available} samples exist. */
    public int effective(int available) {
        return Math.min(samples, available);
    }
}
