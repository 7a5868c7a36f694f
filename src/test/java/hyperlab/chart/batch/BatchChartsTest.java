package hyperlab.chart.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.batch.BatchSizes;
import hyperlab.batch.EpochBatches;
import hyperlab.batch.EpochOrders;
import hyperlab.batch.GradientNoise;
import hyperlab.batch.MiniBatchGradients;
import hyperlab.batch.TwoWeightModel;
import hyperlab.batch.TwoWeightModelSettings;
import hyperlab.chart.ErrorBarLine;
import hyperlab.chart.GoldenImage;
import hyperlab.chart.Pixels;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.PointerReading;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.TextPainter;
import hyperlab.chart.style.ThemeColor;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BatchChartsTest {
    private static final Texts KOREAN = Texts.in(Language.KOREAN);
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final TwoWeightModel IRIS =
            TwoWeightModel.of(TwoWeightModelSettings.DEFAULT, TwoWeightModelSettings.DEFAULT.load(null));

    // strip of batches

    private static EpochStripChart.Model strip(EpochBatches cut, int current) {
        int[] order = new EpochOrders(cut.samples(), true, 42).order(0);
        return new EpochStripChart.Model(
                cut,
                place -> order[place],
                sample -> sample * 3 / cut.samples(),
                List.of(
                        new EpochStripChart.SampleKind("setosa", ThemeColor.series(0)),
                        new EpochStripChart.SampleKind("versicolor", ThemeColor.series(1)),
                        new EpochStripChart.SampleKind("virginica", ThemeColor.series(2))),
                current,
                "에포크 2");
    }

    /** No sample in the strip is of the first kind, so its color is in the legend only. */
    @Test
    void narrowStripStillNamesFirstOfTenKinds() {
        EpochBatches cut = new EpochBatches(50, 10, false);
        EpochStripChart strip = new EpochStripChart(Texts.in(Language.KOREAN), ChartTheme.LIGHT);
        strip.show(new EpochStripChart.Model(
                cut,
                place -> place,
                sample -> 9,
                IntStream.range(0, 10)
                        .mapToObj(kind -> new EpochStripChart.SampleKind(
                                Integer.toString(kind), kind == 0 ? theme -> Color.PINK : ThemeColor.series(kind)))
                        .toList(),
                0,
                "에포크 30: 본 샘플 53,910개 = 30 × 1797"));
        int swatch = Pixels.count(strip.chart().createBufferedImage(560, 110), Color.PINK);
        assertTrue(swatch >= 64, "pixels of the first swatch: " + swatch);
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void stripMatchesReferenceImage(ChartTheme theme) {
        EpochStripChart chart = new EpochStripChart(KOREAN, theme);
        chart.show(strip(new EpochBatches(150, 32, false), 2));
        GoldenImage.assertMatchesReference("strip", theme, chart.chart(), 520, 100);
    }

    @ParameterizedTest
    @CsvSource({"150, 1, 3", "1797, 32, 20", "1797, 1797, 0", "10000, 1, 9999", "150, 32, 5", "2, 1, 0"})
    void everyEpochIsDrawnAndTheBatchWhoseTurnItIsIsLit(int samples, int batch, int current) {
        EpochStripChart chart = new EpochStripChart(KOREAN, ChartTheme.LIGHT);
        EpochBatches cut = new EpochBatches(samples, batch, false);
        chart.show(strip(cut, current));
        BufferedImage image = GoldenImage.draw(chart.chart(), 600, 110);
        int frame = Pixels.count(image, ChartTheme.LIGHT.text());
        chart.show(strip(cut, cut.steps()));
        int none = Pixels.count(GoldenImage.draw(chart.chart(), 600, 110), ChartTheme.LIGHT.text());
        assertEquals(current < cut.steps(), frame > none + 50, frame + " against " + none);
    }

    @Test
    void frameOfTheFirstAndOfTheLastBatchIsWhole() {
        EpochStripChart chart = new EpochStripChart(KOREAN, ChartTheme.LIGHT);
        EpochBatches cut = new EpochBatches(150, 30, false);
        chart.show(strip(cut, 2));
        for (int batch : new int[] {0, 2, 4}) {
            chart.show(strip(cut, batch));
            assertTrue(sides(chart) >= 2, "batch " + batch);
        }
    }

    /** The pixels of the frame's vertical lines in one row of the samples. */
    private static int sides(EpochStripChart chart) {
        BufferedImage row = GoldenImage.draw(chart.chart(), 600, 110).getSubimage(0, 65, 600, 1);
        return (int) IntStream.range(0, 600)
                .filter(x -> new Color(row.getRGB(x, 0)).getRed() < 100
                        && Math.abs(new Color(row.getRGB(x, 0)).getRed() - new Color(row.getRGB(x, 0)).getBlue()) < 20)
                .count();
    }

    /** The text is wider than the batch, but the number of samples fits. */
    @Test
    void labelsNarrowLastBatch() {
        EpochStripChart chart = new EpochStripChart(KOREAN, ChartTheme.LIGHT);
        chart.show(strip(new EpochBatches(150, 32, false), 1));
        BufferedImage image = GoldenImage.draw(chart.chart(), 420, 100);
        BufferedImage below = image.getSubimage(350, 82, 70, 18);
        assertTrue(Pixels.count(below, ChartTheme.LIGHT.background()) < 70 * 18 - 20);
    }

    /** The text of the narrow last batch is wider than the batch, and on a projector wider than its gaps. */
    @ParameterizedTest
    @CsvSource({"1, 520", "1, 560", "1, 620", "1.6667, 900", "1.6667, 980", "1.6667, 1060"})
    void textsOfBatchesDoNotOverlap(double scale, int width) throws ParserConfigurationException {
        for (Language language : Language.values()) {
            for (int current = 0; current < 5; current++) {
                Map<Float, List<Rectangle2D>> rows = new HashMap<>();
                SVGGraphics2D g2 =
                        new SVGGraphics2D(DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .newDocument()) {
                            @Override
                            public void drawString(String text, float x, float y) {
                                rows.computeIfAbsent(y, row -> new ArrayList<>())
                                        .add(new Rectangle2D.Double(x, 0, TextPainter.width(text, getFont()), 1));
                            }
                        };
                EpochStripChart chart = new EpochStripChart(Texts.in(language), ChartTheme.LIGHT);
                chart.style(new ChartStyle(ChartTheme.LIGHT, scale));
                chart.show(strip(new EpochBatches(150, 32, false), current));
                chart.chart().draw(g2, new Rectangle2D.Double(0, 0, width, 130 * scale));
                for (List<Rectangle2D> row : rows.values()) {
                    for (int k = 0; k < row.size(); k++) {
                        for (int other = 0; other < k; other++) {
                            assertFalse(row.get(k).intersects(row.get(other)), language + ", batch " + current);
                        }
                    }
                }
                assertTrue(rows.size() >= 3, "texts above and below: " + rows);
            }
        }
    }

    @Test
    void reportsOmittedSamples() {
        EpochStripChart chart = new EpochStripChart(KOREAN, ChartTheme.LIGHT);
        chart.show(strip(new EpochBatches(150, 32, true), 1));
        BufferedImage dropped = GoldenImage.draw(chart.chart(), 600, 110);
        Color pale = ChartTheme.LIGHT.blendWithBackground(ChartTheme.LIGHT.series(0), 0.14);
        assertTrue(Pixels.count(dropped, pale) > 20);
        chart.show(strip(new EpochBatches(150, 32, false), 1));
        assertEquals(0, Pixels.count(GoldenImage.draw(chart.chart(), 600, 110), pale));
    }

    @Test
    void pointerReadsTheSamplesOfTheStrip() {
        EpochStripChart chart = new EpochStripChart(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);
        chart.show(strip(new EpochBatches(150, 32, true), 1));
        // Four batches of 32 and 22 samples left out, with four gaps of 12 pixels: 5 pixels each. The frame of the
        // current
        // batch has 4 pixels at each end.
        Rectangle2D area = new Rectangle2D.Double(6, 20, 4 + 150 * 5 + 4 * 12 + 4, 110);
        String[] kinds = {"setosa", "versicolor", "virginica"};
        int[] order = new EpochOrders(150, true, 42).order(0);
        assertEquals("sample 1 of the epoch · batch 1\n" + kinds[order[0] / 50], read(chart, 12, area));
        assertEquals("sample 32 of the epoch · batch 1\n" + kinds[order[31] / 50], read(chart, 10 + 31 * 5 + 4, area));
        assertEquals("", read(chart, 10 + 32 * 5 + 6, area), "between two batches");
        assertEquals("sample 33 of the epoch · batch 2\n" + kinds[order[32] / 50], read(chart, 10 + 32 * 5 + 13, area));
        assertEquals(
                "sample 150 of the epoch · left out\n" + kinds[order[149] / 50], read(chart, area.getMaxX() - 6, area));
        assertEquals(
                "", chart.readingAt(12, 25, area).map(PointerReading::position).orElse(""), "above the samples");
    }

    private static String read(EpochStripChart chart, double x, Rectangle2D area) {
        return chart.readingAt(x, 75, area).map(PointerReading::position).orElse("");
    }

    // cloud of gradients

    private static CloudChart.Model cloud(double w1, double w2) {
        GradientNoise noise = GradientNoise.at(IRIS, w1, w2);
        return new CloudChart.Model(
                List.of(
                        new CloudChart.Cloud(
                                curve(MiniBatchGradients.singleSamples(IRIS), w1, w2),
                                CurveStyle.points(ThemeColor.series(3), MarkerShape.DIAMOND)
                                        .radius(2.5),
                                "배치 1",
                                null,
                                false),
                        new CloudChart.Cloud(
                                curve(MiniBatchGradients.of(IRIS, 32, 100, 42), w1, w2),
                                CurveStyle.points(ThemeColor.series(0), MarkerShape.CIRCLE)
                                        .radius(2.5),
                                "배치 32",
                                noise.ellipse(32, 2.45),
                                true)),
                noise.meanX(),
                noise.meanY(),
                "참 기울기",
                "∂L/∂w₁",
                "∂L/∂w₂");
    }

    private static Curve curve(MiniBatchGradients draws, double w1, double w2) {
        return Curve.of(
                numbers(draws, draw -> draws.gradientX(draw, w1, w2)),
                numbers(draws, draw -> draws.gradientY(draw, w1, w2)));
    }

    private static double[] numbers(MiniBatchGradients draws, IntToDoubleFunction number) {
        return IntStream.range(0, draws.count()).mapToDouble(number).toArray();
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void cloudMatchesReferenceImage(ChartTheme theme) {
        CloudChart chart = new CloudChart(theme);
        chart.show(cloud(-0.18, 1.17));
        GoldenImage.assertMatchesReference("cloud", theme, chart.chart(), 300, 260);
    }

    @Test
    void cloudFitsWindowAndEllipseHolds95Percent() {
        CloudChart chart = new CloudChart(ChartTheme.LIGHT);
        chart.show(cloud(-0.18, 1.17));
        XYPlot plot = chart.chart().getXYPlot();
        XYDataset points = plot.getDataset();
        for (int item = 0; item < points.getItemCount(1); item++) {
            assertTrue(plot.getDomainAxis().getRange().contains(points.getXValue(1, item)));
            assertTrue(plot.getRangeAxis().getRange().contains(points.getYValue(1, item)));
        }
        long singles = IntStream.range(0, 150)
                .filter(k -> plot.getDomainAxis().getRange().contains(points.getXValue(0, k)))
                .filter(k -> plot.getRangeAxis().getRange().contains(points.getYValue(0, k)))
                .count();
        assertTrue(singles >= 130 && singles < 150, singles + "");
        XYDataset ellipse = plot.getDataset(1);
        Path2D outline = new Path2D.Double();
        outline.moveTo(ellipse.getXValue(0, 0), ellipse.getYValue(0, 0));
        for (int item = 1; item < ellipse.getItemCount(0); item++) {
            outline.lineTo(ellipse.getXValue(0, item), ellipse.getYValue(0, item));
        }
        long inside = IntStream.range(0, 100)
                .filter(k -> outline.contains(points.getXValue(1, k), points.getYValue(1, k)))
                .count();
        assertTrue(inside >= 90 && inside <= 99, inside + "");
    }

    @Test
    void cloudWindowStaysFixedForSmallMoves() {
        CloudChart chart = new CloudChart(ChartTheme.LIGHT);
        chart.show(cloud(-0.18, 1.17));
        var before = chart.chart().getXYPlot().getDomainAxis().getRange();
        chart.show(cloud(-0.181, 1.171));
        assertEquals(before, chart.chart().getXYPlot().getDomainAxis().getRange());
    }

    // measurements against the batch size

    private static BatchSizeChart.Model noise() {
        return noise(32, "|참 기울기|");
    }

    private static BatchSizeChart.Model noise(int batch, String level) {
        GradientNoise noise = GradientNoise.at(IRIS, -0.18, 1.17);
        List<ErrorBarLine.Point> measured = BatchSizes.upTo(150).stream()
                .map(size -> ErrorBarLine.Point.of(
                        size, MiniBatchGradients.of(IRIS, size, 200, 42).standardDeviation(IRIS, -0.18, 1.17)))
                .toList();
        List<ErrorBarLine.Point> predicted = BatchSizes.upTo(150).stream()
                .map(size -> ErrorBarLine.Point.of(size, noise.deviationWithReplacement(size)))
                .toList();
        return new BatchSizeChart.Model(
                List.of(
                        new ErrorBarLine(predicted, CurveStyle.reference(ChartTheme::muted), ""),
                        new ErrorBarLine(measured, CurveStyle.series(0), "측정")),
                List.of(
                        new BatchSizeChart.VerticalMarker(
                                noise.criticalBatchSize(), "임계 배치 11.4", ThemeColor.series(1)),
                        new BatchSizeChart.VerticalMarker(batch, "B = " + batch, ChartTheme::muted)),
                Math.sqrt(noise.squaredNorm()),
                level,
                "잡음",
                true,
                Double.NaN,
                Double.NaN,
                150);
    }

    private static BatchSizeChart.Model shares() {
        return new BatchSizeChart.Model(
                List.of(
                        new ErrorBarLine(
                                List.of(
                                        new ErrorBarLine.Point(1, 1, 0.98, 1),
                                        new ErrorBarLine.Point(4, 0.7, 0.6, 0.8),
                                        new ErrorBarLine.Point(16, 0, 0, 0.04)),
                                CurveStyle.series(0),
                                "η = 0.1"),
                        new ErrorBarLine(
                                List.of(
                                        new ErrorBarLine.Point(1, INFINITE, INFINITE, INFINITE),
                                        new ErrorBarLine.Point(4, 0.9, 0.8, INFINITE),
                                        new ErrorBarLine.Point(16, 0.4, 0.3, 0.5)),
                                CurveStyle.series(1),
                                "η = 0.2")),
                List.of(),
                Double.NaN,
                "",
                "탈출한 비율",
                false,
                0,
                1,
                16);
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void noiseByBatchSizeMatchesReferenceImage(ChartTheme theme) {
        BatchSizeChart chart = new BatchSizeChart(KOREAN, theme);
        chart.show(noise());
        GoldenImage.assertMatchesReference("noise", theme, chart.chart(), 300, 240);
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void proportionsByBatchSizeMatchReferenceImage(ChartTheme theme) {
        BatchSizeChart chart = new BatchSizeChart(KOREAN, theme);
        chart.show(noise());
        chart.show(shares());
        GoldenImage.assertMatchesReference("shares", theme, chart.chart(), 300, 240);
    }

    /** The name of the level was written across the line of the batch size where both were near the right edge. */
    @Test
    void nameOfTheLevelMeetsNoLine() {
        BatchSizeChart chart = new BatchSizeChart(KOREAN, ChartTheme.LIGHT);
        chart.show(noise(64, "|gradient|"));
        BufferedImage named = GoldenImage.draw(chart.chart(), 260, 240);
        chart.show(noise(64, ""));
        BufferedImage unnamed = GoldenImage.draw(chart.chart(), 260, 240);
        int left = 260;
        int right = 0;
        for (int x = 0; x < 260; x++) {
            for (int y = 0; y < 240; y++) {
                if (named.getRGB(x, y) != unnamed.getRGB(x, y)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                }
            }
        }
        assertTrue(right - left > 40, "the name is drawn");
        ChartRenderingInfo info = new ChartRenderingInfo();
        chart.chart().draw(named.createGraphics(), new Rectangle2D.Double(0, 0, 260, 240), info);
        double line = chart.chart()
                .getXYPlot()
                .getDomainAxis()
                .valueToJava2D(64, info.getPlotInfo().getDataArea(), RectangleEdge.BOTTOM);
        assertTrue(right < line || left > line, left + " to " + right + " meets " + line);
    }

    @Test
    void omitsZeroNoiseOnLogarithmicAxis() {
        BatchSizeChart chart = new BatchSizeChart(KOREAN, ChartTheme.LIGHT);
        chart.show(noise());
        XYPlot plot = chart.chart().getXYPlot();
        assertTrue(plot.getRangeAxis().getLowerBound() > 0.01);
        assertTrue(plot.getRangeAxis().getLabel().contains("로그"));
        assertEquals(150, plot.getDomainAxis().getUpperBound(), 25);
    }

    @Test
    void proportionsRangeFromZeroToOne() {
        BatchSizeChart chart = new BatchSizeChart(KOREAN, ChartTheme.LIGHT);
        chart.show(shares());
        XYPlot plot = chart.chart().getXYPlot();
        assertEquals(0, plot.getRangeAxis().getLowerBound());
        assertTrue(plot.getRangeAxis().getUpperBound() > 1);
        chart.texts(Texts.in(Language.ENGLISH));
        assertEquals("batch size B, log scale", plot.getDomainAxis().getLabel());
    }

    @Test
    void drawsAxesWithoutValues() {
        BatchSizeChart chart = new BatchSizeChart(KOREAN, ChartTheme.DARK);
        for (boolean logarithmic : new boolean[] {true, false}) {
            chart.show(new BatchSizeChart.Model(
                    List.of(new ErrorBarLine(List.of(ErrorBarLine.Point.of(1, Double.NaN)), CurveStyle.series(0), "x")),
                    List.of(),
                    Double.NaN,
                    "",
                    "y",
                    logarithmic,
                    Double.NaN,
                    Double.NaN,
                    64));
            assertTrue(chart.chart().getXYPlot().getRangeAxis().getRange().getLength() > 0);
            GoldenImage.draw(chart.chart(), 300, 200);
        }
    }
}
