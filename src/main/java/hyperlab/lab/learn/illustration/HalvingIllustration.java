package hyperlab.lab.learn.illustration;

import hyperlab.chart.series.Curve;
import hyperlab.chart.tuning.TrialCurvesChart;
import hyperlab.chart.tuning.TuningChartModels;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import hyperlab.tune.Journal;
import hyperlab.tune.NetworkTrialFactory;
import hyperlab.tune.StudyListener;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningRun;
import hyperlab.tune.TuningStudy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Trials that successive halving stops early, and the one that it trains to the end. */
final class HalvingIllustration implements Illustration<HalvingIllustration.HalvingResult, TrialCurvesChart.Model> {
    private final TuningStudy study = LinkedSettings.study("halving");
    private final TrialCurvesChart chart;

    HalvingIllustration(LabContext context) {
        chart = new TrialCurvesChart(
                context.messages().texts(), context.appearance().chartTheme());
    }

    /** All trials, and the objective of each trial after each of its epochs. */
    record HalvingResult(List<TrialRecord> rows, Map<Integer, List<Double>> histories) {}

    @Override
    public Document settingsDocument() {
        return new Document.OfStudy(study, List.of());
    }

    @Override
    public HalvingResult compute() {
        Map<Integer, List<Double>> histories = new HashMap<>();
        TuningRun run = new TuningRun(
                study,
                new NetworkTrialFactory(study, IllustrationTrainings::withValues, null),
                Journal.NONE,
                new StudyListener() {
                    @Override
                    public void epochEnded(int trial, EpochReport report) {
                        histories
                                .computeIfAbsent(trial, number -> new ArrayList<>())
                                .add(study.objective().of(report));
                    }
                });
        run.run(Runnable::run, 1, () -> false);
        return new HalvingResult(run.rows(), histories);
    }

    @Override
    public TrialCurvesChart chart() {
        return chart;
    }

    @Override
    public TrialCurvesChart.Model model(HalvingResult found, Texts texts) {
        Map<Integer, Curve> curves = new HashMap<>();
        found.histories().forEach((trial, values) -> {
            double[] history = values.stream().mapToDouble(Double::doubleValue).toArray();
            curves.put(trial, Curve.of(CsvColumns.indices(history.length), history));
        });
        return new TuningChartModels(study, found.rows(), texts).trialCurves(curves);
    }

    @Override
    public String toCsv(HalvingResult found) {
        StringBuilder text = new StringBuilder("trial,epoch,validationLoss\n");
        found.histories().forEach((trial, values) -> {
            for (int epoch = 0; epoch < values.size(); epoch++) {
                text.append(trial)
                        .append(',')
                        .append(epoch)
                        .append(',')
                        .append(values.get(epoch))
                        .append('\n');
            }
        });
        return text.toString();
    }
}
