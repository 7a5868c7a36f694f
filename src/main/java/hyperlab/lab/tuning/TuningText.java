package hyperlab.lab.tuning;

import hyperlab.cases.DefaultComparison;
import hyperlab.chart.axis.UnitIntervalTicks;
import hyperlab.chart.tuning.TuningChartModels;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.export.ComparisonReport;
import hyperlab.file.ExperimentOverrides;
import hyperlab.text.KeyNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.tune.HyperparameterImportance;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.SurrogateSnapshot;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lab's localized text. {@link RepeatsText} and {@link RaceText} have that of the repeats and of the race. */
final class TuningText {
    static final int DIGITS = 3;

    private final Texts texts;

    TuningText(Texts texts) {
        this.texts = texts;
    }

    // subject

    /** The function's formula, or a short description of the experiment. */
    String subject(TuningStudy study) {
        Experiment experiment = study.experiment();
        if (study.isRecordOnly()) {
            return texts.get(
                    study.objective().isLargerBetter() ? "tuning.subject.record.larger" : "tuning.subject.record");
        }
        if (experiment == null) {
            return "f(x, y) = "
                    + ObjectiveFunctions.of(String.valueOf(study.function())).formula();
        }
        double heldOut = experiment.data().splitSettings().testFraction();
        String source = source(experiment.data());
        return texts.get(
                heldOut > 0 ? "tuning.subject.test" : "tuning.subject.how",
                experiment.data().standardize() ? texts.get("tuning.subject.standardized", source) : source,
                experiment.training().epochs(),
                NumberFormats.format(100 * heldOut, DIGITS));
    }

    private String source(DataSettings data) {
        CsvSettings csv = data.csv();
        return csv == null
                ? texts.get("training.source." + data.source())
                : String.valueOf(Path.of(csv.file()).getFileName());
    }

    String subtitle(TuningStudy study) {
        Experiment experiment = study.experiment();
        String what = experiment == null ? texts.get("tuning.subject." + study.function()) : source(experiment.data());
        return texts.get("tuning.subtitle", what, method(study.method()), Integer.toString(study.trials()));
    }

    String method(SearchMethod method) {
        if (method instanceof SearchMethod.Recorded recorded
                && !recorded.source().isEmpty()) {
            return recorded.omitted() == 0
                    ? recorded.source()
                    : texts.get("tuning.method.sampled", recorded.source(), Integer.toString(recorded.omitted()));
        }
        return texts.get("chart.method." + method.name());
    }

    String objective(TuningStudy study) {
        return TuningChartModels.objective(study, texts);
    }

    /** The label of the run button. */
    String runLabel(SearchSnapshot snapshot, boolean playing, int planned) {
        if (playing) {
            return texts.get("tuning.run.pause");
        }
        if (snapshot.study().method() instanceof SearchMethod.Recorded) {
            return texts.get("tuning.run.recorded");
        }
        int over = snapshot.search().finishedTrials().size();
        if (awaitsPick(snapshot)) {
            return texts.get(
                    "tuning.run.pick",
                    Integer.toString(over + 1),
                    Integer.toString(Math.max(over + 1, snapshot.study().trials())));
        }
        if (snapshot.search().status() == SearchState.SearchStatus.DONE) {
            return texts.get("tuning.run.done");
        }
        int left = Math.max(0, planned - over);
        String key = over == 0 ? "tuning.run.first" : "tuning.run.more";
        return texts.get(left == 1 ? key + ".one" : key, Integer.toString(left));
    }

    /** Whether the search is by hand and all points that were picked have run. */
    static boolean awaitsPick(SearchSnapshot snapshot) {
        return snapshot.study().method() instanceof SearchMethod.Manual manual
                && snapshot.search().finishedTrials().size() >= manual.points().size();
    }

    /** The progress of the search, for the header of the readout. */
    String position(SearchSnapshot snapshot, int planned) {
        return texts.get("tuning.readout.at", Integer.toString(snapshot.position()), Integer.toString(planned));
    }

    // charts

    String mapCaption(@Nullable SearchMaps maps, MapQuantity layer) {
        if (maps == null || maps.order().study().space().dimensions() < 2) {
            return "";
        }
        if (maps.mean() == null && maps.order().study().method() instanceof SearchMethod.Manual) {
            return texts.get("tuning.map.how.pick");
        }
        boolean larger =
                layer == MapQuantity.MEAN && maps.order().study().objective().isLargerBetter();
        String caption = texts.get("tuning.map.how." + layer.id() + (larger ? ".larger" : ""));
        return maps.isDrawnApart() && layer != MapQuantity.TRUTH ? texts.get("tuning.map.how.apart", caption) : caption;
    }

    String improvementCaption(@Nullable SearchMaps maps) {
        return texts.get(maps != null && maps.isDrawnApart() ? "tuning.gain.how.apart" : "tuning.gain.how");
    }

    /** Which model each map shows; empty if there is only one. */
    String explainModels(@Nullable SearchMaps maps) {
        return maps != null && maps.isDrawnApart() ? texts.get("tuning.map.apart") : "";
    }

    /** What the curves show, and how many of them have fewer points than were recorded. */
    String curvesCaption(TuningStudy study) {
        String caption = texts.get("tuning.curves.how");
        long thinned = study.method() instanceof SearchMethod.Recorded recorded ? recorded.thinnedCurves() : 0;
        return thinned == 0 ? caption : texts.get("tuning.curves.how.thinned", caption, Long.toString(thinned));
    }

    /** Why there are no curves of trials. */
    String missingCurves(TuningStudy study) {
        if (study.method() instanceof SearchMethod.Recorded) {
            return texts.get("tuning.curves.empty.recorded");
        }
        return texts.get(study.experiment() == null ? "tuning.curves.empty.function" : "tuning.curves.empty");
    }

    /** Why the importance of the hyperparameters is not known. */
    String missingImportance(SearchMaps.MapsRequest order) {
        List<TrialRecord> finished = order.rows();
        long completed = finished.stream()
                .filter(row -> row.state() == TrialRecord.TrialStatus.COMPLETED)
                .count();
        return completed < finished.size() && finished.size() >= HyperparameterImportance.MIN_TRIALS
                ? texts.get(
                        "tuning.importance.few",
                        Long.toString(completed),
                        Integer.toString(finished.size()),
                        Integer.toString(HyperparameterImportance.MIN_TRIALS))
                : texts.get("tuning.importance.empty");
    }

    String nextLabel(SurrogateSnapshot outlook) {
        return outlook.proposals().isEmpty()
                ? ""
                : texts.get(
                        "tuning.map.next",
                        Integer.toString(outlook.proposals().get(0).trial()));
    }

    // the right panel

    /** Which part of the space the maps show; empty if that is all of it. */
    String explainSlice(SearchSnapshot snapshot) {
        return snapshot.study().space().dimensions() > 2 && !snapshot.rows().isEmpty()
                ? texts.get("tuning.map.slice")
                : "";
    }

    /**
     * A number that explains the next trial.
     *
     * @param name what it is
     */
    record NamedNumber(String name, String number) {}

    /** What the model expects of the next trial; empty if no model chose it. */
    List<NamedNumber> proposalNumbers(SearchSnapshot snapshot) {
        Optional<SurrogateSnapshot> model =
                snapshot.model().filter(outlook -> !outlook.proposals().isEmpty());
        if (model.isEmpty()) {
            return List.of();
        }
        SurrogateSnapshot outlook = model.get();
        double[] point = outlook.proposals().get(0).point();
        SurrogateSnapshot.ObjectivePrediction belief = outlook.predict(point);
        return List.of(
                new NamedNumber(texts.get("tuning.why.trials"), Integer.toString(outlook.trials())),
                new NamedNumber(
                        texts.get("tuning.why.predicted"),
                        texts.get("tuning.why.plusMinus", number(belief.mean()), number(belief.deviation()))),
                new NamedNumber(texts.get("tuning.why.best"), number(outlook.best())),
                new NamedNumber(texts.get("tuning.why.improvement"), number(outlook.expectedImprovement(point))));
    }

    /** Why the next trial is where it is. */
    String explainNext(SearchSnapshot snapshot) {
        TuningStudy study = snapshot.study();
        Optional<SurrogateSnapshot> own = snapshot.model();
        if (own.isPresent() && !own.get().proposals().isEmpty()) {
            SurrogateSnapshot outlook = own.get();
            double[] point = outlook.proposals().get(0).point();
            SurrogateSnapshot.ObjectivePrediction belief = outlook.predict(point);
            double best = outlook.best();
            double gap = study.objective().isLargerBetter() ? belief.mean() - best : best - belief.mean();
            String key = gap > belief.deviation()
                    ? "tuning.why.exploit"
                    : gap > -belief.deviation() ? "tuning.why.both" : "tuning.why.explore";
            return texts.get("tuning.why.bayesian") + " " + texts.get(key);
        }
        if (snapshot.search().status() == SearchState.SearchStatus.DONE
                && !(study.method() instanceof SearchMethod.Manual)
                && !(study.method() instanceof SearchMethod.Recorded)) {
            return texts.get("tuning.why.done");
        }
        if (study.method() instanceof SearchMethod.Bayesian bayesian
                && snapshot.position() >= bayesian.initial()
                && snapshot.search().isRunning()) {
            return texts.get("tuning.why.fitting");
        }
        if (study.method() instanceof SearchMethod.Bayesian bayesian && snapshot.position() < bayesian.initial()) {
            return texts.get("tuning.why.initial", bayesian.initial());
        }
        return texts.get(
                study.method() instanceof SearchMethod.Bayesian
                        ? "tuning.why.paused"
                        : "tuning.why." + study.method().name());
    }

    /** The values of a trial, one per searched key. */
    List<String> values(TuningStudy study, Map<String, String> values) {
        return study.space().keys().stream()
                .map(key -> UnitIntervalTicks.formatValue(values.getOrDefault(key, "")))
                .toList();
    }

    /** A trial with its values, one per line. */
    String describeTrial(TuningStudy study, TrialRecord row) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("tuning.trial.tip", Integer.toString(row.trial()), stateName(study, row)));
        List<String> values = values(study, row.values());
        for (int i = 0; i < values.size(); i++) {
            lines.add(
                    texts.get("tuning.trial.tip.value", key(study.space().keys().get(i)), values.get(i)));
        }
        if (Double.isFinite(row.value())) {
            lines.add(texts.get("tuning.trial.tip.value", objective(study), number(row.value())));
        }
        return String.join("\n", lines);
    }

    String key(String key) {
        return KeyNames.of(key, texts);
    }

    /** A difference with its sign. */
    static String signed(double value) {
        return value > 0 ? "+" + number(value) : number(value);
    }

    // the comparison with the default

    static boolean isAnswered(ComparisonStatus status) {
        return status.phase() == ComparisonStatus.ComparisonPhase.DONE;
    }

    /** How far the comparison with the default is; empty if it has not started. */
    String compared(ComparisonStatus status) {
        String pairs = Integer.toString(status.pairs());
        String all = Integer.toString(ComparisonViewModel.SEEDS);
        return switch (status.phase()) {
            case FUNCTION, NO_TRIAL, READY, DONE -> "";
            case SAME -> texts.get("tuning.default.same");
            case OTHER_DATA -> texts.get("tuning.default.data");
            case RUNNING -> texts.get("tuning.default.running", pairs, all);
            case STOPPED -> texts.get("tuning.default.stopped", pairs, all);
        };
    }

    /** The answer with its numbers, the rows that decide and the default, or how far the comparison is. */
    String compared(ComparisonStatus status, TuningStudy study) {
        DefaultComparison pairs = status.comparison();
        return isAnswered(status) && pairs != null
                ? new ComparisonReport(pairs, study.objective(), texts).text() + " " + defaultSettings(study)
                : compared(status);
    }

    /** The values of the searched hyperparameters in the default experiment. */
    private String defaultSettings(TuningStudy study) {
        Experiment standard = study.experiment();
        if (standard == null) {
            return "";
        }
        List<String> settings = new ArrayList<>();
        for (String key : study.space().keys()) {
            String value = ExperimentOverrides.value(standard, key);
            if (!value.equals("null")) {
                settings.add(key(key) + " " + UnitIntervalTicks.formatValue(value.replace("\"", "")));
            }
        }
        return texts.get("tuning.default.settings", String.join(", ", settings));
    }

    String stateName(TuningStudy study, TrialRecord row) {
        if (study.isPrunedAtEnd(row)) {
            return texts.get("tuning.table.prunedAtEnd");
        }
        return texts.get("command.tune.state." + row.state().fileName());
    }

    static String number(double value) {
        return Double.isNaN(value) ? "–" : NumberFormats.format(value, DIGITS);
    }
}
