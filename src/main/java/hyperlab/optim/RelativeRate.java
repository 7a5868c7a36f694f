package hyperlab.optim;

/**
 * A learning rate in terms of the function that is minimized.
 *
 * @param unit what limits the rate, and so what it is proportional to
 * @param factor the rate in that unit
 */
public record RelativeRate(Unit unit, double factor) {
    /** What a good learning rate is proportional to. */
    public enum Unit {
        /** The inverse of the largest curvature: steps are proportional to the gradient. */
        INVERSE_CURVATURE,
        /** The width of the region of interest: the rate is the length of a step. */
        WIDTH,
        /** Neither: steps already have the unit of the variables. */
        NONE
    }

    /**
     * The learning rate on a function.
     *
     * @param curvature its largest curvature, &gt; 0
     * @param width the width of the region of interest, &gt; 0
     */
    public double on(double curvature, double width) {
        return switch (unit) {
            case INVERSE_CURVATURE -> factor / curvature;
            case WIDTH -> factor * width;
            case NONE -> factor;
        };
    }
}
