package hyperlab.chart.axis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.tune.SearchDimension;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitIntervalTicksTest {
    private static final SearchDimension WIDE = new SearchDimension.LogDimension(3e-6, 1);
    private static final SearchDimension NARROW = new SearchDimension.LogDimension(3e-4, 1);

    private static List<String> texts(List<UnitIntervalTicks.Tick> ticks) {
        return ticks.stream().map(UnitIntervalTicks.Tick::text).toList();
    }

    /** The ends of a range are not 3×10⁻⁶ and 1 with 0.001 between them. */
    @Test
    void labelsOfOneAxisHaveOneForm() {
        assertEquals(List.of("3×10⁻⁶", "10⁻⁴", "10⁻²", "10⁰"), texts(UnitIntervalTicks.withEnds(WIDE, 4)));
        assertEquals(List.of("0.0003", "0.01", "1"), texts(UnitIntervalTicks.withEnds(NARROW, 2)));
    }

    @Test
    void valuesOfOneColumnHaveOneForm() {
        assertEquals("3×10⁻⁶", UnitIntervalTicks.formatValue(WIDE, "3e-6"));
        assertEquals("2.5×10⁻³", UnitIntervalTicks.formatValue(WIDE, "0.0025"));
        assertEquals("0.0025", UnitIntervalTicks.formatValue(NARROW, "0.0025"));
        assertEquals("adam", UnitIntervalTicks.formatValue(WIDE, "\"adam\""));
    }
}
