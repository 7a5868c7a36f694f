package hyperlab.train;

import hyperlab.rule.Refusal;

/**
 * How many samples one step averages over: a whole number ≥ 1, or the whole training part ({@link #FULL}). The last
 * batch of an epoch may be smaller and counts as its own size.
 *
 * @param samples ≥ 1; {@link Integer#MAX_VALUE} stands for the whole part
 */
public record BatchSize(int samples) {
    public static final BatchSize FULL = new BatchSize(Integer.MAX_VALUE);

    public BatchSize {
        if (samples < 1) {
            throw new Refusal("batchSize", "a whole number ≥ 1 or \"full\"", samples);
        }
    }

    public boolean isFull() {
        return samples == Integer.MAX_VALUE;
    }

    /** How many samples a batch has when {@code available} are there. */
    public int of(int available) {
        return Math.min(samples, available);
    }
}
