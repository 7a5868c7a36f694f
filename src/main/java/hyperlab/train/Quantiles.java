package hyperlab.train;

import java.util.Arrays;

/**
 * The spread of values over several runs: quartiles, minimum and maximum. The quantile q of n sorted values is at
 * position q·(n − 1), interpolated linearly between its neighbors (type 7 of Hyndman and Fan 1996, "Sample quantiles in
 * statistical packages"; the default in NumPy). NaN, such as the loss of a diverged run, sorts above every number.
 *
 * <p>The two factories differ in how they round, and in what is between a number and infinity.
 *
 * @param median the 0.5 quantile
 * @param lower the 0.25 quantile
 * @param upper the 0.75 quantile
 * @param minimum the lowest value
 * @param maximum the highest value
 */
public record Quantiles(double median, double lower, double upper, double minimum, double maximum) {
    /**
     * Computes the quantiles of losses, scores and other measurements, bit for bit like {@code numpy.quantile}: a
     * quantile is computed from its nearer neighbor, {@code high − (high − low)·(1 − f)} for f ≥ 0.5. It is NaN if its
     * nearer neighbor is infinite and the other one is not.
     *
     * @param values at least one; not modified
     */
    public static Quantiles of(double[] values) {
        return ofSorted(values, Quantiles::interpolateFromNearer);
    }

    /**
     * Computes the quantiles of numbers of steps, where infinity means "never": a quantile is
     * {@code low + (high − low)·f}, so it is infinite as soon as one of its neighbors is, and never NaN.
     *
     * @param values at least one; not modified
     * @throws IllegalArgumentException if there are no values
     */
    public static Quantiles ofPossiblyInfinite(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        return ofSorted(values, Quantiles::interpolateFromLower);
    }

    /** Interpolates between two different neighbors; 0 &lt; fraction &lt; 1. */
    @FunctionalInterface
    private interface Interpolation {
        double between(double low, double high, double fraction);
    }

    private static Quantiles ofSorted(double[] values, Interpolation interpolation) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Quantiles(
                quantile(sorted, 0.5, interpolation),
                quantile(sorted, 0.25, interpolation),
                quantile(sorted, 0.75, interpolation),
                sorted[0],
                sorted[sorted.length - 1]);
    }

    private static double quantile(double[] sorted, double q, Interpolation interpolation) {
        double position = q * (sorted.length - 1);
        int below = (int) position;
        double fraction = position - below;
        double low = sorted[below];
        double high = sorted[Math.min(below + 1, sorted.length - 1)];
        return fraction == 0 || low == high ? low : interpolation.between(low, high, fraction);
    }

    private static double interpolateFromNearer(double low, double high, double fraction) {
        return fraction < 0.5 ? low + (high - low) * fraction : high - (high - low) * (1 - fraction);
    }

    private static double interpolateFromLower(double low, double high, double fraction) {
        return low + fraction * (high - low);
    }
}
