package hyperlab.chart.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.Surface;
import hyperlab.chart.axis.UnitIntervalTicks;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.TextPainter;
import hyperlab.random.RandomStream;
import hyperlab.text.Language;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.TrialRanking;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TuningChartsTest {
    private static final Texts KOREAN = Texts.in(Language.KOREAN);
    private static final SearchSpace SPACE = new SearchSpace(List.of(
            new SearchSpace.Hyperparameter("training.learningRate", new SearchDimension.LogDimension(1e-4, 1)),
            new SearchSpace.Hyperparameter(
                    "training.batchSize", new SearchDimension.CategoricalDimension(List.of("8", "16", "32", "64"))),
            new SearchSpace.Hyperparameter("network.dropout", new SearchDimension.LinearDimension(0, 0.5)),
            new SearchSpace.Hyperparameter("training.epochs", new SearchDimension.IntegerDimension(5, 20))));
    private static final TuningStudy STUDY = new TuningStudy(
            Experiment.DEFAULT, null, SPACE, new SearchMethod.Bayesian(8), TuningObjective.VALIDATION_LOSS, 24, 1, 1);

    private static List<TrialRecord> rows() {
        RandomStream stream = RandomStream.named(5, "trials");
        List<TrialRecord> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            double[] point = SPACE.draw(stream);
            double far = point[0] - 0.6;
            double value = 0.2 + 2 * far * far + 0.3 * point[2];
            TrialRecord.TrialStatus state = point[0] > 0.93
                    ? TrialRecord.TrialStatus.DIVERGED
                    : i % 5 == 4 ? TrialRecord.TrialStatus.PRUNED : TrialRecord.TrialStatus.COMPLETED;
            rows.add(new TrialRecord(
                    i,
                    state,
                    9,
                    state == TrialRecord.TrialStatus.DIVERGED ? Double.NaN : value,
                    1,
                    SPACE.values(point),
                    null));
        }
        return rows;
    }

    private static TuningChartModels pictures() {
        return new TuningChartModels(STUDY, rows(), KOREAN);
    }

    // best so far

    /** The free band between 30 and 50 is just high enough for the label. */
    @Test
    void labelOfTheModelCoversNoTrialIfThereIsRoom() {
        double free = BestSoFarChart.labelHeight(18, 120, 1, 10, 22, 30, 50, 61, 70, 85, 99, 110);
        assertEquals(40, free, 1);
        assertEquals(18, BestSoFarChart.labelHeight(18, 120, 1, 60, 80));
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void bestSoFarMatchesReferenceImage(ChartTheme theme) {
        BestSoFarChart chart = new BestSoFarChart(KOREAN, theme);
        chart.show(pictures().bestSoFar());
        GoldenImage.assertMatchesReference("best-so-far", theme, chart.chart(), 520, 260);
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void raceHasBands(ChartTheme theme) {
        BestSoFarChart chart = new BestSoFarChart(KOREAN, theme);
        chart.show(new BestSoFarChart.Model(
                List.of(racer(0, 40, "무작위 탐색"), racer(3, 90, "베이지안 탐색")),
                List.of(),
                1,
                20,
                Double.NaN,
                "",
                "시도",
                "함숫값"));
        GoldenImage.assertMatchesReference("race", theme, chart.chart(), 520, 260);
    }

    private static BestSoFarChart.Line racer(int series, double speed, String name) {
        double[] best = new double[20];
        double[] low = new double[20];
        double[] high = new double[20];
        Arrays.setAll(best, i -> 0.4 + 60 * Math.exp(-(i * speed) / 300));
        Arrays.setAll(low, i -> 0.4 + (best[i] - 0.4) / 2);
        Arrays.setAll(high, i -> 0.4 + (best[i] - 0.4) * 2);
        return new BestSoFarChart.Line(best, low, high, CurveStyle.series(series), name);
    }

    /** The name of the point from which the model chooses ends inside a narrow chart. */
    @Test
    void nameOfTheModelsStartIsNotCut() {
        BestSoFarChart chart = new BestSoFarChart(KOREAN, ChartTheme.LIGHT);
        BestSoFarChart.Model model = new BestSoFarChart.Model(
                List.of(), List.of(), 1, 20, 15, "from here on the model chooses", "trial", "loss");
        chart.show(model);
        ChartRenderingInfo info = new ChartRenderingInfo();
        BufferedImage image = chart.chart().createBufferedImage(330, 260, info);
        Rectangle2D area = info.getPlotInfo().getDataArea();
        double width = TextPainter.width(
                model.modelStartName(), ChartStyle.of(ChartTheme.LIGHT).axisFont());
        assertTrue(width > area.getWidth() / 4 + 5, "it does not fit on the right of the line");
        int darkColumns = 0;
        int y = (int) area.getMinY() + 18;
        int left = (int) (area.getMaxX() - width);
        for (int x = left; x < area.getMaxX(); x++) {
            boolean dark = false;
            for (int dy = -5; dy <= 5; dy++) {
                dark |= (image.getRGB(x, y + dy) & 0xff) < 0xa0;
            }
            darkColumns += dark ? 1 : 0;
        }
        assertTrue(darkColumns > width / 2, darkColumns + " of " + width);
    }

    /** A map too narrow for one row shows the color bar below the markers. */
    @Test
    void narrowMapKeepsItsColorBar() {
        SearchMapChart wide = new SearchMapChart(KOREAN, ChartTheme.LIGHT);
        wide.show(map(SearchMapChart.EstimateKind.COST, ""));
        double high = plotTop(wide, 600);
        double low = plotTop(wide, 250);
        assertEquals(high + 22, low, 1);
    }

    private static double plotTop(SearchMapChart chart, int width) {
        ChartRenderingInfo info = new ChartRenderingInfo();
        chart.chart().createBufferedImage(width, 300, info);
        return info.getPlotInfo().getDataArea().getMinY();
    }

    @Test
    void bestIncludesOnlyCompleteTrials() {
        double[] best = pictures().bestSoFar().lines().get(0).bestSoFar();
        List<TrialRecord> rows = rows();
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).state() == TrialRecord.TrialStatus.COMPLETED) {
                lowest = Math.min(lowest, rows.get(i).value());
                assertEquals(lowest, best[i]);
            }
        }
        assertTrue(Double.isNaN(best[20]), "what is to come is not known");
        assertEquals(lowest, STUDY.ranked(rows).get(0).value());
    }

    /** A worker that was killed leaves a trial without an end; others end after it. */
    @Test
    void bestContinuesOverATrialWithoutAnEnd() {
        List<TrialRecord> rows = rows().stream()
                .map(row -> row.trial() == 6 || row.trial() == 7 || row.trial() == 19
                        ? new TrialRecord(
                                row.trial(), TrialRecord.TrialStatus.RUNNING, 0, Double.NaN, 0, row.values(), null)
                        : row)
                .toList();
        double[] best = new TuningChartModels(STUDY, rows, KOREAN)
                .bestSoFar()
                .lines()
                .get(0)
                .bestSoFar();

        assertTrue(Double.isFinite(best[5]));
        assertEquals(best[5], best[6]);
        assertEquals(best[5], best[7]);
        assertTrue(Double.isFinite(best[18]));
        assertTrue(Double.isNaN(best[19]), "no later trial has ended");
    }

    @Test
    void bestHasALineAtTheMedianOfTheTrialThatRepeatsPutFirst() {
        List<TrialRecord> ranked = STUDY.ranked(rows());
        int second = ranked.get(1).trial();
        List<TrialRecord> order = List.of(ranked.get(1), ranked.get(0));
        TrialRanking ranking =
                new TrialRanking(order, Map.of(second, 40.0, ranked.get(0).trial(), 50.0));
        List<BestSoFarChart.Line> lines = pictures().bestSoFar(ranking).lines();
        assertEquals(2, lines.size());
        assertEquals(40, lines.get(0).bestSoFar()[0]);
        assertEquals("중앙값 40", lines.get(0).name());
        assertTrue(lines.get(1).name().startsWith("시드 하나 "), lines.get(1).name());
    }

    // parallel coordinates

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void parallelCoordinatesMatchReferenceImage(ChartTheme theme) {
        ParallelCoordinatesChart chart = new ParallelCoordinatesChart(theme);
        chart.show(pictures().parallelCoordinates(Map.of()));
        GoldenImage.assertMatchesReference("parallel", theme, chart.chart(), 620, 260);
        chart.show(pictures().parallelCoordinates(Map.of(0, new ParallelCoordinatesChart.BrushRange(0.4, 0.7))));
        GoldenImage.assertMatchesReference("parallel-brushed", theme, chart.chart(), 620, 260);
    }

    @Test
    void brushSelectsTrials() {
        ParallelCoordinatesChart.Model model = pictures()
                .parallelCoordinates(Map.of(
                        0,
                        new ParallelCoordinatesChart.BrushRange(0.4, 0.7),
                        4,
                        new ParallelCoordinatesChart.BrushRange(0, 0.2)));
        long chosen = model.trials().stream().filter(model::isSelected).count();
        assertTrue(
                chosen > 0 && chosen < model.trials().size(),
                chosen + " of " + model.trials().size());
        for (ParallelCoordinatesChart.TrialLine trial : model.trials()) {
            double[] units = trial.units();
            assertEquals(
                    units[0] >= 0.4 && units[0] <= 0.7 && units[4] >= 0 && units[4] <= 0.2, model.isSelected(trial));
        }
        assertFalse(model.isSelected(new ParallelCoordinatesChart.TrialLine(
                0, new double[] {0.5, 0, 0, 0, Double.NaN}, List.of(), ParallelCoordinatesChart.Rank.OTHER)));
    }

    /** The last name moves left at the edge of the chart, towards the name before. */
    @ParameterizedTest
    @ValueSource(ints = {380, 420, 460, 500, 620})
    void namesOfParallelAxesDoNotMeet(int width) throws ParserConfigurationException {
        List<ParallelCoordinatesChart.ParallelAxis> axes = Stream.of(
                        "learning rate", "L2 penalty", "batch size", "standardize", "validation loss")
                .map(name -> new ParallelCoordinatesChart.ParallelAxis(name, List.of()))
                .toList();
        ParallelCoordinatesChart chart = new ParallelCoordinatesChart(ChartTheme.LIGHT);
        chart.show(new ParallelCoordinatesChart.Model(axes, List.of(), Map.of()));
        List<Rectangle2D> names = new ArrayList<>();
        SVGGraphics2D g2 = new SVGGraphics2D(
                DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument()) {
            @Override
            public void drawString(String text, float x, float y) {
                names.add(new Rectangle2D.Double(x, y, TextPainter.width(text, getFont()), 1));
            }
        };
        chart.chart().draw(g2, new Rectangle2D.Double(0, 0, width, 200));
        assertEquals(axes.size(), names.size());
        for (int i = 1; i < names.size(); i++) {
            assertTrue(names.get(i).getMinX() > names.get(i - 1).getMaxX() + 5, "name " + i + " at " + width);
        }
        assertTrue(names.get(4).getMaxX() <= width);
    }

    @Test
    void convertsPixelToPositionOnNearestAxis() {
        ParallelCoordinatesChart chart = new ParallelCoordinatesChart(ChartTheme.LIGHT);
        chart.show(pictures().parallelCoordinates(Map.of()));
        GoldenImage.draw(chart.chart(), 620, 260);
        Rectangle2D area = new Rectangle2D.Double(0, 0, 620, 260);
        assertEquals(0, chart.axisAt(30, area));
        assertEquals(4, chart.axisAt(610, area));
        assertEquals(2, chart.axisAt(322, area));
        assertEquals(1, chart.unitAt(0, area));
        assertEquals(0, chart.unitAt(260, area));
        assertTrue(chart.unitAt(100, area) > chart.unitAt(150, area));
    }

    // search maps

    /** The best trial is often at an edge of the search space. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 2.5})
    void trialsOnTheEdgeOfAMapAreWhole(double scale) {
        SearchMapChart chart = new SearchMapChart(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);
        chart.style(new ChartStyle(ChartTheme.LIGHT, scale));
        SearchMapChart.Model map = pictures().searchMap(0, 2, null, SearchMapChart.EstimateKind.COST, List.of(), "");
        List<Integer> drawn = new ArrayList<>();
        for (double y : new double[] {0.5, 1, 0}) {
            chart.show(new SearchMapChart.Model(
                    map.x(),
                    map.y(),
                    null,
                    map.kind(),
                    List.of(new SearchMapChart.TrialPoint(0, 0.5, y, false, true)),
                    0,
                    List.of(),
                    ""));
            BufferedImage image = GoldenImage.draw(chart.chart(), 600, 500);
            int pixels = 0;
            for (int k = 0; k < 600 * 500; k++) {
                pixels += image.getRGB(k % 600, k / 600)
                                == ChartTheme.LIGHT.series(1).getRGB()
                        ? 1
                        : 0;
            }
            drawn.add(pixels);
        }
        assertTrue(drawn.get(0) > 0);
        assertEquals(drawn.get(0), drawn.get(1), 0.06 * drawn.get(0));
        assertEquals(drawn.get(0), drawn.get(2), 0.06 * drawn.get(0));
    }

    /** Under the pointer, a map names the hyperparameters without their scale, and the estimate between its samples. */
    @Test
    void aMapTellsTheEstimateUnderThePointer() {
        SearchMapChart chart = new SearchMapChart(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);
        Surface heat = SearchMapChart.sample((x, y) -> x + 10 * y);
        Rectangle2D area = new Rectangle2D.Double(0, 0, 100, 100);
        chart.show(pictures().searchMap(0, 2, heat, SearchMapChart.EstimateKind.COST, List.of(), ""));
        assertEquals(
                "learning rate: 0.01\ndropout rate: 0.125\nvalue at this point: 3",
                chart.readingAt(50, 75, area).orElseThrow().position());
        chart.show(pictures().searchMap(0, 2, heat, SearchMapChart.EstimateKind.UNCERTAINTY, List.of(), ""));
        assertTrue(chart.readingAt(33, 75, area).orElseThrow().position().endsWith("\nuncertainty: 2.83"));
        chart.show(pictures().searchMap(0, 2, null, SearchMapChart.EstimateKind.COST, List.of(), ""));
        assertEquals(
                "learning rate: 0.01\ndropout rate: 0.125",
                chart.readingAt(50, 75, area).orElseThrow().position());
    }

    private static SearchMapChart.Model map(SearchMapChart.EstimateKind kind, String name) {
        Surface heat = SearchMapChart.sample((x, y) -> (x - 0.6) * (x - 0.6) + 0.3 * (y - 0.2) * (y - 0.2));
        return pictures().searchMap(0, 2, heat, kind, List.of(new double[] {0.3, 0, 0.7, 0}), name);
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void mapsMatchReferenceImage(ChartTheme theme) {
        SearchMapChart chart = new SearchMapChart(KOREAN, theme);
        chart.show(map(SearchMapChart.EstimateKind.COST, ""));
        GoldenImage.assertMatchesReference("search-map", theme, chart.chart(), 420, 320);
        chart.show(map(SearchMapChart.EstimateKind.EXPECTED_IMPROVEMENT, "다음: 시도 20"));
        GoldenImage.assertMatchesReference("search-gain", theme, chart.chart(), 420, 320);
    }

    @Test
    void convertsMapPositionToSearchSpace() {
        SearchMapChart chart = new SearchMapChart(KOREAN, ChartTheme.LIGHT);
        chart.show(map(SearchMapChart.EstimateKind.COST, ""));
        Rectangle2D area = new Rectangle2D.Double(50, 10, 200, 100);
        assertEquals(0.25, chart.pointAt(100, 35, area).getX());
        assertEquals(0.75, chart.pointAt(100, 35, area).getY());
        assertEquals(1, chart.pointAt(999, 35, area).getX());
        chart.chart().getXYPlot().getDomainAxis().zoomRange(0.5, 1);
        assertEquals(0.625, chart.pointAt(100, 35, area).getX());
    }

    @Test
    void spotsShowTheirOriginAndBestIsMarked() {
        SearchMapChart.Model model = map(SearchMapChart.EstimateKind.COST, "");
        List<TrialRecord> rows = rows();
        for (int i = 0; i < rows.size(); i++) {
            assertEquals(i >= 8, model.trials().get(i).chosenByModel());
            assertEquals(
                    rows.get(i).state() != TrialRecord.TrialStatus.DIVERGED,
                    model.trials().get(i).hasValue());
        }
        assertEquals(STUDY.ranked(rows).get(0), rows.get(model.bestIndex()));
    }

    // the trial at a point

    @Test
    void chartsFindTheTrialAtAPointAndMarkIt() {
        Rectangle2D area = new Rectangle2D.Double(50, 10, 400, 200);
        TrialRecord row = rows().get(3);
        double[] point = SPACE.point(row.values());
        SearchMapChart map = new SearchMapChart(KOREAN, ChartTheme.LIGHT);
        map.show(map(SearchMapChart.EstimateKind.COST, ""));
        assertEquals(3, map.trialAt(50 + 400 * point[0] + 2, 210 - 200 * point[2], area));
        assertEquals(TrialChart.NONE, map.trialAt(50 + 400 * point[0], 210 - 200 * point[2] + 3000, area));
        BestSoFarChart best = new BestSoFarChart(KOREAN, ChartTheme.LIGHT);
        best.show(pictures().bestSoFar());
        double x = best.chart().getXYPlot().getDomainAxis().valueToJava2D(3, area, RectangleEdge.BOTTOM);
        double y = best.chart().getXYPlot().getRangeAxis().valueToJava2D(row.value(), area, RectangleEdge.LEFT);
        assertEquals(3, best.trialAt(x, y, area));
        assertEquals(TrialChart.NONE, best.trialAt(x, y + 100, area));
        ParallelCoordinatesChart parallel = new ParallelCoordinatesChart(ChartTheme.LIGHT);
        ParallelCoordinatesChart.Model model = pictures().parallelCoordinates(Map.of());
        parallel.show(model);
        GoldenImage.draw(parallel.chart(), 620, 260);
        assertEquals(row.trial(), model.trials().get(3).trial());
        assertEquals(
                Arrays.asList(
                        UnitIntervalTicks.formatValue(row.values().get("training.learningRate")),
                        NumberFormats.format(row.value(), 3)),
                List.of(
                        model.trials().get(3).labels().get(0),
                        model.trials().get(3).labels().get(4)));
        BufferedImage before = GoldenImage.draw(parallel.chart(), 620, 260);
        parallel.highlight(3);
        assertFalse(isSame(before, GoldenImage.draw(parallel.chart(), 620, 260)));
        parallel.highlight(TrialChart.NONE);
        assertTrue(isSame(before, GoldenImage.draw(parallel.chart(), 620, 260)));
    }

    @Test
    void smallPanelsAndCurvesFindTheirTrials() {
        TrialRecord row = rows().get(3);
        double[] point = SPACE.point(row.values());
        SliceChart slices = new SliceChart(ChartTheme.LIGHT);
        slices.show(pictures().slices());
        Rectangle2D area = new Rectangle2D.Double(0, 0, 646, 243);
        // Four panels, 46 pixels from the left and 14 apart: (646 − 46 − 3·14)/4 = 139.5 wide, and 243 − 36 − 7 = 200
        // high.
        double unit = ValueScale.of(rows()).unit(row.value());
        assertEquals(3, slices.trialAt(46 + 139.5 * point[0], 207 - 200 * unit, area));
        assertEquals(3, slices.trialAt(46 + 3 * 153.5 + 139.5 * point[3], 207 - 200 * unit, area));
        assertEquals(TrialChart.NONE, slices.trialAt(46 + 139.5 * point[0], 1000, area));
        assertMarks(slices, slices.chart());

        TrialCurvesChart curves = new TrialCurvesChart(KOREAN, ChartTheme.LIGHT);
        double[] epochs = {0, 50, 100};
        curves.show(pictures()
                .trialCurves(Map.of(
                        0, Curve.of(epochs, new double[] {1, 1, 1}), 3, Curve.of(epochs, new double[] {2, 4, 2}))));
        Rectangle2D plot = new Rectangle2D.Double(0, 0, 400, 200);
        double x = curves.chart().getXYPlot().getDomainAxis().valueToJava2D(75, plot, RectangleEdge.BOTTOM);
        double y = curves.chart().getXYPlot().getRangeAxis().valueToJava2D(3, plot, RectangleEdge.LEFT);
        assertEquals(3, curves.trialAt(x, y, plot), "on the line between two epochs");
        assertEquals(TrialChart.NONE, curves.trialAt(x, y - 60, plot));
        double right = curves.chart().getXYPlot().getDomainAxis().valueToJava2D(77, plot, RectangleEdge.BOTTOM);
        double below = curves.chart().getXYPlot().getRangeAxis().valueToJava2D(2.92, plot, RectangleEdge.LEFT);
        String reading = curves.readingAt(right, below, plot).orElseThrow().position();
        assertTrue(reading.startsWith("에포크: 100\n") && reading.endsWith(": 2"), "the nearest epoch: " + reading);
        assertTrue(curves.readingAt(x, y - 60, plot).isEmpty());
        assertMarks(curves, curves.chart());
        BestSoFarChart best = new BestSoFarChart(KOREAN, ChartTheme.LIGHT);
        best.show(pictures().bestSoFar());
        assertMarks(best, best.chart());
        SearchMapChart map = new SearchMapChart(KOREAN, ChartTheme.LIGHT);
        map.show(map(SearchMapChart.EstimateKind.COST, ""));
        assertMarks(map, map.chart());
    }

    private static void assertMarks(TrialChart trials, JFreeChart chart) {
        BufferedImage before = GoldenImage.draw(chart, 520, 260);
        trials.highlight(3);
        assertFalse(isSame(before, GoldenImage.draw(chart, 520, 260)));
        trials.highlight(TrialChart.NONE);
        assertTrue(isSame(before, GoldenImage.draw(chart, 520, 260)));
    }

    private static boolean isSame(BufferedImage one, BufferedImage other) {
        return Arrays.equals(
                one.getRGB(0, 0, one.getWidth(), one.getHeight(), null, 0, one.getWidth()),
                other.getRGB(0, 0, other.getWidth(), other.getHeight(), null, 0, other.getWidth()));
    }

    @Test
    void theDepthOfTheTintFollowsTheObjective() {
        assertEquals(SearchMapChart.EstimateKind.COST, SearchMapChart.EstimateKind.of(TuningObjective.VALIDATION_LOSS));
        assertEquals(
                SearchMapChart.EstimateKind.SCORE, SearchMapChart.EstimateKind.of(TuningObjective.VALIDATION_ACCURACY));
        Color background = ChartTheme.LIGHT.background();
        assertEquals(background, SearchMapBackground.tint(ChartTheme.LIGHT, SearchMapChart.EstimateKind.COST, 1));
        assertEquals(background, SearchMapBackground.tint(ChartTheme.LIGHT, SearchMapChart.EstimateKind.SCORE, 0));
    }

    // slices and learning curves

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void slicesMatchReferenceImage(ChartTheme theme) {
        SliceChart chart = new SliceChart(theme);
        chart.show(pictures().slices());
        GoldenImage.assertMatchesReference("slices", theme, chart.chart(), 620, 220);
        GoldenImage.assertMatchesReference("slices-narrow", theme, chart.chart(), 340, 300);
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void learningCurvesMatchReferenceImage(ChartTheme theme) {
        TrialCurvesChart chart = new TrialCurvesChart(KOREAN, theme);
        Map<Integer, Curve> curves = new java.util.TreeMap<>();
        for (TrialRecord row : rows()) {
            int last = row.state() == TrialRecord.TrialStatus.PRUNED ? 30 : 100;
            double[] x = new double[last + 1];
            double[] y = new double[last + 1];
            Arrays.setAll(x, i -> i);
            Arrays.setAll(y, i -> 0.1 * row.trial() + Math.exp(-i / 20.0));
            curves.put(row.trial(), Curve.of(x, y));
        }
        chart.show(pictures().trialCurves(curves));
        GoldenImage.assertMatchesReference("trial-curves", theme, chart.chart(), 520, 240);
    }

    @Test
    void stoppedTrialsDropOut() {
        Map<Integer, Curve> curves = Map.of(4, Curve.point(3, 0.5), 0, Curve.point(9, 0.3));
        List<TrialCurvesChart.Line> lines = pictures().trialCurves(curves).lines();
        assertEquals(2, lines.size());
        assertEquals(TrialCurvesChart.TrialCurveState.STOPPED, lines.get(1).state());
        assertEquals(TrialCurvesChart.TrialCurveState.COMPLETED, lines.get(0).state());
    }

    // importance

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void importanceMatchesReferenceImage(ChartTheme theme) {
        ImportanceChart chart = new ImportanceChart(KOREAN, theme);
        chart.show(pictures().importance().orElseThrow());
        GoldenImage.assertMatchesReference("importance", theme, chart.chart(), 420, 220);
    }

    // positions of values

    @Test
    void placesTicksAtTheirValues() {
        assertEquals(
                List.of("10⁻⁴", "10⁻²", "10⁰"),
                UnitIntervalTicks.of(new SearchDimension.LogDimension(1e-4, 1), 4).stream()
                        .map(UnitIntervalTicks.Tick::text)
                        .toList());
        assertEquals(
                0.5,
                UnitIntervalTicks.of(new SearchDimension.LogDimension(1e-4, 1), 4)
                        .get(1)
                        .unit(),
                1e-12);
        assertEquals(
                new UnitIntervalTicks.Tick(0.25, "8-8"),
                UnitIntervalTicks.of(new SearchDimension.CategoricalDimension(List.of("[8, 8]", "[]")), 9)
                        .get(0));
        assertEquals("–", UnitIntervalTicks.formatValue("[]"));
        assertEquals("adam", UnitIntervalTicks.formatValue("\"adam\""));
        UnitIntervalTicks.Tick whole = UnitIntervalTicks.of(new SearchDimension.IntegerDimension(1, 3), 5)
                .get(1);
        assertEquals(new UnitIntervalTicks.Tick(0.5, "2"), whole);
    }

    @Test
    void placesWideRangingValuesLogarithmically() {
        TrialRecord small = new TrialRecord(0, TrialRecord.TrialStatus.COMPLETED, 1, 0.1, 0, Map.of(), null);
        TrialRecord large = new TrialRecord(1, TrialRecord.TrialStatus.COMPLETED, 1, 1000, 0, Map.of(), null);
        assertEquals(0.5, ValueScale.of(List.of(small, large)).unit(10), 1e-12);
        TrialRecord near = new TrialRecord(1, TrialRecord.TrialStatus.COMPLETED, 1, 0.3, 0, Map.of(), null);
        assertEquals(0.5, ValueScale.of(List.of(small, near)).unit(0.2), 1e-12);
        assertEquals(0.5, ValueScale.of(List.of(small)).unit(0.1), 1e-12);
    }
}
