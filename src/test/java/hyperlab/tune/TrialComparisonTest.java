package hyperlab.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.train.PairedDifference;
import hyperlab.train.Quantiles;
import hyperlab.tune.PairedComparison.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class TrialComparisonTest {
    private static final int SEEDS = 10;
    private static final double[] BASE = {0.31, 0.35, 0.29, 0.40, 0.33, 0.37, 0.30, 0.36, 0.34, 0.32};

    private static TrialReplication.ReplicatedTrial trial(int number, double... values) {
        return new TrialReplication.ReplicatedTrial(
                new TrialRecord(number, TrialRecord.TrialStatus.COMPLETED, 1, values[0], 1, Map.of(), null), values);
    }

    private static PairedComparison compare(boolean largerIsBetter, double[] first, double... second) {
        TrialComparison trials = TrialComparison.of(trial(3, first), trial(7, second), largerIsBetter);
        assertEquals(
                List.of(3, 7),
                List.of(trials.reference().trial(), trials.other().trial()));
        return trials.comparison();
    }

    private static double[] shifted(double shift, double alternating) {
        double[] values = BASE.clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += shift + (i % 2 == 0 ? alternating : -alternating);
        }
        return values;
    }

    @Test
    void directionFollowsFromTheObjective() {
        double[] higher = shifted(0.05, 0.01);
        assertEquals(Verdict.WORSE, compare(false, BASE, higher).verdict());
        assertEquals(Verdict.BETTER, compare(true, BASE, higher).verdict());
        assertEquals(Verdict.BETTER, compare(false, higher, BASE).verdict());
        assertEquals(Verdict.WORSE, compare(true, higher, BASE).verdict());
    }

    @Test
    void pairingFindsADifferenceThatOverlappingMiddleHalvesHide() {
        double[] higher = shifted(0.02, 0.005);
        assertTrue(Quantiles.of(higher).lower() < Quantiles.of(BASE).upper());
        PairedComparison comparison = compare(false, BASE, higher);
        assertEquals(Verdict.WORSE, comparison.verdict());
        // d̄ = 0.02, s = 0.005·√(10/9), t = 2.2621572 for 9 degrees of freedom: half = t·s/√10.
        PairedDifference difference = Objects.requireNonNull(comparison.difference());
        assertEquals(0.02, difference.mean(), 1e-12);
        assertEquals(0.02 - 2.2621572 * 0.005 / 3, difference.from(), 1e-9);
        assertEquals(0.02 + 2.2621572 * 0.005 / 3, difference.to(), 1e-9);
    }

    @Test
    void equalMediansAreNoVerdict() {
        double[] reversed = new double[BASE.length];
        Arrays.setAll(reversed, i -> BASE[BASE.length - 1 - i]);
        assertEquals(Quantiles.of(BASE).median(), Quantiles.of(reversed).median(), 0);
        assertEquals(Verdict.OPEN, compare(false, BASE, reversed).verdict());
        assertTrue(compare(false, BASE, reversed).hasInterval());
    }

    @Test
    void valuesWithoutSpreadOfTheDifferenceHaveNoInterval() {
        assertEquals(Verdict.EQUAL, compare(false, BASE, BASE).verdict());
        PairedComparison constant = compare(false, BASE, shifted(0.05, 0));
        assertEquals(Verdict.CONSTANT, constant.verdict());
        assertEquals(
                List.of(false, false),
                List.of(constant.hasInterval(), compare(false, BASE, BASE).hasInterval()));
    }

    @Test
    void onlySeedsWithTwoValuesCount() {
        double nan = Double.NaN;
        PairedComparison few = compare(
                false, new double[] {1, nan, 3, 4, 5, 6}, new double[] {2, 3, 4.5, 5, nan, Double.POSITIVE_INFINITY});
        assertEquals(3, few.pairs());
        assertEquals(Verdict.TOO_FEW, few.verdict());
        assertNull(few.difference());
        PairedComparison enough =
                compare(false, new double[] {1, nan, 3, 4, 5, 6, 7}, new double[] {2, 3, 4.5, 5, 6.1, 7, nan});
        assertEquals(5, enough.pairs());
        assertEquals(Verdict.WORSE, enough.verdict());
        assertThrows(IllegalArgumentException.class, () -> compare(false, BASE, 1, 2));
    }

    /** Of 20,000 comparisons of equal distributions, 5 % ± 0.5 % (three standard errors) are called different. */
    @Test
    void equalNormalDistributionsAreCalledDifferentInFivePercent() {
        Random random = new Random(7);
        assertEquals(0.05, shareCalledDifferent(20_000, random, random::nextGaussian), 0.005);
    }

    /** The interval assumes normal differences. For accuracies on 40 rows it stays near or below 5 %. */
    @Test
    void equalAccuraciesAreCalledDifferentInAtMostFivePercent() {
        Random random = new Random(8);
        double share = shareCalledDifferent(4_000, random, () -> {
            int right = 0;
            for (int row = 0; row < 40; row++) {
                right += random.nextDouble() < 0.9 ? 1 : 0;
            }
            return right / 40.0;
        });
        assertTrue(share > 0.03 && share < 0.06, "share " + share);
    }

    /** Both trials share the luck of the seed, which the difference removes. */
    private static double shareCalledDifferent(int comparisons, Random random, DoubleSupplier noise) {
        int different = 0;
        for (int comparison = 0; comparison < comparisons; comparison++) {
            double[] first = new double[SEEDS];
            double[] second = new double[SEEDS];
            for (int seed = 0; seed < SEEDS; seed++) {
                double shared = 3 * random.nextGaussian();
                first[seed] = shared + noise.getAsDouble();
                second[seed] = shared + noise.getAsDouble();
            }
            Verdict verdict = compare(false, first, second).verdict();
            different += verdict == Verdict.WORSE || verdict == Verdict.BETTER ? 1 : 0;
        }
        return (double) different / comparisons;
    }
}
