package hyperlab.train;

import java.util.Arrays;

/**
 * The spread of values over several runs. The quantile q of n sorted values is at position q·(n − 1), interpolated
 * linearly between its neighbors (type 7 of Hyndman and Fan 1996, "Sample quantiles in statistical packages"; the
 * default in NumPy). NaN, such as the loss of a diverged run, sorts above every number.
 *
 * @param median the 0.5 quantile
 * @param lower the 0.25 quantile
 * @param upper the 0.75 quantile
 * @param minimum the lowest value
 * @param maximum the highest value
 */
public record Quantiles(double median, double lower, double upper, double minimum, double maximum) {
    /** Computes the spread of at least one value. Does not modify the array. */
    public static Quantiles of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Quantiles(
                quantile(sorted, 0.5),
                quantile(sorted, 0.25),
                quantile(sorted, 0.75),
                sorted[0],
                sorted[sorted.length - 1]);
    }

    private static double quantile(double[] sorted, double q) {
        double position = q * (sorted.length - 1);
        int below = (int) position;
        double fraction = position - below;
        double low = sorted[below];
        double high = sorted[Math.min(below + 1, sorted.length - 1)];
        if (fraction == 0 || low == high) {
            return low;
        }
        // Interpolate from the nearer end, as NumPy does, so that rounding is the same
        return fraction < 0.5 ? low + (high - low) * fraction : high - (high - low) * (1 - fraction);
    }
}
