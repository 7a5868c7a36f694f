package hyperlab.app.cases;

import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.cases.Baseline;
import hyperlab.cases.Case;
import hyperlab.cases.CaseRun;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Judge;
import hyperlab.cases.Measure;
import hyperlab.cases.Score;
import hyperlab.data.CsvPlan;
import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.data.Partitions;
import hyperlab.file.Document;
import hyperlab.file.RelativePaths;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.CaseFactory;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import hyperlab.tune.NetworkTrials;
import hyperlab.tune.Notes;
import hyperlab.tune.Study;
import hyperlab.tune.StudyListener;
import hyperlab.tune.TrialRow;
import hyperlab.tune.TuningRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * The steps from a user's table to a case: train a baseline, run a study that starts from it, and compare the two. The
 * baseline and the study are evaluated on the validation part only; the held-out rows are used once, in the comparison.
 * The experiments refer to the table by its absolute path. A step runs on the calling worker thread and others; it
 * throws a {@link InvalidInputException} if the table is unsuitable.
 */
final class OwnSteps {
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors());
    private static final int FEW_ROWS = 1000;
    private static final int FOLDS = 5;

    private final TaskExecutor workers;
    private final Path file;
    private final BooleanSupplier stop;

    /** Receives the progress of a step, on any of its threads. */
    interface Listener<T> {
        /**
         * Called with the results so far.
         *
         * @param share the share of the work that is done, from 0 to 1
         */
        void found(T now, double share);
    }

    /** @param stop polled often; when it returns true, the step ends soon */
    OwnSteps(TaskExecutor workers, Path file, BooleanSupplier stop) {
        this.workers = workers;
        this.file = file;
        this.stop = stop;
    }

    /**
     * Trains the baseline with this number of seeds. Returns the scores of the runs that ended; none if it was stopped
     * at once.
     */
    OwnBaseline baseline(CsvPlan plan, int seeds, Listener<OwnBaseline> listener) {
        DataSettings settings = DataSettings.DEFAULT
                .withCsv(plan.settings(RelativePaths.relativize(file, null)))
                .withStandardize(plan.standardize());
        DataSet data = Partitions.load(settings, 1, null);
        Experiment usual = Baseline.of(settings, data);
        Experiment experiment = usual.withData(usual.data().withStandardize(plan.standardize()));
        Measure measure = Measure.of(data.task());
        OwnBaseline none = new OwnBaseline(experiment, measure, data.samples(), data.dropped(), List.of());
        listener.found(none, 0);
        SeedRuns runs = new SeedRuns(
                List.of(experiment),
                seeds,
                run -> measure.of(Judge.VALIDATION.of(run)),
                one -> run(one, data),
                THREADS,
                task -> workers.run("baseline", task));
        List<SeedRuns.Result> last = new ArrayList<>();
        runs.run(
                (results, share) -> {
                    last.clear();
                    last.addAll(results);
                    listener.found(none.withValues(values(results)), share);
                },
                stop);
        return none.withValues(values(last));
    }

    private static List<Double> values(List<SeedRuns.Result> results) {
        List<Double> values = new ArrayList<>();
        for (double value : SeedRuns.values(results, 0, 1)) {
            values.add(value);
        }
        return values;
    }

    private static TrainingRun run(Experiment experiment, DataSet data) {
        return new TrainingRun(experiment, Partitions.part(data, experiment.data(), experiment.seed()), null);
    }

    /**
     * The result of a study.
     *
     * @param one a case without scores
     */
    record Searched(Case one, List<TrialRow> rows) {
        Searched {
            rows = List.copyOf(rows);
        }
    }

    /** Runs the default study from a baseline. Returns an empty result if it was stopped. */
    Optional<Searched> search(Experiment baseline, int seeds, Listener<List<TrialRow>> listener) {
        DataSet data = Partitions.load(baseline.data(), baseline.seed(), null);
        Study study = Baseline.study(baseline, data);
        Notes notes = new Notes(List.of());
        NetworkTrials networks = new NetworkTrials(study, OwnSteps::with, null);
        networks.refuseUnfit();
        TuningRun run = new TuningRun(study, networks, notes, listener(study, listener));
        if (!run.run(task -> workers.run("trial", task), Math.min(THREADS, study.parallel()), stop)) {
            return Optional.empty();
        }
        TrialRow best =
                run.best().orElseThrow(() -> new InvalidInputException("study", "must have a trial that is completed, all failed"));
        int folds = data.samples() <= FEW_ROWS ? FOLDS : 0;
        Document.OfStudy found = new Document.OfStudy(study, notes.found());
        Case one = CaseFactory.of(name(), found, best, seeds, folds, Measure.of(data.task()));
        return Optional.of(new Searched(one, run.rows()));
    }

    private String name() {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
    }

    private static Experiment with(Experiment experiment, Map<String, String> values) {
        return ExperimentOverrides.with(
                experiment,
                values.entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .toList());
    }

    private static StudyListener listener(Study study, Listener<List<TrialRow>> listener) {
        Map<Integer, TrialRow> rows = new TreeMap<>();
        return new StudyListener() {
            @Override
            public void trialChanged(TrialRow row) {
                rows.put(row.trial(), row);
                List<TrialRow> now = List.copyOf(rows.values());
                long over = now.stream().filter(one -> one.state().isOver()).count();
                listener.found(now, (double) over / study.trials());
            }
        };
    }

    /**
     * Runs both experiments with the same seeds and evaluates them on the held-out rows. Returns an empty result if it
     * was stopped.
     */
    Optional<Case> compare(Case one, DoubleConsumer share) {
        DataSet data = Partitions.load(one.before().data(), one.before().seed(), null);
        CaseRun run = new CaseRun(
                one.plan(), one.measure(), each -> run(each, data), THREADS, task -> workers.run("compare", task));
        List<Score> last = new ArrayList<>();
        run.run(
                (scores, done) -> {
                    last.clear();
                    last.addAll(scores);
                    share.accept(done);
                },
                stop);
        return stop.getAsBoolean() ? Optional.empty() : Optional.of(one.withRecorded(CaseScores.of(last)));
    }
}
