package hyperlab.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares with l1·sign(w) + l2·w calculated by hand. All numbers are sums of powers of two and therefore exact. */
class PenaltyTest {
    private static final double[] WEIGHTS = {-2, 0, 0.5, 4};

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 1, 1",
        "0.25, 0, 0.75, 1, 1.25",
        "0, 0.5, 0, 1, 1.25",
        "0.25, 0.5, -0.25, 1, 1.5",
    })
    void addsItsGradientToEachOfTheFirst(double l1, double l2, double first, double second, double third) {
        double[] gradient = {1, 1, 1, 1};
        new Penalty(l1, l2).addGradient(WEIGHTS, gradient, 3);
        assertArrayEquals(new double[] {first, second, third, 1}, gradient);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "0.1, 0, false", "0, 0.1, false", "0.1, 0.1, false"})
    void isNoneWhereBothAreZero(double l1, double l2, boolean none) {
        assertEquals(none, new Penalty(l1, l2).isNone());
    }

    @Test
    void proximalAddsOnlyTheL2Gradient() {
        double[] gradient = {1, 1, 1, 1};
        new Penalty(0.25, 0.5, L1Method.PROXIMAL).addGradient(WEIGHTS, gradient, 3);
        assertArrayEquals(new double[] {0, 1, 1.25, 1}, gradient);
    }

    @Test
    void softThresholdMovesTowardZeroAndStopsThere() {
        double[] weights = {-2, 0, 0.5, 4, -0.5, -0.25, 1, Double.NaN};
        new Penalty(2, 7, L1Method.PROXIMAL).softThreshold(weights, 0.25);
        assertArrayEquals(new double[] {-1.5, 0, 0, 3.5, 0, 0, 0.5, Double.NaN}, weights);
    }

    @Test
    void softThresholdIsForProximalOnly() {
        double[] weights = WEIGHTS.clone();
        new Penalty(2, 7).softThreshold(weights, 0.25);
        new Penalty(0, 7, L1Method.PROXIMAL).softThreshold(weights, 0.25);
        assertArrayEquals(WEIGHTS, weights);
    }

    @Test
    void changesOneValueAtATime() {
        Penalty penalty = new Penalty(1, 2, L1Method.PROXIMAL);
        assertEquals(new Penalty(3, 2, L1Method.PROXIMAL), penalty.withL1(3));
        assertEquals(new Penalty(1, 3, L1Method.PROXIMAL), penalty.withL2(3));
        assertEquals(new Penalty(1, 2), penalty.withMethod(L1Method.SUBGRADIENT));
    }
}
