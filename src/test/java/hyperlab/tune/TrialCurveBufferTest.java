package hyperlab.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrialCurveBufferTest {
    /** The value is the epoch, except for the smallest one at epoch 7. */
    private static TrialCurveBuffer filled(int last, boolean largerIsBetter) {
        TrialCurveBuffer buffer = new TrialCurveBuffer(4, largerIsBetter);
        for (int epoch = 0; epoch <= last; epoch++) {
            buffer.add(epoch, epoch == 7 ? -1 : epoch);
        }
        return buffer;
    }

    @Test
    void keepsEveryEpochWhileThereIsRoom() {
        TrialCurve curve = filled(3, false).curve();
        assertEquals(List.of(0, 1, 2, 3), curve.steps());
        assertEquals(List.of(0.0, 1.0, 2.0, 3.0), curve.values());
        assertFalse(curve.isThinned());
    }

    @Test
    void thenKeepsMultiplesTheLastAndTheBest() {
        assertEquals(List.of(0, 2, 4), filled(4, false).curve().steps());
        TrialCurve curve = filled(10, false).curve();
        assertEquals(List.of(0, 4, 7, 8, 10), curve.steps());
        assertEquals(List.of(0.0, 4.0, -1.0, 8.0, 10.0), curve.values());
        assertEquals(11, curve.recorded());
        assertTrue(curve.isThinned());
        assertEquals(List.of(0, 4, 8, 10), filled(10, true).curve().steps());
    }

    @Test
    void trainingAgainFromTheStartChangesNothing() {
        TrialCurveBuffer buffer = filled(5, false);
        for (int epoch = 0; epoch <= 10; epoch++) {
            buffer.add(epoch, epoch == 7 ? -1 : epoch);
        }
        assertEquals(filled(10, false).curve(), buffer.curve());
    }

    @Test
    void leavesOutValuesThatAreNotFinite() {
        TrialCurveBuffer buffer = new TrialCurveBuffer(4, false);
        buffer.add(0, 0.5);
        buffer.add(1, Double.POSITIVE_INFINITY);
        buffer.add(2, Double.NaN);
        assertEquals(new TrialCurve(List.of(0), List.of(0.5), 1), buffer.curve());
        assertEquals(TrialCurve.EMPTY, new TrialCurveBuffer(4, false).curve());
    }
}
