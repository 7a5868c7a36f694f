package hyperlab.batch;

/**
 * How an epoch of N samples is split into batches of B: {@code ⌈N/B⌉} batches, the last of which may be smaller, or
 * {@code ⌊N/B⌋} if a smaller last batch is dropped. So N ≈ steps × B: an epoch is one pass over the data, however many
 * epochs there are.
 *
 * @param samples N, ≥ 1
 * @param batchSize B, 1 … N
 * @param dropLast whether a smaller last batch is dropped
 */
public record EpochBatches(int samples, int batchSize, boolean dropLast) {
    public EpochBatches {
        if (batchSize < 1 || batchSize > samples) {
            throw new IllegalArgumentException("1 to " + samples + " samples a batch, got " + batchSize);
        }
    }

    /** The number of steps in an epoch. */
    public int steps() {
        return dropLast ? samples / batchSize : (samples + batchSize - 1) / batchSize;
    }

    /** The number of samples in batch {@code index} of an epoch; the first index is 0. */
    public int sizeOf(int index) {
        return Math.min(batchSize, samples - index * batchSize);
    }

    /** The number of samples that an epoch skips because a smaller last batch is dropped. */
    public int droppedSamples() {
        return dropLast ? samples % batchSize : 0;
    }

    /** The number of samples that {@code steps} steps use. */
    public long samplesAfter(int steps) {
        int stepsIntoEpoch = steps % steps();
        return (long) (steps / steps()) * (samples - droppedSamples()) + (long) stepsIntoEpoch * batchSize;
    }

    /** The largest number of complete steps that use at most {@code used} samples. */
    public int stepsWithin(long usedSamples) {
        long epochs = usedSamples / (samples - droppedSamples());
        long remainingSamples = usedSamples - epochs * (samples - droppedSamples());
        return (int) (epochs * steps() + remainingSamples / batchSize);
    }
}
