package hyperlab.chart.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.data.DataSplit;
import hyperlab.diagnosis.ConfusionMatrix;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.diagnosis.Distribution;
import hyperlab.nn.WeightLayer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.TestPartitions;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.junit.jupiter.api.Test;

/** Charts of trained networks, drawn without a display. */
class TrainedNetworkChartsTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
    private static final Texts KOREAN = Texts.in(Language.KOREAN);
    private static final int WIDTH = 600;
    private static final int HEIGHT = 300;

    private final ChartRenderingInfo info = new ChartRenderingInfo();

    /** Two classes to the left and the right of x = 0, or numbers from −1 to 1. */
    private static BoundaryChartModel picture(boolean classes, DoubleBinaryOperator f) {
        double[][] places = {{-1, -1}, {1, 1}, {-1, 1}, {1, -1}};
        double[] targets = classes ? new double[] {0, 1, 0, 1} : new double[] {-1, 1, -0.5, 0.5};
        DataSplit partition = TestPartitions.of(places, targets, 3, classes ? 2 : 0);
        return BoundaryPictures.of(partition, classes, f, 41);
    }

    @Test
    void classColorStrengthShowsConfidence() {
        BoundaryChart chart = new BoundaryChart(ENGLISH, ChartTheme.LIGHT);
        chart.show(picture(true, (x, y) -> x < 0 ? (y > 0 ? 1 : 0.6) : 0.1));
        BufferedImage image = image(chart.chart());
        Color sure = at(image, 0.25, 0.25);
        Color unsure = at(image, 0.25, 0.75);
        Color other = at(image, 0.75, 0.25);
        assertTrue(sure.getBlue() > sure.getRed() + 40, "series 1 is blue: " + sure);
        assertTrue(other.getRed() > other.getBlue() + 40, "series 2 is brown: " + other);
        assertTrue(unsure.getRed() > sure.getRed() + 40, "paler: " + unsure);
    }

    @Test
    void zoomedMapShowsOnlyPartOfPredictions() {
        BoundaryChart chart = new BoundaryChart(ENGLISH, ChartTheme.LIGHT);
        chart.show(picture(true, (x, y) -> x < 0 ? (y > 0 ? 1 : 0.6) : 0.1));
        Color unsure = at(image(chart.chart()), 0.25, 0.75);
        chart.chart().getXYPlot().getDomainAxis().zoomRange(0, 0.4);
        chart.chart().getXYPlot().getRangeAxis().zoomRange(0, 0.4);
        assertEquals(unsure, at(image(chart.chart()), 0.4, 0.4));
        chart.chart().getXYPlot().getDomainAxis().pan(-0.5);
        assertEquals(ChartTheme.LIGHT.background(), at(image(chart.chart()), 0.2, 0.4));
        assertEquals(unsure, at(image(chart.chart()), 0.8, 0.4));
    }

    @Test
    void drawsLineAtClassBoundary() {
        BoundaryChart chart = new BoundaryChart(ENGLISH, ChartTheme.LIGHT);
        chart.show(picture(true, (x, y) -> 1 / (1 + Math.exp(4 * x))));
        BufferedImage image = image(chart.chart());
        Rectangle2D area = info.getPlotInfo().getDataArea();
        int y = (int) area.getCenterY();
        int darkest = (int) area.getMinX() + 2;
        for (int x = darkest; x < area.getMaxX() - 2; x++) {
            darkest = brightness(image, x, y) < brightness(image, darkest, y) ? x : darkest;
        }
        assertEquals(area.getCenterX(), darkest, 2);
    }

    @Test
    void drawsThinMemberBoundariesAroundMean() {
        BoundaryChart chart = new BoundaryChart(ENGLISH, ChartTheme.LIGHT);
        BoundaryChartModel mean = picture(true, (x, y) -> 1 / (1 + Math.exp(4 * x)));
        BoundaryChartModel one = picture(true, (x, y) -> 1 / (1 + Math.exp(4 * (x + 0.4 * y - 0.3))));
        BoundaryChartModel other = picture(true, (x, y) -> 1 / (1 + Math.exp(4 * (x - 0.4 * y + 0.3))));
        chart.show(mean.withMembers(List.of(one.map(), other.map())));
        GoldenImage.assertMatchesReference("boundary-members", chart.chart(), 420, 300);
    }

    @Test
    void positiveNumbersAreBlueAndNegativeBrown() {
        BoundaryChart chart = new BoundaryChart(ENGLISH, ChartTheme.LIGHT);
        chart.show(picture(false, (x, y) -> Math.signum(x)));
        BufferedImage image = image(chart.chart());
        Color low = at(image, 0.25, 0.25);
        Color high = at(image, 0.75, 0.25);
        assertTrue(low.getRed() > low.getBlue() + 40, low.toString());
        assertTrue(high.getBlue() > high.getRed() + 40, high.toString());
        assertEquals(List.of("−1", "−0.5", "0", "0.5", "1", "training", "validation"), keys(chart.chart()));
    }

    @Test
    void legendNamesClassesAndParts() {
        BoundaryChart chart = new BoundaryChart(ENGLISH, ChartTheme.LIGHT);
        assertEquals(List.of(), keys(chart.chart()));
        chart.show(picture(true, (x, y) -> 0.5));
        assertEquals(List.of("0", "1", "training", "validation"), keys(chart.chart()));
        chart.texts(KOREAN);
        assertEquals(List.of("0", "1", "훈련", "검증"), keys(chart.chart()));
        assertEquals("x0", chart.chart().getXYPlot().getDomainAxis().getLabel());
    }

    @Test
    void thinsManyPointsEvenly() {
        double[][] places = new double[5_001][2];
        double[] targets = new double[5_001];
        for (int row = 0; row < places.length; row++) {
            places[row] = new double[] {row, 0};
            targets[row] = row % 2;
        }
        DataSplit partition = TestPartitions.of(places, targets, 5_000, 2);
        DecisionMap map = DecisionMap.of(partition, grid -> new DMatrixRMaj(grid.numRows, 2), 2, 2);
        BoundaryChartModel model = BoundaryChartModel.of(partition, map);
        assertEquals(1_001, model.points().size());
        assertEquals(
                1,
                model.points().stream()
                        .filter(BoundaryChartModel.Point::validation)
                        .count());
        assertEquals(4_995, model.points().get(1_000).x());
    }

    @Test
    void confusionShowsCountsAndTintsByCorrectness() {
        ConfusionChart chart = new ConfusionChart(ENGLISH, ChartTheme.LIGHT);
        chart.show(new ConfusionChart.Model(new ConfusionMatrix(new int[][] {{9, 1}, {0, 0}}), List.of("a", "b")));
        BufferedImage image = image(chart.chart());
        Color right = at(image, 0.1, 0.1);
        Color wrong = at(image, 0.6, 0.1);
        assertTrue(right.getBlue() > right.getRed() + 40, right.toString());
        assertTrue(wrong.getRed() > wrong.getBlue() + 20, wrong.toString());
        assertEquals(Color.WHITE, at(image, 0.1, 0.6));
        assertTrue(dark(image, 0.15, 0.35, 0.1, 0.4), "a count in the first cell");
        assertFalse(dark(image, 0.15, 0.35, 0.6, 0.9), "none in an empty one");
        assertEquals(
                "predicted class (validation)",
                chart.chart().getXYPlot().getDomainAxis().getLabel());
        chart.texts(KOREAN);
        assertEquals("실제 클래스", chart.chart().getXYPlot().getRangeAxis().getLabel());
    }

    @Test
    void confusionOfManyClassesOmitsTextThatDoesNotFit() {
        int classes = 300;
        int[][] counts = new int[classes][classes];
        List<String> names = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            counts[c][c] = 12_345;
            names.add("class " + c);
        }
        ConfusionChart chart = new ConfusionChart(ENGLISH, ChartTheme.DARK);
        chart.show(new ConfusionChart.Model(new ConfusionMatrix(counts), names));
        BufferedImage image = image(chart.chart());
        assertEquals(ChartTheme.DARK.background().getRGB(), at(image, 0.9, 0.1).getRGB());
    }

    @Test
    void labelsLayersByKindAndNorm() {
        HistogramChart chart = new HistogramChart(HistogramChart.Quantity.WEIGHTS, ENGLISH, ChartTheme.LIGHT);
        chart.show(HistogramChart.Model.ofWeights(List.of(
                new LayerWeights.Convolution(new double[][][][] {{{{3}}}, {{{-4}}}}, new double[2]),
                new LayerWeights.Prelu(new double[] {0.25}),
                new LayerWeights.Dense(new double[][] {{1, 1}}, new double[] {9}),
                new LayerWeights.Dense(new double[][] {{2}}, new double[] {9}))));
        assertEquals(
                List.of("convolution 1", "hidden layer 1", "output layer"),
                rows(chart).stream().map(HistogramRows.Row::name).toList());
        assertEquals(
                "2 weights, norm 5, standard deviation 3.5", rows(chart).get(0).note());
        assertEquals(
                "2 weights, norm 1.41, standard deviation 0", rows(chart).get(1).note());
        chart.texts(KOREAN);
        assertEquals("출력층", rows(chart).get(2).name());
        assertEquals("가중치", chart.chart().getXYPlot().getDomainAxis().getLabel());
    }

    @Test
    void scalesHistogramBarsPerLayer() {
        HistogramChart chart = new HistogramChart(HistogramChart.Quantity.GRADIENTS, ENGLISH, ChartTheme.LIGHT);
        double[][] weights = {{-1, -1, -1, -1}, {1, 1, 1, 1}};
        chart.show(new HistogramChart.Model(List.of(
                new HistogramChart.Row(
                        WeightLayer.LayerKind.HIDDEN,
                        1,
                        Distribution.of(new LayerWeights.Dense(weights, new double[2]))),
                new HistogramChart.Row(
                        WeightLayer.LayerKind.OUTPUT,
                        1,
                        Distribution.of(new LayerWeights.Dense(new double[][] {{1}}, new double[1]))))));
        BufferedImage image = image(chart.chart());
        assertTrue(blue(image, 0.0, 0.2, 0.3), "a bar at −1 in the upper row");
        assertTrue(blue(image, 0.7, 1.0, 0.3), "a bar at 1 in the upper row");
        assertFalse(blue(image, 0.3, 0.7, 0.3), "none between");
        assertTrue(blue(image, 0.7, 1.0, 0.8), "a bar at 1 in the lower row");
        assertFalse(blue(image, 0.0, 0.7, 0.8), "and no other");
    }

    @Test
    void layerTextNeverCoversPeaks() {
        HistogramChart chart = new HistogramChart(HistogramChart.Quantity.GRADIENTS, ENGLISH, ChartTheme.LIGHT);
        double[][] weights = {{-0.5, -0.5, -0.5, -0.5, -0.5, 0, 1, 2}};
        HistogramChart.Row row = new HistogramChart.Row(
                WeightLayer.LayerKind.OUTPUT, 1, Distribution.of(new LayerWeights.Dense(weights, new double[1])));
        chart.show(new HistogramChart.Model(List.of(row, row, row)));
        for (int width : new int[] {300, 420, 600}) {
            BufferedImage image = chart.chart().createBufferedImage(width, 250, info);
            double letters = 12 / info.getPlotInfo().getDataArea().getHeight();
            boolean below = width == 300;
            for (int line = 0; line < 3; line++) {
                for (double down = 0.5 * letters; down < (below ? 3.3 : 2.0) * letters; down += 0.1 * letters) {
                    assertFalse(blue(image, 0, 1, line / 3.0 + down), width + " wide, at " + down);
                }
                assertTrue(blue(image, 0, 1, (line + 0.8) / 3), "the peak is below");
            }
        }
    }

    /** Of the text of a layer, whole clauses are drawn: in a narrow chart, fewer of them. */
    @Test
    void textOfALayerIsNotCutOff() {
        HistogramChart chart = new HistogramChart(HistogramChart.Quantity.WEIGHTS, ENGLISH, ChartTheme.LIGHT);
        chart.show(HistogramChart.Model.ofWeights(List.of(
                new LayerWeights.Dense(new double[][] {{1, 2, 3, -4}}, new double[] {9}))));
        BufferedImage image = chart.chart().createBufferedImage(230, 300, info);
        Rectangle2D area = info.getPlotInfo().getDataArea();
        int background = image.getRGB(1, 1);
        for (int y = (int) area.getMinY() + 4; y < area.getMinY() + 60; y++) {
            assertEquals(background, image.getRGB((int) area.getMaxX() - 2, y), "words at the right edge, line " + y);
        }
    }

    @Test
    void reportsNonFiniteNumbers() {
        HistogramChart chart = new HistogramChart(HistogramChart.Quantity.GRADIENTS, ENGLISH, ChartTheme.LIGHT);
        double[][] weights = {{Double.NaN, 1, Double.POSITIVE_INFINITY}};
        chart.show(new HistogramChart.Model(List.of(new HistogramChart.Row(
                WeightLayer.LayerKind.HIDDEN, 1, Distribution.of(new LayerWeights.Dense(weights, new double[1]))))));
        assertTrue(
                rows(chart).get(0).note().endsWith(", 2 not finite"),
                rows(chart).get(0).note());
        image(chart.chart());
        chart.show(new HistogramChart.Model(List.of()));
        image(chart.chart());
    }

    @Test
    void appliesTitlesAndThemesToEveryPart() {
        BoundaryChart boundary = new BoundaryChart(ENGLISH, ChartTheme.LIGHT);
        boundary.setTitle("two moons");
        boundary.show(picture(true, (x, y) -> 0.5));
        boundary.style(ChartStyle.of(ChartTheme.DARK));
        ConfusionChart confusion = new ConfusionChart(ENGLISH, ChartTheme.LIGHT);
        confusion.setTitle("iris");
        confusion.style(ChartStyle.of(ChartTheme.DARK));
        HistogramChart histograms = new HistogramChart(HistogramChart.Quantity.WEIGHTS, ENGLISH, ChartTheme.LIGHT);
        histograms.setTitle("digits");
        histograms.style(ChartStyle.of(ChartTheme.DARK));
        for (JFreeChart chart : List.of(boundary.chart(), confusion.chart(), histograms.chart())) {
            assertEquals(ChartTheme.DARK.text(), chart.getTitle().getPaint());
            assertEquals(ChartTheme.DARK.background().getRGB(), image(chart).getRGB(1, 1));
        }
        boundary.setTitle(" ");
        assertEquals(null, boundary.chart().getTitle());
    }

    private static List<String> keys(JFreeChart chart) {
        LegendItemCollection items = chart.getXYPlot().getLegendItems();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < items.getItemCount(); i++) {
            keys.add(items.get(i).getLabel());
        }
        return keys;
    }

    private static List<HistogramRows.Row> rows(HistogramChart chart) {
        return chart.chart().getXYPlot().getAnnotations().stream()
                .filter(HistogramRows.class::isInstance)
                .map(HistogramRows.class::cast)
                .findFirst()
                .orElseThrow()
                .rows();
    }

    private BufferedImage image(JFreeChart chart) {
        return chart.createBufferedImage(WIDTH, HEIGHT, info);
    }

    /** Returns the color at a point of the plot, as shares of its width from the left and its height from the top. */
    private Color at(BufferedImage image, double across, double down) {
        Rectangle2D area = info.getPlotInfo().getDataArea();
        return new Color(image.getRGB(
                (int) (area.getX() + across * area.getWidth()), (int) (area.getY() + down * area.getHeight())));
    }

    private static int brightness(BufferedImage image, int x, int y) {
        Color color = new Color(image.getRGB(x, y));
        return color.getRed() + color.getGreen() + color.getBlue();
    }

    private boolean dark(BufferedImage image, double left, double right, double top, double bottom) {
        for (double x = left; x < right; x += 0.002) {
            for (double y = top; y < bottom; y += 0.005) {
                Color color = at(image, x, y);
                if (color.getRed() + color.getGreen() + color.getBlue() < 200) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean blue(BufferedImage image, double left, double right, double down) {
        for (double x = left; x < right - 0.002; x += 0.001) {
            Color color = at(image, x, down);
            if (color.getBlue() > color.getRed() + 60) {
                return true;
            }
        }
        return false;
    }
}
