package hyperlab.tune;

import hyperlab.train.PairedDifference;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Two configurations compared under the same seeds. Only seeds under which both have a value count. The verdict follows
 * from the paired t interval of 95 % ({@link PairedDifference}): configurations that are equally good are called
 * different in about 5 % of the comparisons.
 *
 * @param pairs number of seeds under which both have a value
 * @param difference value of the second minus value of the first; null if the verdict is {@link Verdict#TOO_FEW}
 * @param verdict what the differences show about the second configuration
 */
public record PairedComparison(int pairs, @Nullable PairedDifference difference, Verdict verdict) {
    /** The smallest number of seeds that allows a verdict. */
    public static final int MIN_PAIRS = 5;

    /** The largest range of the differences, as a fraction of the largest one, that counts as rounding. */
    private static final double RELATIVE_ROUNDING = 1e-9;

    /** What the differences show about the second configuration. */
    public enum Verdict {
        /** Fewer than {@value PairedComparison#MIN_PAIRS} pairs. */
        TOO_FEW,
        /** Both have the same value under every seed. */
        EQUAL,
        /** The difference is the same under every seed and not 0: without a spread, there is no t interval. */
        CONSTANT,
        /** The interval excludes 0, and the second is worse. */
        WORSE,
        /** The interval excludes 0, and the second is better. */
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
     * Compares two configurations.
     *
     * @param all the values of the first, one per seed; not finite where there is none
     * @param allOther the values of the second under the same seeds
     * @param largerIsBetter whether larger values are better
     */
    public static PairedComparison of(double[] all, double[] allOther, boolean largerIsBetter) {
        if (all.length != allOther.length) {
            throw new IllegalArgumentException(all.length + " and " + allOther.length + " values make no pairs");
        }
        double[] first = new double[all.length];
        double[] second = new double[all.length];
        int pairs = 0;
        for (int seed = 0; seed < all.length; seed++) {
            if (Double.isFinite(all[seed]) && Double.isFinite(allOther[seed])) {
                first[pairs] = all[seed];
                second[pairs] = allOther[seed];
                pairs++;
            }
        }
        if (pairs < MIN_PAIRS) {
            return new PairedComparison(pairs, null, Verdict.TOO_FEW);
        }
        first = Arrays.copyOf(first, pairs);
        second = Arrays.copyOf(second, pairs);
        PairedDifference difference = PairedDifference.of(first, second);
        return new PairedComparison(pairs, difference, verdict(first, second, difference, largerIsBetter));
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
