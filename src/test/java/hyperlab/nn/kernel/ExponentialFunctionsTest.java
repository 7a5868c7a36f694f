package hyperlab.nn.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.random.RandomStream;
import org.junit.jupiter.api.Test;

class ExponentialFunctionsTest {
    private final ExponentialFunctions exponential = new ExponentialFunctions();

    /** Values of both signs and of all magnitudes, from almost 0 to far into saturation. */
    private static double[] samples() {
        RandomStream stream = RandomStream.named(1, "x");
        double[] x = new double[20_000];
        for (int i = 0; i < x.length; i++) {
            double size = StrictMath.pow(10, stream.nextDouble(-12, 2.8));
            x[i] = i % 2 == 0 ? size : -size;
        }
        return x;
    }

    @Test
    void tanhIsExactToAFewUnitsInTheLastPlace() {
        double[] x = samples();
        double[] y = new double[x.length];
        exponential.tanh(x, y, x.length);
        for (int i = 0; i < x.length; i++) {
            assertRelative(StrictMath.tanh(x[i]), y[i], x[i]);
        }
    }

    @Test
    void exponentialMinusOneIsExactToAFewUnitsInTheLastPlace() {
        double[] x = samples();
        double[] y = new double[x.length];
        exponential.expm1(x, y, x.length);
        for (int i = 0; i < x.length; i++) {
            assertRelative(StrictMath.expm1(x[i]), y[i], x[i]);
        }
    }

    @Test
    void sigmoidIsExactToAFewUnitsInTheLastPlace() {
        double[] x = samples();
        double[] y = new double[x.length];
        exponential.sigmoid(x, y, x.length);
        for (int i = 0; i < x.length; i++) {
            double e = StrictMath.exp(-Math.abs(x[i]));
            assertRelative(x[i] >= 0 ? 1 / (1 + e) : e / (1 + e), y[i], x[i]);
        }
    }

    private static void assertRelative(double expected, double actual, double at) {
        assertEquals(expected, actual, 1e-15 * Math.abs(expected), "at " + at);
    }

    @Test
    void extremesSaturateAndNaNPropagates() {
        double[] x = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, -1e300, 0, Double.NaN};
        double[] y = new double[x.length];
        exponential.tanh(x, y, x.length);
        assertEquals(1, y[0]);
        assertEquals(-1, y[1]);
        assertEquals(1, y[2]);
        assertEquals(-1, y[3]);
        assertEquals(0, y[4]);
        assertTrue(Double.isNaN(y[5]));
        exponential.sigmoid(x, y, x.length);
        assertEquals(1, y[0]);
        assertEquals(0, y[1], 1e-300);
        assertEquals(0.5, y[4]);
        assertTrue(Double.isNaN(y[5]));
        exponential.expm1(x, y, x.length);
        assertEquals(-1, y[1]);
        assertEquals(0, y[4]);
        assertTrue(Double.isNaN(y[5]));
    }
}
