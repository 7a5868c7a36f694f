package hyperlab.batch;

/**
 * How an epoch of N samples is split into batches of B: {@code ⌈N/B⌉} batches, the last of which may be smaller, or
 * {@code ⌊N/B⌋} if a smaller last batch is dropped. So N ≈ steps × B: an epoch is one pass over the data, however many
 * epochs there are.
 *
 * @param samples N, ≥ 1
 * @param batch B, 1 … N
 * @param dropLast whether a smaller last batch is dropped
 */
public record EpochCut(int samples, int batch, boolean dropLast) {
    public EpochCut {
        if (batch < 1 || batch > samples) {
            throw new IllegalArgumentException("1 to " + samples + " samples a batch, got " + batch);
        }
    }

    /** The number of steps in an epoch. */
    public int steps() {
        return dropLast ? samples / batch : (samples + batch - 1) / batch;
    }

    /** The number of samples in batch {@code index} of an epoch; the first index is 0. */
    public int size(int index) {
        return Math.min(batch, samples - index * batch);
    }

    /** The number of samples that an epoch skips because a smaller last batch is dropped. */
    public int left() {
        return dropLast ? samples % batch : 0;
    }

    /** The number of samples that {@code steps} steps use. */
    public long samplesAfter(int steps) {
        int within = steps % steps();
        return (long) (steps / steps()) * (samples - left()) + (long) within * batch;
    }

    /** The largest number of complete steps that use at most {@code used} samples. */
    public int stepsWithin(long used) {
        long epochs = used / (samples - left());
        long rest = used - epochs * (samples - left());
        return (int) (epochs * steps() + rest / batch);
    }
}
