package hyperlab.tune;

import hyperlab.rule.InvalidInputException;
import hyperlab.train.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a study from its first trial to its last. Jobs with a result in the journal are not run again, so a study that
 * was interrupted, even by a crash, ends with the same result as an uninterrupted one. Trials that may continue stay in
 * memory; if the program exits between two rungs, a surviving trial is trained again from the start up to its rung.
 */
public final class TuningRun {
    private final Study study;
    private final Trials trials;
    private final Journal journal;
    private final Searcher searcher;
    private final StudyListener listener;
    private final Map<Integer, Trials.Trial> alive = new TreeMap<>();
    private final Map<Integer, TrialRow> rows = new TreeMap<>();
    private @Nullable List<Job> round;

    /**
     * @param trials creates the trials
     * @param journal earlier results; new results are added to it
     * @param listener receives the progress
     */
    public TuningRun(Study study, Trials trials, Journal journal, StudyListener listener) {
        this.study = study;
        this.trials = trials;
        this.journal = journal;
        this.listener = listener;
        this.searcher = study.searcher();
    }

    /**
     * Runs to the end, on the calling thread and {@code parallel − 1} tasks of {@code executor}. After a cancellation
     * it can be called again and continues from the state of every trial.
     *
     * @param parallel number of concurrent trials; does not affect the results
     * @param cancelled checked often; true stops the run soon, with the finished jobs in the journal
     * @return whether the study is complete; false if cancelled
     */
    public boolean run(Executor executor, int parallel, BooleanSupplier cancelled) {
        List<Job> jobs = round == null ? next() : round;
        while (!jobs.isEmpty()) {
            @Nullable Result[] results = new Result[jobs.size()];
            List<Job> now = jobs;
            round = now;
            Parallel.runAll(
                    now.size(), parallel, executor, at -> results[at] = carryOut(now.get(at), cancelled), cancelled);
            if (Arrays.stream(results).anyMatch(result -> result == null)) {
                return false;
            }
            double[] costs =
                    Arrays.stream(results).mapToDouble(study.objective()::cost).toArray();
            searcher.tell(jobs, costs);
            List<Job> next = next();
            settle(jobs, next);
            jobs = next;
        }
        round = jobs;
        return true;
    }

    private List<Job> next() {
        List<Job> jobs = searcher.next();
        if (searcher instanceof BayesianSearcher bayesian) {
            bayesian.outlook().ifPresent(this::foreseen);
        }
        return jobs;
    }

    private synchronized void foreseen(Outlook outlook) {
        listener.foreseen(outlook);
    }

    private @Nullable Result carryOut(Job job, BooleanSupplier cancelled) {
        Map<String, String> values = study.space().values(job.point());
        Trials.Trial trial;
        synchronized (this) {
            Result known = journal.known(job);
            if (known != null) {
                put(row(job, state(job, known), known, values, ""));
                return known;
            }
            put(new TrialRow(job.trial(), TrialRow.State.RUNNING, 0, Double.NaN, 0, values, ""));
            trial = alive.get(job.trial());
        }
        Result result;
        String reason = "";
        try {
            trial = trial == null ? trials.begin(job.trial(), values) : trial;
            result = trial.bring(job.epochs(), report -> epochEnded(job.trial(), report), cancelled);
        } catch (InvalidInputException refusal) {
            result = new Result(Result.Ending.FAILED, 0, Double.NaN, 0);
            reason = refusal.line();
        }
        synchronized (this) {
            if (result == null && trial != null) {
                alive.put(job.trial(), trial);
            }
            if (result != null) {
                journal.add(job, result);
                if (study.method().stopsEarly() && trial != null && result.counts()) {
                    alive.put(job.trial(), trial);
                } else {
                    alive.remove(job.trial());
                }
                put(row(job, state(job, result), result, values, reason));
            }
        }
        return result;
    }

    private synchronized void epochEnded(int trial, hyperlab.train.EpochReport report) {
        listener.epochEnded(trial, report);
    }

    private TrialRow.State state(Job job, Result result) {
        return switch (result.ending()) {
            case DIVERGED -> TrialRow.State.DIVERGED;
            case FAILED -> TrialRow.State.FAILED;
            case REACHED ->
                job.epochs() >= study.epochs() || result.epochs() < job.epochs()
                        ? TrialRow.State.COMPLETED
                        : TrialRow.State.WAITING;
        };
    }

    private static TrialRow row(
            Job job, TrialRow.State state, Result result, Map<String, String> values, String reason) {
        return new TrialRow(job.trial(), state, result.epochs(), result.value(), result.seconds(), values, reason);
    }

    /** Marks waiting trials that do not continue as pruned. */
    private synchronized void settle(List<Job> jobs, List<Job> next) {
        Set<Integer> goingOn = new HashSet<>();
        next.forEach(job -> goingOn.add(job.trial()));
        for (Job job : jobs) {
            if (goingOn.contains(job.trial())) {
                continue;
            }
            alive.remove(job.trial());
            TrialRow row = rows.get(job.trial());
            if (row != null && row.state() == TrialRow.State.WAITING) {
                put(new TrialRow(
                        row.trial(),
                        TrialRow.State.PRUNED,
                        row.epochs(),
                        row.value(),
                        row.seconds(),
                        row.values(),
                        ""));
            }
        }
    }

    private void put(TrialRow row) {
        rows.put(row.trial(), row);
        listener.trialChanged(row);
    }

    /** All trials that have begun, in order. */
    public synchronized List<TrialRow> rows() {
        return new ArrayList<>(rows.values());
    }

    /** The completed trial with the best value, the earliest if several are equal; empty if there is none. */
    public synchronized Optional<TrialRow> best() {
        Comparator<TrialRow> byValue = Comparator.comparingDouble(TrialRow::value);
        return rows.values().stream()
                .filter(row -> row.state() == TrialRow.State.COMPLETED && Double.isFinite(row.value()))
                .min(study.objective().isLargerBetter() ? byValue.reversed() : byValue);
    }

    public Study study() {
        return study;
    }
}
