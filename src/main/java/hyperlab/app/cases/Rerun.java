package hyperlab.app.cases;

import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.app.concurrent.StudyRunner;
import hyperlab.cases.Case;
import hyperlab.cases.CasePlan;
import hyperlab.cases.CaseRun;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Score;
import hyperlab.data.Partitions;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Study;
import hyperlab.train.TrainingRun;
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
public final class Rerun {
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors());

    private final TaskExecutor workers;
    private final Executor window;
    private final Consumer<InvalidInputException> refused;
    private final StudyRunner<Found> run;
    private List<Job> ordered = List.of();
    private final Map<String, List<Score>> known = new HashMap<>();

    /** The scores of a case so far. */
    record Found(String id, List<Score> scores) {
        Found {
            scores = List.copyOf(scores);
        }
    }

    /** Whether the recorded scores were reproduced. */
    public enum Verdict {
        NOT_RUN,
        RUNNING,
        SAME,
        DIFFERENT
    }

    private record Job(Case one, CasePlan plan, @Nullable Path folder) {}

    Rerun(TaskExecutor workers, Executor window, Consumer<InvalidInputException> refused) {
        this.workers = workers;
        this.window = window;
        this.refused = refused;
        run = new StudyRunner<>("cases", workers, window);
        run.found()
                .addListener((observed, before, now) ->
                        now.results().forEach(found -> known.put(found.id(), found.scores())));
    }

    /** Identifies a case. A user's case can have the same name as a bundled one, so the data source is included. */
    private static String id(Case one) {
        return one.before().data().source() + "/" + one.name();
    }

    /** The progress of the rerun. */
    public ReadOnlyObjectProperty<StudyRunner.StudyStatus<Found>> state() {
        return run.found();
    }

    public boolean isRunning() {
        return run.found().get().isRunning();
    }

    /** The scores of a case from the rerun, for complete seeds and folds only; none before it was run. */
    public CaseScores scores(Case one) {
        return CaseScores.of(known.getOrDefault(id(one), List.of()));
    }

    /** Runs these cases again with this number of seeds each. */
    void start(List<Case> cases, int seeds, boolean folds) {
        ordered = cases.stream()
                .map(one -> new Job(one, plan(one, seeds, folds), null))
                .toList();
        begin();
    }

    /** Runs one case again. */
    void start(Case one, @Nullable Path folder, int seeds) {
        ordered = List.of(new Job(one, plan(one, seeds, true), folder));
        begin();
    }

    private static CasePlan plan(Case one, int seeds, boolean folds) {
        CasePlan seeded = one.plan().withSeeds(seeds);
        return folds ? seeded : seeded.withFolds(0);
    }

    private void begin() {
        ordered.forEach(job -> known.remove(id(job.one())));
        List<Job> jobs = ordered;
        run.start((listener, cancelled) -> work(jobs, listener, cancelled));
    }

    private void work(List<Job> jobs, Study.Listener<Found> listener, BooleanSupplier cancelled) {
        List<Found> over = new ArrayList<>();
        double total = jobs.stream().mapToDouble(Rerun::work).sum();
        double done = 0;
        for (Job job : jobs) {
            if (cancelled.getAsBoolean()) {
                return;
            }
            double before = done;
            double own = work(job);
            List<Score> last = new ArrayList<>();
            try {
                caseRun(job)
                        .run(
                                (scores, share) -> {
                                    last.clear();
                                    last.addAll(scores);
                                    List<Found> all = new ArrayList<>(over);
                                    all.add(new Found(id(job.one()), scores));
                                    listener.found(all, Math.min(0.999, (before + share * own) / total));
                                },
                                cancelled);
            } catch (InvalidInputException refusal) {
                window.execute(() -> refused.accept(refusal));
                return;
            }
            over.add(new Found(id(job.one()), last));
            done += own;
        }
        if (!cancelled.getAsBoolean()) {
            listener.found(List.copyOf(over), 1);
        }
    }

    private CaseRun caseRun(Job job) {
        return new CaseRun(
                job.plan(),
                job.one().measure(),
                experiment -> new TrainingRun(
                        experiment, Partitions.of(experiment.data(), experiment.seed(), job.folder()), null),
                THREADS,
                task -> workers.run("case", task));
    }

    /** A rough estimate of the running time, without a unit. */
    private static double work(Job job) {
        CasePlan plan = job.plan();
        double configurations = plan.setBack() == null ? 2 : 3;
        double trainings = configurations * plan.seeds() + 2.0 * plan.folds();
        boolean large = plan.before().data().source().equals("mnist");
        return trainings * plan.before().training().epochs() * (large ? 100 : 1);
    }

    void stop() {
        run.stop();
    }

    /** Returns whether the recorded scores were reproduced. */
    public Verdict verdict(Case one) {
        CaseScores again = scores(one);
        if (again.seeds() == 0 || one.recorded().seeds() == 0) {
            return isRunning() && isOrdered(one) ? Verdict.RUNNING : Verdict.NOT_RUN;
        }
        if (one.recorded().firstOther(again, one.measure()) != null) {
            return Verdict.DIFFERENT;
        }
        return isRunning() && isOrdered(one) ? Verdict.RUNNING : Verdict.SAME;
    }

    private boolean isOrdered(Case one) {
        return ordered.stream().anyMatch(job -> id(job.one()).equals(id(one)));
    }
}
