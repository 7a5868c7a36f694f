package hyperlab.batch;

/**
 * How an epoch of N samples is cut into batches of B: {@code ⌈N/B⌉} of them, the last of which may be smaller, or, where a
 * smaller last one is left out, {@code ⌊N/B⌋}. So N is about steps × B: an epoch is one pass over the data, not the
 * product of anything with a number of epochs.
 *
 * @param samples N, ≥ 1
 * @param batch B, 1 … N
 * @param dropLast whether a smaller last batch is left out
 */
public record EpochCut(int samples, int batch, boolean dropLast) {
    public EpochCut {
        if (batch < 1 || batch > samples) {
            throw new IllegalArgumentException("1 to " + samples + " samples a batch, got " + batch);
        }
    }

    /** Steps of an epoch. */
    public int steps() {
        return dropLast ? samples / batch : (samples + batch - 1) / batch;
    }

    /** Samples of batch {@code index} of an epoch, from 0. */
    public int size(int index) {
        return Math.min(batch, samples - index * batch);
    }

    /** Samples that an epoch leaves out: those of a smaller last batch that is dropped. */
    public int left() {
        return dropLast ? samples % batch : 0;
    }

    /** Samples that {@code steps} steps have used. */
    public long samplesAfter(int steps) {
        int within = steps % steps();
        return (long) (steps / steps()) * (samples - left()) + (long) within * batch;
    }

    /** The most whole steps that use at most {@code used} samples. */
    public int stepsWithin(long used) {
        long epochs = used / (samples - left());
        long rest = used - epochs * (samples - left());
        return (int) (epochs * steps() + rest / batch);
    }
}
