package hyperlab.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KnownMinimaTest {
    @Test
    void measuresDistanceToNearestMinimum() {
        ObjectiveFunction himmelblau = ObjectiveFunctions.of("himmelblau");
        assertEquals(5, KnownMinima.distance(himmelblau, 6, 6).orElseThrow(), 1e-12);
        assertEquals(0, KnownMinima.distance(himmelblau, 3, 2).orElseThrow());
        assertEquals(
                2.5,
                KnownMinima.distance(ObjectiveFunctions.of("parabola"), -2.5).orElseThrow());
    }

    @Test
    void hasNoDistanceWithoutKnownMinima() {
        assertTrue(KnownMinima.distance(ObjectiveFunctions.of("x + y"), 1, 1).isEmpty());
        assertTrue(KnownMinima.lowestValue(ObjectiveFunctions.of("x")).isEmpty());
    }

    @Test
    void usesLowestMinimum() {
        ObjectiveFunction well = ObjectiveFunctions.of("doubleWell");
        assertEquals(well.minima().get(0).value(), KnownMinima.lowestValue(well).orElseThrow());
    }
}
