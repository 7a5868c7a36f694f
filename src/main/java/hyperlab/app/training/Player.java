package hyperlab.app.training;

import hyperlab.app.concurrent.Latest;
import hyperlab.app.concurrent.Runner;
import hyperlab.app.control.Playback;
import hyperlab.file.RunSource;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.Snapshots;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** Plays the live run: turns the playback bar into orders for a worker and takes its progress up. FX thread alone. */
final class Player {
    private static final double MOST_OWED_SECONDS = 0.1;

    private final Runner workers;
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

    /** Has a run of {@code first} before its first step; nothing is read before {@link #open}. */
    Player(Runner workers, Executor pulses, Playback playback, Experiment first, Listener listener) {
        this.workers = workers;
        this.pulses = pulses;
        this.playback = playback;
        this.listener = listener;
        taken = first;
        run = newRun(first, null);
        playback.drivenBy(new Drive());
        playback.playing().addListener((observed, before, after) -> playingChanged());
        playback.speed().addListener((observed, before, after) -> playingChanged());
        playback.position().addListener((observed, before, after) -> moved());
    }

    /** Told on the FX thread. */
    interface Listener {
        /** There is something new to show: progress, or another place of the play head. */
        void moved();

        /** A run is wanted from the start. */
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

    /** What the run was started with, and what it took up since. */
    Experiment taken() {
        return taken;
    }

    boolean hasBegun() {
        return progress.step() > 0;
    }

    /** Whether nothing was done or ordered yet, so that another run may simply stand in this one's place. */
    boolean isUntouched() {
        return progress.step() == 0 && orderAtWork == 0;
    }

    /** Whether the data of the run are still being read. */
    ReadOnlyBooleanProperty opening() {
        return opening.getReadOnlyProperty();
    }

    // commands

    /**
     * Leaves the run of now for another, which is to be {@link #open opened}.
     *
     * @param folder what the experiment's paths are relative to; null for none
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
     * Leaves the run of now for one that goes on from its epoch {@code epoch}, which is to be {@link #open opened}.
     *
     * @param wanted that it takes up there; see {@link OnTheWay#branched}
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

    /** Reads the data ahead of the first step; of runs that follow one another fast, the newest alone. */
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

    /** Lets go of the data and networks of a run that was left. */
    void release(LiveRun left) {
        workers.run("training-release", left::release);
    }

    /** Has the run take up what may change on the way, unless it has ended. */
    void change(Experiment wanted) {
        if (progress.outcome() == null) {
            taken = OnTheWay.takenUp(taken, wanted);
            run.change(taken);
        }
    }

    /** One optimizer step; ends playing. */
    void stepOnce() {
        playback.playing().set(false);
        if (orderAtWork == 0 && progress.outcome() == null) {
            order(Integer.MAX_VALUE, progress.step() + 1);
        }
    }

    /** Time has passed while epochs come at so many a second. */
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

    /** Ends whatever runs, for good. */
    void close() {
        closed = true;
        playback.playing().set(false);
        run.order();
    }

    private final class Drive implements Playback.Driver {
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
        return newRun(experiment, new RunSource(folder)::open, new RunHistory());
    }

    private LiveRun newRun(Experiment experiment, LiveRun.Opener opener, RunHistory history) {
        AtomicReference<LiveRun> own = new AtomicReference<>();
        Latest<Progress> news = new Latest<>(pulses, newest -> {
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
