package hyperlab.lab.cases;

import hyperlab.cases.Baseline;
import hyperlab.cases.Case;
import hyperlab.cases.CaseRun;
import hyperlab.cases.CaseScore;
import hyperlab.cases.CaseScores;
import hyperlab.cases.EvaluationData;
import hyperlab.cases.Metric;
import hyperlab.cases.PairedSeedStudy;
import hyperlab.data.CsvPlan;
import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.file.CaseFactory;
import hyperlab.file.Document;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RelativePaths;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import hyperlab.tune.InMemoryJournal;
import hyperlab.tune.NetworkTrialFactory;
import hyperlab.tune.StudyListener;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningRun;
import hyperlab.tune.TuningStudy;
import hyperlab.ui.concurrent.TaskExecutor;
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
final class UserDataWorkflow {
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors());
    private static final int FEW_ROWS = 1000;
    private static final int FOLDS = 5;

    private final TaskExecutor workers;
    private final Path file;
    private final BooleanSupplier stop;

    /** Receives the progress of a step, on any of its threads. */
    interface WorkflowListener<T> {
        /**
         * Called with the results so far.
         *
         * @param share the share of the work that is done, from 0 to 1
         */
        void progress(T now, double share);
    }

    /** @param stop polled often; when it returns true, the step ends soon */
    UserDataWorkflow(TaskExecutor workers, Path file, BooleanSupplier stop) {
        this.workers = workers;
        this.file = file;
        this.stop = stop;
    }

    /**
     * Trains the baseline with this number of seeds. Returns the scores of the runs that ended; none if it was stopped
     * at once.
     */
    UserBaseline baseline(CsvPlan plan, int seeds, WorkflowListener<UserBaseline> listener) {
        String path = RelativePaths.relativize(file, null);
        DataSet data = DataSplitter.load(DataSettings.DEFAULT.withCsv(plan.toSettings(path)), 1, null);
        Experiment experiment = Baseline.ofTable(plan, path, data);
        Metric measure = Metric.of(data.task());
        UserBaseline none = new UserBaseline(experiment, measure, data.samples(), data.droppedRows(), List.of());
        listener.progress(none, 0);
        PairedSeedStudy runs = new PairedSeedStudy(
                List.of(experiment),
                seeds,
                run -> measure.of(EvaluationData.VALIDATION.of(run)),
                one -> run(one, data),
                THREADS,
                task -> workers.run("baseline", task));
        List<PairedSeedStudy.SeedScore> last = new ArrayList<>();
        runs.run(
                (results, share) -> {
                    last.clear();
                    last.addAll(results);
                    listener.progress(none.withValues(values(results)), share);
                },
                stop);
        return none.withValues(values(last));
    }

    private static List<Double> values(List<PairedSeedStudy.SeedScore> results) {
        List<Double> values = new ArrayList<>();
        for (double value : PairedSeedStudy.values(results, 0, 1)) {
            values.add(value);
        }
        return values;
    }

    private static TrainingRun run(Experiment experiment, DataSet data) {
        return new TrainingRun(experiment, DataSplitter.split(data, experiment.data(), experiment.seed()), null);
    }

    /**
     * The result of a study.
     *
     * @param unscoredCase a case without scores
     */
    record UserStudyResult(Case unscoredCase, List<TrialRecord> rows) {
        UserStudyResult {
            rows = List.copyOf(rows);
        }
    }

    /** Runs the default study from a baseline. Returns an empty result if it was stopped. */
    Optional<UserStudyResult> search(Experiment baseline, int seeds, WorkflowListener<List<TrialRecord>> listener) {
        DataSet data = DataSplitter.load(baseline.data(), baseline.seed(), null);
        TuningStudy study = Baseline.study(baseline, data);
        InMemoryJournal notes = new InMemoryJournal(List.of());
        NetworkTrialFactory networks = new NetworkTrialFactory(study, ExperimentOverrides::with, null);
        networks.validate();
        TuningRun run = new TuningRun(study, networks, notes, listener(study, listener));
        if (!run.run(task -> workers.run("trial", task), Math.min(THREADS, study.parallel()), stop)) {
            return Optional.empty();
        }
        TrialRecord best = run.best().orElseThrow(() -> new InvalidInputException("study", Rule.ALL_TRIALS_FAILED));
        int folds = data.samples() <= FEW_ROWS ? FOLDS : 0;
        Document.OfStudy found = new Document.OfStudy(study, notes.entries());
        Case one = CaseFactory.withLinearReference(
                CaseFactory.of(name(), found, best, seeds, folds, Metric.of(data.task())),
                DataSplitter.split(data, baseline.data(), baseline.seed()));
        return Optional.of(new UserStudyResult(one, run.rows()));
    }

    private String name() {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
    }

    private static StudyListener listener(TuningStudy study, WorkflowListener<List<TrialRecord>> listener) {
        Map<Integer, TrialRecord> rows = new TreeMap<>();
        return new StudyListener() {
            @Override
            public void trialChanged(TrialRecord row) {
                rows.put(row.trial(), row);
                List<TrialRecord> now = List.copyOf(rows.values());
                long finished =
                        now.stream().filter(one -> one.state().isFinal()).count();
                listener.progress(now, (double) finished / study.trials());
            }
        };
    }

    /**
     * Runs both experiments with the same seeds and evaluates them on the held-out rows. Returns an empty result if it
     * was stopped.
     */
    Optional<Case> compare(Case one, DoubleConsumer share) {
        DataSet data = DataSplitter.load(one.before().data(), one.before().seed(), null);
        CaseRun run = new CaseRun(
                one.plan(), one.metric(), each -> run(each, data), THREADS, task -> workers.run("compare", task));
        List<CaseScore> last = new ArrayList<>();
        run.run(
                (scores, done) -> {
                    last.clear();
                    last.addAll(scores);
                    share.accept(done);
                },
                stop);
        return stop.getAsBoolean() ? Optional.empty() : Optional.of(one.withRecordedScores(CaseScores.of(last)));
    }
}
