package hyperlab.nn;

import hyperlab.nn.kernel.StandardNormal;
import java.util.ArrayList;
import java.util.List;

/**
 * Properties of an activation function, derived from its formula.
 *
 * @param lowerBound greatest lower bound of its values; −∞ if there is none
 * @param upperBound least upper bound of its values; ∞ if there is none
 * @param lowerBoundAttained whether {@code lowest} is attained
 * @param upperBoundAttained whether {@code highest} is attained
 * @param oddSymmetric whether f(−x) = −f(x), so that outputs are centered on zero
 * @param kinks where f′ jumps, ascending
 * @param learned whether training changes the function
 */
public record ActivationShape(
        double lowerBound,
        double upperBound,
        boolean lowerBoundAttained,
        boolean upperBoundAttained,
        boolean oddSymmetric,
        List<Double> kinks,
        boolean learned) {
    private static final double UNBOUNDED = Double.POSITIVE_INFINITY;

    /** Every function here is monotone beyond ±30. */
    private static final double MONOTONE_LIMIT = 30;

    private static final int MONOTONE_STEPS = 3_000;
    private static final double MIN_INTERVAL = 1e-12;
    private static final double MEAN_LIMIT = 10;
    private static final int MEAN_STEPS = 4_000;

    public ActivationShape {
        kinks = List.copyOf(kinks);
    }

    /**
     * Whether f′ is exactly 0 on the left, as for ReLU, so that a unit can die there. Other functions only approach 0.
     * Checked at x = −1.
     */
    public static boolean canDie(Activation activation) {
        return activation.derivative(-1) == 0;
    }

    static ActivationShape smooth(double lowerBound, double upperBound, boolean odd) {
        return new ActivationShape(lowerBound, upperBound, false, false, odd, List.of(), false);
    }

    static ActivationShape withMinimum(double lowerBound) {
        return new ActivationShape(lowerBound, UNBOUNDED, true, false, false, List.of(), false);
    }

    /** The shape of x for x &gt; 0, slope·x for x ≤ 0: bounded below by 0 unless the slope is positive. */
    static ActivationShape leakyRelu(double slope, boolean learned) {
        boolean bounded = slope <= 0;
        List<Double> kinks = slope == 1 ? List.of() : List.of(0.0);
        return new ActivationShape(bounded ? 0 : -UNBOUNDED, UNBOUNDED, bounded, false, slope == 1, kinks, learned);
    }

    /** The shape of a function that approaches its lower bound on the left, possibly with a kink at 0. */
    static ActivationShape elu(double lowerBound, boolean hasKink) {
        List<Double> kinks = hasKink ? List.of(0.0) : List.of();
        return new ActivationShape(lowerBound, UNBOUNDED, false, false, false, kinks, false);
    }

    /** Whether the values have both a lower and an upper bound, so that f′ vanishes on both sides. */
    public boolean isBounded() {
        return lowerBound > -UNBOUNDED && upperBound < UNBOUNDED;
    }

    /**
     * Whether f never decreases: f′ ≥ 0 at 6,001 evenly spaced points in ±30, which include points on both sides of
     * every kink.
     */
    public static boolean isMonotone(Activation activation) {
        for (int i = -MONOTONE_STEPS; i <= MONOTONE_STEPS; i++) {
            if (activation.derivative(MONOTONE_LIMIT * i / MONOTONE_STEPS) < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The least upper bound of |f′|: the most by which the function itself can multiply a gradient. Searched on ±30, on
     * both sides of every kink, with the maximum between grid points refined; the error is below 1e-9. For a function
     * whose shape is learned, it holds before training.
     */
    public static double largestSlope(Activation activation) {
        double largest = 0;
        double at = 0;
        for (int i = -MONOTONE_STEPS; i <= MONOTONE_STEPS; i++) {
            double x = MONOTONE_LIMIT * i / MONOTONE_STEPS;
            double slope = Math.abs(activation.derivative(x));
            if (slope > largest) {
                largest = slope;
                at = x;
            }
        }
        double half = MONOTONE_LIMIT / MONOTONE_STEPS;
        while (half > MIN_INTERVAL) {
            half /= 2;
            for (double x : new double[] {at - half, at + half}) {
                double slope = Math.abs(activation.derivative(x));
                if (slope > largest) {
                    largest = slope;
                    at = x;
                }
            }
        }
        return largest;
    }

    /**
     * The mean output for standard normal inputs, E f(X), which is 0 if the outputs are centered on zero. Computed with
     * Simpson's rule on ±{@value #MEAN_LIMIT}; the error is about 1e-6 for functions with kinks and within rounding
     * otherwise.
     */
    public static double meanOutput(Activation activation) {
        double step = 2 * MEAN_LIMIT / MEAN_STEPS;
        double sum = 0;
        for (int i = 0; i <= MEAN_STEPS; i++) {
            double x = -MEAN_LIMIT + step * i;
            double weight = i == 0 || i == MEAN_STEPS ? 1 : i % 2 == 0 ? 2 : 4;
            sum += weight * StandardNormal.density(x) * activation.value(x);
        }
        return sum * step / 3;
    }

    /**
     * The parts of [from, to] where |f′| is less than {@code share} times the largest |f′| in that range. A unit passes
     * on little gradient there; this includes the minimum of a dip as well as the tails. Evaluated at {@code points}
     * evenly spaced points, so the ends are accurate to one spacing.
     *
     * @return pairs of left and right ends, ascending
     */
    public static List<double[]> saturatedIntervals(
            Activation activation, double from, double to, double share, int points) {
        double[] slopes = new double[points];
        double largest = 0;
        for (int i = 0; i < points; i++) {
            slopes[i] = Math.abs(activation.derivative(from + (to - from) * i / (points - 1)));
            largest = Math.max(largest, slopes[i]);
        }
        List<double[]> intervals = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= points; i++) {
            boolean saturated = i < points && slopes[i] < share * largest;
            if (saturated && start < 0) {
                start = i;
            } else if (!saturated && start >= 0) {
                intervals.add(new double[] {
                    from + (to - from) * start / (points - 1), from + (to - from) * (i - 1) / (points - 1)
                });
                start = -1;
            }
        }
        return intervals;
    }
}
