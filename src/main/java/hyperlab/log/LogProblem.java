package hyperlab.log;

/**
 * What the rules can find in the curves of a log. Thresholds without a source are Hyperlab's own. A <em>block</em> is a
 * value of the training loss; of more than 40 values, it is the mean of a twentieth of them.
 */
public enum LogProblem {
    /** A training or validation loss is not a finite number. */
    NOT_FINITE("log.notFinite"),
    /** {@link hyperlab.diagnosis.Problem#DIVERGING} without the comparison with the loss reached without features. */
    DIVERGING("log.diverging"),
    /**
     * The training loss of each block of the latest quarter is more than 1.2 times the lowest, and more than a fifth of
     * the first.
     */
    RISING("log.rising"),
    /**
     * {@link hyperlab.diagnosis.Problem#TOO_SLOW}, for the training as long as it was. If the learning rate is logged,
     * its sum takes the place of the epochs, so that a schedule that lowers the rate does not hide the problem.
     */
    TOO_SLOW("log.tooSlow"),
    /** The highest and the lowest block of the training loss differ by at most 2 % of their mean. */
    FLAT("log.flat"),
    /**
     * Of the latest blocks, at least half of all, the highest and the lowest differ by at most 2 % of their mean, and
     * the training loss falls there by at most a twentieth of the whole decrease.
     */
    PLATEAU("log.plateau"),
    /** {@link hyperlab.diagnosis.Problem#OVERFIT}. */
    OVERFIT("log.overfit"),
    /** {@link hyperlab.diagnosis.Problem#NOISY_BATCH} without the gradient noise scale. */
    NOISY("log.noisy"),
    /**
     * A training loss is more than twice the median of the five values before and the five after it, lies more than ten
     * median absolute deviations above that median, and the median after it is at most 1.2 times the one before.
     */
    SPIKE("log.spike"),
    /** The epochs or steps go back. */
    RESTART("log.restart"),
    /** The learning rate at least doubles between two values after it had fallen below half of its maximum. */
    RATE_RESTART("log.rateRestart"),
    /** What the log cannot show. */
    LIMITS("log.limits");

    private final String key;

    LogProblem(String key) {
        this.key = key;
    }

    /** The message key. */
    public String key() {
        return key;
    }
}
