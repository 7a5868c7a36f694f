package hyperlab.ui.control.slider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SliderScaleTest {
    private static final SliderScale RATES = new LogScale(0.001, 10);
    private static final SliderScale BATCHES = new PowerScale(10, Integer.MAX_VALUE, "full");

    @Test
    void decadesHaveEqualLengthOnALogarithmicScale() {
        assertEquals(0, RATES.fraction(0.001), 1e-12);
        assertEquals(0.25, RATES.fraction(0.01), 1e-12);
        assertEquals(0.5, RATES.fraction(0.1), 1e-12);
        assertEquals(1, RATES.fraction(10), 1e-12);
    }

    @Test
    void smallLogarithmicStepsAlwaysMoveAndLargeStepsAreDecades() {
        double value = 0.001;
        for (int k = 0; k < 80; k++) {
            double next = RATES.step(value, 1);
            assertTrue(next > value, value + " → " + next);
            value = next;
        }
        assertEquals(10, value);
        assertEquals(1, RATES.step(0.1, RATES.largeStep()), 1e-12);
    }

    @Test
    void positionsGiveRoundNumbers() {
        assertEquals(0.1, RATES.value(0.5));
        assertEquals(0.003, new LogScale(0.001, 10).value(Math.log10(3) / 4));
        assertEquals(0.3, new LinearScale(0, 1, 0.1).value(0.31));
    }

    @Test
    void logarithmicTicksMarkDecades() {
        assertEquals(
                List.of("0.001", "0.01", "0.1", "1", "10"),
                RATES.ticks().stream().map(SliderTick::label).toList());
    }

    @Test
    void linearStepStaysWithinTheEnds() {
        SliderScale scale = new LinearScale(0, 0.99, 0.01);
        assertEquals(0.99, scale.step(0.985, 3));
        assertEquals(0, scale.step(0.02, -5));
    }

    @Test
    void powersOfTwoAreEvenlySpacedAndTheFullBatchIsLast() {
        assertEquals(1, BATCHES.value(0));
        assertEquals(1024, BATCHES.value(10 / 11.0));
        assertEquals(Integer.MAX_VALUE, BATCHES.value(1));
        assertEquals(64, BATCHES.step(32, 1));
        assertEquals(Integer.MAX_VALUE, BATCHES.step(1024, 1));
    }

    @Test
    void typedBatchSizeStepsToTheNearestPowers() {
        assertEquals(64, BATCHES.step(48, 1));
        assertEquals(32, BATCHES.step(48, -1));
        assertTrue(BATCHES.fraction(5000) < 1);
    }

    @Test
    void zeroHasItsOwnPlaceLeftOfTheLogarithmicPart() {
        SliderScale penalties = new ZeroLogScale(new LogScale(1e-5, 1));
        assertEquals(0, penalties.value(0));
        assertEquals(0, penalties.value(0.04));
        assertEquals(1e-5, penalties.value(0.06));
        assertEquals(0.1, penalties.fraction(1e-5), 1e-12);
        assertEquals(0.82, penalties.fraction(0.1), 1e-12);
        assertEquals(0.1, penalties.value(0.82));
        assertEquals(1, penalties.value(1));
        assertTrue(penalties.fraction(1e-9) > 0, "a tiny number is not shown as 0");
        assertEquals(1e-5, penalties.step(0, 1));
        assertEquals(0, penalties.step(1e-5, -1));
        assertEquals(0, penalties.step(0, -1));
        assertEquals(0.1, penalties.step(0.01, penalties.largeStep()));
        assertEquals("0", penalties.ticks().get(0).label());
    }
}
