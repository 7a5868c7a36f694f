package hyperlab.lab.tuning;

import hyperlab.chart.series.Curve;
import hyperlab.chart.tuning.TuningChartModels;
import hyperlab.train.EpochReport;
import hyperlab.tune.InMemoryJournal;
import hyperlab.tune.Job;
import hyperlab.tune.JobResult;
import hyperlab.tune.Journal;
import hyperlab.tune.JournalEntry;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.StudyListener;
import hyperlab.tune.SurrogateSnapshot;
import hyperlab.tune.TrialCurveBuffer;
import hyperlab.tune.TrialFactory;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningRun;
import hyperlab.tune.TuningStudy;
import hyperlab.ui.concurrent.RateLimiter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One search on workers that can be paused and continued. It reports its state whenever a trial changes, and
 * periodically during training. Calls of {@link #resume} must not overlap.
 */
final class SearchRun implements StudyListener, Journal {
    private static final long MIN_REPORT_INTERVAL_NANOS = 60_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int MAX_MODELS = 200;

    private final TuningStudy study;
    private final InMemoryJournal journal;
    private final Consumer<SearchState> listener;
    private final List<SurrogateSnapshot> models = new ArrayList<>();
    private final Map<Integer, TrialRecord> rows = new TreeMap<>();
    private final Map<Integer, TrialCurveBuffer> courses = new HashMap<>();
    private final Map<Integer, Curve> knownCurves;
    private final AtomicInteger newResults = new AtomicInteger();
    private final AtomicBoolean replayEnded = new AtomicBoolean();
    private final RateLimiter rateLimiter;
    private @Nullable TuningRun run;
    private volatile @Nullable TrialFactory trials;
    private double secondsBefore;
    private long startNanos;
    private long lastReportNanos;

    /**
     * Creates a search that has not started.
     *
     * @param before the known results of its trials
     * @param curves the known curves of its trials
     * @param rateLimiter limits how fast trials may start
     * @param listener receives the state, on the worker thread
     */
    SearchRun(
            TuningStudy study,
            List<JournalEntry> before,
            Map<Integer, Curve> curves,
            RateLimiter rateLimiter,
            Consumer<SearchState> listener) {
        this.rateLimiter = rateLimiter;
        this.study = study;
        this.journal = new InMemoryJournal(before);
        this.listener = listener;
        knownCurves = new HashMap<>(curves);
        knownCurves.putAll(TuningChartModels.recordedCurves(study));
    }

    /**
     * Continues until the budget is spent or the search is canceled. Known results are reported without running the
     * trials again.
     *
     * @param runnable runs the trials; null to stop after the known results
     * @param maxResults the maximum number of new results
     */
    void resume(@Nullable TrialFactory runnable, Executor executor, int maxResults, BooleanSupplier cancelled) {
        trials = runnable;
        replayEnded.set(false);
        TuningRun current = run == null ? new TuningRun(study, LazyTrial::new, this, this) : run;
        run = current;
        startNanos = System.nanoTime();
        int resultLimit = newResults.get() + maxResults;
        boolean finished = current.run(
                executor,
                maxResults == 1 ? 1 : study.parallel(),
                () -> cancelled.getAsBoolean()
                        || replayEnded.get()
                        || (runnable != null && newResults.get() >= resultLimit));
        secondsBefore += (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
        startNanos = System.nanoTime();
        report(finished ? SearchState.SearchStatus.DONE : SearchState.SearchStatus.READY);
    }

    /** Starts a trial only when it is first trained, and never during a replay of known results. */
    private final class LazyTrial implements TrialFactory.RunnableTrial {
        private final int number;
        private final Map<String, String> values;
        private TrialFactory.@Nullable RunnableTrial inner;

        LazyTrial(int number, Map<String, String> values) {
            this.number = number;
            this.values = values;
        }

        @Override
        public @Nullable JobResult runTo(int epochs, Consumer<EpochReport> listener, BooleanSupplier cancelled) {
            TrialFactory runnable = trials;
            if (runnable == null) {
                replayEnded.set(true);
                return null;
            }
            TrialFactory.RunnableTrial begun = inner;
            if (begun == null) {
                rateLimiter.await(cancelled);
                begun = runnable.create(number, values);
                inner = begun;
            }
            return cancelled.getAsBoolean() ? null : begun.runTo(epochs, listener, cancelled);
        }
    }

    @Override
    public @Nullable JobResult find(Job job) {
        return journal.find(job);
    }

    @Override
    public void add(Job job, JobResult result) {
        journal.add(job, result);
        newResults.incrementAndGet();
    }

    @Override
    public synchronized void trialsProposed(SurrogateSnapshot outlook) {
        models.add(outlook);
        if (models.size() > MAX_MODELS) {
            models.remove(0);
        }
        report(SearchState.SearchStatus.RUNNING);
    }

    @Override
    public synchronized void trialChanged(TrialRecord row) {
        rows.put(row.trial(), row);
        report(SearchState.SearchStatus.RUNNING);
    }

    @Override
    public synchronized void epochEnded(int trial, EpochReport report) {
        courses.computeIfAbsent(
                        trial,
                        number -> new TrialCurveBuffer(
                                TrialCurveBuffer.CAPACITY, study.objective().isLargerBetter()))
                .add(report.epoch(), study.objective().of(report));
        if (System.nanoTime() - lastReportNanos > MIN_REPORT_INTERVAL_NANOS) {
            report(SearchState.SearchStatus.RUNNING);
        }
    }

    private synchronized void report(SearchState.SearchStatus state) {
        lastReportNanos = System.nanoTime();
        Map<Integer, Curve> curves = new HashMap<>(knownCurves);
        courses.forEach((trial, course) -> curves.put(trial, course.points(Curve::of)));
        double seconds = secondsBefore + (lastReportNanos - startNanos) / NANOS_PER_SECOND;
        List<TrialRecord> all = rows.values().stream()
                .filter(row -> state == SearchState.SearchStatus.RUNNING
                        || study.method() instanceof SearchMethod.Recorded
                        || row.state() != TrialRecord.TrialStatus.RUNNING)
                .toList();
        listener.accept(new SearchState(study, state, all, journal.entries(), models, curves, seconds));
    }
}
