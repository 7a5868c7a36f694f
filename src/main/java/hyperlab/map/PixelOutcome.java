package hyperlab.map;

/**
 * How the training run of a pixel ended.
 *
 * <p>A network's run has diverged if a loss or weight is not finite, as in
 * {@link hyperlab.train.TrainingOutcome.Diverged}; if the loss of a batch exceeds {@value #MAX_LOSS_RATIO} times the
 * training loss before the first step, or {@value #MAX_LOSS_RATIO} if that is below 1, which stops the run; or if the
 * training loss after the last epoch is higher than before the first step. It oscillates if it did not diverge, and, in
 * at least a quarter of the epochs of the second half of the run, the loss was more than 5 % higher than in the epoch
 * before; the loss of an epoch is the mean of its batch losses over the samples. Otherwise it has converged, which does
 * not mean that it has arrived.
 *
 * <p>A descent diverges, oscillates or converges (glides or lands) by the rules of
 * {@link hyperlab.descent.DescentBehavior}.
 *
 * <p>The network of {@link MeanFieldNetwork} has diverged if its loss is not finite or exceeds
 * {@value #MAX_LOSS_RATIO}, which stops the run, or if the mean of its last 20 losses is higher than the first. It
 * oscillates by the rule for networks, with steps instead of epochs.
 */
public enum PixelOutcome {
    CONVERGED("converged"),
    OSCILLATING("oscillating"),
    DIVERGED("diverged"),
    /** There was no run, because the values of the two axes are invalid or do not go together. */
    INVALID("invalid");

    /** A loss this many times the initial one counts as divergence. */
    public static final double MAX_LOSS_RATIO = 1e6;

    private final String fileName;

    PixelOutcome(String fileName) {
        this.fileName = fileName;
    }

    /** The name in files. */
    public String fileName() {
        return fileName;
    }
}
