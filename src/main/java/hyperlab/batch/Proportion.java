package hyperlab.batch;

/**
 * The proportion of trials that had an outcome, with the score interval of Wilson (1927, "Probable inference, the law
 * of succession, and statistical inference", JASA 22): all proportions that are consistent with the observed trials.
 * The interval stays within [0, 1] and also has a positive width at 0 and 1.
 *
 * @param successes 0 … tries
 * @param trials ≥ 1
 */
public record Proportion(int successes, int trials) {
    /** The 97.5th percentile of the standard normal distribution, for 95% intervals. */
    private static final double Z = 1.959963984540054;

    public Proportion {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " of " + trials);
        }
    }

    public double value() {
        return (double) successes / trials;
    }

    /** The lower end of the 95% interval. */
    public double lower() {
        return successes == 0 ? 0 : intervalCenter() - intervalHalfWidth();
    }

    /** The upper end of the 95% interval. */
    public double upper() {
        return successes == trials ? 1 : intervalCenter() + intervalHalfWidth();
    }

    private double intervalCenter() {
        return (value() + Z * Z / (2 * trials)) / (1 + Z * Z / trials);
    }

    private double intervalHalfWidth() {
        double inside = value() * (1 - value()) / trials + Z * Z / (4.0 * trials * trials);
        return Z / (1 + Z * Z / trials) * Math.sqrt(inside);
    }
}
