package hyperlab.chart.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.random.RandomStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BoundedSeriesTest {
    @Test
    void boundsTenMillionPointsAndPreservesPeaks() {
        BoundedSeries series = new BoundedSeries();
        int count = 10_000_000;
        for (int i = 0; i < count; i++) {
            series.add(i, i == 1_234_567 ? 50 : i == 7_654_321 ? -50 : Math.sin(i * 1e-5));
        }
        Curve curve = series.curve();
        assertTrue(curve.size() <= BoundedSeries.MAX_POINTS, "points " + curve.size());
        assertTrue(curve.size() > BoundedSeries.MAX_POINTS / 5, "points " + curve.size());
        assertEquals(count, series.count());
        assertTrue(has(curve, 1_234_567, 50));
        assertTrue(has(curve, 7_654_321, -50));
        assertEquals(0, curve.x(0));
        assertEquals(count - 1, curve.x(curve.size() - 1));
    }

    @Property(tries = 300)
    void retainsAddedPointsInOrderWithExtremes(
            @ForAll @IntRange(min = 1, max = 5_000) int count, @ForAll @IntRange(min = 8, max = 100) int most) {
        BoundedSeries series = new BoundedSeries(most);
        RandomStream random = RandomStream.named(count, "points");
        double[] added = new double[count];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            added[i] = random.nextInt(50);
            low = Math.min(low, added[i]);
            high = Math.max(high, added[i]);
            series.add(i, added[i]);
        }
        Curve curve = series.curve();
        assertTrue(curve.size() <= most);
        double foundLow = Double.POSITIVE_INFINITY;
        double foundHigh = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < curve.size(); i++) {
            assertEquals(added[(int) curve.x(i)], curve.y(i));
            assertTrue(i == 0 || curve.x(i) > curve.x(i - 1));
            foundLow = Math.min(foundLow, curve.y(i));
            foundHigh = Math.max(foundHigh, curve.y(i));
        }
        assertEquals(low, foundLow);
        assertEquals(high, foundHigh);
        assertEquals(0, curve.x(0));
        assertEquals(count - 1, curve.x(curve.size() - 1));
    }

    @Test
    void retainsFewPointsUnchanged() {
        BoundedSeries series = new BoundedSeries();
        for (int i = 0; i < 900; i++) {
            series.add(i, i % 7);
        }
        assertEquals(900, series.curve().size());
        assertEquals(3, series.curve().y(10));
    }

    @Test
    void ignoresNonFiniteValues() {
        BoundedSeries series = new BoundedSeries();
        series.add(0, Double.NaN);
        series.add(1, Double.POSITIVE_INFINITY);
        series.add(Double.NaN, 1);
        assertEquals(0, series.curve().size());
        series.add(2, 5);
        assertEquals(1, series.curve().size());
        series.clear();
        assertEquals(0, series.count());
        assertEquals(0, series.curve().size());
        assertThrows(IllegalArgumentException.class, () -> new BoundedSeries(7));
    }

    private static boolean has(Curve curve, double x, double y) {
        for (int i = 0; i < curve.size(); i++) {
            if (curve.x(i) == x && curve.y(i) == y) {
                return true;
            }
        }
        return false;
    }
}
