package hyperlab.chart.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.descent.NoisyDescentChart;
import hyperlab.chart.descent.VarianceChart;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.ThemeColor;
import hyperlab.random.RandomStream;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoiseChartsTest {
    private static final int STEPS = 40;
    private static final double FLOOR = 0.2;

    private static void assertMatchesReference(String name, ChartTheme theme, JFreeChart chart) {
        GoldenImage.assertMatchesReference(name, theme, chart, 380, 240);
    }

    private static Curve curve(int from, IntToDoubleFunction y) {
        return Curve.of(
                IntStream.rangeClosed(from, STEPS).asDoubleStream().toArray(),
                IntStream.rangeClosed(from, STEPS).mapToDouble(y).toArray());
    }

    private static double mean(int step) {
        return 3 * Math.pow(0.85, step);
    }

    private static double variance(int step) {
        return FLOOR * (1 - Math.pow(0.85, 2 * step));
    }

    private static NoisyDescentChart.Model walks(double bottom, double top) {
        RandomStream random = RandomStream.named(1, "walks");
        List<Curve> walks = new ArrayList<>();
        for (int walk = 0; walk < 20; walk++) {
            double[] off = {0};
            walks.add(curve(0, step -> {
                off[0] = step == 0 ? 0 : 0.85 * off[0] + 0.235 * random.nextGaussian();
                return mean(step) + off[0];
            }));
        }
        double[] here = walks.stream().mapToDouble(walk -> walk.y(12)).toArray();
        double[] at = walks.stream().mapToDouble(walk -> 12).toArray();
        return new NoisyDescentChart.Model(
                walks,
                ThemeColor.series(0),
                curve(0, NoiseChartsTest::mean),
                "mean",
                curve(0, step -> mean(step) - Math.sqrt(variance(step))),
                curve(0, step -> mean(step) + Math.sqrt(variance(step))),
                "± σ",
                Curve.of(at, here),
                STEPS,
                bottom,
                top,
                "step",
                "x",
                12,
                "step 12");
    }

    private static VarianceChart.Model spread(List<VarianceChart.Point> measured, Curve foretold, double floor) {
        return new VarianceChart.Model(
                measured,
                ThemeColor.series(0),
                foretold,
                floor,
                "floor 0.2",
                STEPS,
                "step",
                "variance of x",
                12,
                "step 12");
    }

    private static List<VarianceChart.Point> measured() {
        return IntStream.iterate(1, step -> step <= STEPS, step -> step + 3)
                .mapToObj(step -> {
                    double value = variance(step) * (step % 2 == 0 ? 1.08 : 0.94);
                    return new VarianceChart.Point(step, value, 0.83 * value, 1.23 * value);
                })
                .toList();
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void pathsMatchReferenceImage(ChartTheme theme) {
        NoisyDescentChart chart = new NoisyDescentChart(theme);
        chart.show(walks(-1.5, 3));
        assertMatchesReference("noisy-walks", theme, chart.chart());
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void varianceMatchesReferenceImage(ChartTheme theme) {
        VarianceChart chart = new VarianceChart(Texts.in(Language.ENGLISH), theme);
        chart.show(spread(measured(), curve(0, NoiseChartsTest::variance), FLOOR));
        assertMatchesReference("variance", theme, chart.chart());
    }

    @Test
    void varianceAxisCoversAtMostTwelveDecades() {
        VarianceChart chart = new VarianceChart(Texts.in(Language.KOREAN), ChartTheme.LIGHT);
        chart.show(spread(measured(), Curve.EMPTY, Double.NaN));
        var axis = chart.chart().getXYPlot().getRangeAxis();
        assertTrue(axis.getLowerBound() < variance(1) && axis.getUpperBound() > 1.23 * FLOOR);
        chart.show(spread(
                List.of(
                        new VarianceChart.Point(1, 1e-30, 1e-31, 1e-29),
                        new VarianceChart.Point(2, 1e20, 1e19, Double.POSITIVE_INFINITY)),
                Curve.EMPTY,
                Double.NaN));
        assertEquals(12, Math.log10(axis.getUpperBound() / axis.getLowerBound()), 12 * 0.29);
        assertTrue(axis.getUpperBound() > 1e20);
        chart.show(spread(List.of(), Curve.EMPTY, Double.NaN));
        assertTrue(axis.getLowerBound() > 0);
        assertTrue(axis.getLabel().contains("로그"), axis.getLabel());
    }

    @Test
    void chartOfSinglePositionHasAxis() {
        NoisyDescentChart chart = new NoisyDescentChart(ChartTheme.LIGHT);
        chart.show(walks(2, 2));
        var axis = chart.chart().getXYPlot().getRangeAxis();
        assertTrue(axis.getLowerBound() < 2 && axis.getUpperBound() > 2);
        GoldenImage.draw(chart.chart(), 300, 200);
    }
}
