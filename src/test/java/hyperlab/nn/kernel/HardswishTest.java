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
import org.junit.jupiter.api.Test;

/** Compares with PyTorch; hardswish.py generated hardswish.json. */
class HardswishTest {
    private static final Activation ACTIVATION = new Activation.Hardswish();

    private static JsonNode reference() throws IOException {
        try (InputStream stream = HardswishTest.class.getResourceAsStream("hardswish.json")) {
            return new ObjectMapper().readTree(stream);
        }
    }

    private static double[] derivatives(double... x) {
        double[] y = new double[x.length];
        double[] ones = new double[x.length];
        double[] slopes = new double[x.length];
        Arrays.fill(ones, 1);
        ElementwiseFunction function = new ElementwiseFunction.Hardswish();
        function.forward(x, y, x.length);
        function.backward(x, y, ones, slopes, x.length);
        return slopes;
    }

    @Test
    void formulasAndLoopsAgreeWithPyTorch() throws IOException {
        JsonNode reference = reference();
        int length = reference.get("x").size();
        double[] x = new double[length];
        double[] y = new double[length];
        for (int i = 0; i < length; i++) {
            x[i] = reference.get("x").get(i).asDouble();
        }
        new ElementwiseFunction.Hardswish().forward(x, y, length);
        double[] slopes = derivatives(x);
        assertEquals(250, length);
        for (int i = 0; i < length; i++) {
            double value = reference.get("value").get(i).asDouble();
            double derivative = reference.get("derivative").get(i).asDouble();
            assertEquals(value, y[i], 1e-15 * (1 + Math.abs(value)), "at " + x[i]);
            assertEquals(value, ACTIVATION.value(x[i]), 1e-15 * (1 + Math.abs(value)), "at " + x[i]);
            assertEquals(derivative, slopes[i], 1e-15, "at " + x[i]);
            assertEquals(derivative, ACTIVATION.derivative(x[i]), 1e-15, "at " + x[i]);
        }
    }

    @Test
    void derivativeAtTheKinksUsesTheOuterSide() {
        assertEquals(0, ACTIVATION.derivative(-3));
        assertEquals(1, ACTIVATION.derivative(3));
        assertArrayEquals(new double[] {0, 1}, derivatives(-3, 3), 1e-300);
        assertArrayEquals(new double[] {-0.5, 1.5}, derivatives(Math.nextUp(-3.0), Math.nextDown(3.0)), 1e-15);
    }

    @Test
    void handlesLimitsAndNaN() {
        double[] x = {Double.POSITIVE_INFINITY, 1e308, Double.NEGATIVE_INFINITY, -1e308, Double.NaN};
        double[] y = new double[5];
        double[] second = new double[5];
        ElementwiseFunction function = new ElementwiseFunction.Hardswish();
        function.forward(x, y, 5);
        function.secondDerivative(x, y, second, 5);
        assertArrayEquals(new double[] {Double.POSITIVE_INFINITY, 1e308, 0, 0, Double.NaN}, y);
        assertArrayEquals(new double[] {1, 1, 0, 0, Double.NaN}, derivatives(x), 1e-300);
        assertArrayEquals(new double[] {0, 0, 0, 0, Double.NaN}, second);
        assertTrue(Double.isNaN(ACTIVATION.value(Double.NaN)));
        assertEquals(0.0, ACTIVATION.value(-4));
    }

    @Test
    void derivativesAgreeWithCentralDifferencesAwayFromTheKinks() {
        double h = 1e-5;
        double[] second = new double[1];
        for (double x = -4.95; x < 5; x += 0.1) {
            double slope = (ACTIVATION.value(x + h) - ACTIVATION.value(x - h)) / (2 * h);
            assertEquals(slope, ACTIVATION.derivative(x), 1e-9, "at " + x);
            double change = (ACTIVATION.derivative(x + h) - ACTIVATION.derivative(x - h)) / (2 * h);
            new ElementwiseFunction.Hardswish().secondDerivative(new double[] {x}, new double[1], second, 1);
            assertEquals(change, second[0], 1e-9, "at " + x);
        }
    }
}
