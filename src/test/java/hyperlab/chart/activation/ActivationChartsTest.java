package hyperlab.chart.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;
import hyperlab.nn.Activation;
import hyperlab.nn.ActivationCurve;
import hyperlab.nn.ActivationShape;
import hyperlab.nn.ExampleMaxoutUnit;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationChartsTest {
    private static final Texts KOREAN = Texts.in(Language.KOREAN);

    private static void assertMatchesReference(String name, ChartTheme theme, JFreeChart chart) {
        GoldenImage.assertMatchesReference(name, theme, chart, 480, 300);
    }

    // functions

    private static FunctionChart.Line line(int series, Activation activation, boolean derivative, boolean chosen) {
        ActivationCurve curve = ActivationCurve.of(activation, -4, 4, 161);
        return new FunctionChart.Line(
                series,
                activation.name(),
                curve.x(),
                derivative ? curve.derivative() : curve.value(),
                derivative ? activation.derivative(1.5) : activation.value(1.5),
                chosen);
    }

    /**
     * A piecewise linear, a smooth, and a maxout function: dots at the jumps, hatching where the smooth one saturates,
     * and thin lines.
     */
    private static FunctionChart functions(ChartTheme theme, boolean derivative) {
        Activation tanh = new Activation.Tanh();
        ExampleMaxoutUnit lines = new ExampleMaxoutUnit(3);
        FunctionChart chart = new FunctionChart(KOREAN, theme);
        chart.show(new FunctionChart.Model(
                List.of(
                        line(2, new Activation.Relu(), derivative, false),
                        line(6, new Activation.Maxout(3), derivative, false),
                        line(1, tanh, derivative, true)),
                -4,
                4,
                derivative ? Double.NEGATIVE_INFINITY : -2,
                derivative ? Double.POSITIVE_INFINITY : 2,
                1.5,
                ActivationShape.saturatedIntervals(tanh, -4, 4, 0.05, 1601),
                1,
                "포화",
                derivative
                        ? List.of()
                        : IntStream.range(0, 3)
                                .mapToObj(piece ->
                                        new FunctionChart.LinePiece(lines.line(piece, -4), lines.line(piece, 4), 6))
                                .toList()));
        return chart;
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void functionsMatchReferenceImage(ChartTheme theme) {
        assertMatchesReference(
                "activation-function", theme, functions(theme, false).chart());
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void derivativesMatchReferenceImage(ChartTheme theme) {
        assertMatchesReference(
                "activation-derivative", theme, functions(theme, true).chart());
    }

    /** The sigmoid, whose saturated ranges are hatched, and ELU, which runs along the bottom of the left one. */
    private static BufferedImage sigmoidAndElu(String hatchedName) {
        FunctionChart chart = new FunctionChart(KOREAN, ChartTheme.LIGHT);
        chart.show(new FunctionChart.Model(
                List.of(line(2, new Activation.Elu(1), false, false), line(0, new Activation.Sigmoid(), false, true)),
                -4,
                4,
                -2,
                2,
                1.5,
                List.of(new double[] {-4, -2}),
                0,
                hatchedName,
                List.of()));
        return chart.chart().createBufferedImage(480, 180);
    }

    @Test
    void theNameOfASaturatedRangeCoversNoCurve() {
        BufferedImage named = sigmoidAndElu("포화");
        BufferedImage unnamed = sigmoidAndElu("");
        int curve = ChartTheme.LIGHT.series(2).getRGB();
        int pixels = 0;
        for (int x = 0; x < unnamed.getWidth(); x++) {
            for (int y = 0; y < unnamed.getHeight(); y++) {
                if (unnamed.getRGB(x, y) == curve) {
                    pixels++;
                    assertEquals(curve, named.getRGB(x, y), x + ", " + y);
                }
            }
        }
        assertTrue(pixels > 50, "pixels of the curve: " + pixels);
    }

    // medians

    private static MedianChart.Line falling(String name, int series, double factor) {
        double[] x = IntStream.range(0, 20).mapToDouble(k -> k).toArray();
        return new MedianChart.Line(
                name,
                CurveStyle.series(series).with(MarkerShape.NONE),
                x,
                at(x, k -> Math.pow(factor, k)),
                at(x, k -> Math.pow(factor, k * 1.1)),
                at(x, k -> Math.pow(factor, k * 0.9)));
    }

    private static double[] at(double[] x, DoubleUnaryOperator function) {
        return IntStream.range(0, x.length)
                .mapToDouble(k -> function.applyAsDouble(x[k]))
                .toArray();
    }

    private static MedianChart.Model medians(List<MedianChart.Line> lines, boolean logarithmic) {
        return new MedianChart.Model(lines, 0, 19, false, logarithmic, "거슬러 온 층 수", "기울기 크기", 0.1, 10, 1, 12, "");
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void vanishingGradientMatchesReferenceImage(ChartTheme theme) {
        MedianChart chart = new MedianChart(KOREAN, ChartTheme.LIGHT);
        chart.show(medians(List.of(falling("시그모이드, Xavier", 0, 0.23), falling("ReLU, He", 2, 0.99)), true));
        chart.style(ChartStyle.of(theme));
        assertMatchesReference("activation-vanishing", theme, chart.chart());
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void proportionsByRateMatchReferenceImage(ChartTheme theme) {
        double[] rates = {0.125, 0.25, 0.5, 1, 2};
        MedianChart chart = new MedianChart(KOREAN, theme);
        chart.show(new MedianChart.Model(
                List.of(
                        new MedianChart.Line(
                                "ReLU",
                                CurveStyle.series(2),
                                rates,
                                new double[] {0, 0, 2, 22, 50},
                                new double[] {0, 0, 0, 15, 48},
                                new double[] {0, 1, 4, 34, 51}),
                        new MedianChart.Line(
                                "Leaky ReLU",
                                CurveStyle.series(4),
                                rates,
                                new double[] {0, 0, 1, 11, Double.NaN},
                                new double[] {0, 0, 0, 10, Double.NaN},
                                new double[] {0, 0, 2, 12, Double.NaN})),
                0.125,
                2,
                true,
                false,
                "학습률 η",
                "비율",
                0,
                100,
                Double.NaN,
                1,
                ""));
        assertMatchesReference("activation-dead", theme, chart.chart());
    }

    @Test
    void axisCoversLinesBandsAndLevel() {
        MedianChart chart = new MedianChart(KOREAN, ChartTheme.LIGHT);
        chart.show(medians(List.of(falling("a", 0, 0.5)), true));
        ValueAxis axis = chart.chart().getXYPlot().getRangeAxis();
        assertTrue(axis instanceof LogarithmicAxis);
        assertTrue(axis.getLowerBound() < Math.pow(0.5, 19 * 1.1) && axis.getUpperBound() > 10);
        chart.show(medians(List.of(falling("a", 0, 0.5)), false));
        axis = chart.chart().getXYPlot().getRangeAxis();
        assertTrue(axis instanceof LinearAxis);
        assertTrue(axis.getLowerBound() < 0 && axis.getUpperBound() > 10);
    }

    @Test
    void extremeLineDoesNotFlattenOthers() {
        MedianChart chart = new MedianChart(KOREAN, ChartTheme.LIGHT);
        chart.show(medians(List.of(falling("a", 0, 1e-9)), true));
        assertTrue(chart.chart().getXYPlot().getRangeAxis().getLowerBound() > 1e-45);
    }

    @Test
    void drawsChartWithoutLinesOrFiniteValues() {
        MedianChart chart = new MedianChart(KOREAN, ChartTheme.LIGHT);
        BufferedImage empty = GoldenImage.draw(chart.chart(), 300, 200);
        assertEquals(300, empty.getWidth());
        double[] nothing = {Double.NaN, Double.NaN};
        chart.show(medians(
                List.of(new MedianChart.Line(
                        "a", CurveStyle.series(0), new double[] {0, 1}, nothing, nothing, nothing)),
                true));
        GoldenImage.draw(chart.chart(), 300, 200);
        assertEquals(0.1, chart.chart().getXYPlot().getRangeAxis().getLowerBound(), 0.05);
        chart.texts(Texts.in(Language.ENGLISH));
        assertTrue(chart.chart().getXYPlot().getRangeAxis().getLabel().contains("log scale"));
    }

    // Maxout

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void maxoutUnitMatchesReferenceImage(ChartTheme theme) {
        DoubleUnaryOperator left = x -> -1.2 * x - 0.8;
        DoubleUnaryOperator right = x -> 1.4 * x - 0.9;
        DoubleUnaryOperator flat = x -> 0.1 * x + 0.1;
        MaxoutChart chart = new MaxoutChart(KOREAN, ChartTheme.LIGHT);
        chart.show(new MaxoutChart.Model(
                3,
                x -> x * x / 2,
                "½x²",
                List.of(left, right, flat),
                x -> Math.max(flat.applyAsDouble(x), Math.max(left.applyAsDouble(x), right.applyAsDouble(x))),
                "출력"));
        chart.style(ChartStyle.of(theme));
        assertMatchesReference("activation-maxout", theme, chart.chart());
        assertFalse(chart.chart().getXYPlot().getDomainAxis().getLabel().isBlank());
    }
}
