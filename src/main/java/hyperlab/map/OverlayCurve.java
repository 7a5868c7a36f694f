package hyperlab.map;

/**
 * A curve over a map, in the values of its axes.
 *
 * @param kind what the curve shows
 * @param constant the number in its label: 2/λ, or η/B; 0 if it has none
 * @param xs the x values, in order along the curve; not modified
 * @param ys the y values; not modified
 */
public record OverlayCurve(Kind kind, double constant, double[] xs, double[] ys) {
    /** What a curve shows. */
    public enum Kind {
        /** η = 2(1 + μ)/λ: from here on, the descent diverges. */
        DIVERGENCE,
        /** η = (1 − √μ)²/λ: critical damping. */
        CRITICAL_DAMPING,
        /** η = (1 + √μ)²/λ: from here on, the roots are real again, and the descent changes sides at each step. */
        OVERSHOOT,
        /** η = 2/λ with the largest eigenvalue λ of the Hessian at the start. */
        TWO_OVER_SHARPNESS,
        /** η/B is constant. */
        CONSTANT_RATIO
    }

    /** The number of points. */
    public int size() {
        return xs.length;
    }

    /** The x value of a point. */
    public double x(int index) {
        return xs[index];
    }

    /** The y value of a point. */
    public double y(int index) {
        return ys[index];
    }
}
