package hyperlab.lab.tuning;

import hyperlab.cases.DefaultComparison;
import hyperlab.chart.axis.UnitIntervalTicks;
import hyperlab.chart.tuning.TuningChartModels;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.export.ComparisonReport;
import hyperlab.text.KeyNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.PairedDifference;
import hyperlab.train.Quantiles;
import hyperlab.tune.HyperparameterImportance;
import hyperlab.tune.PairedComparison;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.SurrogateSnapshot;
import hyperlab.tune.TrialComparison;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TrialReplication;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lab's localized text. */
final class TuningText {
    private static final int DIGITS = 3;

    private final Texts texts;

    TuningText(Texts texts) {
        this.texts = texts;
    }

    // subject

    /** The function's formula, or a short description of the experiment. */
    String subject(TuningStudy study) {
        Experiment experiment = study.experiment();
        if (experiment == null) {
            return "f(x, y) = "
                    + ObjectiveFunctions.of(String.valueOf(study.function())).formula();
        }
        double heldOut = experiment.data().splitSettings().testFraction();
        return texts.get(
                heldOut > 0 ? "tuning.subject.test" : "tuning.subject.how",
                source(experiment.data()),
                Integer.toString(experiment.training().epochs()),
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
        boolean larger =
                layer == MapQuantity.MEAN && maps.order().study().objective().isLargerBetter();
        return texts.get("tuning.map.how." + layer.id() + (larger ? ".larger" : ""));
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

    /** Explains the next trial and which slice the maps show. */
    String explainNext(SearchSnapshot snapshot) {
        return snapshot.study().space().dimensions() > 2 && !snapshot.rows().isEmpty()
                ? explainProposal(snapshot) + " " + texts.get("tuning.map.slice")
                : explainProposal(snapshot);
    }

    private String explainProposal(SearchSnapshot snapshot) {
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
            return texts.get(
                    "tuning.why.bayesian",
                    Integer.toString(outlook.trials()),
                    number(belief.mean()),
                    number(belief.deviation()),
                    number(best),
                    number(outlook.expectedImprovement(point)),
                    texts.get(key));
        }
        if (snapshot.search().status() == SearchState.SearchStatus.DONE
                && !(study.method() instanceof SearchMethod.Manual)) {
            return texts.get("tuning.why.done");
        }
        if (study.method() instanceof SearchMethod.Bayesian bayesian
                && snapshot.position() >= bayesian.initial()
                && snapshot.search().isRunning()) {
            return texts.get("tuning.why.fitting");
        }
        if (study.method() instanceof SearchMethod.Bayesian bayesian && snapshot.position() < bayesian.initial()) {
            return texts.get("tuning.why.initial", Integer.toString(bayesian.initial()));
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
        lines.add(texts.get("tuning.trial.tip", Integer.toString(row.trial()), stateName(row)));
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

    /** Summarizes the best trials with several seeds, and compares each with the study's best. */
    String describeRepeats(
            TuningStudy study, List<TrialReplication.ReplicatedTrial> repeated, boolean running, double share) {
        if (running) {
            return texts.get("tuning.repeats.running", NumberFormats.format(Math.rint(100 * share), DIGITS));
        }
        List<String> lines = new ArrayList<>();
        for (TrialReplication.ReplicatedTrial one : repeated) {
            lines.add(describeRepeat(one));
        }
        if (repeated.size() > 1) {
            lines.addAll(conclusions(repeated, study.objective().isLargerBetter()));
        }
        if (!repeated.isEmpty() && hasOneSeedPerRun(study)) {
            long first = study.seed() + study.trials();
            lines.add(texts.get(
                    "tuning.repeats.seeds",
                    Long.toString(first),
                    Long.toString(first + repeated.get(0).values().length - 1)));
        }
        return String.join(" ", lines);
    }

    /** Whether run k of a repeated trial has the seed of run k of the same experiment under several seeds. */
    private static boolean hasOneSeedPerRun(TuningStudy study) {
        Experiment experiment = study.experiment();
        return experiment != null
                && experiment.ensemble() == 1
                && !study.space().keys().contains("seed")
                && !study.space().keys().contains("ensemble");
    }

    private String describeRepeat(TrialReplication.ReplicatedTrial one) {
        double[] values = one.finiteValues();
        String trial = Integer.toString(one.row().trial());
        int lost = one.values().length - values.length;
        String line = "";
        if (values.length > 0) {
            Quantiles spread = Quantiles.of(values);
            line = texts.get(
                    "tuning.repeats.line",
                    trial,
                    number(one.row().value()),
                    number(spread.median()),
                    number(spread.lower()),
                    number(spread.upper()),
                    Integer.toString(values.length));
        }
        return lost == 0
                ? line
                : (line
                                + " "
                                + texts.get(
                                        "tuning.repeats.lost",
                                        trial,
                                        Integer.toString(lost),
                                        Integer.toString(one.values().length)))
                        .strip();
    }

    /** Compares the study's best trial with each of the others over the same seeds. */
    private List<String> conclusions(List<TrialReplication.ReplicatedTrial> repeated, boolean largerIsBetter) {
        TrialReplication.ReplicatedTrial best = repeated.get(0);
        List<String> sentences = new ArrayList<>(List.of(
                texts.get("tuning.repeats.test", Integer.toString(best.row().trial()))));
        int intervals = 0;
        for (TrialReplication.ReplicatedTrial other : repeated.subList(1, repeated.size())) {
            TrialComparison comparison = TrialComparison.of(best, other, largerIsBetter);
            sentences.add(describeComparison(comparison));
            intervals += comparison.comparison().hasInterval() ? 1 : 0;
        }
        if (intervals > 1) {
            sentences.add(texts.get("tuning.repeats.several", Integer.toString(intervals)));
        }
        return sentences;
    }

    private String describeComparison(TrialComparison trials) {
        String trial = Integer.toString(trials.other().trial());
        PairedComparison comparison = trials.comparison();
        String pairs = Integer.toString(comparison.pairs());
        PairedDifference difference = comparison.difference();
        if (difference == null) {
            return texts.get("tuning.repeats.few", trial, pairs, Integer.toString(PairedComparison.MIN_PAIRS));
        }
        return texts.get(
                switch (comparison.verdict()) {
                    case TOO_FEW -> "tuning.repeats.few";
                    case EQUAL -> "tuning.repeats.equal";
                    case CONSTANT -> "tuning.repeats.constant";
                    case WORSE -> "tuning.repeats.worse";
                    case BETTER -> "tuning.repeats.better";
                    case OPEN -> "tuning.repeats.open";
                },
                trial,
                signed(difference.mean()),
                number(difference.from()),
                number(difference.to()),
                pairs);
    }

    private static String signed(double value) {
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

    /** The answer with its numbers and the rows that decide, or how far the comparison is. */
    String compared(ComparisonStatus status, TuningObjective objective) {
        DefaultComparison pairs = status.comparison();
        return isAnswered(status) && pairs != null
                ? new ComparisonReport(pairs, objective, texts).text()
                : compared(status);
    }

    /** Summarizes the standings of the race. */
    String describeStandings(List<MethodRaceViewModel.MethodStanding> standings, boolean running) {
        int seeds = standings.stream()
                .mapToInt(MethodRaceViewModel.MethodStanding::seeds)
                .min()
                .orElse(0);
        if (seeds == 0) {
            return texts.get(running ? "tuning.race.begun" : "tuning.race.none");
        }
        return standings.stream()
                        .map(one -> texts.get(
                                "tuning.race.line",
                                racer(one.racer()),
                                number(last(one.median())),
                                Integer.toString(one.ahead()),
                                Integer.toString(seeds)))
                        .collect(Collectors.joining(" "))
                + " "
                + (running ? texts.get("tuning.race.soFar") : raceVerdict(standings));
    }

    /** The name of a racer: of its method, or of the file with its study. */
    String racer(MethodRaceViewModel.Racer racer) {
        return racer.savedName() == null ? method(racer.study().method()) : racer.savedName();
    }

    /** Compares each racer with the first one under the same seeds. */
    private String raceVerdict(List<MethodRaceViewModel.MethodStanding> standings) {
        List<String> sentences = new ArrayList<>();
        sentences.add(texts.get("tuning.race.test", racer(standings.get(0).racer())));
        int intervals = 0;
        for (MethodRaceViewModel.MethodStanding one : standings) {
            PairedComparison comparison = one.againstFirst();
            if (comparison != null) {
                sentences.add(raceVerdict(racer(one.racer()), comparison));
                intervals += comparison.hasInterval() ? 1 : 0;
            }
        }
        if (intervals > 1) {
            sentences.add(texts.get("tuning.race.several", Integer.toString(intervals)));
        }
        return String.join(" ", sentences);
    }

    private String raceVerdict(String name, PairedComparison comparison) {
        PairedDifference difference = comparison.difference();
        String key = "tuning.race.verdict."
                + comparison.verdict().name().toLowerCase(Locale.ROOT).replace("_", "");
        String pairs = Integer.toString(comparison.pairs());
        return difference == null
                ? texts.get(key, name, pairs, Integer.toString(PairedComparison.MIN_PAIRS))
                : texts.get(
                        key,
                        name,
                        signed(difference.mean()),
                        number(difference.from()),
                        number(difference.to()),
                        pairs);
    }

    /** The rank of the user's own trials among the methods' medians, at the budget that the user has spent. */
    String describeUserRank(
            List<MethodRaceViewModel.MethodStanding> standings, double[] own, int spent, boolean larger) {
        if (spent == 0 || spent > own.length || Double.isNaN(own[spent - 1])) {
            return "";
        }
        double best = own[spent - 1];
        List<MethodRaceViewModel.MethodStanding> there = standings.stream()
                .filter(one -> Double.isFinite(one.median()[spent - 1]))
                .toList();
        long ahead = there.stream()
                .filter(one -> larger ? one.median()[spent - 1] > best : one.median()[spent - 1] < best)
                .count();
        return texts.get(
                "tuning.race.person",
                number(best),
                Integer.toString(spent),
                Long.toString(ahead + 1),
                Integer.toString(there.size() + 1));
    }

    static double last(double... values) {
        return values.length == 0 ? Double.NaN : values[values.length - 1];
    }

    String stateName(TrialRecord row) {
        return texts.get("command.tune.state." + row.state().fileName());
    }

    static String number(double value) {
        return Double.isNaN(value) ? "–" : NumberFormats.format(value, DIGITS);
    }
}
