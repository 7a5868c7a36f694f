package hyperlab.batch;

import java.util.Arrays;

/**
 * The median and the quartiles of several measurements, with linear interpolation between them (Hyndman and Fan 1996,
 * type 7, the default in NumPy).
 *
 * @param lower the first quartile; a quarter of the measurements is below it
 * @param median half of the measurements is below it
 * @param upper the third quartile; three quarters of the measurements are below it
 */
public record Quartiles(double lower, double median, double upper) {
    /**
     * Computes the quartiles of at least one number; infinity means "never".
     *
     * @throws IllegalArgumentException if there are no numbers
     */
    public static Quartiles of(double... numbers) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException("no numbers");
        }
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return new Quartiles(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
    }

    private static double quantile(double[] sorted, double fraction) {
        double position = fraction * (sorted.length - 1);
        int below = (int) Math.floor(position);
        double remainder = position - below;
        return remainder == 0 || sorted[below] == sorted[below + 1]
                ? sorted[below]
                : sorted[below] + remainder * (sorted[below + 1] - sorted[below]);
    }
}
