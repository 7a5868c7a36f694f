package hyperlab.lab.map;

import hyperlab.chart.map.MapChart;
import hyperlab.chart.map.MapMarker;
import hyperlab.chart.map.MapModel;
import hyperlab.chart.map.PixelLossChart;
import hyperlab.chart.map.TrialMarkers;
import hyperlab.chart.map.WalkChart;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import hyperlab.map.MapPoint;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.Pixel;
import hyperlab.map.RateRows;
import hyperlab.map.WalkDirection;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lab's charts for one view state: the map, the losses of two pixels, and the values along the walk. */
final class MapCharts {
    /** The color of the pinned pixel; of the other one. */
    static final CurveStyle PINNED = CurveStyle.line(ThemeColor.series(0), CurveStyle.CHOSEN_WIDTH)
            .with(MarkerShape.CIRCLE)
            .radius(3);

    static final CurveStyle OTHER =
            CurveStyle.series(4).with(MarkerShape.DIAMOND).radius(3.5);
    private static final CurveStyle ASKED =
            CurveStyle.points(ThemeColor.series(2), MarkerShape.TRIANGLE_UP).radius(CurveStyle.CURRENT_RADIUS);

    /** The best rates of at most this many rows are marked. */
    private static final int MAX_BEST = 64;
    /** Losses of longer runs have no markers. */
    private static final int MAX_MARKED = 64;

    private static final double BEST_RADIUS = 2.5;
    private static final double WALK_WIDTH = 1.5;

    private final MapChart map;
    private final PixelLossChart losses;
    private final WalkChart walk;
    private @Nullable MapSnapshot empty;

    /**
     * What is asked.
     *
     * @param place of the pixel that is asked about; null if none is
     * @param hidden whether the map shows this pixel's place and nothing else
     */
    record AskedPixel(@Nullable MapPoint place, boolean hidden) {}

    MapCharts(Texts texts, ChartTheme theme) {
        map = new MapChart(texts, theme);
        losses = new PixelLossChart(texts, theme);
        walk = new WalkChart(texts, theme);
    }

    MapChart map() {
        return map;
    }

    PixelLossChart losses() {
        return losses;
    }

    WalkChart walk() {
        return walk;
    }

    /**
     * @param brief whether the losses are labeled with the name of their pixel only, the legend of the map is brief, and
     *     a pixel that is asked about is marked without a legend and other marks
     */
    void show(MapViewState state, AxisValues x, AxisValues y, AskedPixel asked, boolean brief, Texts texts) {
        List<MapMarker> question = marker(asked.place(), x, y, texts);
        MapSnapshot snapshot = state.snapshot();
        if (asked.hidden()) {
            map.show(MapModel.of(empty(state.setup().map())).withMarkers(question));
        } else {
            MapSnapshot shown = snapshot != null
                            && hasSameKinds(snapshot.map(), state.setup().map())
                    ? snapshot
                    : empty(state.setup().map());
            boolean alone = brief && asked.place() != null;
            List<MapMarker> others = alone ? List.of() : markers(state, x, y, texts);
            map.show(MapModel.of(shown)
                    .withContours(state.setup().display().contours())
                    .withOverlays(alone ? List.of() : state.overlays())
                    .withAxes(x.axis(), y.axis())
                    .withMarkers(
                            Stream.concat(others.stream(), question.stream()).toList())
                    .withLegend(alone ? MapModel.Legend.NONE : brief ? MapModel.Legend.BRIEF : MapModel.Legend.FULL));
        }
        losses.show(losses(state, brief, texts));
        walk.show(walk(state, x, y, texts));
    }

    private MapSnapshot empty(MapSpecification wanted) {
        MapSnapshot known = empty;
        if (known == null || !known.map().equals(wanted)) {
            known = MapSnapshot.empty(wanted);
            empty = known;
        }
        return known;
    }

    private static List<MapMarker> marker(@Nullable MapPoint asked, AxisValues x, AxisValues y, Texts texts) {
        return asked == null
                ? List.of()
                : List.of(new MapMarker(
                        Curve.point(x.ofNumber(asked.x()), y.ofNumber(asked.y())), ASKED, texts.get("map.asked")));
    }

    /** Whether the pixels of one map can be shown on the axes of another one. */
    private static boolean hasSameKinds(MapSpecification shown, MapSpecification wanted) {
        return shown.x().key().equals(wanted.x().key())
                && shown.y().key().equals(wanted.y().key())
                && AxisScale.of(shown.x()) == AxisScale.of(wanted.x())
                && AxisScale.of(shown.y()) == AxisScale.of(wanted.y())
                && isSimilar(shown.subject(), wanted.subject());
    }

    /** Whether the runs of one subject are a preview of those of another one: they differ in settings, not in the data. */
    private static boolean isSimilar(MapSubject shown, MapSubject wanted) {
        if (shown instanceof MapSubject.OfExperiment one && wanted instanceof MapSubject.OfExperiment other) {
            return one.experiment().data().equals(other.experiment().data());
        }
        if (shown instanceof MapSubject.OfDescent one && wanted instanceof MapSubject.OfDescent other) {
            return one.setup().function().equals(other.setup().function());
        }
        return shown.getClass().equals(wanted.getClass());
    }

    private static List<MapMarker> markers(MapViewState state, AxisValues x, AxisValues y, Texts texts) {
        List<MapMarker> markers = new ArrayList<>();
        List<MapCell> cells = state.walk().cells();
        Curve path = Curve.of(
                new double[] {
                    x.chartPlace(cells.get(0).column()),
                    x.chartPlace(cells.get(cells.size() - 1).column())
                },
                new double[] {
                    y.chartPlace(cells.get(0).row()),
                    y.chartPlace(cells.get(cells.size() - 1).row())
                });
        markers.add(new MapMarker(
                path,
                CurveStyle.line(ThemeColor.series(0), WALK_WIDTH).with(Dash.LONG_DOT),
                "",
                texts.get("map.walk.line")));
        TrialMarkers.of(state.setup().display().trials(), x.axis(), y.axis(), texts.get("map.trials"))
                .ifPresent(markers::add);
        MapAnalysis analysis = state.analysis();
        if (state.setup().display().best()
                && state.isCurrent()
                && analysis != null
                && !MomentumComparison.applies(state.setup().map())) {
            bestRates(analysis.rows(), y, texts, markers);
        }
        MapCell other = state.otherCell();
        MapCell pinned = state.pinnedCell();
        if (!other.equals(pinned)) {
            markers.add(new MapMarker(
                    Curve.point(x.chartPlace(other.column()), y.chartPlace(other.row())),
                    CurveStyle.points(OTHER.themeColor(), MarkerShape.DIAMOND).radius(CurveStyle.CURRENT_RADIUS),
                    texts.get(MapText.otherKey(state))));
        }
        markers.add(new MapMarker(
                Curve.point(x.chartPlace(pinned.column()), y.chartPlace(pinned.row())),
                CurveStyle.points(PINNED.themeColor(), MarkerShape.CIRCLE).radius(CurveStyle.CURRENT_RADIUS),
                texts.get("map.narration.pinned")));
        return markers;
    }

    /** The best rate of each row, if the rate is on the x axis. */
    private static void bestRates(@Nullable RateRows rows, AxisValues y, Texts texts, List<MapMarker> markers) {
        if (rows == null || !rows.otherKey().equals(y.axis().key())) {
            return;
        }
        int stride = (y.count() + MAX_BEST - 1) / MAX_BEST;
        List<RateRows.RateRow> best = rows.rows().stream()
                .filter(row -> Double.isFinite(row.best()) && row.index() < y.count() && row.index() % stride == 0)
                .toList();
        double[] xs = best.stream().mapToDouble(RateRows.RateRow::best).toArray();
        double[] ys =
                best.stream().mapToDouble(row -> y.chartPlace(row.index())).toArray();
        markers.add(new MapMarker(
                Curve.of(xs, ys),
                CurveStyle.points(ThemeColor.series(0), MarkerShape.CIRCLE)
                        .radius(BEST_RADIUS)
                        .hollow(true),
                "",
                texts.get("map.best.points")));
    }

    private static PixelLossChart.Model losses(MapViewState state, boolean brief, Texts texts) {
        MapText text = new MapText(texts);
        MapSpecification specification = state.setup().map();
        List<PixelLossChart.Line> lines = new ArrayList<>();
        PixelRun other = state.other();
        PixelRun pinned = state.pinned();
        int epochs = 1;
        if (other != null && !state.otherCell().equals(state.pinnedCell())) {
            lines.add(line(specification, other, OTHER, texts.get(MapText.otherKey(state)), brief, state, texts));
            epochs = Math.max(epochs, other.losses().length - 1);
        }
        if (pinned != null) {
            lines.add(line(specification, pinned, PINNED, texts.get("map.narration.pinned"), brief, state, texts));
            epochs = Math.max(epochs, pinned.losses().length - 1);
        }
        return new PixelLossChart.Model(lines, epochs, text.timeTitle(specification), text.lossTitle(specification));
    }

    private static PixelLossChart.Line line(
            MapSpecification map,
            PixelRun run,
            CurveStyle style,
            String name,
            boolean brief,
            MapViewState state,
            Texts texts) {
        int drawn = state.racePosition() < 0
                ? run.losses().length
                : Math.min(run.losses().length, state.racePosition() + 1);
        boolean ended = drawn == run.losses().length;
        String label = run.pixel().diverged() && map.seeds() == 1 && !brief && ended
                ? texts.get("map.loss.diverged", name, new MapText(texts).result(map, run.pixel()))
                : name;
        boolean marked = run.losses().length <= MAX_MARKED;
        return new PixelLossChart.Line(run.losses(), drawn, marked ? style : style.with(MarkerShape.NONE), label);
    }

    private static WalkChart.Model walk(MapViewState state, AxisValues x, AxisValues y, Texts texts) {
        MapText text = new MapText(texts);
        MapWalk walk = state.walk();
        boolean alongY = walk.direction() == WalkDirection.Y;
        AxisValues axis = alongY ? y : x;
        MapSnapshot snapshot = state.isCurrent() ? state.snapshot() : null;
        int count = walk.cells().size();
        double[] places = new double[count];
        double[] values = new double[count];
        boolean[] diverged = new boolean[count];
        for (int i = 0; i < count; i++) {
            MapCell cell = walk.cells().get(i);
            places[i] = axis.number(alongY ? cell.row() : cell.column());
            Pixel pixel = snapshot == null ? null : snapshot.pixel(cell.column(), cell.row());
            values[i] = pixel == null ? Double.NaN : pixel.value();
            diverged[i] = pixel != null && pixel.diverged();
        }
        return new WalkChart.Model(
                places,
                axis.axis().isLogarithmic(),
                values,
                diverged,
                walk.cells().indexOf(state.pinnedCell()),
                text.name(axis.axis()),
                text.color(state.setup().map()),
                texts.get("chart.map.diverged"));
    }
}
