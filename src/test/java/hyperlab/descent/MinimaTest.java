package hyperlab.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MinimaTest {
    @Test
    void distanceIsToTheNearest() {
        Objective himmelblau = Objectives.of("himmelblau");
        assertEquals(5, Minima.distance(himmelblau, 6, 6).orElseThrow(), 1e-12);
        assertEquals(0, Minima.distance(himmelblau, 3, 2).orElseThrow());
        assertEquals(2.5, Minima.distance(Objectives.of("parabola"), -2.5).orElseThrow());
    }

    @Test
    void whereNoneIsKnownThereIsNone() {
        assertTrue(Minima.distance(Objectives.of("x + y"), 1, 1).isEmpty());
        assertTrue(Minima.lowest(Objectives.of("x")).isEmpty());
    }

    @Test
    void theLowestCounts() {
        Objective well = Objectives.of("doubleWell");
        assertEquals(well.minima().get(0).value(), Minima.lowest(well).orElseThrow());
    }
}
