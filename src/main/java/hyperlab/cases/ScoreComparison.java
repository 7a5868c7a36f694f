package hyperlab.cases;

import hyperlab.train.PairedDifference;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Two series of scores compared pair by pair.
 *
 * @param gain how much better the second series is: second minus first if larger scores are better, otherwise first
 *     minus second
 */
public record ScoreComparison(PairedDifference gain) {
    /** All differences count as equal if their interval is narrower than this share of their mean. */
    private static final double ROUNDING = 1e-9;

    /** What the paired t test at the 5 % level finds. */
    public enum Verdict {
        /** The 95 % interval lies above 0. */
        BETTER,
        /** The 95 % interval lies below 0. */
        WORSE,
        /** The 95 % interval contains 0. */
        OPEN,
        /** All differences are equal, so there is no spread from which to compute an interval. */
        CONSTANT
    }

    /** Compares series of the same length; null if there are fewer than two pairs or a score is not finite. */
    public static @Nullable ScoreComparison of(double[] first, double[] second, Metric metric) {
        if (first.length < 2
                || second.length != first.length
                || !DoubleStream.concat(Arrays.stream(first), Arrays.stream(second))
                        .allMatch(Double::isFinite)) {
            return null;
        }
        return new ScoreComparison(
                metric.isLargerBetter() ? PairedDifference.of(first, second) : PairedDifference.of(second, first));
    }

    public Verdict verdict() {
        if (gain.to() - gain.from() <= ROUNDING * Math.abs(gain.mean())) {
            return Verdict.CONSTANT;
        }
        return !gain.isSignificant() ? Verdict.OPEN : gain.mean() > 0 ? Verdict.BETTER : Verdict.WORSE;
    }

    public boolean isBetter() {
        return verdict() == Verdict.BETTER;
    }

    /** Number of pairs in which the second score is better. */
    public int betterCount() {
        return gain.higherCount();
    }

    /** Number of pairs in which the second score is worse. */
    public int worseCount() {
        return gain.lowerCount();
    }
}
