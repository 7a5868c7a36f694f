package hyperlab.batch;

/**
 * A variance as it was measured, with its 95 % interval. For draws from a normal distribution {@code ν·s²/σ²} follows
 * χ² with ν degrees of freedom, whose quantiles are those of Wilson and Hilferty (1931, "The distribution of
 * chi-square", PNAS 17), within 1 % from ν = 9 on and within 0.3 % from ν = 19 on.
 *
 * @param value s²
 * @param lower the interval's lower end
 * @param upper the interval's upper end; infinite for draws too few to bound it
 */
public record VarianceEstimate(double value, double lower, double upper) {
    /** Of too few draws. */
    public static final VarianceEstimate UNKNOWN = new VarianceEstimate(Double.NaN, Double.NaN, Double.NaN);

    /** The standard normal's 97.5th percentile. */
    private static final double Z = 1.959963984540054;

    /**
     * From s² and its degrees of freedom.
     *
     * @param freedom ν &gt; 0, such as one less than the number of draws
     */
    public static VarianceEstimate of(double value, double freedom) {
        double low = quantile(-Z, freedom);
        return new VarianceEstimate(
                value,
                freedom * value / quantile(Z, freedom),
                low > 0 ? freedom * value / low : value == 0 ? 0 : Double.POSITIVE_INFINITY);
    }

    /** The χ² quantile at the share that lies below {@code z} of the standard normal. */
    private static double quantile(double z, double freedom) {
        double spread = 2 / (9 * freedom);
        double root = 1 - spread + z * Math.sqrt(spread);
        return root > 0 ? freedom * root * root * root : 0;
    }
}
