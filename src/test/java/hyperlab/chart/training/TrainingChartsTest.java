package hyperlab.chart.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.SmoothedSeries;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.EndLabels;
import hyperlab.chart.style.PlayHead;
import hyperlab.chart.style.StyledAnnotation;
import hyperlab.chart.style.TextPainter;
import hyperlab.nn.Loss;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingChartsTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
    private static final RunCurves RUN = new RunCurves(
            Curve.of(new double[] {0, 1, 2, 3}, new double[] {1, 0.5, 0.25, 0.125}),
            Curve.of(new double[] {0, 1, 2, 3}, new double[] {1, 0.6, 0.5, 0.4}));

    private static final RunCurves HIGHER = new RunCurves(
            Curve.of(new double[] {0, 1, 2, 3}, new double[] {1, 0.9, 0.7, 0.6}),
            Curve.of(new double[] {0, 1, 2, 3}, new double[] {1, 0.95, 0.8, 0.75}));
    private static final TrainingCurvesModel TWO = new TrainingCurvesModel(
            List.of(new RunLine("0.03", 1, HIGHER, null, false, null), new RunLine("0.3", 0, RUN, null, true, null)),
            List.of(),
            3,
            new TrainingCurvesModel.PlayHeadValues(2, 0.25, 0.5),
            new TrainingCurvesModel.TrainingMarks(
                    List.of(),
                    2,
                    true,
                    new CrosshairValues(
                            1,
                            List.of(
                                    new CrosshairValues.Row(1, "0.03: 0.9 train · 0.95 valid.", 0.9, 0.95),
                                    new CrosshairValues.Row(0, "0.3: 0.5 train · 0.6 valid.", 0.5, 0.6)))));

    private final LossChart loss = new LossChart(ENGLISH, ChartTheme.LIGHT);

    @Test
    void showsPointerReadingOnlyOnScreen() {
        loss.show(TWO);
        GoldenImage.draw(loss.chart(), 560, 320);
        BufferedImage page = GoldenImage.draw(loss.chart(), 560, 320);
        BufferedImage screen = GoldenImage.drawOnScreen(loss.chart(), 560, 320);
        TrainingCurvesModel.TrainingMarks notes = TWO.marks();
        loss.show(new TrainingCurvesModel(
                TWO.runs(),
                TWO.bands(),
                TWO.lastEpoch(),
                TWO.playHead(),
                new TrainingCurvesModel.TrainingMarks(notes.changes(), notes.bestEpoch(), notes.shadesGap(), null)));
        assertArrayEquals(pixels(GoldenImage.draw(loss.chart(), 560, 320)), pixels(page));
        assertFalse(Arrays.equals(pixels(page), pixels(screen)));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void updateNotifiesOnce() {
        List<Object> drawn = new ArrayList<>();
        loss.chart().addChangeListener(drawn::add);
        loss.show(TrainingCurvesModel.of(RUN, 10));
        assertEquals(1, drawn.size());
        loss.texts(Texts.in(Language.KOREAN));
        loss.style(ChartStyle.of(ChartTheme.DARK));
        assertTrue(drawn.size() > 1);
    }

    @Test
    void epochAxisEndsAtLastRequestedEpoch() {
        loss.show(TrainingCurvesModel.of(RUN, 100));
        assertEquals(0, loss.chart().getXYPlot().getDomainAxis().getLowerBound());
        assertEquals(100, loss.chart().getXYPlot().getDomainAxis().getUpperBound());
    }

    @Test
    void axisTitleNamesLossAndScale() {
        assertEquals("cross-entropy, log scale", axisTitle());
        loss.setLoss(Loss.SQUARED_ERROR);
        loss.setLogarithmicLoss(false);
        assertEquals("squared error", axisTitle());
        loss.texts(Texts.in(Language.KOREAN));
        assertEquals("제곱 오차", axisTitle());
    }

    @Test
    void labelsLineEndsIncludingPreviousRun() {
        loss.show(TWO);
        assertEquals(
                List.of("0.3 train", "0.3 valid.", "0.03 train", "0.03 valid."),
                annotation(EndLabels.class).labels().stream()
                        .map(EndLabels.Label::text)
                        .toList());
        loss.show(TrainingCurvesModel.of(RUN, 3));
        assertEquals(2, annotation(EndLabels.class).labels().size());
    }

    @Test
    void marksDivergedRunUntilReplaced() {
        loss.show(TrainingCurvesModel.of(RUN, 10).withDivergence(4));
        assertEquals("diverged at epoch 4", annotation(DivergenceMarker.class).text());
        assertTrue(holds(picture(loss.chart()), ChartTheme.LIGHT.series(3)));
        loss.show(TrainingCurvesModel.of(RUN, 10));
        assertFalse(holds(picture(loss.chart()), ChartTheme.LIGHT.series(3)));
    }

    @Test
    void drawsWithoutADisplayInBothThemes() {
        loss.show(TrainingCurvesModel.of(RUN, 3));
        BufferedImage light = picture(loss.chart());
        assertTrue(holds(light, ChartTheme.LIGHT.series(0)));
        loss.style(ChartStyle.of(ChartTheme.DARK));
        BufferedImage dark = picture(loss.chart());
        assertTrue(holds(dark, ChartTheme.DARK.series(0)));
        assertEquals(ChartTheme.DARK.background().getRGB(), dark.getRGB(1, 1));
    }

    @Test
    void accuracyOfRegressionIsEmptyChart() {
        AccuracyChart accuracy = new AccuracyChart(ENGLISH, ChartTheme.LIGHT);
        accuracy.show(TrainingCurvesModel.of(RunCurves.EMPTY, 3));
        assertFalse(holds(picture(accuracy.chart()), ChartTheme.LIGHT.series(0)));
        accuracy.show(TrainingCurvesModel.of(RUN, 3));
        assertTrue(holds(picture(accuracy.chart()), ChartTheme.LIGHT.series(0)));
    }

    @Test
    void severalRunsMatchReferenceImage() {
        loss.show(TWO);
        GoldenImage.assertMatchesReferenceOnScreen("runs-light", loss.chart(), 560, 320);
        loss.style(ChartStyle.of(ChartTheme.DARK));
        GoldenImage.assertMatchesReferenceOnScreen("runs-dark", loss.chart(), 560, 320);
    }

    @Test
    void placesHighLineNamesBelowPlayHeadText() {
        double[] epochs = {0, 30, 74};
        RunCurves high = new RunCurves(
                Curve.of(epochs, new double[] {2.4, 10, 10.2}), Curve.of(epochs, new double[] {2.4, 10.1, 10.4}));
        double[] all = {0, 50, 100};
        RunCurves low = new RunCurves(
                Curve.of(all, new double[] {2.4, 0.1, 0.05}), Curve.of(all, new double[] {2.4, 0.3, 0.3}));
        loss.show(new TrainingCurvesModel(
                List.of(new RunLine("3", 0, high, null, false, null), new RunLine("0.05", 1, low, null, true, null)),
                List.of(),
                100,
                new TrainingCurvesModel.PlayHeadValues(100, 0.05, 0.3),
                TrainingCurvesModel.TrainingMarks.NONE));
        BufferedImage drawn = new BufferedImage(560, 320, BufferedImage.TYPE_INT_RGB);
        Rectangle2D area = area(drawn);
        Rectangle2D words = annotation(PlayHead.class).labelBounds(area, pixels(area));
        // The left edge of the names; farther right, the halo of the play head's label covers them.
        int from = (int) (pixels(area).x(74) + 14);
        int width = (int) words.getMinX() - 3 - from;
        assertTrue(width > 10, width + " pixels");
        assertFalse(bluish(drawn.getSubimage(from, (int) words.getY(), width, (int) words.getHeight())));
        assertTrue(bluish(drawn.getSubimage(from, (int) words.getMaxY(), width, (int) words.getHeight())));
    }

    /** Only the last symbols of long names would tell them apart when they are shortened in their middle. */
    @Test
    void namesRunsBrieflyWhereTheirNamesAreTooLong() {
        BufferedImage drawn = new BufferedImage(400, 320, BufferedImage.TYPE_INT_RGB);
        loss.show(twoRuns("learning rate 0.03", "learning rate 0.03"));
        double beforeLongNames = pixels(area(drawn)).x(3);
        loss.show(twoRuns("learning rate 0.03", "η 0.03"));
        double beforeShortNames = pixels(area(drawn)).x(3);
        assertTrue(beforeShortNames > beforeLongNames + 30, beforeShortNames + " after " + beforeLongNames);
    }

    private static TrainingCurvesModel twoRuns(String name, String shortName) {
        return new TrainingCurvesModel(
                List.of(
                        new RunLine("η 0.3", "η 0.3", 0, RUN, null, true, false, null),
                        new RunLine(name, shortName, 1, HIGHER, null, false, false, null)),
                List.of(),
                3,
                null,
                TrainingCurvesModel.TrainingMarks.NONE);
    }

    private static boolean bluish(BufferedImage image) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color color = new Color(image.getRGB(x, y));
                if (color.getBlue() - color.getRed() > 90) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Draws the chart and returns the bounds of its plot. */
    private Rectangle2D area(BufferedImage on) {
        Graphics2D g2 = on.createGraphics();
        ChartRenderingInfo info = new ChartRenderingInfo();
        loss.chart().draw(g2, new Rectangle2D.Double(0, 0, on.getWidth(), on.getHeight()), info);
        g2.dispose();
        return info.getPlotInfo().getDataArea();
    }

    private StyledAnnotation.PixelTransform pixels(Rectangle2D area) {
        XYPlot plot = loss.chart().getXYPlot();
        return new StyledAnnotation.PixelTransform(plot, area, plot.getDomainAxis(), plot.getRangeAxis());
    }

    @Test
    void bestEpochTextEndsBeforeCurveName() {
        loss.show(new TrainingCurvesModel(
                List.of(new RunLine("0.3", 0, RUN, null, true, null)),
                List.of(),
                10,
                null,
                new TrainingCurvesModel.TrainingMarks(List.of(), 3, false, null)));
        Rectangle2D area = area(new BufferedImage(560, 320, BufferedImage.TYPE_INT_RGB));
        BestEpochMarker mark = annotation(BestEpochMarker.class);
        BestEpochMarker.BestPoint best = mark.model();
        double width = TextPainter.width(best.text(), mark.style().labelFont());
        double end = mark.labelLeft(best, area, pixels(area)) + width;
        double curve = pixels(area).x(3);
        assertTrue(end > curve && end < curve + 12, end + " after " + curve);
    }

    /** Below the lowest point lies the training curve, and above it the validation curve itself, if it is steep. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 2})
    void bestEpochTextCoversNoCurve(double scale) {
        double[] epochs = new double[41];
        double[] train = new double[41];
        double[] validation = new double[41];
        for (int k = 0; k <= 40; k++) {
            epochs[k] = k;
            train[k] = 1 - 0.012 * k;
            validation[k] = 0.78 + 0.25 * Math.pow(k / 20.0 - 1, 2);
        }
        RunCurves curves = new RunCurves(Curve.of(epochs, train), Curve.of(epochs, validation));
        loss.style(new ChartStyle(ChartTheme.LIGHT, scale));
        loss.show(new TrainingCurvesModel(
                List.of(new RunLine("0.3", 0, curves, null, true, null)),
                List.of(),
                40,
                null,
                new TrainingCurvesModel.TrainingMarks(List.of(), 20, false, null)));
        Rectangle2D area = area(new BufferedImage(900, 520, BufferedImage.TYPE_INT_RGB));
        StyledAnnotation.PixelTransform pixels = pixels(area);
        BestEpochMarker mark = annotation(BestEpochMarker.class);
        BestEpochMarker.BestPoint best = mark.model();
        Rectangle2D label = new Rectangle2D.Double(
                mark.labelLeft(best, area, pixels),
                mark.labelMiddle(best, area, pixels) - 6 * scale,
                TextPainter.width(best.text(), mark.style().labelFont()),
                12 * scale);
        assertTrue(area.contains(label), label.toString());
        for (double[] values : List.of(train, validation)) {
            for (int k = 1; k <= 40; k++) {
                assertFalse(
                        label.intersectsLine(
                                pixels.x(epochs[k - 1]),
                                pixels.y(values[k - 1]),
                                pixels.x(epochs[k]),
                                pixels.y(values[k])),
                        "covered at " + k);
            }
        }
    }

    @Test
    void seedBandsMatchReferenceImage() {
        double[] epochs = {0, 1, 2, 3};
        RunBand wide = new RunBand(
                "0.03 · 10 seeds",
                1,
                Curve.of(epochs, new double[] {0.9, 0.8, 0.6, 0.5}),
                Curve.of(epochs, new double[] {1, 0.95, 0.8, 0.75}),
                Curve.of(epochs, new double[] {1.1, 1, 0.95, 0.9}));
        RunBand low = new RunBand(
                "0.3 · 10 seeds",
                0,
                Curve.of(epochs, new double[] {0.9, 0.5, 0.4, 0.3}),
                Curve.of(epochs, new double[] {1, 0.6, 0.5, 0.4}),
                Curve.of(epochs, new double[] {1.1, 0.8, 0.6, 0.55}));
        loss.show(new TrainingCurvesModel(
                TWO.runs(), List.of(wide, low), 3, null, TrainingCurvesModel.TrainingMarks.NONE));
        GoldenImage.assertMatchesReference("seeds-light", loss.chart(), 560, 320);
    }

    @Test
    void drawsThinRawCurvesBelowSmoothedCurves() {
        RunLine smooth = new RunLine("a", 2, HIGHER, RUN, true, null);
        loss.show(new TrainingCurvesModel(List.of(smooth), List.of(), 3, null, TrainingCurvesModel.TrainingMarks.NONE));
        CurveRenderer renderer = (CurveRenderer) loss.chart().getXYPlot().getRenderer();
        assertEquals(1, renderer.curveStyle(0).width());
        assertEquals(CurveStyle.FAINT, renderer.curveStyle(0).opacity());
        assertEquals(CurveStyle.WIDTH, renderer.curveStyle(3).width());
        CurveDataset drawn = (CurveDataset) loss.chart().getXYPlot().getDataset();
        assertEquals(RUN.train(), drawn.curve(1));
        assertEquals(HIGHER.train(), drawn.curve(3));
    }

    @Test
    void readsNearestEpochOnlyInsidePlot() {
        loss.show(TrainingCurvesModel.of(RUN, 10));
        Rectangle2D plot = new Rectangle2D.Double(100, 0, 200, 100);
        assertEquals(5, loss.epochAt(new Point2D.Double(203, 50), plot));
        assertEquals(null, loss.epochAt(new Point2D.Double(90, 50), plot));
    }

    @Test
    void supportsLogarithmicEpochAxisFromOne() {
        loss.show(TrainingCurvesModel.of(RUN, 100));
        loss.setLogarithmicEpochs(true);
        assertEquals(1, loss.chart().getXYPlot().getDomainAxis().getLowerBound(), 1e-9);
        assertEquals(100, loss.chart().getXYPlot().getDomainAxis().getUpperBound(), 1e-9);
        Rectangle2D plot = new Rectangle2D.Double(0, 0, 200, 100);
        assertEquals(10, loss.epochAt(new Point2D.Double(100, 50), plot));
        assertTrue(holds(picture(loss.chart()), ChartTheme.LIGHT.series(0)));
        loss.setLogarithmicEpochs(false);
        assertEquals(0, loss.chart().getXYPlot().getDomainAxis().getLowerBound());
    }

    @Test
    void smoothedValueIsWeightedMeanOfEarlierValues() {
        SmoothedSeries series = new SmoothedSeries();
        series.add(0, 4);
        series.add(1, Double.NaN);
        series.add(2, 1);
        Curve curve = series.curve();
        assertEquals(2, curve.size());
        assertEquals(4, curve.y(0));
        assertEquals((0.9 * 4 + 1) / 1.9, curve.y(1), 1e-12);
    }

    @Test
    void placesTitleAboveCurves() {
        loss.show(TrainingCurvesModel.of(RUN, 3));
        BufferedImage without = picture(loss.chart());
        loss.setTitle("two moons, tanh");
        assertNotEquals(ink(without), ink(picture(loss.chart())));
    }

    private String axisTitle() {
        return loss.chart().getXYPlot().getRangeAxis().getLabel();
    }

    private <A> A annotation(Class<A> kind) {
        return loss.chart().getXYPlot().getAnnotations().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    private static BufferedImage picture(JFreeChart chart) {
        return chart.createBufferedImage(600, 300);
    }

    private static boolean holds(BufferedImage image, Color color) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) == color.getRGB()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Counts the pixels in the top rows that do not have the background color. */
    private static int ink(BufferedImage image) {
        int ink = 0;
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 200; x++) {
                ink += image.getRGB(x, y) == ChartTheme.LIGHT.background().getRGB() ? 0 : 1;
            }
        }
        return ink;
    }
}
