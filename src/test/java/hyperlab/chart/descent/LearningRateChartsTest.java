package hyperlab.chart.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.series.BoundedSeries;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentRunSettings;
import hyperlab.descent.GradientDescent;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.descent.Regime;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LearningRateChartsTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
    private static final ObjectiveFunction PARABOLA = ObjectiveFunctions.of("parabola");

    private static final DescentValueChart.DisplayedQuantity LOG =
            new DescentValueChart.DisplayedQuantity("f(x)", true, Double.NaN);

    private final ChartRenderingInfo info = new ChartRenderingInfo();
    private final DescentChart descent = new DescentChart(ChartTheme.LIGHT);
    private final DescentValueChart values = new DescentValueChart(ENGLISH, ChartTheme.LIGHT);

    private static DescentLine line(int series, double rate, int steps, Regime regime) {
        DescentPath path =
                GradientDescent.run(PARABOLA, new DescentRunSettings(List.of(3.2), rate, Sgd.DEFAULT, steps));
        int zero = path.firstRowAtOrBelow(0).orElse(-1);
        return new DescentLine(
                series,
                regime,
                "η = " + rate,
                "end " + rate,
                path.steps(),
                path.diverged(),
                path::x,
                path::value,
                zero);
    }

    private static DescentChartModel picture(int step, DescentLine... lines) {
        return new DescentChartModel(
                x -> PARABOLA.value(x),
                "½·c·x²",
                PARABOLA.window(),
                3.2,
                step,
                List.of(lines),
                lines[0],
                1,
                "start",
                "slope",
                List.of(new DescentChartModel.Arrow(1, 0.5, ChartTheme::text, "step")));
    }

    private static XYDataset dataset(org.jfree.chart.JFreeChart chart, int index) {
        return ((XYPlot) chart.getPlot()).getDataset(index);
    }

    @Test
    void drawsPathUpToPlayHead() {
        descent.show(picture(5, line(0, 0.1, 20, Regime.GLIDE)));
        XYDataset path = dataset(descent.chart(), 1);
        assertEquals(6, path.getItemCount(0));
        assertEquals(3.2 * Math.pow(0.9, 5), path.getXValue(0, 5), 1e-12);
        assertEquals(PARABOLA.value(path.getXValue(0, 5)), path.getYValue(0, 5), 1e-12);
    }

    @Test
    void divergingPathDoesNotChangeWindow() {
        descent.show(picture(400, line(0, 2.9, 400, Regime.DIVERGE)));
        XYPlot plot = (XYPlot) descent.chart().getPlot();
        assertEquals(6.4, plot.getDomainAxis().getUpperBound());
        assertEquals(17, plot.getRangeAxis().getUpperBound());
        assertTrue(dataset(descent.chart(), 1).getItemCount(0) <= DescentChart.MAX_STEPS + 1);
    }

    @Test
    void marksRacerOutsideChartAtEdgeInItsColor() {
        descent.show(picture(40, line(0, 2.1, 40, Regime.DIVERGE)));
        BufferedImage image = descent.chart().createBufferedImage(760, 420);
        Color diverging = RegimeStyle.of(Regime.DIVERGE).color(ChartTheme.LIGHT);
        int found = 0;
        for (int x = 60; x < 740; x++) {
            for (int y = 8; y < 40; y++) {
                found += image.getRGB(x, y) == diverging.getRGB() ? 1 : 0;
            }
        }
        assertTrue(found > 40, "pixels of the arrow: " + found);
    }

    @Test
    void interruptsCurveAtPolesAndUndefinedValues() {
        descent.show(of(x -> 1 / x, new ObjectiveFunction.PlotWindow(-5, 5, -4, 4)));
        XYDataset curve = dataset(descent.chart(), 0);
        int gaps = 0;
        for (int k = 1; k + 1 < curve.getItemCount(0); k++) {
            boolean gap = !Double.isFinite(curve.getYValue(0, k));
            gaps += gap ? 1 : 0;
            assertTrue(gap
                    || !Double.isFinite(curve.getYValue(0, k - 1))
                    || Math.abs(curve.getYValue(0, k) - curve.getYValue(0, k - 1)) < 8
                    || curve.getYValue(0, k) * curve.getYValue(0, k - 1) > 0);
        }
        assertTrue(gaps > 0);
        descent.show(of(x -> Math.tan(x - 0.001), new ObjectiveFunction.PlotWindow(-5, 5, -4, 4)));
        int jumps = 0;
        for (int k = 0; k < curve.getItemCount(0); k++) {
            jumps += Double.isNaN(curve.getYValue(0, k)) ? 1 : 0;
        }
        assertEquals(4, jumps);
        descent.show(of(Math::log, new ObjectiveFunction.PlotWindow(-5, 5, -4, 4)));
        assertTrue(Double.isNaN(curve.getYValue(0, 100)));
        assertTrue(descent.chart().createBufferedImage(760, 420).getWidth() == 760);
    }

    private static DescentChartModel of(DoubleUnaryOperator curve, ObjectiveFunction.PlotWindow window) {
        return new DescentChartModel(
                curve, "f", window, 2, 0, List.of(line(0, 0.1, 20, Regime.GLIDE)), null, 0, "", "", List.of());
    }

    @Test
    void convertsPixelToShownValue() {
        descent.show(picture(0, line(0, 0.1, 20, Regime.GLIDE)));
        Rectangle2D area = new Rectangle2D.Double(50, 10, 640, 300);
        assertEquals(0, descent.xAt(370, area), 1e-9);
        assertEquals(3.2, descent.xAt(530, area), 1e-9);
        assertEquals(-6.4, descent.xAt(50, area), 1e-9);
    }

    @Test
    void newNamesAndColorsDoNotRereadPath() {
        AtomicInteger read = new AtomicInteger();
        List<DescentLine> walks = List.of(new DescentLine(
                0, Regime.GLIDE, "", "", 100_000, false, k -> k, k -> 1.0 / (1 + read.incrementAndGet()), -1));
        DescentValueChart.Model model = DescentValueChart.Model.of(walks, 100_000, LOG, 0);
        read.set(0);
        for (int step = 0; step < 10; step++) {
            values.show(model.at(step, walks, LOG));
        }
        assertTrue(read.get() < 1_000, read + " values were read");
    }

    @Test
    void marksTheCurrentStepWhereMarkersAreThinnedOut() {
        values.show(DescentValueChart.Model.of(List.of(line(0, 0.1, 2_000, Regime.GLIDE)), 2_000, LOG, 11));
        XYDataset data = dataset(values.chart(), 0);
        assertEquals(1, data.getItemCount(2));
        assertEquals(11, data.getXValue(2, 0));
        assertEquals(PARABOLA.value(3.2 * Math.pow(0.9, 11)), data.getYValue(2, 0), 1e-12);
    }

    @Test
    void fadesValuesAfterPlayHead() {
        values.show(DescentValueChart.Model.of(List.of(line(0, 0.1, 20, Regime.GLIDE)), 20, LOG, 5));
        XYDataset data = dataset(values.chart(), 0);
        assertEquals(3, data.getSeriesCount());
        assertEquals(5, data.getXValue(0, 0));
        assertEquals(20, data.getXValue(0, data.getItemCount(0) - 1));
        assertEquals(5, data.getXValue(1, data.getItemCount(1) - 1));
        assertEquals(PARABOLA.value(3.2 * Math.pow(0.9, 5)), data.getYValue(1, 5), 1e-12);
    }

    /** The name of a path that has landed is inside the plot, where the play head passes: it stays on one side. */
    @Test
    void playHeadDoesNotStrikeThroughAName() {
        int landed = RegimeStyle.of(Regime.LAND).color(ChartTheme.LIGHT).getRGB();
        for (int step = 2; step <= 8; step++) {
            values.show(DescentValueChart.Model.of(List.of(line(1, 1, 20, Regime.LAND)), 20, LOG, step));
            BufferedImage image = values.chart().createBufferedImage(420, 320, info);
            Rectangle2D area = info.getPlotInfo().getDataArea();
            int head = (int) Math.round(area.getX() + area.getWidth() * step / 20);
            int beside = 0;
            for (int y = (int) area.getCenterY(); y < area.getMaxY() - 2; y++) {
                for (int x = head - 4; x <= head + 4; x++) {
                    beside += Math.abs(x - head) > 2 && image.getRGB(x, y) == landed ? 1 : 0;
                }
            }
            assertEquals(0, beside, "letters next to the play head at step " + step);
        }
    }

    @Test
    void exactZeroDropsBelowFloorOnce() {
        values.show(DescentValueChart.Model.of(
                List.of(line(1, 1, 20, Regime.LAND), line(0, 0.1, 20, Regime.GLIDE)), 20, LOG, 5));
        XYDataset data = dataset(values.chart(), 0);
        double floor = ((XYPlot) values.chart().getPlot()).getRangeAxis().getLowerBound();
        assertEquals(2, data.getItemCount(1));
        assertTrue(data.getYValue(1, 1) > 0 && data.getYValue(1, 1) < floor);
        assertTrue(floor > 0);
    }

    @Test
    void extremePathDoesNotFlattenOthers() {
        values.show(DescentValueChart.Model.of(
                List.of(line(0, 0.1, 1000, Regime.GLIDE), line(1, 50, 1000, Regime.DIVERGE)), 1000, LOG, 0));
        double top = ((XYPlot) values.chart().getPlot()).getRangeAxis().getUpperBound();
        assertTrue(top < 1e12, "top " + top);
    }

    @Test
    void limitsPointsOfLongPaths() {
        values.show(DescentValueChart.Model.of(List.of(line(0, 0.1, 100_000, Regime.GLIDE)), 100_000, LOG, 50_000));
        XYDataset data = dataset(values.chart(), 0);
        assertTrue(data.getItemCount(0) + data.getItemCount(1) <= BoundedSeries.MAX_POINTS + 4);
    }

    @Test
    void supportsBothLanguagesAndThemes() {
        values.show(DescentValueChart.Model.of(List.of(line(0, 0.1, 20, Regime.GLIDE)), 20, LOG, 5));
        String english = ((XYPlot) values.chart().getPlot()).getRangeAxis().getLabel();
        values.texts(Texts.in(Language.KOREAN));
        assertNotEquals(
                english, ((XYPlot) values.chart().getPlot()).getRangeAxis().getLabel());
        descent.style(ChartStyle.of(ChartTheme.DARK));
        assertEquals(ChartTheme.DARK.background(), descent.chart().getBackgroundPaint());
    }

    @Test
    void linearAxisIncludesZeroAndClipsExtremePath() {
        values.show(DescentValueChart.Model.of(
                List.of(line(1, 1, 20, Regime.LAND), line(0, 2.9, 20, Regime.DIVERGE)),
                20,
                new DescentValueChart.DisplayedQuantity("f(x)", false, Double.NaN),
                20));
        XYDataset data = dataset(values.chart(), 0);
        assertEquals(0, data.getYValue(1, 1));
        assertEquals(21, data.getItemCount(1));
        double top = ((XYPlot) values.chart().getPlot()).getRangeAxis().getUpperBound();
        assertTrue(top < 2 * PARABOLA.value(3.2), "top " + top);
        assertEquals("f(x)", ((XYPlot) values.chart().getPlot()).getRangeAxis().getLabel());
    }

    @Test
    void toleranceLineSpansChart() {
        values.show(DescentValueChart.Model.of(
                List.of(line(0, 0.1, 20, Regime.GLIDE)),
                20,
                new DescentValueChart.DisplayedQuantity("f(x)", true, 0.25),
                3));
        XYDataset data = dataset(values.chart(), 0);
        assertEquals(4, data.getSeriesCount());
        assertEquals(0.25, data.getYValue(0, 0));
        assertEquals(20, data.getXValue(0, 1));
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void descentMatchesReferenceImage(ChartTheme theme) {
        DescentChart chart = new DescentChart(theme);
        List<DescentLine> lines = List.of(
                line(0, 0.3, 20, Regime.GLIDE),
                line(1, 1, 20, Regime.LAND),
                line(2, 1.8, 20, Regime.OSCILLATE),
                line(3, 2.1, 20, Regime.DIVERGE));
        double x = 3.2 * Math.pow(0.7, 3);
        chart.show(new DescentChartModel(
                PARABOLA::value,
                "f(x) = ½·c·x²",
                PARABOLA.window(),
                3.2,
                3,
                lines,
                lines.get(0),
                x,
                "시작점 x₀ = 3.2 (끌기)",
                "slope",
                List.of(
                        new DescentChartModel.Arrow(
                                x, 0.2 * x, RegimeStyle.of(Regime.GLIDE).themeColor(), "step"),
                        new DescentChartModel.Arrow(0.7 * x, 0.2 * x, ChartTheme::muted, "momentum"),
                        new DescentChartModel.Arrow(x, 0.7 * x, ChartTheme::text, "gradient"))));
        GoldenImage.assertMatchesReference("descent-" + named(theme), chart.chart(), 420, 320);
    }

    @Test
    void highlightsNamedPathAndDrawsNoisyPathsOnCurve() {
        DescentChart chart = new DescentChart(ChartTheme.LIGHT);
        DescentLine glides = line(0, 0.3, 20, Regime.GLIDE);
        double x = glides.x().applyAsDouble(1);
        chart.show(new DescentChartModel(
                PARABOLA::value,
                "f(x) = ½·c·x²",
                PARABOLA.window(),
                3.2,
                1,
                List.of(glides),
                glides,
                x,
                "",
                "",
                "slope",
                List.of(new DescentChartModel.Arrow(
                        x, 0.7 * x, RegimeStyle.of(Regime.GLIDE).themeColor(), "step", true)),
                Set.of(DescentChartModel.Highlight.values()),
                new DescentChartModel.PathCloud(List.of(-3.5, -3.3, -3.1, -3.0, -2.8, 99.0), ChartTheme::text)));
        GoldenImage.assertMatchesReference("descent-lit", chart.chart(), 420, 320);
    }

    /** On a projector the letters are large, and still no name covers the curve; only lines to names may cross it. */
    @ParameterizedTest
    @CsvSource({"1, 760, 420", "1.5, 550, 400", "1.5, 700, 420", "2, 1100, 700"})
    void namesOfPathsKeepOffCurve(double scale, int width, int height) {
        BufferedImage plain = race(scale, false).createBufferedImage(width, height);
        BufferedImage named = race(scale, true).createBufferedImage(width, height);
        int curve = ChartTheme.LIGHT.axis().getRGB();
        int covered = 0;
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                covered += plain.getRGB(x, y) == curve && named.getRGB(x, y) != curve ? 1 : 0;
            }
        }
        assertTrue(covered <= 16, "covered pixels of the curve: " + covered);
    }

    /** Where there is room, the name of a rate does not cover the path of another one, at any step. */
    @Test
    void namesKeepOffThePathOfAnotherRate() {
        int diverging = RegimeStyle.of(Regime.DIVERGE).color(ChartTheme.LIGHT).getRGB();
        int covered = 0;
        for (int step = 1; step <= 20; step++) {
            BufferedImage plain = raceAt(step, "", "", "").createBufferedImage(550, 400);
            BufferedImage named = raceAt(step, "η = 0.1 glides", "η = 1 landed", "η = 1.8 oscillates")
                    .createBufferedImage(550, 400);
            for (int x = 0; x < 550; x++) {
                for (int y = 0; y < 400; y++) {
                    covered += plain.getRGB(x, y) == diverging && named.getRGB(x, y) != diverging ? 1 : 0;
                }
            }
        }
        assertTrue(covered <= 150, "covered pixels of the path of 2.1: " + covered);
    }

    private static JFreeChart raceAt(int step, String glides, String lands, String oscillates) {
        DescentChart chart = new DescentChart(ChartTheme.LIGHT);
        chart.style(new ChartStyle(ChartTheme.LIGHT, 1.5));
        chart.show(picture(
                step,
                named(line(0, 0.1, 20, Regime.GLIDE), glides),
                named(line(1, 1, 20, Regime.LAND), lands),
                named(line(2, 1.8, 20, Regime.OSCILLATE), oscillates),
                named(line(3, 2.1, 20, Regime.DIVERGE), "")));
        return chart.chart();
    }

    private static JFreeChart race(double scale, boolean named) {
        DescentChart chart = new DescentChart(ChartTheme.LIGHT);
        chart.style(new ChartStyle(ChartTheme.LIGHT, scale));
        List<DescentLine> lines = List.of(
                named(line(0, 0.1, 20, Regime.GLIDE), named ? "η = 0.1 glides" : ""),
                named(line(1, 1, 20, Regime.LAND), named ? "η = 1 landed" : ""),
                named(line(2, 1.8, 20, Regime.OSCILLATE), named ? "η = 1.8 oscillates" : ""),
                named(line(3, 2.1, 20, Regime.DIVERGE), named ? "η = 2.1 diverges" : ""));
        double x = lines.get(0).x().applyAsDouble(5);
        chart.show(new DescentChartModel(
                PARABOLA::value,
                "f(x)",
                PARABOLA.window(),
                3.2,
                5,
                lines,
                lines.get(0),
                x,
                named ? "start x₀ = 3.2" : "",
                named ? "slope f′(x) = 1.89" : "",
                List.of(new DescentChartModel.Arrow(x, 0.9 * x, ChartTheme::text, named ? "step −0.189" : ""))));
        return chart.chart();
    }

    /** In a low chart, the tangent may end outside at both ends. Its name still belongs to a point inside. */
    @ParameterizedTest
    @CsvSource({"0, 440, 120", "3, 440, 120", "0, 200, 120"})
    void noLineToTheNameOfTheSlopeLeavesTheChart(int step, int width, int height) {
        BufferedImage with = smallChart(step, "slope f′(x)", width, height);
        BufferedImage without = smallChart(step, "", width, height);
        Rectangle2D area = info.getPlotInfo().getDataArea();
        int changed = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (with.getRGB(x, y) != without.getRGB(x, y)) {
                    changed++;
                    assertTrue(area.contains(x - 2.0, y - 2.0, 4, 4), "a pixel at " + x + ", " + y);
                }
            }
        }
        assertTrue(changed > 100, "the name is there");
    }

    private BufferedImage smallChart(int step, String slope, int width, int height) {
        DescentChart chart = new DescentChart(ChartTheme.LIGHT);
        DescentLine line = line(0, 0.1, 20, Regime.GLIDE);
        double x = line.x().applyAsDouble(step);
        chart.show(new DescentChartModel(
                PARABOLA::value, "f(x)", PARABOLA.window(), 3.2, step, List.of(line), line, x, "", slope, List.of()));
        return chart.chart().createBufferedImage(width, height, info);
    }

    private static DescentLine named(DescentLine line, String name) {
        return new DescentLine(
                line.series(),
                line.regime(),
                name,
                line.endLabel(),
                line.lastStep(),
                line.diverged(),
                line.x(),
                line.value(),
                line.firstZeroStep());
    }

    @Test
    void showsStartHintOnlyOnScreen() {
        JFreeChart plain = hinting("");
        JFreeChart hinting = hinting("(drag)");
        assertTrue(alike(GoldenImage.draw(plain, 420, 320), GoldenImage.draw(hinting, 420, 320)));
        assertFalse(alike(GoldenImage.drawOnScreen(plain, 420, 320), GoldenImage.drawOnScreen(hinting, 420, 320)));
    }

    private static JFreeChart hinting(String hint) {
        DescentChart chart = new DescentChart(ChartTheme.LIGHT);
        chart.show(new DescentChartModel(
                PARABOLA::value,
                "f(x)",
                PARABOLA.window(),
                3.2,
                0,
                List.of(),
                null,
                0,
                "start",
                hint,
                "",
                List.of(),
                Set.of(),
                DescentChartModel.PathCloud.NONE));
        return chart.chart();
    }

    private static boolean alike(BufferedImage one, BufferedImage other) {
        int width = one.getWidth();
        int height = one.getHeight();
        return Arrays.equals(
                one.getRGB(0, 0, width, height, null, 0, width), other.getRGB(0, 0, width, height, null, 0, width));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, true", "DARK, true", "LIGHT, false", "DARK, false"})
    void theValuesLookAsTheyDid(ChartTheme theme, boolean logarithmic) {
        DescentValueChart chart = new DescentValueChart(ENGLISH, theme);
        chart.show(DescentValueChart.Model.of(
                List.of(
                        line(0, 0.1, 20, Regime.GLIDE),
                        line(1, 1, 20, Regime.LAND),
                        line(2, 1.8, 20, Regime.OSCILLATE),
                        line(3, 2.1, 20, Regime.DIVERGE)),
                20,
                new DescentValueChart.DisplayedQuantity("f(x)", logarithmic, 0.05),
                8));
        GoldenImage.assertMatchesReference(
                "value-" + (logarithmic ? "log-" : "linear-") + named(theme), chart.chart(), 420, 220);
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void scheduleMatchesReferenceImage(ChartTheme theme) {
        List<Schedule> schedules = List.of(
                Schedule.ConstantRate.DEFAULT,
                new Schedule.CosineAnnealing(0, 5),
                new Schedule.StepDecay(8, 0.5, 0),
                new Schedule.ExponentialDecay(0.9, 0));
        List<DescentLine> lines = new ArrayList<>();
        for (int k = 0; k < schedules.size(); k++) {
            Schedule schedule = schedules.get(k);
            lines.add(new DescentLine(
                    k, null, "", schedule.name(), 30, false, step -> step, step -> schedule.rateAt(0.1, step, 30), -1));
        }
        DescentValueChart chart = new DescentValueChart(ENGLISH, theme);
        chart.show(DescentValueChart.Model.of(
                lines, 30, new DescentValueChart.DisplayedQuantity("η", false, Double.NaN), 12));
        GoldenImage.assertMatchesReference("schedule-" + named(theme), chart.chart(), 420, 220);
    }

    private static String named(ChartTheme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }
}
