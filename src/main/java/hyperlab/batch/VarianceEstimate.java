package hyperlab.batch;

/**
 * A measured variance with its 95% confidence interval. For draws from a normal distribution, {@code ν·s²/σ²} follows a
 * χ² distribution with ν degrees of freedom. Its quantiles are approximated as in Wilson and Hilferty (1931, "The
 * distribution of chi-square", PNAS 17), within 1% from ν = 9 on and within 0.3% from ν = 19 on.
 *
 * @param value s²
 * @param lower the lower end of the interval
 * @param upper the upper end of the interval; infinite if there are too few draws to bound it
 */
public record VarianceEstimate(double value, double lower, double upper) {
    /** The estimate from too few draws. */
    public static final VarianceEstimate UNKNOWN = new VarianceEstimate(Double.NaN, Double.NaN, Double.NaN);

    /** The 97.5th percentile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /**
     * Computes the interval from s² and its degrees of freedom.
     *
     * @param degreesOfFreedom ν &gt; 0, such as the number of draws minus one
     */
    public static VarianceEstimate of(double value, double degreesOfFreedom) {
        double low = quantile(-Z, degreesOfFreedom);
        return new VarianceEstimate(
                value,
                degreesOfFreedom * value / quantile(Z, degreesOfFreedom),
                low > 0 ? degreesOfFreedom * value / low : value == 0 ? 0 : Double.POSITIVE_INFINITY);
    }

    /** The χ² quantile at the probability that a standard normal variable is below {@code z}. */
    private static double quantile(double z, double degreesOfFreedom) {
        double spread = 2 / (9 * degreesOfFreedom);
        double cubeRoot = 1 - spread + z * Math.sqrt(spread);
        return cubeRoot > 0 ? degreesOfFreedom * cubeRoot * cubeRoot * cubeRoot : 0;
    }
}
