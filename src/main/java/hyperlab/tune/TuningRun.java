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
 * memory while there is room; any other trial that survives, for instance after a restart between two rungs, is trained
 * again from the start up to its rung.
 */
public final class TuningRun {
    private static final int SHARE_OF_MEMORY = 4;

    private final TuningStudy study;
    private final TrialFactory trials;
    private final Journal journal;
    private final Searcher searcher;
    private final StudyListener listener;
    private final Map<Integer, TrialFactory.RunnableTrial> activeTrials = new TreeMap<>();
    private final Map<Integer, TrialRecord> rows = new TreeMap<>();
    private final long maxActiveBytes;
    private long activeBytes;
    private @Nullable List<Job> pendingJobs;

    /**
     * @param trials creates the trials
     * @param journal earlier results; new results are added to it
     * @param listener receives the progress
     */
    public TuningRun(TuningStudy study, TrialFactory trials, Journal journal, StudyListener listener) {
        this(study, trials, journal, listener, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }

    /** @param maxActiveBytes how much memory the trials may take that wait for the next rung */
    TuningRun(TuningStudy study, TrialFactory trials, Journal journal, StudyListener listener, long maxActiveBytes) {
        this.maxActiveBytes = maxActiveBytes;
        this.study = study;
        this.trials = trials;
        this.journal = journal;
        this.listener = listener;
        this.searcher = study.createSearcher();
    }

    /**
     * Runs to the end, on the calling thread and {@code parallel − 1} tasks of {@code executor}. After a cancellation
     * it can be called again and continues from the state of every trial.
     *
     * @param parallel number of concurrent trials; does not affect the results
     * @param cancelled checked often; true stops the run soon, with the finished jobs in the journal
     * @return whether the study is complete; false if canceled
     */
    public boolean run(Executor executor, int parallel, BooleanSupplier cancelled) {
        List<Job> jobs = pendingJobs == null ? next() : pendingJobs;
        while (!jobs.isEmpty()) {
            @Nullable JobResult[] results = new JobResult[jobs.size()];
            List<Job> currentJobs = jobs;
            pendingJobs = currentJobs;
            Parallel.runAll(
                    currentJobs.size(),
                    parallel,
                    executor,
                    index -> results[index] = runJob(currentJobs.get(index), cancelled),
                    cancelled);
            if (Arrays.stream(results).anyMatch(result -> result == null)) {
                return false;
            }
            double[] costs =
                    Arrays.stream(results).mapToDouble(study.objective()::cost).toArray();
            searcher.report(jobs, costs);
            List<Job> next = next();
            pruneStoppedTrials(jobs, next);
            jobs = next;
        }
        pendingJobs = jobs;
        return true;
    }

    private List<Job> next() {
        List<Job> jobs = searcher.next();
        if (searcher instanceof BayesianSearcher bayesian) {
            bayesian.surrogateSnapshot().ifPresent(this::trialsProposed);
        }
        return jobs;
    }

    private synchronized void trialsProposed(SurrogateSnapshot outlook) {
        listener.trialsProposed(outlook);
    }

    private @Nullable JobResult runJob(Job job, BooleanSupplier cancelled) {
        Map<String, String> values = study.space().values(job.point());
        TrialFactory.RunnableTrial trial;
        synchronized (this) {
            JobResult storedResult = journal.find(job);
            if (storedResult != null) {
                updateRow(row(job, state(job, storedResult), storedResult, values, null));
                return storedResult;
            }
            updateRow(new TrialRecord(job.trial(), TrialRecord.TrialStatus.RUNNING, 0, Double.NaN, 0, values, null));
            trial = activeTrials.get(job.trial());
        }
        JobResult result;
        InvalidInputException error = null;
        try {
            trial = trial == null ? trials.create(job.trial(), values) : trial;
            result = trial.runTo(job.epochs(), report -> epochEnded(job.trial(), report), cancelled);
        } catch (InvalidInputException e) {
            result = new JobResult(JobResult.JobOutcome.FAILED, 0, Double.NaN, 0);
            error = e;
        }
        synchronized (this) {
            if (result == null && trial != null) {
                keep(job.trial(), trial);
            }
            if (result != null) {
                journal.add(job, result);
                if (study.method().stopsEarly() && trial != null && result.hasValue()) {
                    keep(job.trial(), trial);
                } else {
                    forget(job.trial());
                }
                updateRow(row(job, state(job, result), result, values, error));
            }
        }
        return result;
    }

    /** Keeps a trial to continue it, if there is room. */
    private void keep(int number, TrialFactory.RunnableTrial trial) {
        forget(number);
        if (activeBytes + trial.bytes() <= maxActiveBytes) {
            activeTrials.put(number, trial);
            activeBytes += trial.bytes();
        }
    }

    private void forget(int number) {
        TrialFactory.RunnableTrial trial = activeTrials.remove(number);
        activeBytes -= trial == null ? 0 : trial.bytes();
    }

    private synchronized void epochEnded(int trial, hyperlab.train.EpochReport report) {
        listener.epochEnded(trial, report);
    }

    private TrialRecord.TrialStatus state(Job job, JobResult result) {
        return switch (result.outcome()) {
            case DIVERGED -> TrialRecord.TrialStatus.DIVERGED;
            case FAILED -> TrialRecord.TrialStatus.FAILED;
            case PRUNED -> TrialRecord.TrialStatus.PRUNED;
            case RUNNING -> TrialRecord.TrialStatus.RUNNING;
            case COMPLETED ->
                job.epochs() >= study.epochs() || result.epochs() < job.epochs()
                        ? TrialRecord.TrialStatus.COMPLETED
                        : TrialRecord.TrialStatus.WAITING;
        };
    }

    private static TrialRecord row(
            Job job,
            TrialRecord.TrialStatus state,
            JobResult result,
            Map<String, String> values,
            @Nullable InvalidInputException error) {
        return new TrialRecord(job.trial(), state, result.epochs(), result.value(), result.seconds(), values, error);
    }

    /** Marks waiting trials that do not continue as pruned. */
    private synchronized void pruneStoppedTrials(List<Job> jobs, List<Job> next) {
        Set<Integer> continuing = new HashSet<>();
        next.forEach(job -> continuing.add(job.trial()));
        for (Job job : jobs) {
            if (continuing.contains(job.trial())) {
                continue;
            }
            forget(job.trial());
            TrialRecord row = rows.get(job.trial());
            if (row != null && row.state() == TrialRecord.TrialStatus.WAITING) {
                updateRow(new TrialRecord(
                        row.trial(),
                        TrialRecord.TrialStatus.PRUNED,
                        row.epochs(),
                        row.value(),
                        row.seconds(),
                        row.values(),
                        null));
            }
        }
    }

    private void updateRow(TrialRecord row) {
        rows.put(row.trial(), row);
        listener.trialChanged(row);
    }

    /** All trials that have begun, in order. */
    public synchronized List<TrialRecord> rows() {
        return new ArrayList<>(rows.values());
    }

    /** The completed trial with the best value, the earliest if several are equal; empty if there is none. */
    public synchronized Optional<TrialRecord> best() {
        Comparator<TrialRecord> byValue = Comparator.comparingDouble(TrialRecord::value);
        return rows.values().stream()
                .filter(row -> row.state() == TrialRecord.TrialStatus.COMPLETED && Double.isFinite(row.value()))
                .min(study.objective().isLargerBetter() ? byValue.reversed() : byValue);
    }

    public TuningStudy study() {
        return study;
    }
}
