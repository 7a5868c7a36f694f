package hyperlab.map;

/** The rule by which {@link PixelOutcome} tells oscillating runs from converging ones. */
final class OscillationRule {
    /** A loss that is this many times the one before has risen. */
    static final double RISE = 1.05;
    /** At least one in this many losses of the second half must have risen. */
    static final int RISES_ONE_IN = 4;
    /** Shorter second halves are not judged. */
    static final int MIN_LOSSES = 4;

    private OscillationRule() {}

    /** Whether the losses of the second half, from {@code length}/2 on, rise often enough. */
    static boolean applies(double[] losses, int length) {
        int from = Math.max(1, length / 2);
        int judged = length - from;
        int rises = 0;
        for (int i = from; i < length; i++) {
            rises += losses[i] > RISE * losses[i - 1] ? 1 : 0;
        }
        return judged >= MIN_LOSSES && RISES_ONE_IN * rises >= judged;
    }
}
