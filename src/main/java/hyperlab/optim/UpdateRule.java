package hyperlab.optim;

/**
 * How an optimizer composes a step: {@code w ← w − η·direction·scale − η·decay·w}. Its numbers are the
 * {@link StepTerms}.
 *
 * @param direction what is multiplied by the learning rate
 * @param scale what the direction is multiplied or divided by, for each coordinate
 * @param decays whether it has a decoupled weight decay
 */
public record UpdateRule(Direction direction, Scale scale, boolean decays) {
    /** Plain gradient descent. */
    public static final UpdateRule PLAIN = new UpdateRule(Direction.GRADIENT, Scale.NONE, false);

    /** The quantity that is scaled. Message keys end with the key. */
    public enum Direction {
        GRADIENT("gradient"),
        /** A sum of gradients in which older ones count less. */
        VELOCITY("velocity"),
        /** The gradient plus the share of the velocity that the next step keeps. */
        NESTEROV("nesterov"),
        /** A running mean of gradients, corrected for its bias towards 0. */
        MEAN("mean"),
        /** The same, one step ahead. */
        MEAN_AHEAD("meanAhead"),
        /** Between a running mean of earlier gradients and the gradient. */
        INTERPOLATION("interpolation");

        private final String key;

        Direction(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /** The factor or divisor of each coordinate. Message keys end with the key. */
    public enum Scale {
        /** None: the factor is 1. */
        NONE("none", false),
        /** Divides by the root of the sum of squared gradients. */
        SUM("sum", true),
        /** Divides by the root of the mean of squared gradients. */
        RMS("rms", true),
        /** Multiplies by the ratio of the sizes of recent steps and recent gradients. */
        RATIO("ratio", false),
        /** Divides by the absolute value of the direction, which leaves its sign. */
        MAGNITUDE("magnitude", true);

        private final String key;
        private final boolean divides;

        Scale(String key, boolean divides) {
            this.key = key;
            this.divides = divides;
        }

        public String key() {
            return key;
        }

        /** Whether it is explained as a divisor, 1/scale, rather than as a factor. */
        public boolean divides() {
            return divides;
        }
    }

    /** Whether earlier gradients contribute to the direction. */
    public boolean usesMomentum() {
        return direction != Direction.GRADIENT;
    }

    /** Whether each coordinate has its own scale. */
    public boolean isAdaptive() {
        return scale != Scale.NONE;
    }
}
