package hyperlab.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.rule.InvalidInputException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialCurveTest {
    /** A curve of 101 points with its minimum at step 37 and its maximum at step 63. */
    private static final TrialCurve LONG = new TrialCurve(
            IntStream.rangeClosed(0, 100).boxed().toList(),
            IntStream.rangeClosed(0, 100)
                    .mapToObj(step -> step == 37 ? -5.0 : step == 63 ? 5.0 : 0.0)
                    .toList(),
            101);

    @Test
    void thinningKeepsFirstLastAndBest() {
        TrialCurve lowest = LONG.thinned(5, false);

        assertEquals(List.of(0, 33, 37, 66, 100), lowest.steps());
        assertEquals(List.of(0.0, 0.0, -5.0, 0.0, 0.0), lowest.values());
        assertEquals(List.of(0, 33, 63, 66, 100), LONG.thinned(5, true).steps());
        assertEquals(List.of(0, 37, 100), LONG.thinned(3, false).steps());
        assertEquals(101, lowest.recorded());
        assertTrue(lowest.isThinned());
        assertFalse(LONG.isThinned());
        assertSame(LONG, LONG.thinned(101, false));
    }

    @Test
    void damagedCurvesAreRejected() {
        assertThrows(InvalidInputException.class, () -> new TrialCurve(List.of(1, 1), List.of(0.0, 0.0), 2));
        assertThrows(InvalidInputException.class, () -> new TrialCurve(List.of(1), List.of(), 1));
        assertThrows(InvalidInputException.class, () -> new TrialCurve(List.of(1), List.of(0.0), 0));
        assertThrows(InvalidInputException.class, () -> new TrialCurve(List.of(1), List.of(Double.NaN), 1));
    }
}
