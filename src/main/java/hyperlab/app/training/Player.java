package hyperlab.app.training;

import hyperlab.app.concurrent.Conflator;
import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.app.control.Playback;
import hyperlab.file.RunLoader;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.Snapshots;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Plays the live run: translates the playback controls into commands for a worker and publishes its progress. FX thread
 * only.
 */
final class Player {
    private static final double MOST_OWED_SECONDS = 0.1;

    private final TaskExecutor workers;
    private final Executor pulses;
    private final Playback playback;
    private final Listener listener;
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper(this, "opening", true);
    private final AtomicReference<@Nullable LiveRun> toOpen = new AtomicReference<>();
    private LiveRun run;
    private Progress progress = Progress.NONE;
    private Experiment taken;
    private long orderAtWork;
    private double owed;
    private boolean closed;
    private boolean taking;

    /** Creates a run of {@code first} before its first step. No data are read until {@link #open} is called. */
    Player(TaskExecutor workers, Executor pulses, Playback playback, Experiment first, Listener listener) {
        this.workers = workers;
        this.pulses = pulses;
        this.playback = playback;
        this.listener = listener;
        taken = first;
        run = newRun(first, null);
        playback.setDriver(new Drive());
        playback.playing().addListener((observed, before, after) -> playingChanged());
        playback.speed().addListener((observed, before, after) -> playingChanged());
        playback.position().addListener((observed, before, after) -> moved());
    }

    /** Called on the FX thread. */
    interface Listener {
        /** There is new progress, or the play head has moved. */
        void moved();

        /** A restart is requested. */
        void restart();
    }

    // properties

    LiveRun run() {
        return run;
    }

    Playback playback() {
        return playback;
    }

    Progress progress() {
        return progress;
    }

    /** The experiment that the run started with, with the changes it has applied since. */
    Experiment taken() {
        return taken;
    }

    boolean hasBegun() {
        return progress.step() > 0;
    }

    /** Whether no step was performed or requested yet, so that another run may simply replace this one. */
    boolean isUntouched() {
        return progress.step() == 0 && orderAtWork == 0;
    }

    /** Whether the data of the run are still being read. */
    ReadOnlyBooleanProperty opening() {
        return opening.getReadOnlyProperty();
    }

    // commands

    /**
     * Replaces the current run with a new one, which must then be {@link #open opened}.
     *
     * @param folder the folder that the experiment's paths are relative to; null for none
     */
    LiveRun replace(Experiment experiment, @Nullable Path folder) {
        run.order();
        orderAtWork = 0;
        owed = 0;
        opening.set(true);
        run = newRun(experiment, folder);
        taken = experiment;
        progress = Progress.NONE;
        playback.length().set(experiment.training().epochs());
        playback.done().set(0);
        playback.position().set(0);
        return run;
    }

    /**
     * Replaces the current run with a branch from its epoch {@code epoch}, which must then be {@link #open opened}.
     *
     * @param wanted the experiment that the branch continues with; see {@link OnTheWay#branched}
     */
    LiveRun branch(int epoch, Experiment wanted, Snapshots from) {
        RunHistory history = run.history().branch(epoch);
        EpochReport row = history.newest();
        run.order();
        orderAtWork = 0;
        owed = 0;
        opening.set(true);
        run = newRun(wanted, new Branching(from, epoch), history);
        taken = wanted;
        progress = new Progress(0, true, epoch, row == null ? 0 : row.step(), epoch, null, null);
        playback.length().set(wanted.training().epochs());
        playback.done().set(epoch);
        playback.position().set(epoch);
        return run;
    }

    /** Reads the data before the first step. If runs follow each other quickly, only the latest is opened. */
    void open() {
        LiveRun wanted = run;
        if (!closed && toOpen.getAndSet(wanted) == null) {
            workers.run("training-data", () -> {
                LiveRun next = toOpen.get();
                while (next != null) {
                    next.open();
                    next = toOpen.compareAndSet(next, null) ? null : toOpen.get();
                }
            });
        }
    }

    /** Releases the data and networks of a replaced run. */
    void release(LiveRun left) {
        workers.run("training-release", left::release);
    }

    /** Applies the settings that can change during a run, unless it has ended. */
    void change(Experiment wanted) {
        if (progress.outcome() == null) {
            taken = OnTheWay.takenUp(taken, wanted);
            run.change(taken);
        }
    }

    /** Performs one optimizer step and pauses playback. */
    void stepOnce() {
        playback.playing().set(false);
        if (orderAtWork == 0 && progress.outcome() == null) {
            order(Integer.MAX_VALUE, progress.step() + 1);
        }
    }

    /** Advances by the time passed, at the playback speed in epochs per second. */
    void pulse(double seconds) {
        double speed = playback.unitsPerSecond();
        if (!playback.playing().get() || Double.isInfinite(speed)) {
            owed = 0;
            return;
        }
        owed = Math.min(owed + seconds * speed, 1 + MOST_OWED_SECONDS * speed);
        if (owed >= 1 && orderAtWork == 0) {
            int whole = (int) owed;
            owed -= whole;
            order(progress.epoch() + whole, Long.MAX_VALUE);
        }
    }

    /** Stops all work permanently. */
    void close() {
        closed = true;
        playback.playing().set(false);
        run.order();
    }

    private final class Drive implements Playback.PlaybackDriver {
        @Override
        public void stepForward() {
            if (orderAtWork == 0) {
                order(progress.epoch() + 1, Long.MAX_VALUE);
            }
        }

        @Override
        public void reset() {
            listener.restart();
        }
    }

    private void playingChanged() {
        if (orderAtWork != 0) {
            run.order();
            orderAtWork = 0;
        }
        owed = 0;
        if (!playback.playing().get()) {
            return;
        }
        if (progress.outcome() != null || progress.refusal() != null) {
            listener.restart();
        }
        playback.position().set(playback.done().get());
        if (Double.isInfinite(playback.unitsPerSecond())) {
            order(Integer.MAX_VALUE, Long.MAX_VALUE);
        }
    }

    private LiveRun newRun(Experiment experiment, @Nullable Path folder) {
        return newRun(experiment, new RunLoader(folder)::open, new RunHistory());
    }

    private LiveRun newRun(Experiment experiment, LiveRun.Opener opener, RunHistory history) {
        AtomicReference<LiveRun> own = new AtomicReference<>();
        Conflator<Progress> news = new Conflator<>(pulses, newest -> {
            if (own.get() == run) {
                take(newest);
            }
        });
        LiveRun made = new LiveRun(experiment, opener, history, news::offer);
        own.set(made);
        return made;
    }

    private void order(int toEpoch, long toStep) {
        if (closed) {
            return;
        }
        LiveRun ordered = run;
        long order = ordered.order();
        orderAtWork = order;
        workers.run("training", () -> ordered.work(order, toEpoch, toStep));
    }

    private void take(Progress newest) {
        boolean follows = playback.position().get() == playback.done().get();
        taking = true;
        progress = newest;
        opening.set(run.history().facts() == null && newest.refusal() == null);
        if (newest.idle() && newest.order() == orderAtWork) {
            orderAtWork = 0;
        }
        playback.done().set(newest.epoch());
        if (follows) {
            playback.position().set(newest.epoch());
        }
        taking = false;
        listener.moved();
        if (newest.outcome() != null || newest.refusal() != null) {
            playback.playing().set(false);
        }
    }

    private void moved() {
        if (!taking && run.history().newest() != null) {
            listener.moved();
        }
    }
}
