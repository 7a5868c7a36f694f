package hyperlab.app.tuning;

import hyperlab.app.concurrent.RateLimiter;
import hyperlab.chart.Curve;
import hyperlab.train.EpochReport;
import hyperlab.tune.Found;
import hyperlab.tune.Job;
import hyperlab.tune.Journal;
import hyperlab.tune.Notes;
import hyperlab.tune.Outlook;
import hyperlab.tune.Result;
import hyperlab.tune.Study;
import hyperlab.tune.StudyListener;
import hyperlab.tune.TrialRow;
import hyperlab.tune.Trials;
import hyperlab.tune.TuningRun;
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
 * periodically during training. Calls of {@link #go} must not overlap.
 */
final class SearchRun implements StudyListener, Journal {
    private static final long NANOS_BETWEEN = 60_000_000L;
    private static final double NANOS = 1e9;
    private static final int MOST_OUTLOOKS = 200;
    private static final int MOST_POINTS = 240;

    private final Study study;
    private final Notes notes;
    private final Consumer<Search> news;
    private final List<Outlook> outlooks = new ArrayList<>();
    private final Map<Integer, TrialRow> rows = new TreeMap<>();
    private final Map<Integer, Course> courses = new HashMap<>();
    private final AtomicInteger fresh = new AtomicInteger();
    private final AtomicBoolean replayed = new AtomicBoolean();
    private final RateLimiter pace;
    private @Nullable TuningRun run;
    private volatile @Nullable Trials trials;
    private double secondsBefore;
    private long begun;
    private long told;

    /** The objective by epoch of one trial. When the buffer is full, every other point is dropped. */
    private static final class Course {
        private double[] epochs = new double[MOST_POINTS];
        private double[] values = new double[MOST_POINTS];
        private int size;
        private int stride = 1;

        void add(int epoch, double value) {
            if (epoch % stride != 0) {
                return;
            }
            if (size == MOST_POINTS) {
                for (int i = 0; i < size / 2; i++) {
                    epochs[i] = epochs[2 * i];
                    values[i] = values[2 * i];
                }
                size /= 2;
                stride *= 2;
            }
            epochs[size] = epoch;
            values[size++] = value;
        }

        Curve curve() {
            return Curve.of(epochs, values, size);
        }
    }

    /**
     * Creates a search that has not started.
     *
     * @param before the known results of its trials
     * @param pace limits how fast trials may start
     * @param news receives the state, on the worker thread
     */
    SearchRun(Study study, List<Found> before, RateLimiter pace, Consumer<Search> news) {
        this.pace = pace;
        this.study = study;
        this.notes = new Notes(before);
        this.news = news;
    }

    /**
     * Continues until the budget is spent or the search is canceled. Known results are reported without running the
     * trials again.
     *
     * @param real runs the trials; null to stop after the known results
     * @param most the maximum number of new results
     */
    void go(@Nullable Trials real, Executor executor, int most, BooleanSupplier cancelled) {
        trials = real;
        replayed.set(false);
        TuningRun current = run == null ? new TuningRun(study, Gate::new, this, this) : run;
        run = current;
        begun = System.nanoTime();
        int enough = fresh.get() + most;
        boolean over = current.run(
                executor,
                most == 1 ? 1 : study.parallel(),
                () -> cancelled.getAsBoolean() || replayed.get() || (real != null && fresh.get() >= enough));
        secondsBefore += (System.nanoTime() - begun) / NANOS;
        begun = System.nanoTime();
        tell(over ? Search.State.DONE : Search.State.READY);
    }

    /** Starts a trial only when it is first trained, and never during a replay of known results. */
    private final class Gate implements Trials.Trial {
        private final int number;
        private final Map<String, String> values;
        private Trials.@Nullable Trial inner;

        Gate(int number, Map<String, String> values) {
            this.number = number;
            this.values = values;
        }

        @Override
        public @Nullable Result bring(int epochs, Consumer<EpochReport> listener, BooleanSupplier cancelled) {
            Trials real = trials;
            if (real == null) {
                replayed.set(true);
                return null;
            }
            Trials.Trial begun = inner;
            if (begun == null) {
                pace.await(cancelled);
                begun = real.begin(number, values);
                inner = begun;
            }
            return cancelled.getAsBoolean() ? null : begun.bring(epochs, listener, cancelled);
        }
    }

    @Override
    public @Nullable Result known(Job job) {
        return notes.known(job);
    }

    @Override
    public void add(Job job, Result result) {
        notes.add(job, result);
        fresh.incrementAndGet();
    }

    @Override
    public synchronized void foreseen(Outlook outlook) {
        outlooks.add(outlook);
        if (outlooks.size() > MOST_OUTLOOKS) {
            outlooks.remove(0);
        }
        tell(Search.State.RUNNING);
    }

    @Override
    public synchronized void trialChanged(TrialRow row) {
        rows.put(row.trial(), row);
        tell(Search.State.RUNNING);
    }

    @Override
    public synchronized void epochEnded(int trial, EpochReport report) {
        courses.computeIfAbsent(trial, number -> new Course())
                .add(report.epoch(), study.objective().of(report));
        if (System.nanoTime() - told > NANOS_BETWEEN) {
            tell(Search.State.RUNNING);
        }
    }

    private synchronized void tell(Search.State state) {
        told = System.nanoTime();
        Map<Integer, Curve> curves = new HashMap<>();
        courses.forEach((trial, course) -> curves.put(trial, course.curve()));
        double seconds = secondsBefore + (told - begun) / NANOS;
        List<TrialRow> all = rows.values().stream()
                .filter(row -> state == Search.State.RUNNING || row.state() != TrialRow.State.RUNNING)
                .toList();
        news.accept(new Search(study, state, all, notes.found(), outlooks, curves, seconds));
    }
}
