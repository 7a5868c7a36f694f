package hyperlab.train;

/**
 * How much lower or higher one series of values is than another that was measured under the same conditions, pair by
 * pair: two experiments under the same random seeds. The differences dᵢ = secondᵢ − firstᵢ of n pairs have the mean d̄
 * and the standard deviation s (divisor n − 1); the 95 % interval is d̄ ± t·s/√n, t being the quantile 0.975 of Student's
 * distribution with n − 1 degrees of freedom (the paired t interval: Student 1908, "The probable error of a mean"). It
 * takes differences to be about normal; of few pairs it is wide, and says so.
 *
 * @param pairs n ≥ 2
 * @param lower in how many pairs the second value is the lower one
 * @param higher in how many it is the higher one; in the others both are equal
 * @param mean d̄
 * @param from where the interval begins
 * @param to where it ends
 */
public record PairedDifference(int pairs, int lower, int higher, double mean, double from, double to) {
    private static final double QUANTILE = 0.975;

    /** Of finite values, at least two of each; the arrays stay as they are. */
    public static PairedDifference of(double[] first, double[] second) {
        int pairs = first.length;
        if (pairs < 2 || second.length != pairs) {
            throw new IllegalArgumentException(pairs + " and " + second.length + " values make no pairs");
        }
        int lower = 0;
        int higher = 0;
        double sum = 0;
        for (int i = 0; i < pairs; i++) {
            double difference = second[i] - first[i];
            lower += difference < 0 ? 1 : 0;
            higher += difference > 0 ? 1 : 0;
            sum += difference;
        }
        double mean = sum / pairs;
        double squares = 0;
        for (int i = 0; i < pairs; i++) {
            double deviation = second[i] - first[i] - mean;
            squares += deviation * deviation;
        }
        double half = StudentT.quantile(QUANTILE, pairs - 1) * Math.sqrt(squares / (pairs - 1) / pairs);
        return new PairedDifference(pairs, lower, higher, mean, mean - half, mean + half);
    }

    /** Whether the interval leaves 0 out, so that the pairs tell which of the two is lower. */
    public boolean isSettled() {
        return from > 0 || to < 0;
    }
}
