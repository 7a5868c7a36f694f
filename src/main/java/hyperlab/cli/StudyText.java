package hyperlab.cli;

import hyperlab.chart.axis.UnitIntervalTicks;
import hyperlab.chart.tuning.TuningChartModels;
import hyperlab.cli.io.DurationText;
import hyperlab.file.TrialFolder;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.ErrorMessages;
import hyperlab.text.KeyNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.tune.CurveKeepingTrials;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.StudyBudget;
import hyperlab.tune.TrialCurve;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Describes a study in a few sentences. */
final class StudyText {
    private final TuningStudy study;
    private final Texts texts;

    StudyText(TuningStudy study, Texts texts) {
        this.study = study;
        this.texts = texts;
    }

    /** The method, the number of trials, the space, the objective and the number of workers. */
    String start(int workers) {
        return texts.get(
                "command.tune.start",
                texts.get("chart.method." + study.method().name()),
                format(StudyBudget.trials(study)),
                format(study.space().dimensions()),
                objective(),
                format(workers));
    }

    String incompleteFile() {
        return texts.get("command.tune.torn");
    }

    String resumed(int known) {
        return texts.get("command.tune.resumed", format(known));
    }

    /** Describes a finished trial. */
    String trial(TrialRecord row, int finished, int trials, double best, double secondsLeft) {
        String what = texts.get("command.tune.state." + row.state().fileName());
        InvalidInputException error = row.error();
        String value = Double.isNaN(row.value())
                ? error == null ? what : what + " (" + ErrorMessages.message(error, texts) + ")"
                : texts.get("command.tune.valued", what, objective(), NumberFormats.format(row.value()));
        return texts.get(
                "command.tune.trial", format(row.trial()), value, progress(finished, trials, best, secondsLeft));
    }

    /** Describes the progress of the study. */
    String progress(int finished, int trials, double best, double secondsLeft) {
        String done = texts.get("command.tune.done", format(finished), format(trials));
        String found = Double.isNaN(best) ? done : texts.get("command.tune.best", done, NumberFormats.format(best));
        return Double.isNaN(secondsLeft) || finished == trials
                ? found
                : DurationText.withTimeLeft(found, secondsLeft, texts);
    }

    /** Describes a process that failed, and whether its trial is started again. */
    String processFailed(int trial, int attempt, int retries, InvalidInputException reason) {
        String line = texts.get("command.tune.processFailed", format(trial), ErrorMessages.message(reason, texts));
        return attempt <= retries ? texts.get("command.tune.repeated", line, format(attempt), format(retries)) : line;
    }

    /** Summarizes the processes that failed. */
    String failedProcesses(int processes, int lostTrials, Path folder) {
        String failed = texts.get("command.tune.failedProcesses", format(processes), TrialFolder.all(folder));
        if (lostTrials == 0) {
            return failed;
        }
        String lost = texts.get("command.tune.lostTrials", failed, format(lostTrials));
        return study.method() instanceof SearchMethod.Bayesian ? lost : texts.get("command.tune.lostAgain", lost);
    }

    /** Says which curves are not complete in the chart of the learning curves; nothing if all are. */
    List<String> curves(List<TrialRecord> rows, Map<Integer, TrialCurve> curves) {
        if (!CurveKeepingTrials.hasCurves(study)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        long thinned = curves.values().stream().filter(TrialCurve::isThinned).count();
        if (thinned > 0) {
            lines.add(texts.get("command.tune.thinned", Long.toString(thinned)));
        }
        long missing = rows.stream()
                .filter(row ->
                        row.state().isFinal() && Double.isFinite(row.value()) && !curves.containsKey(row.trial()))
                .count();
        if (missing > 0) {
            lines.add(texts.get("command.tune.curvesMissing", Long.toString(missing)));
        }
        return lines;
    }

    /** The reason why a run of a study ended. */
    enum StudyEnd {
        FINISHED("over"),
        STOPPED("stopped"),
        OUT_OF_TIME("late");

        private final String key;

        StudyEnd(String key) {
            this.key = key;
        }
    }

    /** Summarizes the ended study. */
    String summary(List<TrialRecord> rows, Optional<TrialRecord> best, StudyEnd ending) {
        String counts = texts.get(
                "command.tune." + ending.key,
                count(rows, TrialRecord.TrialStatus.COMPLETED),
                count(rows, TrialRecord.TrialStatus.PRUNED),
                count(rows, TrialRecord.TrialStatus.DIVERGED),
                count(rows, TrialRecord.TrialStatus.FAILED));
        return best.map(row -> counts + "\n" + best(row)).orElse(counts);
    }

    private String best(TrialRecord row) {
        String values = row.values().entrySet().stream()
                .map(value ->
                        KeyNames.of(value.getKey(), texts) + " " + UnitIntervalTicks.formatValue(value.getValue()))
                .collect(Collectors.joining(", "));
        return texts.get(
                "command.tune.bestTrial", format(row.trial()), objective(), NumberFormats.format(row.value()), values);
    }

    private String objective() {
        return TuningChartModels.objective(study, texts);
    }

    private static String count(List<TrialRecord> rows, TrialRecord.TrialStatus state) {
        return Long.toString(rows.stream().filter(row -> row.state() == state).count());
    }

    private static String format(int number) {
        return Integer.toString(number);
    }
}
