package hyperlab.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationShapeTest {
    static List<Activation> all() {
        return List.of(
                new Activation.Linear(),
                new Activation.Sigmoid(),
                new Activation.Tanh(),
                new Activation.Relu(),
                new Activation.LeakyRelu(0.2),
                new Activation.LeakyRelu(-0.1),
                new Activation.LeakyRelu(1),
                Activation.Prelu.DEFAULT,
                Activation.Elu.DEFAULT,
                new Activation.Elu(0.5),
                new Activation.Maxout(2),
                new Activation.Maxout(5),
                new Activation.Softplus(),
                new Activation.Selu(),
                new Activation.Gelu(),
                new Activation.Silu(),
                new Activation.Mish(),
                new Activation.Hardswish());
    }

    @ParameterizedTest
    @MethodSource("all")
    void boundsHoldAndAreTight(Activation activation) {
        ActivationShape shape = activation.shape();
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double valley = 0;
        for (double x = -30; x <= 30; x += 0.25) {
            valley = activation.value(x) < lowest ? x : valley;
            lowest = Math.min(lowest, activation.value(x));
            highest = Math.max(highest, activation.value(x));
        }
        for (double step = 0.25; step > 1e-9; step /= 2) {
            double left = activation.value(valley - step);
            double right = activation.value(valley + step);
            valley += left < lowest ? -step : right < lowest ? step : 0;
            lowest = Math.min(lowest, Math.min(left, right));
        }
        assertTrue(lowest >= shape.lowerBound() - 1e-16 && highest <= shape.upperBound());
        assertEquals(Double.isInfinite(shape.lowerBound()), lowest < -2.9);
        if (Double.isFinite(shape.lowerBound())) {
            assertEquals(shape.lowerBound(), lowest, 1e-12);
        }
        if (Double.isFinite(shape.upperBound())) {
            assertEquals(shape.upperBound(), highest, 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void kinksAreExactlyWhereTheDerivativeJumps(Activation activation) {
        List<Double> kinks = activation.shape().kinks();
        for (double kink : kinks) {
            assertTrue(Math.abs(activation.derivative(kink + 1e-9) - activation.derivative(kink - 1e-9)) > 1e-3);
        }
        for (double x = -6.0005; x <= 6; x += 0.01) {
            double left = x;
            boolean jumps = Math.abs(activation.derivative(left + 0.01) - activation.derivative(left)) > 0.05;
            assertTrue(!jumps || kinks.stream().anyMatch(kink -> kink >= left && kink <= left + 0.01));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void monotoneFunctionsNeverDecrease(Activation activation) {
        boolean falls = false;
        for (double x = -12; x < 12; x += 0.01) {
            falls |= activation.value(x + 0.01) < activation.value(x) - 1e-12;
        }
        assertEquals(!falls, ActivationShape.isMonotone(activation));
    }

    /**
     * E max(0, X) = 1/√(2π); E σ(X) = ½; 0 for odd functions and, by the choice of its constants, for SELU; E|X| =
     * √(2/π).
     */
    @Test
    void meanOutputsMatchTheNormalDistribution() {
        assertEquals(1 / Math.sqrt(2 * Math.PI), ActivationShape.meanOutput(new Activation.Relu()), 1e-6);
        assertEquals(0.5, ActivationShape.meanOutput(new Activation.Sigmoid()), 1e-12);
        assertEquals(0, ActivationShape.meanOutput(new Activation.Tanh()), 1e-12);
        assertEquals(0, ActivationShape.meanOutput(new Activation.Linear()), 1e-12);
        assertEquals(0, ActivationShape.meanOutput(new Activation.Selu()), 1e-6);
        assertEquals(Math.sqrt(2 / Math.PI), ActivationShape.meanOutput(new Activation.Maxout(2)), 1e-5);
        assertEquals(0.8 / Math.sqrt(2 * Math.PI), ActivationShape.meanOutput(new Activation.LeakyRelu(0.2)), 1e-6);
    }

    @ParameterizedTest
    @MethodSource("all")
    void oddSymmetryMatchesTheFunction(Activation activation) {
        boolean odd = true;
        for (double x = 0.1; x < 5; x += 0.3) {
            odd &= Math.abs(activation.value(x) + activation.value(-x)) < 1e-12;
        }
        assertEquals(odd, activation.shape().oddSymmetric());
    }

    @Test
    void sigmoidSaturatesBelowTheThresholdShareOfAQuarter() {
        List<double[]> parts = ActivationShape.saturatedIntervals(new Activation.Sigmoid(), -6, 6, 0.05, 12_001);
        // σ(1 − σ) = 0.0125 ⇔ x = ± ln((1 + √0.95)/(1 − √0.95))
        double edge = Math.log((1 + Math.sqrt(0.95)) / (1 - Math.sqrt(0.95)));
        assertEquals(2, parts.size());
        assertArrayEquals(new double[] {-6, -edge}, parts.get(0), 2e-3);
        assertArrayEquals(new double[] {edge, 6}, parts.get(1), 2e-3);
    }

    @Test
    void reluSaturatesOnTheLeftAndLeakyReluOnlyWithASmallSlope() {
        assertArrayEquals(
                new double[] {-6, 0},
                ActivationShape.saturatedIntervals(new Activation.Relu(), -6, 6, 0.05, 1201)
                        .get(0),
                1e-9);
        assertTrue(ActivationShape.saturatedIntervals(new Activation.LeakyRelu(0.1), -6, 6, 0.05, 1201)
                .isEmpty());
        assertFalse(ActivationShape.saturatedIntervals(new Activation.LeakyRelu(0.01), -6, 6, 0.05, 1201)
                .isEmpty());
    }

    @Test
    void derivativeBreaksAtAKinkButTheValueDoesNot() {
        ActivationCurve curve = ActivationCurve.of(new Activation.Relu(), -1, 1, 5);
        assertArrayEquals(new double[] {-1, -0.5, 0, 0, 0, 0.5, 1}, curve.x());
        assertArrayEquals(new double[] {0, 0, 0, 0, 0, 0.5, 1}, curve.value());
        assertArrayEquals(new double[] {0, 0, 0, Double.NaN, 1, 1, 1}, curve.derivative());
    }

    @Test
    void twoMaxoutPiecesFormAbsoluteValueAndMoreFitTheParabola() {
        Activation.Maxout two = new Activation.Maxout(2);
        Activation.Maxout nine = new Activation.Maxout(9);
        for (double x = -1; x <= 1; x += 0.125) {
            assertEquals(Math.abs(x), two.value(x), 1e-15);
            double parabola = (x * x + 1) / 2;
            assertTrue(nine.value(x) <= parabola + 1e-15 && nine.value(x) >= parabola - 1.0 / 128 - 1e-15);
        }
    }

    /**
     * Closed forms: sigmoid ¼, tanh 1, GELU ½ + √(1/(2π))·√2/e + ½·erf(1) at √2, SELU λα at 0 from the left, ELU max(1,
     * α), hardswish 1.5 at 3 from the left. SiLU 1.0998 and Mish 1.0885 are maxima over a grid of 6 million points in
     * NumPy.
     */
    @Test
    void largestSlopeIsTheSupremumOfTheDerivative() {
        assertEquals(0.25, ActivationShape.largestSlope(new Activation.Sigmoid()), 1e-12);
        assertEquals(1, ActivationShape.largestSlope(new Activation.Tanh()), 1e-12);
        assertEquals(1, ActivationShape.largestSlope(new Activation.Relu()));
        assertEquals(1, ActivationShape.largestSlope(new Activation.Linear()));
        assertEquals(3, ActivationShape.largestSlope(new Activation.LeakyRelu(3)));
        assertEquals(1, ActivationShape.largestSlope(new Activation.Softplus()), 1e-12);
        assertEquals(
                1.0507009873554805 * 1.6732632423543772, ActivationShape.largestSlope(new Activation.Selu()), 1e-9);
        assertEquals(2, ActivationShape.largestSlope(new Activation.Elu(2)), 1e-9);
        assertEquals(1.5, ActivationShape.largestSlope(new Activation.Hardswish()), 1e-9);
        double erfOfOne = 0.8427007929497149;
        assertEquals(
                0.5 + 0.5 * erfOfOne + Math.sqrt(2) * Math.exp(-1) / Math.sqrt(2 * Math.PI),
                ActivationShape.largestSlope(new Activation.Gelu()),
                1e-9);
        assertEquals(1.099839, ActivationShape.largestSlope(new Activation.Silu()), 1e-6);
        assertEquals(1.088498, ActivationShape.largestSlope(new Activation.Mish()), 1e-6);
    }
}
