package hyperlab.chart.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import hyperlab.descent.DescentSetup;
import hyperlab.map.DescentPixelTrainer;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapComputation;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.MeanFieldNetwork;
import hyperlab.map.OverlayCurve;
import hyperlab.map.OverlayCurves;
import hyperlab.map.Pixel;
import hyperlab.map.PixelOutcome;
import hyperlab.map.PixelStore;
import hyperlab.map.PixelTrainer;
import hyperlab.optim.Sgd;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.LegendItemCollection;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MapChartTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
    private static final Texts KOREAN = Texts.in(Language.KOREAN);
    private static final Executor NONE = task -> {};

    private static final MapSpecification NETWORK = new MapSpecification(
            new MapSubject.OfExperiment(Experiment.DEFAULT),
            new MapAxis("training.learningRate", new SearchDimension.LogDimension(0.003, 30), 48),
            new MapAxis("training.batchSize", new SearchDimension.IntegerDimension(1, 64), 64, true),
            MapColor.TRAIN_LOSS);

    /** A made-up map: it diverges above 2, early for large rates, and oscillates in a band below. */
    private static final PixelTrainer WEDGE = (values, cancelled) -> {
        double rate = Double.parseDouble(values.x());
        double size = Double.parseDouble(values.y());
        double limit = Math.min(1, 0.4 + 0.1 * size);
        if (rate > limit) {
            return new Pixel(PixelOutcome.DIVERGED, 10 * Math.pow(limit / rate, 2), Double.NaN, 1);
        }
        double loss = 0.1 + 0.4 * Math.pow(Math.log10(rate / (0.0175 * size)), 2);
        boolean oscillates = rate > 0.7 * limit;
        return new Pixel(oscillates ? PixelOutcome.OSCILLATING : PixelOutcome.CONVERGED, 30, loss, 0);
    };

    private static MapSnapshot compute(MapSpecification map, PixelTrainer trainer, int pixels) {
        MapComputation computation = new MapComputation(map, trainer, PixelStore.NONE);
        AtomicInteger left = new AtomicInteger(pixels);
        computation.run(NONE, 1, snapshot -> {}, () -> left.decrementAndGet() < 0);
        return computation.snapshot();
    }

    private static void assertMatchesReference(String name, ChartTheme theme, MapModel model, Texts texts) {
        MapChart chart = new MapChart(texts, theme);
        chart.show(model);
        GoldenImage.assertMatchesReference(name, theme, chart.chart(), 620, 360);
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void networkMapMatchesReferenceImage(ChartTheme theme) {
        MapModel model = MapModel.of(compute(NETWORK, WEDGE, Integer.MAX_VALUE));
        List<hyperlab.map.OverlayCurve> curves = List.of(
                OverlayCurves.twoOverSharpness(NETWORK, 2.857).orElseThrow(),
                OverlayCurves.constantRatio(NETWORK, 0.0175).orElseThrow());
        assertMatchesReference("map-network", theme, model.withOverlays(curves).withContours(true), ENGLISH);
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void momentumMapMatchesReferenceImage(ChartTheme theme) {
        DescentSetup setup = new DescentSetup(
                "parabola",
                Map.of(),
                List.of(1.0),
                20,
                List.of(new DescentSetup.Racer(0.1, new Sgd(0.5, false), true)));
        MapSpecification map = new MapSpecification(
                new MapSubject.OfDescent(setup),
                new MapAxis("learningRate", new SearchDimension.LinearDimension(0.01, 4), 60),
                new MapAxis("optimizer.momentum", new SearchDimension.LinearDimension(0, 0.99), 50),
                MapColor.SPECTRAL_RADIUS);
        MapModel model = MapModel.of(compute(map, new DescentPixelTrainer(map), Integer.MAX_VALUE));
        assertMatchesReference("map-momentum", theme, model.withOverlays(OverlayCurves.ofQuadratic(map)), KOREAN);
    }

    /** The loss is the rate itself, so that equal rates have equal losses in every part of the map. */
    @Test
    void tableHasTheColumnsOfTheFileOfPixels() {
        MapChart chart = new MapChart(ENGLISH, ChartTheme.LIGHT);
        chart.show(MapModel.of(compute(NETWORK, WEDGE, Integer.MAX_VALUE)));
        assertEquals(
                List.of("training.learningRate", "training.batchSize", "outcome", "epochs", "trainLoss"),
                chart.table().header());
        assertEquals(5, chart.table().rows().get(0).size());
        MapSpecification outcomes = NETWORK.withColor(MapColor.OUTCOME);
        chart.show(MapModel.of(compute(outcomes, WEDGE, Integer.MAX_VALUE)));
        assertEquals(
                List.of("training.learningRate", "training.batchSize", "outcome", "epochs"),
                chart.table().header());
        assertEquals(48 * 64, chart.table().rows().size());
    }

    @Test
    void fixedColorsMeanTheSameInEveryMap() {
        PixelTrainer trainer = (values, cancelled) -> {
            double rate = Double.parseDouble(values.x());
            return new Pixel(
                    rate > 10 ? PixelOutcome.DIVERGED : PixelOutcome.CONVERGED, 100 / rate, rate, rate > 10 ? 1 : 0);
        };
        MapSnapshot whole = compute(rates(0.01, 100), trainer, Integer.MAX_VALUE);
        MapSnapshot part = compute(rates(1, 100), trainer, Integer.MAX_VALUE);
        ColorRanges ranges = ColorRanges.of(List.of(part, whole));
        int[] wholeCells = new MapColors(whole, ranges).cells(ChartTheme.LIGHT);
        int[] partCells = new MapColors(part, ranges).cells(ChartTheme.LIGHT);
        assertEquals(1, whole.value(20), 1e-9);
        assertEquals(1, part.value(0), 1e-9);
        assertEquals(wholeCells[20], partCells[0], "the same loss");
        assertEquals(wholeCells[40], partCells[40], "the same epoch of divergence");
        assertNotEquals(wholeCells[20], new MapColors(part, null).cells(ChartTheme.LIGHT)[0], "colors of its own");

        MapChart chart = new MapChart(ENGLISH, ChartTheme.LIGHT);
        chart.show(MapModel.of(part));
        BufferedImage own = chart.chart().createBufferedImage(400, 300);
        chart.fixColors(List.of(MapModel.of(whole), MapModel.of(part)));
        chart.show(MapModel.of(part));
        BufferedImage fixed = chart.chart().createBufferedImage(400, 300);
        int atLeft = 100;
        assertNotEquals(own.getRGB(atLeft, 150), fixed.getRGB(atLeft, 150), "the chart follows the fixed colors");
    }

    private static MapSpecification rates(double low, double high) {
        return new MapSpecification(
                NETWORK.subject(),
                new MapAxis("training.learningRate", new SearchDimension.LogDimension(low, high), 41),
                new MapAxis("training.batchSize", new SearchDimension.IntegerDimension(1, 4), 2),
                MapColor.TRAIN_LOSS);
    }

    private static List<String> legend(MapModel model) {
        MapChart chart = new MapChart(ENGLISH, ChartTheme.LIGHT);
        chart.show(model);
        LegendItemCollection items = chart.chart().getXYPlot().getFixedLegendItems();
        return IntStream.range(0, items.getItemCount())
                .mapToObj(k -> items.get(k).getLabel())
                .toList();
    }

    /** A mark that is not on the map, or not within its axes, has no entry. */
    @Test
    void legendExplainsTheMarksThatArePresent() {
        MapSnapshot snapshot = compute(NETWORK, WEDGE, Integer.MAX_VALUE);
        List<String> patterns = List.of("vertical lines: oscillating");
        assertEquals(patterns, legend(MapModel.of(snapshot)));
        List<OverlayCurve> curves = List.of(
                OverlayCurves.twoOverSharpness(NETWORK, 2.5).orElseThrow(),
                OverlayCurves.constantRatio(NETWORK, 0.0175).orElseThrow());
        List<MapMarker> markers = List.of(
                new MapMarker(
                        Curve.of(new double[] {0.01, 0.1}, new double[] {8, 8}),
                        CurveStyle.line(ThemeColor.series(0), 1.5),
                        "",
                        "the walk"),
                new MapMarker(
                        Curve.point(0.1, 8),
                        CurveStyle.points(ThemeColor.series(0), MarkerShape.CIRCLE)
                                .hollow(true),
                        "",
                        "best rate"),
                new MapMarker(
                        Curve.point(0.1, 8), CurveStyle.points(ThemeColor.series(0), MarkerShape.CIRCLE), "pinned"));
        MapModel all = MapModel.of(snapshot).withOverlays(curves).withMarkers(markers);
        assertEquals(
                Stream.concat(
                                patterns.stream(),
                                Stream.of(
                                        "2/λ at the start",
                                        "rate in proportion to B",
                                        "the walk",
                                        "best rate",
                                        "equal values"))
                        .toList(),
                legend(all.withContours(true)));
        assertEquals(
                Stream.concat(patterns.stream(), Stream.of("best rate", "equal values"))
                        .toList(),
                legend(all.withContours(true).withLegend(MapModel.Legend.BRIEF)),
                "the labels on the map explain the lines");
        assertEquals(List.of(), legend(all.withLegend(MapModel.Legend.NONE)));
        MapAxis small = NETWORK.x().withDimension(new SearchDimension.LogDimension(2, 4));
        assertEquals(
                patterns,
                legend(all.withAxes(small, NETWORK.y().withDimension(new SearchDimension.IntegerDimension(1, 4)))),
                "nothing is drawn in this part");
    }

    @Test
    void briefLegendLeavesTheRoomOfTheBoundaryNameToTheMap() {
        MapModel model = MapModel.of(MapSnapshot.empty(NETWORK));
        MapChart chart = new MapChart(ENGLISH, ChartTheme.LIGHT);
        chart.show(model);
        double full = plotHeight(chart);
        chart.show(model.withLegend(MapModel.Legend.BRIEF));
        assertEquals(full + 14, plotHeight(chart), 1);
    }

    private static double plotHeight(MapChart chart) {
        BufferedImage drawn = new BufferedImage(500, 300, BufferedImage.TYPE_INT_RGB);
        ChartRenderingInfo info = new ChartRenderingInfo();
        Graphics2D g2 = drawn.createGraphics();
        chart.chart().draw(g2, new Rectangle2D.Double(0, 0, 500, 300), info);
        g2.dispose();
        return info.getPlotInfo().getDataArea().getHeight();
    }

    @Test
    void walkThroughAZoomedMapHasAnAxisOfItsSpan() {
        for (boolean logarithmic : new boolean[] {false, true}) {
            WalkChart walk = new WalkChart(ENGLISH, ChartTheme.LIGHT);
            walk.show(new WalkChart.Model(
                    new double[] {200, 200.0005, 200.001},
                    logarithmic,
                    new double[] {1, 2, 3},
                    new boolean[3],
                    0,
                    "rate",
                    "loss",
                    "diverged"));
            Range shown = walk.chart().getXYPlot().getDomainAxis().getRange();
            assertTrue(shown.contains(200) && shown.contains(200.001), shown.toString());
            assertTrue(shown.getLength() < 0.0012, shown.toString());
        }
    }

    @Test
    void unfinishedMapShowsCoarseCells() {
        assertMatchesReference("map-unfinished", ChartTheme.LIGHT, MapModel.of(compute(NETWORK, WEDGE, 600)), KOREAN);
    }

    @Test
    void choiceHasACellForEachValue() {
        MapSpecification map = NETWORK.withAxes(
                NETWORK.x(),
                new MapAxis(
                        "network.hidden", new SearchDimension.CategoricalDimension(List.of("[2]", "[8]", "[8,8]")), 3));
        PixelTrainer trainer = (values, cancelled) ->
                new Pixel(PixelOutcome.CONVERGED, 5, values.y().length() + Double.parseDouble(values.x()) / 30, 0);
        assertMatchesReference(
                "map-choice", ChartTheme.DARK, MapModel.of(compute(map, trainer, Integer.MAX_VALUE)), ENGLISH);
    }

    @Test
    void pixelsOfThePlotAreCellsOfTheMap() {
        MapChart chart = new MapChart(ENGLISH, ChartTheme.LIGHT);
        Rectangle2D area = new Rectangle2D.Double(100, 50, 480, 320);
        assertEquals(Optional.empty(), chart.cellAt(110, 60, area));
        chart.show(MapModel.of(compute(NETWORK, WEDGE, Integer.MAX_VALUE)));

        assertEquals(Optional.of(new MapChart.MapCell(0, 0)), chart.cellAt(101, 369, area));
        assertEquals(Optional.of(new MapChart.MapCell(47, 63)), chart.cellAt(579, 51, area));
        assertEquals(Optional.of(new MapChart.MapCell(24, 7)), chart.cellAt(345, 50 + 320 * (1 - centerOf(8)), area));
        assertEquals(Optional.empty(), chart.cellAt(90, 100, area));
    }

    /** The position of a batch size on the axis, whose ends are half a cell beyond 1 and 64 on the log scale. */
    private static double centerOf(int size) {
        CellEdges edges = new CellEdges(NETWORK.y());
        return Math.log(size / edges.low()) / Math.log(edges.high() / edges.low());
    }

    @Test
    void boundaryIsSharpInBothThemes() {
        for (ChartTheme theme : ChartTheme.values()) {
            for (int i = 0; i < 256; i++) {
                assertNotEquals(MapRamps.converged(theme, i / 255.0), MapRamps.diverged(theme, 0));
            }
        }
        assertEquals(0x08306b, MapRamps.converged(ChartTheme.LIGHT, 0));
        assertEquals(0xffd9b0, MapRamps.diverged(ChartTheme.DARK, 1));
    }

    @Test
    void betterPixelsAreStronger() {
        MapSnapshot snapshot = compute(NETWORK, WEDGE, Integer.MAX_VALUE);
        int[] cells = new MapColors(snapshot, null).cells(ChartTheme.LIGHT);
        int best = 0;
        int worst = 0;
        int late = -1;
        for (int index = 0; index < cells.length; index++) {
            if (snapshot.outcome(index) != PixelOutcome.DIVERGED) {
                best = snapshot.outcome(best) == PixelOutcome.DIVERGED || snapshot.value(index) < snapshot.value(best)
                        ? index
                        : best;
                worst = snapshot.value(index) > snapshot.value(worst) ? index : worst;
            } else if (late < 0 || snapshot.epochs(index) > snapshot.epochs(late)) {
                late = index;
            }
        }
        assertEquals(0x08306b, cells[best] & 0xffffff);
        assertEquals(0xeaf1f8, cells[worst] & 0xffffff);
        assertEquals(0xf6b26b, cells[late] & 0xffffff);
    }

    @Test
    void fractalMapHasNoPatterns() {
        MapSpecification fractal = new MapSpecification(
                new MapSubject.OfMeanField(MeanFieldNetwork.DEFAULT),
                new MapAxis("layerRates.0", new SearchDimension.LogDimension(1, 10), 4),
                new MapAxis("layerRates.1", new SearchDimension.LogDimension(1, 10), 4),
                MapColor.OUTCOME);
        PixelTrainer trainer = (values, cancelled) -> new Pixel(PixelOutcome.CONVERGED, 1, Double.NaN, 0);

        assertTrue(!MapModel.of(compute(fractal, trainer, 16)).patterns());
        assertTrue(MapModel.of(compute(NETWORK, WEDGE, 16)).patterns());
    }
}
