package hyperlab.batch;

/**
 * The proportion of trials that had an outcome, with the score interval of Wilson (1927, "Probable inference, the law
 * of succession, and statistical inference", JASA 22): all proportions that are consistent with the observed trials.
 * The interval stays within [0, 1] and also has a positive width at 0 and 1.
 *
 * @param hits 0 … tries
 * @param tries ≥ 1
 */
public record Share(int hits, int tries) {
    /** The 97.5th percentile of the standard normal distribution, for 95% intervals. */
    private static final double Z = 1.959963984540054;

    public Share {
        if (tries < 1 || hits < 0 || hits > tries) {
            throw new IllegalArgumentException(hits + " of " + tries);
        }
    }

    public double value() {
        return (double) hits / tries;
    }

    /** The lower end of the 95% interval. */
    public double lower() {
        return hits == 0 ? 0 : middle() - half();
    }

    /** The upper end of the 95% interval. */
    public double upper() {
        return hits == tries ? 1 : middle() + half();
    }

    private double middle() {
        return (value() + Z * Z / (2 * tries)) / (1 + Z * Z / tries);
    }

    private double half() {
        double inside = value() * (1 - value()) / tries + Z * Z / (4.0 * tries * tries);
        return Z / (1 + Z * Z / tries) * Math.sqrt(inside);
    }
}
