package hyperlab.chart.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeedsChartTest {
    private static final double[] BEFORE = {81.6, 76.3, 84.2, 79, 81.6, 81.6, 84.2, 81.6, 79.0, 81.6};
    private static final double[] AFTER = {100, 100, 97.4, 100, 100, 100, 97.4, 100, 100, 100};

    private static void assertLooks(String name, ChartTheme theme, SeedsChart.Model model, int width, int height) {
        SeedsChart chart = new SeedsChart(ChartTheme.LIGHT);
        chart.show(model);
        chart.style(ChartStyle.of(theme));
        GoldenImage.assertMatchesReference(
                name + "-" + theme.name().toLowerCase(Locale.ROOT), chart.chart(), width, height);
    }

    private static SeedsChart.Model picture(boolean points, boolean band) {
        return new SeedsChart.Model(
                List.of(new SeedsChart.Row("전", 1, BEFORE), new SeedsChart.Row("후", 0, AFTER)), 100, "%", points, band);
    }

    @ParameterizedTest
    @EnumSource
    void drawsSeedsMedianAndInterquartileRange(ChartTheme theme) {
        assertLooks("scores", theme, picture(true, true), 320, 116);
    }

    @ParameterizedTest
    @EnumSource
    void supportsThreeRowsWithoutPointsOrBand(ChartTheme theme) {
        double[] wide = DoubleStream.iterate(48, value -> value + 2.3).limit(12).toArray();
        double[] astray = {55, Double.NaN, 61, Double.POSITIVE_INFINITY, 58};
        SeedsChart.Model plain = new SeedsChart.Model(
                List.of(
                        new SeedsChart.Row("Baseline", 1, wide),
                        new SeedsChart.Row("Tuned", 0, new double[] {52, 53, 52.5}),
                        new SeedsChart.Row("Set back", 2, astray)),
                Double.POSITIVE_INFINITY,
                "",
                false,
                false);
        assertLooks("scores-plain", theme, plain, 420, 170);
    }

    @Test
    void equalSeedsDoNotMagnifyTheirDigits() {
        assertEquals(new Range(96, 100), SeedStrips.axisRange(100, 100, 100));
        Range loss = SeedStrips.axisRange(0.4, 0.4, Double.POSITIVE_INFINITY);
        assertTrue(loss.getLowerBound() < 0.4 && loss.getUpperBound() > 0.4);
        assertTrue(loss.getLength() > 0.02, "5 % of the value");
        assertTrue(SeedStrips.axisRange(0, 0, Double.POSITIVE_INFINITY).getLength() > 1);
        assertEquals(
                0, SeedStrips.axisRange(0.1, 3.8, Double.POSITIVE_INFINITY).getLowerBound(), "no loss is negative");
        assertTrue(SeedStrips.axisRange(-0.1, 3.8, Double.POSITIVE_INFINITY).getLowerBound() < 0);
    }

    @ParameterizedTest
    @EnumSource
    void legendNamesParts(ChartTheme theme) {
        SeedsChart.Model key = new SeedsChart.Model(
                List.of(new SeedsChart.Row("", 0, new double[] {0, 14, 37, 46, 49, 58, 63, 71, 86, 100})),
                100,
                "",
                true,
                true,
                new SeedsChart.PartNames("median", "least", "greatest", "band: middle half"));
        assertLooks("scores-key", theme, key, 300, 80);
    }
}
