package hyperlab.app.tuning;

import hyperlab.chart.BestSoFarChart;
import hyperlab.chart.ChartStyle;
import hyperlab.chart.ChartTheme;
import hyperlab.chart.CurveLook;
import hyperlab.chart.Dash;
import hyperlab.chart.ImportanceChart;
import hyperlab.chart.Marker;
import hyperlab.chart.ParallelChart;
import hyperlab.chart.SearchMapChart;
import hyperlab.chart.SliceChart;
import hyperlab.chart.StudyPictures;
import hyperlab.chart.Surface;
import hyperlab.chart.TrialCurvesChart;
import hyperlab.text.Texts;
import hyperlab.tune.Importance;
import hyperlab.tune.Outlook;
import hyperlab.tune.TrialRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lab's charts and their contents. FX thread only, once the charts are displayed. */
final class TuningCharts {
    private final SearchMapChart map;
    private final SearchMapChart gain;
    private final BestSoFarChart best;
    private final ImportanceChart importance;
    private final ParallelChart parallel;
    private final TrialCurvesChart curves;
    private final SliceChart slices;
    private final BestSoFarChart race;
    private boolean hasCurves;

    TuningCharts(Texts texts, ChartTheme theme) {
        map = new SearchMapChart(texts, theme);
        gain = new SearchMapChart(texts, theme);
        best = new BestSoFarChart(texts, theme);
        importance = new ImportanceChart(texts, theme);
        parallel = new ParallelChart(theme);
        curves = new TrialCurvesChart(texts, theme);
        slices = new SliceChart(theme);
        race = new BestSoFarChart(texts, theme);
    }

    SearchMapChart map() {
        return map;
    }

    SearchMapChart gain() {
        return gain;
    }

    BestSoFarChart best() {
        return best;
    }

    ImportanceChart importance() {
        return importance;
    }

    ParallelChart parallel() {
        return parallel;
    }

    TrialCurvesChart curves() {
        return curves;
    }

    SliceChart slices() {
        return slices;
    }

    BestSoFarChart race() {
        return race;
    }

    /** Whether any trial has a learning curve to show. */
    boolean hasCurves() {
        return hasCurves;
    }

    void style(ChartStyle style) {
        map.style(style);
        gain.style(style);
        best.style(style);
        importance.style(style);
        parallel.style(style);
        curves.style(style);
        slices.style(style);
        race.style(style);
    }

    void texts(Texts texts) {
        map.texts(texts);
        gain.texts(texts);
        best.texts(texts);
        importance.texts(texts);
        curves.texts(texts);
        race.texts(texts);
    }

    void show(Moment moment, Map<Integer, ParallelChart.Stretch> brushes, Texts texts) {
        StudyPictures pictures = new StudyPictures(moment.study(), moment.rows(), texts);
        best.show(pictures.best());
        parallel.show(pictures.parallel(brushes));
        slices.show(pictures.slices());
        TrialCurvesChart.Picture courses = pictures.curves(moment.search().curves());
        hasCurves = !courses.lines().isEmpty() && moment.study().function() == null;
        curves.show(courses);
    }

    void show(Maps maps, Layer layer, TuningWords words, Texts texts) {
        Maps.Order order = maps.order();
        StudyPictures pictures = new StudyPictures(order.study(), order.rows(), texts);
        List<double[]> next = order.own().stream()
                .flatMap(outlook -> outlook.proposals().stream())
                .map(Outlook.Proposal::point)
                .toList();
        String name = order.own().map(words::next).orElse("");
        map.show(pictures.map(
                order.x(),
                order.y(),
                heat(maps, layer),
                layer == Layer.UNCERTAINTY ? SearchMapChart.Kind.UNCERTAINTY : SearchMapChart.Kind.VALUE,
                next,
                ""));
        gain.show(pictures.map(order.x(), order.y(), maps.gain(), SearchMapChart.Kind.GAIN, next, name));
    }

    /** The surface for the left map; null if it is not available. */
    @Nullable
    Surface heat(Maps maps, Layer layer) {
        return switch (layer) {
            case MEAN -> maps.mean();
            case UNCERTAINTY -> maps.deviation();
            case TRUTH -> maps.truth();
        };
    }

    void show(Maps.Order order, Importance found, Texts texts) {
        importance.show(new StudyPictures(order.study(), order.rows(), texts).importance(found));
    }

    void show(RaceBoard board, List<TrialRow> own, Texts texts) {
        List<BestSoFarChart.Line> lines = new ArrayList<>();
        for (RaceBoard.Standing standing : board.standings()) {
            String name = standing.method().name();
            lines.add(new BestSoFarChart.Line(
                    standing.median(),
                    standing.low(),
                    standing.high(),
                    RaceControls.look(name),
                    texts.get("chart.method." + name)));
        }
        if (!own.isEmpty()) {
            CurveLook look = CurveLook.line(ChartTheme::text, CurveLook.WIDTH)
                    .with(Dash.SOLID)
                    .with(Marker.NONE);
            lines.add(BestSoFarChart.Line.of(board.person(own), look, texts.get("tuning.race.you")));
        }
        race.show(new BestSoFarChart.Picture(
                lines,
                List.of(),
                1,
                board.raced().trials(),
                Double.NaN,
                "",
                texts.get("chart.trialsSpent"),
                StudyPictures.objective(board.raced(), texts)));
    }
}
