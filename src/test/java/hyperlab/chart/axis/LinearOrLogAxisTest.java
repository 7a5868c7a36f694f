package hyperlab.chart.axis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.text.Language;
import hyperlab.text.Texts;
import org.jfree.chart.axis.ValueAxis;
import org.junit.jupiter.api.Test;

class LinearOrLogAxisTest {
    private static final Texts TEXTS = Texts.in(Language.ENGLISH);

    private final LinearOrLogAxis axis = new LinearOrLogAxis(LinearAxis.ofValues());

    private static ValueBounds bounds(double... values) {
        ValueBounds bounds = new ValueBounds(false);
        bounds.add(values);
        return bounds;
    }

    private static void assertRange(double low, double high, ValueAxis axis) {
        assertEquals(low, axis.getLowerBound(), 1e-9);
        assertEquals(high, axis.getUpperBound(), 1e-9);
    }

    @Test
    void linearAxisHasNoMarginBelowItsLowestValue() {
        axis.fit(false, bounds(2, 4), Double.NaN, Double.NaN, 0.1, 0.2);
        assertRange(1.8, 4.4, axis.linear());
        axis.fit(false, bounds(2, 4), 0, 9, 0.1, 0.2);
        assertRange(0, 10.8, axis.linear());
        axis.fit(false, bounds(2, 4), 3, 3, 0.1, 0.2);
        assertRange(1.8, 4.4, axis.linear());
    }

    @Test
    void logarithmicAxisHasMarginsInDecades() {
        axis.fit(true, bounds(1, 100), Double.NaN, Double.NaN, 0.5, 0.25);
        assertRange(0.1, 100 * Math.sqrt(10), axis.logarithmic());
    }

    @Test
    void singleValueHasRange() {
        axis.fit(true, bounds(10), Double.NaN, Double.NaN, 1, 1);
        assertRange(10 / Math.pow(10, 0.3), 10 * Math.pow(10, 0.3), axis.logarithmic());
        axis.fit(false, bounds(10), Double.NaN, Double.NaN, 0.1, 0.1);
        assertRange(9, 11, axis.linear());
    }

    @Test
    void usesDefaultRangeWithoutValues() {
        axis.fit(true, bounds(), Double.NaN, Double.NaN, 0, 0);
        assertRange(1, 10, axis.logarithmic());
        axis.fit(false, bounds(), Double.NaN, Double.NaN, 0, 0);
        assertRange(0, 1, axis.linear());
    }

    @Test
    void titleMentionsLogarithmicScale() {
        assertEquals("loss", axis.titled(false, "loss", TEXTS).getLabel());
        assertEquals(
                TEXTS.get("chart.logScale", "loss"),
                axis.titled(true, "loss", TEXTS).getLabel());
        assertEquals("", axis.titled(true, "", TEXTS).getLabel());
    }
}
