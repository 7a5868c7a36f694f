package hyperlab.lab.training.run;

import hyperlab.file.RunLoader;
import hyperlab.lab.training.settings.LiveChanges;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.SnapshotHistory;
import hyperlab.train.StepTrace;
import hyperlab.train.TrainingRun;
import hyperlab.ui.concurrent.Conflator;
import hyperlab.ui.concurrent.TaskExecutor;
import hyperlab.ui.control.playback.Playback;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Plays the live run: translates the playback controls into commands for a worker and publishes its progress. FX thread
 * only.
 */
public final class RunPlayer {
    private static final double MAX_BACKLOG_SECONDS = 0.1;

    private final TaskExecutor workers;
    private final Executor pulses;
    private final Playback playback;
    private final PlayerListener listener;
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper(this, "opening", true);
    private final AtomicReference<@Nullable LiveRun> pendingOpen = new AtomicReference<>();
    private LiveRun run;
    private RunProgress progress = RunProgress.NONE;
    private Experiment currentExperiment;
    private long activeCommand;
    private double backlogEpochs;
    private boolean closed;
    private boolean updating;

    /** Creates a run of {@code first} before its first step. No data are read until {@link #open} is called. */
    public RunPlayer(
            TaskExecutor workers, Executor pulses, Playback playback, Experiment first, PlayerListener listener) {
        this.workers = workers;
        this.pulses = pulses;
        this.playback = playback;
        this.listener = listener;
        currentExperiment = first;
        run = newRun(first, null);
        playback.setDriver(new TrainingPlaybackDriver());
        playback.playingProperty().addListener((observed, before, after) -> playingChanged());
        playback.speedProperty().addListener((observed, before, after) -> playingChanged());
        playback.positionProperty().addListener((observed, before, after) -> playheadMoved());
    }

    /**
     * Opens a run that branches off another run at an epoch that {@code snapshots} can restore.
     *
     * @param origin opened the other run
     */
    private record BranchOpener(SnapshotHistory snapshots, int epoch, LiveRun.Opener origin) implements LiveRun.Opener {
        @Override
        public TrainingRun open(Experiment experiment) {
            return snapshots.restore(epoch, () -> false).orElseThrow();
        }

        @Override
        public TrainingRun openFromStart(Experiment experiment) {
            return origin.openFromStart(experiment);
        }

        @Override
        public SnapshotHistory snapshots(TrainingRun opened) {
            return snapshots.branch(opened);
        }
    }

    /** Opens a saved run to train it again. */
    private record ReplayOpener(RunLoader loader, ReplayPlan plan) implements LiveRun.Opener {
        @Override
        public TrainingRun open(Experiment experiment) {
            return loader.open(plan.start());
        }

        @Override
        public TrainingRun openFromStart(Experiment experiment) {
            return loader.open(experiment);
        }

        @Override
        public List<ReplayPlan.PlannedChange> plannedChanges() {
            return plan.changes();
        }
    }

    /** Called on the FX thread. */
    public interface PlayerListener {
        /** There is new progress, or the play head has moved. */
        void changed();

        /**
         * A restart is requested.
         *
         * @param keepUnfinished whether the run is kept next to the new one although it has not ended
         */
        void restartRequested(boolean keepUnfinished);
    }

    // properties

    public LiveRun run() {
        return run;
    }

    Playback playback() {
        return playback;
    }

    public RunProgress progress() {
        return progress;
    }

    /** The experiment that the run started with, with the changes it has applied since. */
    public Experiment currentExperiment() {
        return currentExperiment;
    }

    boolean hasBegun() {
        return progress.step() > 0;
    }

    /** Whether no step was performed or requested yet, so that another run may simply replace this one. */
    boolean isUntouched() {
        return progress.step() == 0 && activeCommand == 0;
    }

    /** Whether the run has neither ended nor lost its network. */
    boolean canGoOn() {
        return progress.outcome() == null && !run.isFrozen();
    }

    /** Whether the data of the run are still being read. */
    public ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    // commands

    /**
     * Replaces the current run with a new one, which must then be {@link #open opened}.
     *
     * @param folder the folder that the experiment's paths are relative to; null for none
     */
    LiveRun replace(Experiment experiment, @Nullable Path folder) {
        run.newCommand();
        activeCommand = 0;
        backlogEpochs = 0;
        opening.set(true);
        run = newRun(experiment, folder);
        currentExperiment = experiment;
        progress = RunProgress.NONE;
        playback.lengthProperty().set(experiment.training().epochs());
        playback.completedProperty().set(0);
        playback.positionProperty().set(0);
        return run;
    }

    /**
     * Replaces the current run with a branch from its epoch {@code epoch}, which must then be {@link #open opened}.
     *
     * @param requested the experiment that the branch continues with; see {@link LiveChanges#applyAtBranch}
     */
    LiveRun branch(int epoch, Experiment requested, SnapshotHistory from) {
        RunHistory history = run.history().branch(epoch);
        EpochReport row = history.newest();
        LiveRun.Opener origin = run.opener();
        run.newCommand();
        activeCommand = 0;
        backlogEpochs = 0;
        opening.set(true);
        run = newRun(requested, new BranchOpener(from, epoch, origin), history);
        currentExperiment = requested;
        progress = new RunProgress(0, true, epoch, row == null ? 0 : row.step(), epoch, null, null);
        playback.lengthProperty().set(requested.training().epochs());
        playback.completedProperty().set(epoch);
        playback.positionProperty().set(epoch);
        return run;
    }

    /**
     * Replaces the current run with a finished part of a run, which must then be {@link #open opened} and is trained to
     * the end of its history again. Pauses at its last epoch.
     *
     * @param experiment the experiment that the run, or its branch, was started with
     * @param current the experiment it continues with
     * @param plan how it is trained again
     * @param history with at least one row
     * @param folder the folder that the experiment's paths are relative to; null for none
     */
    LiveRun restore(
            Experiment experiment, Experiment current, ReplayPlan plan, RunHistory history, @Nullable Path folder) {
        playback.playingProperty().set(false);
        run.newCommand();
        activeCommand = 0;
        backlogEpochs = 0;
        opening.set(true);
        run = newRun(experiment, new ReplayOpener(new RunLoader(folder), plan), history);
        currentExperiment = current;
        run.change(current);
        EpochReport row = history.newest();
        int epoch = row == null ? 0 : row.epoch();
        progress = new RunProgress(0, true, epoch, row == null ? 0 : row.step(), epoch, history.outcome(), null);
        updating = true;
        playback.lengthProperty().set(current.training().epochs());
        playback.completedProperty().set(epoch);
        playback.positionProperty().set(epoch);
        updating = false;
        return run;
    }

    /** Reads the data before the first step. If runs follow each other quickly, only the latest is opened. */
    public void open() {
        LiveRun requested = run;
        if (!closed && pendingOpen.getAndSet(requested) == null) {
            workers.run("training-data", () -> {
                LiveRun next = pendingOpen.get();
                while (next != null) {
                    next.open();
                    next = pendingOpen.compareAndSet(next, null) ? null : pendingOpen.get();
                }
            });
        }
    }

    /** Goes on playing after the run was replaced, if it was being played. */
    void continuePlaying() {
        if (playback.playingProperty().get() && Double.isInfinite(playback.unitsPerSecond())) {
            issueCommand(Integer.MAX_VALUE, Long.MAX_VALUE);
        }
    }

    /** A run that was replaced, with its progress. */
    record PausedRun(LiveRun run, RunProgress progress, Experiment experiment, int length, int position) {}

    /** The current run and its progress, from which {@link #resume} continues. */
    PausedRun pausedRun() {
        return new PausedRun(
                run,
                progress,
                currentExperiment,
                playback.lengthProperty().get(),
                playback.positionProperty().get());
    }

    /** Makes a replaced run that was not released the current run again, and pauses. */
    void resume(PausedRun paused) {
        playback.playingProperty().set(false);
        run.newCommand();
        activeCommand = 0;
        backlogEpochs = 0;
        opening.set(false);
        run = paused.run;
        run.newCommand();
        currentExperiment = paused.experiment;
        progress = paused.progress;
        updating = true;
        playback.lengthProperty().set(paused.length);
        playback.completedProperty().set(paused.progress.epoch());
        playback.positionProperty().set(paused.position);
        updating = false;
    }

    /** Releases the data and networks of a replaced run. */
    void release(LiveRun replaced) {
        workers.run("training-release", replaced::release);
    }

    /** Applies the settings that can change during a run, unless it has ended. */
    void change(Experiment requested) {
        if (canGoOn()) {
            currentExperiment = LiveChanges.applyLive(currentExperiment, requested);
            run.change(currentExperiment);
        }
    }

    /** Performs one optimizer step and pauses playback. */
    public void stepOnce() {
        playback.playingProperty().set(false);
        if (activeCommand == 0 && canGoOn()) {
            issueCommand(Integer.MAX_VALUE, progress.step() + 1);
        }
    }

    /** Performs one optimizer step, pauses playback, and passes on the numbers of the step. */
    public void traceStep(Consumer<StepTrace> result) {
        playback.playingProperty().set(false);
        if (activeCommand == 0 && canGoOn() && !closed) {
            LiveRun target = run;
            long command = target.newCommand();
            activeCommand = command;
            workers.run(
                    "training",
                    () -> target.trace(
                            command,
                            trace -> pulses.execute(() -> {
                                if (target == run) {
                                    result.accept(trace);
                                }
                            })));
        }
    }

    /** Advances by the time passed, at the playback speed in epochs per second. */
    public void pulse(double seconds) {
        double speed = playback.unitsPerSecond();
        if (!playback.playingProperty().get() || Double.isInfinite(speed)) {
            backlogEpochs = 0;
            return;
        }
        backlogEpochs = Math.min(backlogEpochs + seconds * speed, 1 + MAX_BACKLOG_SECONDS * speed);
        if (backlogEpochs >= 1 && activeCommand == 0) {
            int wholeEpochs = (int) backlogEpochs;
            backlogEpochs -= wholeEpochs;
            issueCommand(progress.epoch() + wholeEpochs, Long.MAX_VALUE);
        }
    }

    /** Stops all work permanently. */
    public void close() {
        closed = true;
        playback.playingProperty().set(false);
        run.newCommand();
    }

    private final class TrainingPlaybackDriver implements Playback.PlaybackDriver {
        @Override
        public void stepForward() {
            if (activeCommand == 0 && !run.isFrozen()) {
                issueCommand(progress.epoch() + 1, Long.MAX_VALUE);
            }
        }

        @Override
        public void reset() {
            listener.restartRequested(true);
        }

        @Override
        public void startOver() {
            listener.restartRequested(false);
        }
    }

    private void playingChanged() {
        if (activeCommand != 0) {
            run.newCommand();
            activeCommand = 0;
        }
        backlogEpochs = 0;
        if (!playback.playingProperty().get()) {
            return;
        }
        if (!canGoOn() || progress.error() != null) {
            listener.restartRequested(true);
        }
        playback.positionProperty().set(playback.completedProperty().get());
        if (Double.isInfinite(playback.unitsPerSecond())) {
            issueCommand(Integer.MAX_VALUE, Long.MAX_VALUE);
        }
    }

    private LiveRun newRun(Experiment experiment, @Nullable Path folder) {
        return newRun(experiment, new RunLoader(folder)::open, new RunHistory());
    }

    private LiveRun newRun(Experiment experiment, LiveRun.Opener opener, RunHistory history) {
        AtomicReference<LiveRun> self = new AtomicReference<>();
        Conflator<RunProgress> news = new Conflator<>(pulses, newest -> {
            if (self.get() == run) {
                accept(newest);
            }
        });
        LiveRun created = new LiveRun(experiment, opener, history, news::offer);
        self.set(created);
        return created;
    }

    private void issueCommand(int toEpoch, long toStep) {
        if (closed) {
            return;
        }
        LiveRun target = run;
        long command = target.newCommand();
        activeCommand = command;
        workers.run("training", () -> target.execute(command, toEpoch, toStep));
    }

    private void accept(RunProgress newest) {
        boolean follows = playback.positionProperty().get()
                == playback.completedProperty().get();
        updating = true;
        progress = newest;
        opening.set(run.history().facts() == null && newest.error() == null);
        if (newest.idle() && newest.command() == activeCommand) {
            activeCommand = 0;
        }
        playback.completedProperty().set(newest.epoch());
        if (follows) {
            playback.positionProperty().set(newest.epoch());
        }
        updating = false;
        listener.changed();
        if (newest.outcome() != null || newest.error() != null) {
            playback.playingProperty().set(false);
        }
    }

    private void playheadMoved() {
        if (!updating && run.history().newest() != null) {
            listener.changed();
        }
    }
}
