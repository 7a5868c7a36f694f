package hyperlab.lab.cases;

import hyperlab.cases.Case;
import hyperlab.cases.CasePlan;
import hyperlab.cases.CaseRun;
import hyperlab.cases.CaseScore;
import hyperlab.cases.CaseScores;
import hyperlab.data.DataSplitter;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.IncrementalStudy;
import hyperlab.train.TrainingRun;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.concurrent.TaskExecutor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/** Runs cases again on this machine, one after another, and checks whether the recorded scores are reproduced. */
public final class CaseRerunner {
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors());

    private final TaskExecutor workers;
    private final Executor fxExecutor;
    private final Consumer<InvalidInputException> onInvalidInput;
    private final StudyRunner<RerunScores> run;
    private List<RerunJob> currentJobs = List.of();
    private final Map<String, List<CaseScore>> scoresByCase = new HashMap<>();

    /** The scores of a case so far. */
    record RerunScores(String id, List<CaseScore> scores) {
        RerunScores {
            scores = List.copyOf(scores);
        }
    }

    /** Whether the recorded scores were reproduced. */
    public enum RerunVerdict {
        NOT_RUN,
        RUNNING,
        SAME,
        DIFFERENT
    }

    private record RerunJob(
            Case workedCase, CasePlan plan, @Nullable Path folder) {}

    CaseRerunner(TaskExecutor workers, Executor fxExecutor, Consumer<InvalidInputException> onInvalidInput) {
        this.workers = workers;
        this.fxExecutor = fxExecutor;
        this.onInvalidInput = onInvalidInput;
        run = new StudyRunner<>("cases", workers, fxExecutor);
        run.statusProperty().addListener((observed, before, now) -> keepScores(now));
    }

    private void keepScores(StudyRunner.StudyStatus<RerunScores> status) {
        status.results().forEach(rerun -> scoresByCase.put(rerun.id(), rerun.scores()));
    }

    /** Identifies a case. A user's case can have the same name as a bundled one, so the data source is included. */
    private static String id(Case workedCase) {
        return workedCase.before().data().source() + "/" + workedCase.name();
    }

    /** The progress of the rerun. */
    public ReadOnlyObjectProperty<StudyRunner.StudyStatus<RerunScores>> stateProperty() {
        return run.statusProperty();
    }

    public boolean isRunning() {
        return run.statusProperty().get().isRunning();
    }

    /** The scores of a case from the rerun, for complete seeds and folds only; none before it was run. */
    public CaseScores scores(Case workedCase) {
        // A listener may ask before the one that keeps the scores has run.
        keepScores(run.statusProperty().get());
        return CaseScores.of(scoresByCase.getOrDefault(id(workedCase), List.of()));
    }

    /** Runs these cases again with this number of seeds each. */
    void start(List<Case> cases, int seeds, boolean folds) {
        currentJobs = cases.stream()
                .map(workedCase -> new RerunJob(workedCase, plan(workedCase, seeds, folds), null))
                .toList();
        startJobs();
    }

    /** Runs one case again. */
    void start(Case workedCase, @Nullable Path folder, int seeds) {
        currentJobs = List.of(new RerunJob(workedCase, plan(workedCase, seeds, true), folder));
        startJobs();
    }

    private static CasePlan plan(Case workedCase, int seeds, boolean folds) {
        CasePlan seeded = workedCase.plan().withSeeds(seeds);
        return folds ? seeded : seeded.withFolds(0);
    }

    private void startJobs() {
        currentJobs.forEach(job -> scoresByCase.remove(id(job.workedCase())));
        List<RerunJob> jobs = currentJobs;
        run.start((listener, cancelled) -> work(jobs, listener, cancelled));
    }

    private void work(
            List<RerunJob> jobs,
            IncrementalStudy.PartialResultsListener<RerunScores> listener,
            BooleanSupplier cancelled) {
        List<RerunScores> finished = new ArrayList<>();
        double total = jobs.stream().mapToDouble(CaseRerunner::work).sum();
        double done = 0;
        for (RerunJob job : jobs) {
            if (cancelled.getAsBoolean()) {
                return;
            }
            double before = done;
            double jobWork = work(job);
            List<CaseScore> last = new ArrayList<>();
            try {
                caseRun(job)
                        .run(
                                (scores, share) -> {
                                    last.clear();
                                    last.addAll(scores);
                                    List<RerunScores> all = new ArrayList<>(finished);
                                    all.add(new RerunScores(id(job.workedCase()), scores));
                                    listener.resultsChanged(all, Math.min(0.999, (before + share * jobWork) / total));
                                },
                                cancelled);
            } catch (InvalidInputException error) {
                fxExecutor.execute(() -> onInvalidInput.accept(error));
                return;
            }
            finished.add(new RerunScores(id(job.workedCase()), last));
            done += jobWork;
        }
        if (!cancelled.getAsBoolean()) {
            listener.resultsChanged(List.copyOf(finished), 1);
        }
    }

    private CaseRun caseRun(RerunJob job) {
        return new CaseRun(
                job.plan(),
                job.workedCase().metric(),
                experiment -> new TrainingRun(
                        experiment,
                        DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), job.folder()),
                        null),
                THREADS,
                task -> workers.run("case", task));
    }

    /** A rough estimate of the running time, without a unit. */
    private static double work(RerunJob job) {
        CasePlan plan = job.plan();
        boolean large = plan.before().data().source().equals("mnist");
        return (double) plan.trainingCount() * plan.before().training().epochs() * (large ? 100 : 1);
    }

    void stop() {
        run.stop();
    }

    /** Returns whether the recorded scores were reproduced. */
    public RerunVerdict verdict(Case workedCase) {
        CaseScores rerunScores = scores(workedCase);
        if (rerunScores.seeds() == 0 || workedCase.recordedScores().seeds() == 0) {
            return isRunning() && isScheduled(workedCase) ? RerunVerdict.RUNNING : RerunVerdict.NOT_RUN;
        }
        if (workedCase.recordedScores().firstDifference(rerunScores, workedCase.metric()) != null) {
            return RerunVerdict.DIFFERENT;
        }
        return isRunning() && isScheduled(workedCase) ? RerunVerdict.RUNNING : RerunVerdict.SAME;
    }

    private boolean isScheduled(Case workedCase) {
        return currentJobs.stream().anyMatch(job -> id(job.workedCase()).equals(id(workedCase)));
    }
}
