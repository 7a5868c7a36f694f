package hyperlab.tune;

/** The expected improvement of a normally distributed cost on the lowest cost so far, E max(0, y* − Y). */
final class ExpectedImprovement {
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
    /**
     * Below this value the series for Φ suffers from cancellation. The asymptotic expansion for large −z has a relative
     * error below 1e-3 there.
     */
    private static final double TAIL_LIMIT = -6;

    private ExpectedImprovement() {}

    /**
     * (y* − μ)Φ(z) + sφ(z) with z = (y* − μ)/s; max(0, y* − μ) if s is 0.
     *
     * @param mean μ
     * @param deviation s ≥ 0
     * @param best y*
     */
    static double of(double mean, double deviation, double best) {
        double gain = best - mean;
        if (deviation <= 0) {
            return Math.max(0, gain);
        }
        double z = gain / deviation;
        double density = Math.exp(-z * z / 2) / ROOT_TWO_PI;
        if (z < TAIL_LIMIT) {
            double w = 1 / (z * z);
            return deviation * density * w * (1 - w * (3 - w * (15 - 105 * w)));
        }
        return gain * normalCdf(z, density) + deviation * density;
    }

    /** Φ(z) = ½ + φ(z)(z + z³/3 + z⁵/(3·5) + …) (Marsaglia 2004, "Evaluating the normal distribution"). */
    private static double normalCdf(double z, double density) {
        if (z > -TAIL_LIMIT) {
            return 1;
        }
        double term = z;
        double sum = z;
        for (int k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
            term *= z * z / k;
            sum += term;
        }
        return 0.5 + density * sum;
    }
}
