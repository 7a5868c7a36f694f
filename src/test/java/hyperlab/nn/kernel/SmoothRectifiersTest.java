package hyperlab.nn.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.nn.Activation;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with mpmath at 60 digits; functions.py generated functions.json. */
class SmoothRectifiersTest {
    private static final double RELATIVE = 1.5e-15;
    /** Where derivatives cross 0, terms of magnitude 1 cancel. */
    private static final double CANCELLED = 4.5e-16;

    private static final JsonNode REFERENCE = read();
    private static final double[] X = numbers(REFERENCE.get("x"));

    private static JsonNode read() {
        try (InputStream stream = SmoothRectifiersTest.class.getResourceAsStream("functions.json")) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                Arguments.of(new Activation.Softplus(), new SmoothRectifiers.Softplus()),
                Arguments.of(new Activation.Gelu(), new SmoothRectifiers.Gelu()),
                Arguments.of(new Activation.Silu(), new SmoothRectifiers.Silu()),
                Arguments.of(new Activation.Mish(), new SmoothRectifiers.Mish()));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void formulasAndLoopsAgreeWithHighPrecisionValues(Activation activation, ElementwiseFunction function) {
        JsonNode expected = REFERENCE.get(activation.name());
        double[] ones = new double[X.length];
        Arrays.fill(ones, 1);
        double[] y = new double[X.length];
        double[] slopes = new double[X.length];
        double[] secondDerivatives = new double[X.length];
        function.forward(X, y, X.length);
        function.backward(X, y, ones, slopes, X.length);
        function.secondDerivative(X, y, secondDerivatives, X.length);
        for (int i = 0; i < X.length; i++) {
            String place = activation.name() + " at " + X[i];
            double value = expected.get(0).get(i).asDouble();
            assertEquals(value, activation.value(X[i]), tail(value), place);
            assertEquals(value, y[i], tail(value), place);
            double slope = expected.get(1).get(i).asDouble();
            double secondDerivative = expected.get(2).get(i).asDouble();
            boolean cancels = Math.abs(X[i]) < 5;
            assertEquals(slope, activation.derivative(X[i]), tail(slope) + (cancels ? CANCELLED : 0), place);
            assertEquals(slope, slopes[i], tail(slope) + (cancels ? CANCELLED : 0), place);
            assertEquals(
                    secondDerivative,
                    secondDerivatives[i],
                    tail(secondDerivative) + (cancels ? CANCELLED : 1e-30),
                    place);
        }
    }

    /** Below the smallest normal numbers, a function may return its limit. */
    private static double tail(double expected) {
        return RELATIVE * Math.abs(expected) + 1e-290;
    }

    @Test
    void normalTailIsExactToAFewUnitsInTheLastPlace() {
        JsonNode expected = REFERENCE.get("tail");
        double[] x = new double[expected.size()];
        double[] tails = new double[x.length];
        double[] densities = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i % 2 == 0 ? 1 : -1) * expected.get(i).get(0).asDouble();
        }
        new StandardNormal().densitiesAndTails(x, densities, tails, x.length);
        for (int i = 0; i < x.length; i++) {
            double tail = expected.get(i).get(1).asDouble();
            assertEquals(tail, StandardNormal.tail(Math.abs(x[i])), RELATIVE * tail, "at " + x[i]);
            assertEquals(tail, tails[i], RELATIVE * tail, "at " + x[i]);
            double density = StandardNormal.density(x[i]);
            assertEquals(density, densities[i], RELATIVE * density, "at " + x[i]);
        }
        assertEquals(1 / Math.sqrt(2 * Math.PI), StandardNormal.density(0), 1e-16);
    }

    @Test
    void lowestPointsAreWhereTheSlopeIsZero() {
        for (Activation activation : List.of(new Activation.Gelu(), new Activation.Silu(), new Activation.Mish())) {
            JsonNode lowest = REFERENCE.get("lowest").get(activation.name());
            assertEquals(lowest.get(1).asDouble(), activation.shape().lowerBound());
            assertEquals(
                    lowest.get(1).asDouble(), activation.value(lowest.get(0).asDouble()), 1e-16);
            assertEquals(0, activation.derivative(lowest.get(0).asDouble()), 1e-15);
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void approachesLimitsFarOutAndPropagatesNaN(Activation activation, ElementwiseFunction function) {
        double[] x = {1e300, Double.POSITIVE_INFINITY, -1e300, Double.NEGATIVE_INFINITY, Double.NaN};
        double[] y = new double[5];
        double[] slopes = new double[5];
        double[] secondDerivatives = new double[5];
        function.forward(x, y, 5);
        function.backward(x, y, new double[] {1, 1, 1, 1, 1}, slopes, 5);
        function.secondDerivative(x, y, secondDerivatives, 5);
        assertArrayEquals(new double[] {1e300, Double.POSITIVE_INFINITY, 0, 0, Double.NaN}, y, 1e-290);
        assertArrayEquals(new double[] {1, 1, 0, 0, Double.NaN}, slopes, 1e-290);
        assertArrayEquals(new double[] {0, 0, 0, 0, Double.NaN}, secondDerivatives, 1e-30);
        assertTrue(Double.isNaN(activation.value(Double.NaN)));
        assertEquals(1e9, activation.value(1e9));
        assertEquals(0, activation.value(-1e9), 1e-290);
        assertEquals(1, activation.derivative(1e9));
        assertEquals(0, activation.derivative(-1e9), 1e-290);
    }

    private static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }
}
