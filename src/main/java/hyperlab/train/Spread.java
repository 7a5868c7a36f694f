package hyperlab.train;

import java.util.Arrays;

/**
 * How values of several runs are spread. A quantile q of n values in order lies at place q·(n − 1), linearly between its
 * neighbours (type 7 of Hyndman and Fan 1996, "Sample quantiles in statistical packages", and the default of NumPy). NaN,
 * as the loss of a run that went astray, counts as above every number.
 *
 * @param median the quantile ½
 * @param lower the quantile ¼
 * @param upper the quantile ¾
 * @param minimum the lowest
 * @param maximum the highest
 */
public record Spread(double median, double lower, double upper, double minimum, double maximum) {
    /** Of at least one value; the array stays as it is. */
    public static Spread of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Spread(
                quantile(sorted, 0.5),
                quantile(sorted, 0.25),
                quantile(sorted, 0.75),
                sorted[0],
                sorted[sorted.length - 1]);
    }

    private static double quantile(double[] sorted, double q) {
        double place = q * (sorted.length - 1);
        int below = (int) place;
        double share = place - below;
        double low = sorted[below];
        double high = sorted[Math.min(below + 1, sorted.length - 1)];
        if (share == 0 || low == high) {
            return low;
        }
        // From the nearer end, as NumPy does, so that rounding is the same
        return share < 0.5 ? low + (high - low) * share : high - (high - low) * (1 - share);
    }
}
