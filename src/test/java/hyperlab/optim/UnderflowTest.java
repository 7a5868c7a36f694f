package hyperlab.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.random.RandomStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnderflowTest {
    @Test
    void leavesSignificantNumbersUnchanged() {
        RandomStream stream = RandomStream.named(1, "moments");
        for (int exponent = -900; exponent < 1023; exponent++) {
            double moment = Math.scalb(1 + stream.nextDouble(), exponent);
            assertEquals(moment, Underflow.flushToZero(moment));
            assertEquals(-moment, Underflow.flushToZero(-moment));
        }
        assertEquals(0, Underflow.flushToZero(0));
        assertEquals(Double.POSITIVE_INFINITY, Underflow.flushToZero(Double.POSITIVE_INFINITY));
        assertEquals(Double.NaN, Underflow.flushToZero(Double.NaN));
    }

    @Test
    void flushesSubnormalNumbersToZero() {
        for (int exponent = -1074; exponent < -900; exponent++) {
            double size = Math.abs(Underflow.flushToZero(Math.scalb(1.37, exponent)));
            assertTrue(size == 0 || size >= Double.MIN_NORMAL, "2^" + exponent);
        }
    }

    static Stream<Optimizer> optimizers() {
        return Stream.concat(Optimizer.all().stream(), Stream.of(new Sgd(0.9, false), new Sgd(0.9, true)));
    }

    /** One gradient of 1, followed by zeros: the moments shrink, but do not become subnormal. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void momentumNeverTurnsSubnormalUnderZeroGradients(Optimizer optimizer) {
        OptimizerState state = optimizer.createState(1, false);
        double[] parameter = {1};
        state.step(parameter, new double[] {1}, 1e-3);
        double[] zeroGradient = {0};
        for (int step = 0; step < 80_000; step++) {
            state.step(parameter, zeroGradient, 1e-3);
        }
        double momentumPart = Math.abs(state.terms(zeroGradient).momentumPart(0));
        assertTrue(momentumPart == 0 || momentumPart >= Double.MIN_NORMAL, () -> "" + momentumPart);
        assertTrue(momentumPart < 1e-280, () -> "" + momentumPart);
    }
}
