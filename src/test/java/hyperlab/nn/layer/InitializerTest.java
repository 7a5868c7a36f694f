package hyperlab.nn.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.nn.Activation;
import hyperlab.nn.Loss;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkShape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the distributions with their closed forms: bounds exactly, moments within five standard errors. */
class InitializerTest {
    private static final int FAN_IN = 60;
    private static final int UNITS = 250;

    /** The weights of a first layer with FAN_IN inputs and UNITS units. */
    private static double[] weights(Initializer initializer, Activation activation) {
        NetworkShape shape = new NetworkShape(FAN_IN, List.of(UNITS), 1, activation, 0, Loss.SQUARED_ERROR);
        return new Network(shape, initializer, 4).parameters().get(0).values();
    }

    private static double largest(double... weights) {
        return Arrays.stream(weights).map(Math::abs).max().orElseThrow();
    }

    /** Σ wᵏ/n in units of scaleᵏ. */
    private static double moment(int order, double scale, double... weights) {
        return Arrays.stream(weights)
                .map(w -> Math.pow(w / scale, order))
                .average()
                .orElseThrow();
    }

    static Stream<Arguments> uniform() {
        return Stream.of(
                Arguments.of(new Initializer.Xavier(), new Activation.Tanh(), Math.sqrt(6.0 / (FAN_IN + UNITS))),
                Arguments.of(new Initializer.Xavier(), new Activation.Maxout(3), Math.sqrt(6.0 / (FAN_IN + 3 * UNITS))),
                Arguments.of(new Initializer.Uniform(0.7), new Activation.Relu(), 0.7),
                Arguments.of(new Initializer.Uniform(3), new Activation.Gelu(), 3.0));
    }

    @ParameterizedTest
    @MethodSource("uniform")
    void uniformDrawsFillTheirBoundsAndNeverExceedThem(Initializer initializer, Activation activation, double bound) {
        double[] weights = weights(initializer, activation);
        double n = weights.length;
        assertTrue(largest(weights) <= bound, "largest " + largest(weights));
        // The probability that none of n draws is in the outermost 20/n is e⁻²⁰.
        assertEquals(bound, largest(weights), bound * 20 / n);
        assertEquals(0, moment(1, bound, weights), 5 * Math.sqrt(1.0 / 3 / n));
        assertEquals(1.0 / 3, moment(2, bound, weights), 5 * Math.sqrt((1.0 / 5 - 1.0 / 9) / n));
        assertEquals(1.0 / 5, moment(4, bound, weights), 5 * Math.sqrt((1.0 / 9 - 1.0 / 25) / n));
    }

    static Stream<Activation> activations() {
        return Stream.of(new Activation.Relu(), new Activation.Maxout(4));
    }

    @ParameterizedTest
    @MethodSource("activations")
    void heIsNormalAndDependsOnlyOnFanIn(Activation activation) {
        double[] weights = weights(new Initializer.He(), activation);
        double deviation = Math.sqrt(2.0 / FAN_IN);
        double n = weights.length;
        assertEquals(0, moment(1, deviation, weights), 5 / Math.sqrt(n));
        assertEquals(1, moment(2, deviation, weights), 5 * Math.sqrt(2 / n));
        assertEquals(0, moment(3, deviation, weights), 5 * Math.sqrt(15 / n));
        assertEquals(3, moment(4, deviation, weights), 5 * Math.sqrt(96 / n));
    }

    @Test
    void autoIsHeForTheReluFamilyAndXavierOtherwise() {
        List<Activation> rectifiers = List.of(
                new Activation.Relu(),
                Activation.LeakyRelu.DEFAULT,
                Activation.Prelu.DEFAULT,
                Activation.Elu.DEFAULT,
                Activation.Maxout.DEFAULT,
                new Activation.Softplus(),
                new Activation.Gelu(),
                new Activation.Silu(),
                new Activation.Mish(),
                new Activation.Hardswish());
        List<Activation> others = List.of(
                new Activation.Sigmoid(), new Activation.Tanh(), new Activation.Linear(), new Activation.Selu());
        for (Activation activation : rectifiers) {
            assertEquals(
                    Arrays.toString(weights(new Initializer.He(), activation)),
                    Arrays.toString(weights(new Initializer.Auto(), activation)),
                    activation.name());
        }
        for (Activation activation : others) {
            assertEquals(
                    Arrays.toString(weights(new Initializer.Xavier(), activation)),
                    Arrays.toString(weights(new Initializer.Auto(), activation)),
                    activation.name());
        }
    }

    /** The mean of f(x)ᵖ for a standard normal x, by the trapezoidal rule; a kink at 0 causes an error below 1e-6. */
    private static double meanOverNormal(Activation activation, int power) {
        double sum = 0;
        for (int k = -2400; k <= 2400; k++) {
            double x = k / 200.0;
            sum += Math.pow(activation.value(x), power) * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) / 200;
        }
        return sum;
    }

    @Test
    void seluPreservesZeroMeanAndUnitVarianceWithXavierVariance() {
        assertEquals(0, meanOverNormal(new Activation.Selu(), 1), 1e-5);
        assertEquals(1, meanOverNormal(new Activation.Selu(), 2), 1e-5);
    }
}
