package hyperlab.chart.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.style.StyledAnnotation.VisiblePart;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

class VisiblePartTest {
    @Test
    void fullIntervalIsExact() {
        VisiblePart whole = VisiblePart.of(new Range(-0.1, 0.7), -0.1, 0.7);
        assertEquals(new VisiblePart(0, 1), whole);
        assertEquals(0.3, whole.at(0.3));
    }

    @Test
    void zoomedPlotShowsPartAndMarginsAreOutside() {
        VisiblePart zoomed = VisiblePart.of(new Range(2, 4), 0, 8);
        assertEquals(0.375, zoomed.at(0.5));
        VisiblePart wider = VisiblePart.of(new Range(-8, 16), 0, 8);
        assertTrue(wider.contains(0.5, 0.01));
        assertTrue(wider.contains(1 / 3.0 - 0.005, 0.01));
        assertFalse(wider.contains(0.2, 0.01));
        assertFalse(wider.contains(0.8, 0.01));
    }
}
