package hyperlab.chart.axis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Property
    void hasTwoToSixTicksWithinRange(
            @ForAll @DoubleRange(min = -1e4, max = 1e4) double low, @ForAll @IntRange(min = -9, max = 9) int exponent) {
        double high = low + Math.pow(10, exponent) * 1.7 + Math.abs(low) * 1e-6;
        List<Double> ticks = Ticks.linear(low, high, 6);
        assertTrue(ticks.size() >= 2 && ticks.size() <= 6, ticks + " in " + low + " to " + high);
        double slack = (high - low) * 1e-6;
        ticks.forEach(tick -> assertTrue(tick >= low - slack && tick <= high + slack));
    }

    @Property
    void hasTwoToSixLogarithmicTicksWithinRange(
            @ForAll @DoubleRange(min = -250, max = 250) double from,
            @ForAll @DoubleRange(min = 0.05, max = 50) double decades) {
        double low = Math.pow(10, from);
        double high = Math.pow(10, from + decades);
        List<Double> ticks = Ticks.logarithmic(low, high, 6);
        assertTrue(!ticks.isEmpty() && ticks.size() <= 6, ticks + " in " + low + " to " + high);
        ticks.forEach(tick -> assertTrue(tick >= low * 0.999 && tick <= high * 1.001, ticks + " " + low + " " + high));
    }

    @Test
    void ticksAreRoundNumbers() {
        assertEquals(List.of(0.0, 5.0, 10.0, 15.0), Ticks.linear(-1.8, 17, 6));
        assertEquals(List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0), rounded(Ticks.linear(0, 1, 6)));
        assertEquals(List.of(0.001, 0.01, 0.1, 1.0, 10.0, 100.0), Ticks.logarithmic(0.0007, 400, 6));
        assertEquals(List.of(0.1, 0.2, 0.5, 1.0), rounded(Ticks.logarithmic(0.1, 1.2, 6)));
        assertEquals(List.of(), Ticks.linear(1, 1, 6));
        assertEquals(List.of(), Ticks.logarithmic(0, 1, 6));
        assertEquals(List.of(), Ticks.logarithmic(1, Double.POSITIVE_INFINITY, 6));
    }

    @Test
    void integerTicksAreIntegers() {
        assertEquals(List.of(0.0, 1.0), Ticks.linear(0, 1, 6, true));
        assertEquals(List.of(0.0, 5.0, 10.0), Ticks.linear(0, 13, 6, true));
    }

    @Test
    void labelsUseMinusSignAndPowersOfTen() {
        assertEquals("−2.5", Ticks.text(-2.5, 2.5));
        assertEquals("0", Ticks.text(-1e-17, 0.2));
        assertEquals("0.3", Ticks.text(3 * 0.1, 0.1));
        assertEquals("80,000", Ticks.text(80_000, 20_000));
        assertEquals("0", Ticks.text(0, 2e5));
        assertEquals("−2.5×10⁵", Ticks.text(-2.5e5, 2.5e5));
        assertEquals("10⁶", Ticks.text(1e6, 2e5));
        assertEquals("10⁻⁵", Ticks.logText(1e-5));
        assertEquals("0.001", Ticks.logText(0.001));
        assertEquals("1000", Ticks.logText(1000));
        assertEquals("115.65866", Ticks.text(115.65866, 2e-5));
        assertEquals("115.65866", Ticks.logText(115.65866, List.of(115.65864, 115.65866, 115.65868)));
        assertEquals("100", Ticks.logText(100, List.of(100.0, 110.0)));
        assertEquals("10⁻⁵", Ticks.logText(1e-5, List.of(1e-5, 1e-4)));
        assertEquals("10⁶", Ticks.logText(1e6));
    }

    @Test
    void largeTicksOfOneLogarithmicAxisHaveOneForm() {
        assertEquals(List.of("10³", "10⁴", "10⁵"), logTexts(1e3, 1e4, 1e5));
        assertEquals(List.of("10⁻²", "10⁰", "10⁶"), logTexts(1e-2, 1.0, 1e6));
        assertEquals(List.of("5×10⁴", "10⁵"), logTexts(5e4, 1e5));
        assertEquals(List.of("0.001", "1", "1000"), logTexts(1e-3, 1.0, 1e3));
        assertEquals(List.of("10⁻⁶", "10⁻³", "10⁰"), logTexts(1e-6, 1e-3, 1.0));
        assertEquals(List.of("3×10⁻⁵", "10⁻³"), logTexts(3e-5, 1e-3));
    }

    private static List<String> logTexts(Double... ticks) {
        return Stream.of(ticks).map(tick -> Ticks.logText(tick, List.of(ticks))).toList();
    }

    private static List<Double> rounded(List<Double> ticks) {
        return ticks.stream().map(tick -> Math.round(tick * 1e9) / 1e9).toList();
    }
}
