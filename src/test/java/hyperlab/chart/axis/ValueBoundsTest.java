package hyperlab.chart.axis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ValueBoundsTest {
    private static final double[] VALUES = {
        3, Double.NaN, -2, 0, Double.POSITIVE_INFINITY, 0.5, Double.NEGATIVE_INFINITY
    };

    @Test
    void includesFiniteValues() {
        ValueBounds bounds = new ValueBounds(false);
        bounds.add(VALUES);
        assertFalse(bounds.isEmpty());
        assertEquals(-2, bounds.low());
        assertEquals(3, bounds.high());
    }

    @Test
    void includesOnlyPositiveValuesOnLogarithmicAxis() {
        ValueBounds bounds = new ValueBounds(true);
        bounds.add(VALUES);
        assertEquals(0.5, bounds.low());
        assertEquals(3, bounds.high());
    }

    @Test
    void isEmptyWithoutValues() {
        ValueBounds bounds = new ValueBounds(true);
        bounds.add(-1, 0, Double.NaN);
        assertTrue(bounds.isEmpty());
    }
}
