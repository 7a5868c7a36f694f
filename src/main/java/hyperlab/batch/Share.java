package hyperlab.batch;

/**
 * How many of so many tries had an outcome, with the interval of Wilson (1927, "Probable inference, the law of succession,
 * and statistical inference", JASA 22): all shares that the tries are no surprise under. It stays within [0, 1] and has a
 * width at 0 and at 1 too.
 *
 * @param hits 0 … tries
 * @param tries ≥ 1
 */
public record Share(int hits, int tries) {
    /** The standard normal's 97.5th percentile: intervals of 95 %. */
    private static final double Z = 1.959963984540054;

    public Share {
        if (tries < 1 || hits < 0 || hits > tries) {
            throw new IllegalArgumentException(hits + " of " + tries);
        }
    }

    public double value() {
        return (double) hits / tries;
    }

    /** The lower end of the 95 % interval. */
    public double lower() {
        return hits == 0 ? 0 : middle() - half();
    }

    /** The upper end of the 95 % interval. */
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
