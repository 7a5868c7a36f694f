package hyperlab.lab.learn.illustration;

import hyperlab.chart.Surface;
import hyperlab.chart.tuning.SearchMapChart;
import hyperlab.chart.tuning.TuningChartModels;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import hyperlab.tune.FunctionTrialFactory;
import hyperlab.tune.Journal;
import hyperlab.tune.StudyListener;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningRun;
import hyperlab.tune.TuningStudy;
import java.util.List;

/** The trials of a Bayesian search on a known function, plotted over the function. */
final class SearchIllustration implements Illustration<SearchIllustration.BayesianSearchResult, SearchMapChart.Model> {
    private final TuningStudy study = LinkedSettings.study("branin");
    private final SearchMapChart chart;

    SearchIllustration(LabContext context) {
        chart = new SearchMapChart(
                context.messages().texts(), context.appearance().chartTheme());
    }

    /** All trials, and the function over the whole search space. */
    record BayesianSearchResult(List<TrialRecord> rows, Surface truth) {}

    @Override
    public Document settingsDocument() {
        return new Document.OfStudy(study, List.of());
    }

    @Override
    public BayesianSearchResult compute() {
        String function = String.valueOf(study.function());
        TuningRun run = new TuningRun(study, new FunctionTrialFactory(function), Journal.NONE, new StudyListener() {});
        run.run(Runnable::run, 1, () -> false);
        ObjectiveFunction truth = ObjectiveFunctions.of(function);
        return new BayesianSearchResult(
                run.rows(), SearchMapChart.sample((x, y) -> truth.value(argument(0, x), argument(1, y))));
    }

    /** Converts a position on an axis, from 0 to 1, to the function's argument. */
    private double argument(int axis, double place) {
        return Double.parseDouble(
                study.space().parameters().get(axis).dimension().value(place));
    }

    @Override
    public SearchMapChart chart() {
        return chart;
    }

    @Override
    public SearchMapChart.Model model(BayesianSearchResult found, Texts texts) {
        return new TuningChartModels(study, found.rows(), texts)
                .searchMap(0, 1, found.truth(), SearchMapChart.EstimateKind.COST, List.of(), "");
    }

    @Override
    public String toCsv(BayesianSearchResult found) {
        StringBuilder text = new StringBuilder("trial,x,y,value\n");
        found.rows()
                .forEach(row -> text.append(row.trial())
                        .append(',')
                        .append(row.values().get("x"))
                        .append(',')
                        .append(row.values().get("y"))
                        .append(',')
                        .append(row.value())
                        .append('\n'));
        return text.toString();
    }
}
