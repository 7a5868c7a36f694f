package hyperlab.lab.tuning;

import hyperlab.chart.Surface;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.tuning.BestSoFarChart;
import hyperlab.chart.tuning.ImportanceChart;
import hyperlab.chart.tuning.ParallelCoordinatesChart;
import hyperlab.chart.tuning.SearchMapChart;
import hyperlab.chart.tuning.SliceChart;
import hyperlab.chart.tuning.TrialCurvesChart;
import hyperlab.chart.tuning.TuningChartModels;
import hyperlab.text.Texts;
import hyperlab.tune.HyperparameterImportance;
import hyperlab.tune.SurrogateSnapshot;
import hyperlab.tune.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lab's charts and their contents. FX thread only, once the charts are displayed. */
final class TuningCharts {
    private final SearchMapChart map;
    private final SearchMapChart improvement;
    private final BestSoFarChart best;
    private final ImportanceChart importance;
    private final ParallelCoordinatesChart parallel;
    private final TrialCurvesChart curves;
    private final SliceChart slices;
    private final BestSoFarChart race;
    private boolean hasCurves;

    TuningCharts(Texts texts, ChartTheme theme) {
        map = new SearchMapChart(texts, theme);
        improvement = new SearchMapChart(texts, theme);
        best = new BestSoFarChart(texts, theme);
        importance = new ImportanceChart(texts, theme);
        parallel = new ParallelCoordinatesChart(theme);
        curves = new TrialCurvesChart(texts, theme);
        slices = new SliceChart(theme);
        race = new BestSoFarChart(texts, theme);
    }

    SearchMapChart map() {
        return map;
    }

    SearchMapChart improvement() {
        return improvement;
    }

    BestSoFarChart best() {
        return best;
    }

    ImportanceChart importance() {
        return importance;
    }

    ParallelCoordinatesChart parallel() {
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

    void show(SearchSnapshot snapshot, Map<Integer, ParallelCoordinatesChart.BrushRange> brushes, Texts texts) {
        TuningChartModels chartModels = new TuningChartModels(
                snapshot.study(), snapshot.rows(), snapshot.ranking().trials(), texts);
        best.show(chartModels.bestSoFar(snapshot.ranking()));
        parallel.show(chartModels.parallelCoordinates(brushes));
        slices.show(chartModels.slices());
        TrialCurvesChart.Model courses =
                chartModels.trialCurves(snapshot.search().curves());
        hasCurves = !courses.lines().isEmpty()
                && (snapshot.study().function() == null || snapshot.study().isRecordOnly());
        curves.show(courses);
    }

    void show(SearchMaps maps, MapQuantity layer, TuningText text, Texts texts) {
        SearchMaps.MapsRequest order = maps.order();
        TuningChartModels chartModels = new TuningChartModels(order.study(), order.rows(), order.ranked(), texts);
        List<double[]> next = order.searchModel().stream()
                .flatMap(outlook -> outlook.proposals().stream())
                .map(SurrogateSnapshot.Proposal::point)
                .toList();
        String name = order.searchModel().map(text::nextLabel).orElse("");
        map.show(chartModels.searchMap(
                order.x(),
                order.y(),
                surface(maps, layer),
                layer == MapQuantity.UNCERTAINTY
                        ? SearchMapChart.EstimateKind.UNCERTAINTY
                        : SearchMapChart.EstimateKind.of(order.study().objective()),
                next,
                ""));
        improvement.show(chartModels.searchMap(
                order.x(),
                order.y(),
                maps.improvement(),
                SearchMapChart.EstimateKind.EXPECTED_IMPROVEMENT,
                next,
                name));
    }

    /** The surface for the left map; null if it is not available. */
    @Nullable
    Surface surface(SearchMaps maps, MapQuantity layer) {
        return switch (layer) {
            case MEAN -> maps.mean();
            case UNCERTAINTY -> maps.deviation();
            case TRUTH -> maps.truth();
        };
    }

    void show(SearchMaps.MapsRequest order, HyperparameterImportance found, Texts texts) {
        importance.show(new TuningChartModels(order.study(), order.rows(), texts).importance(found));
    }

    void show(MethodRaceViewModel raceModel, List<TrialRecord> userTrials, Texts texts) {
        List<BestSoFarChart.Line> lines = new ArrayList<>();
        for (MethodRaceViewModel.MethodStanding standing : raceModel.standings()) {
            lines.add(new BestSoFarChart.Line(
                    standing.median(),
                    standing.low(),
                    standing.high(),
                    MethodRaceControls.styleOf(standing.racer()),
                    new RaceText(texts).racer(standing.racer())));
        }
        if (!userTrials.isEmpty()) {
            CurveStyle style = CurveStyle.line(ChartTheme::text, CurveStyle.WIDTH)
                    .with(Dash.SOLID)
                    .with(MarkerShape.NONE);
            lines.add(BestSoFarChart.Line.of(raceModel.userBest(userTrials), style, texts.get("tuning.race.you")));
        }
        race.show(new BestSoFarChart.Model(
                lines,
                List.of(),
                1,
                raceModel.racedStudy().trials(),
                Double.NaN,
                "",
                texts.get("chart.trialsSpent"),
                TuningChartModels.objective(raceModel.racedStudy(), texts)));
    }
}
