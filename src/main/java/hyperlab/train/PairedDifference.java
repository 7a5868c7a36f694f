package hyperlab.train;

/**
 * The difference between two series of values measured pairwise under the same conditions, such as two experiments
 * under the same random seeds. The differences dᵢ = secondᵢ − firstᵢ of n pairs have the mean d̄ and the standard
 * deviation s (divisor n − 1). The 95 % confidence interval is d̄ ± t·s/√n, where t is the 0.975 quantile of Student's
 * t distribution with n − 1 degrees of freedom (the paired t interval: Student 1908, "The probable error of a mean").
 * The interval assumes that the differences are approximately normal; with few pairs it is wide.
 *
 * @param pairs n ≥ 2
 * @param lowerCount number of pairs in which the second value is lower
 * @param higherCount number of pairs in which the second value is higher; in the remaining pairs both are equal
 * @param mean d̄
 * @param from lower bound of the interval
 * @param to upper bound of the interval
 */
public record PairedDifference(int pairs, int lowerCount, int higherCount, double mean, double from, double to) {
    /** The quantile of Student's t at the ends of the interval. */
    public static final double QUANTILE = 0.975;

    /**
     * Computes the difference of finite values, at least two in each array. Does not modify the arrays.
     *
     * @throws IllegalArgumentException if the lengths differ or are below 2
     */
    public static PairedDifference of(double[] first, double[] second) {
        int pairs = first.length;
        if (pairs < 2 || second.length != pairs) {
            throw new IllegalArgumentException(pairs + " and " + second.length + " values make no pairs");
        }
        int lowerCount = 0;
        int higherCount = 0;
        double sum = 0;
        for (int i = 0; i < pairs; i++) {
            double difference = second[i] - first[i];
            lowerCount += difference < 0 ? 1 : 0;
            higherCount += difference > 0 ? 1 : 0;
            sum += difference;
        }
        double mean = sum / pairs;
        double squares = 0;
        for (int i = 0; i < pairs; i++) {
            double deviation = second[i] - first[i] - mean;
            squares += deviation * deviation;
        }
        double half = StudentT.quantile(QUANTILE, pairs - 1) * Math.sqrt(squares / (pairs - 1) / pairs);
        return new PairedDifference(pairs, lowerCount, higherCount, mean, mean - half, mean + half);
    }

    /** Whether the interval excludes 0, so that the pairs show which series is lower. */
    public boolean isSignificant() {
        return from > 0 || to < 0;
    }
}
