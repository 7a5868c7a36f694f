package hyperlab.app.sound;

/** The pitch of a loss: it falls with the logarithm of the loss, so that equal ratios are equal intervals. */
final class LossTone {
    /** The pitch of loss 1, in Hz: the C above middle C. */
    static final double LOSS_ONE = 523.25;

    static final double LOWEST = 65;
    static final double HIGHEST = 2100;

    /** A tenth of the loss is seven semitones lower, a fifth. */
    private static final double SEMITONES_PER_DECADE = 7;

    private static final double SEMITONES_PER_OCTAVE = 12;

    private LossTone() {}

    /**
     * The frequency in Hz, from {@value #LOWEST} to {@value #HIGHEST}.
     *
     * @param loss not NaN; a loss of 0 or less has the lowest pitch
     */
    static double frequency(double loss) {
        double octaves = SEMITONES_PER_DECADE / SEMITONES_PER_OCTAVE * Math.log10(Math.max(0, loss));
        return Math.max(LOWEST, Math.min(HIGHEST, LOSS_ONE * Math.pow(2, octaves)));
    }
}
