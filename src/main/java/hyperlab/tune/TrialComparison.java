package hyperlab.tune;

import hyperlab.train.PairedDifference;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Compares two trials that were repeated under the same seeds. Only seeds under which both trials have a value count.
 * The verdict follows from the paired t interval of 95 % ({@link PairedDifference}): trials that are equally good are
 * called different in about 5 % of the comparisons.
 *
 * @param reference the trial compared with, ranked higher in the study
 * @param other the trial ranked lower
 * @param pairs number of seeds under which both have a value
 * @param difference value of {@code other} minus value of {@code reference}; null if the verdict is {@link
 *     Verdict#TOO_FEW}
 */
public record TrialComparison(
        TrialRecord reference,
        TrialRecord other,
        int pairs,
        @Nullable PairedDifference difference,
        Verdict verdict) {
    /** The smallest number of seeds that allows a verdict. */
    public static final int MIN_PAIRS = 5;

    /** The largest range of the differences, as a fraction of the largest one, that counts as rounding. */
    private static final double RELATIVE_ROUNDING = 1e-9;

    /** What the differences show about {@code other}. */
    public enum Verdict {
        /** Fewer than {@value TrialComparison#MIN_PAIRS} pairs. */
        TOO_FEW,
        /** Both have the same value under every seed. */
        EQUAL,
        /** The difference is the same under every seed and not 0: without a spread, there is no t interval. */
        CONSTANT,
        /** The interval excludes 0, and {@code other} is worse: the order of the study holds. */
        WORSE,
        /** The interval excludes 0, and {@code other} is better: the order of the study is reversed. */
        BETTER,
        /** The interval contains 0. */
        OPEN
    }

    /** Whether the verdict rests on a t interval. */
    public boolean hasInterval() {
        return switch (verdict) {
            case TOO_FEW, EQUAL, CONSTANT -> false;
            case WORSE, BETTER, OPEN -> true;
        };
    }

    /**
     * Compares two trials under the same seeds.
     *
     * @param largerIsBetter whether larger values of the objective are better
     */
    public static TrialComparison of(
            TrialReplication.ReplicatedTrial reference,
            TrialReplication.ReplicatedTrial other,
            boolean largerIsBetter) {
        double[] allFirst = reference.values();
        double[] allSecond = other.values();
        if (allFirst.length != allSecond.length) {
            throw new IllegalArgumentException(allFirst.length + " and " + allSecond.length + " values make no pairs");
        }
        double[] first = new double[allFirst.length];
        double[] second = new double[allFirst.length];
        int pairs = 0;
        for (int seed = 0; seed < allFirst.length; seed++) {
            if (Double.isFinite(allFirst[seed]) && Double.isFinite(allSecond[seed])) {
                first[pairs] = allFirst[seed];
                second[pairs] = allSecond[seed];
                pairs++;
            }
        }
        if (pairs < MIN_PAIRS) {
            return new TrialComparison(reference.row(), other.row(), pairs, null, Verdict.TOO_FEW);
        }
        first = Arrays.copyOf(first, pairs);
        second = Arrays.copyOf(second, pairs);
        PairedDifference difference = PairedDifference.of(first, second);
        return new TrialComparison(
                reference.row(), other.row(), pairs, difference, verdict(first, second, difference, largerIsBetter));
    }

    private static Verdict verdict(
            double[] first, double[] second, PairedDifference difference, boolean largerIsBetter) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < first.length; i++) {
            smallest = Math.min(smallest, second[i] - first[i]);
            largest = Math.max(largest, second[i] - first[i]);
        }
        if (smallest == 0 && largest == 0) {
            return Verdict.EQUAL;
        }
        if (largest - smallest <= RELATIVE_ROUNDING * Math.max(Math.abs(smallest), Math.abs(largest))) {
            return Verdict.CONSTANT;
        }
        if (!difference.isSignificant()) {
            return Verdict.OPEN;
        }
        return difference.mean() > 0 == largerIsBetter ? Verdict.BETTER : Verdict.WORSE;
    }
}
