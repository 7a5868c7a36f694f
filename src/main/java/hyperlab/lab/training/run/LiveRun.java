package hyperlab.lab.training.run;

import hyperlab.data.DataSet;
import hyperlab.data.PredictionTask;
import hyperlab.data.Standardizer;
import hyperlab.diagnosis.BaselineLoss;
import hyperlab.diagnosis.FeatureScales;
import hyperlab.lab.training.settings.LiveChanges;
import hyperlab.lab.training.settings.SettingDifference;
import hyperlab.nn.Ensemble;
import hyperlab.nn.Evaluation;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.EpochReport;
import hyperlab.train.Execution;
import hyperlab.train.Experiment;
import hyperlab.train.SnapshotHistory;
import hyperlab.train.StepTrace;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import hyperlab.ui.concurrent.SnapshotExchange;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run that can be played. It executes one command at a time, on any worker thread, and publishes its progress.
 * Commands and changes come from the FX thread. A command that is no longer the latest ends before its next step.
 */
public final class LiveRun {
    /** Changes of one setting that are closer together than this fraction of the run count as one mark. */
    static final double MERGE_FRACTION = 0.01;

    private static final double REPLAY_TOLERANCE = 1e-6;
    private static final long PROGRESS_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

    private final Experiment experiment;
    private final Opener opener;
    private final Consumer<RunProgress> progressListener;
    private final RunHistory history;
    private final AtomicLong latestCommand = new AtomicLong();
    private final AtomicReference<@Nullable Experiment> nextExperiment = new AtomicReference<>();
    private final SnapshotExchange<RunSnapshot> exchange = new SnapshotExchange<>();
    private volatile @Nullable SnapshotHistory snapshots;

    // Guarded by handover: one worker at a time
    private @Nullable TrainingRun run;
    private @Nullable InvalidInputException error;
    private int samplesDone;
    /** The last row of a restored history, until the run is trained to it again. */
    private @Nullable EpochReport catchUpTo;

    private int changesMade;
    private volatile boolean frozen;

    /**
     * Creates a run that is not yet opened.
     *
     * @param history empty; or the history of the run that this run continues, and {@code experiment} then takes
     *     effect at the first step; or a restored history up to which the run is trained again once it is opened
     */
    LiveRun(Experiment experiment, Opener opener, RunHistory history, Consumer<RunProgress> progressListener) {
        this.experiment = experiment;
        this.opener = opener;
        this.history = history;
        catchUpTo = history.newest();
        this.progressListener = progressListener;
    }

    /** Reads the data and creates the network. */
    @FunctionalInterface
    interface Opener {
        /**
         * Opens the run of an experiment, before its first step.
         *
         * @throws InvalidInputException if the file, the value or their combination is invalid
         */
        TrainingRun open(Experiment experiment);

        /**
         * Opens a run of other settings from the start, as a restart with them would.
         *
         * @throws InvalidInputException if the file, the value or their combination is invalid
         */
        default TrainingRun openFromStart(Experiment experiment) {
            return open(experiment);
        }

        /** The changes of settings that are made again while a restored run is trained to the end of its history. */
        default List<ReplayPlan.PlannedChange> plannedChanges() {
            return List.of();
        }

        /** The snapshots from which the epochs of an opened run can be restored. */
        default SnapshotHistory snapshots(TrainingRun opened) {
            return SnapshotHistory.of(opened, SnapshotHistory.DEFAULT_BYTES);
        }
    }

    /** The experiment that the run started with. */
    Experiment experiment() {
        return experiment;
    }

    public RunHistory history() {
        return history;
    }

    /**
     * A separate run of other settings from the start, as a restart with them would train it. Any thread.
     *
     * @throws InvalidInputException if the file, the value or their combination is invalid
     */
    public TrainingRun openFromStart(Experiment other) {
        return opener.openFromStart(other);
    }

    /** Opens runs as this run was opened. */
    Opener opener() {
        return opener;
    }

    /**
     * Whether this is a restored run that could not be trained again, or one without enough memory: its history is shown,
     * but it has no network and cannot go on.
     */
    public boolean isFrozen() {
        return frozen;
    }

    /** Issues a new command, which ends all older ones. Returns its number. */
    long newCommand() {
        return latestCommand.incrementAndGet();
    }

    /** Changes the experiment from the next step on; see {@link LiveChanges#applyLive}. */
    void change(Experiment requested) {
        nextExperiment.set(requested);
    }

    /** Releases the data, network and snapshots once the run is no longer needed. The history stays. */
    void release() {
        exchange.runExclusively(() -> {
            run = null;
            snapshots = null;
        });
    }

    /**
     * Opens the run, unless a command has been issued: executing the command opens it, or the run is no longer wanted.
     */
    void open() {
        exchange.runExclusively(() -> {
            if (latestCommand.get() == 0) {
                open(0);
                publishProgress(0, true);
            }
        });
    }

    /** Opens the run if necessary, and trains until the given total number of epochs or steps. */
    void execute(long command, int toEpoch, long toStep) {
        exchange.runExclusively(() -> {
            try {
                TrainingRun opened = open(command);
                if (opened != null) {
                    train(opened, command, toEpoch, toStep);
                }
            } catch (OutOfMemoryError e) {
                endWithoutMemory();
            } finally {
                publishProgress(command, true);
            }
        });
    }

    /**
     * Opens the run if necessary, and performs one step whose numbers are recorded.
     *
     * @param result receives the numbers on the same thread, unless the run has ended
     */
    void trace(long command, Consumer<StepTrace> result) {
        exchange.runExclusively(() -> {
            try {
                TrainingRun opened = open(command);
                if (opened != null && command == latestCommand.get()) {
                    applyChanges(opened);
                    StepTrace trace = opened.traceStep();
                    if (trace != null) {
                        stepped(opened, trace.targets().length, opened.isBetweenEpochs());
                        result.accept(trace);
                    }
                }
            } finally {
                publishProgress(command, true);
            }
        });
    }

    /** Releases the run, which may have been in the middle of a step. Its history stays, and it cannot go on. */
    private void endWithoutMemory() {
        run = null;
        snapshots = null;
        catchUpTo = history.newest();
        frozen = true;
        error = InvalidInputException.outOfMemory();
    }

    /** Counts the samples of a step, and adds the report of an epoch that it ended. */
    private void stepped(TrainingRun opened, int batchSamples, boolean ended) {
        samplesDone += batchSamples;
        if (ended) {
            samplesDone = 0;
            history.addIfNew(opened.report());
        }
    }

    /** The snapshots of the run; null until it is opened, after it is released, and if it diverged at its start. */
    public @Nullable SnapshotHistory snapshots() {
        return snapshots;
    }

    /**
     * A copy of the run's state between two steps. May be called from any thread, but only from one at a time.
     *
     * @return empty if the run is not open
     * @throws InterruptedException if the window closes while waiting
     */
    public Optional<RunSnapshot> runSnapshot() throws InterruptedException {
        return exchange.requestSnapshot(() -> run == null || catchUpTo != null ? null : RunSnapshot.of(run));
    }

    private void train(TrainingRun opened, long command, int toEpoch, long toStep) {
        // A newer command also ends a long step; the run repeats that step when it continues.
        opened.setExecution(Execution.leavingOneProcessor(() -> command != latestCommand.get()));
        long lastPublished = System.nanoTime();
        while (command == latestCommand.get()
                && opened.outcome() == null
                && opened.epoch() < toEpoch
                && opened.stepCount() < toStep) {
            applyChanges(opened);
            exchange.serveRequest(() -> RunSnapshot.of(opened));
            int batch = opened.experiment().training().batchSize().effective(Integer.MAX_VALUE);
            int batchSamples = Math.min(batch, trainRows(opened) - samplesDone);
            long steps = opened.stepCount();
            boolean ended = opened.step();
            if (ended || opened.stepCount() > steps) {
                stepped(opened, batchSamples, ended);
            }
            if (ended || System.nanoTime() - lastPublished > PROGRESS_INTERVAL_NANOS) {
                publishProgress(command, false);
                lastPublished = System.nanoTime();
            }
        }
    }

    private @Nullable TrainingRun open(long command) {
        if (run == null && error == null && !frozen && command == latestCommand.get()) {
            try {
                TrainingRun opened = opener.open(experiment);
                run = opened;
                snapshots = opened.isBetweenEpochs() ? opener.snapshots(opened) : null;
                PredictionTask task = opened.partition().all().task();
                history.facts(new RunFacts(
                        task,
                        experiment.training().lossFor(task),
                        RunFacts.countParameters(opened.ensemble()),
                        opened.partition().all().features().numCols,
                        opened.partition().train().samples(),
                        opened.partition().validation().samples(),
                        opened.partition().test().samples(),
                        opened.partition().all().droppedRows(),
                        FeatureScales.of(opened.partition().train().features()).scaleRatio(),
                        scaleRatioBefore(opened.partition().standardizer()),
                        BaselineLoss.of(
                                opened.partition().train(),
                                opened.partition().train(),
                                experiment.training().lossFor(task))));
                if (history.newest() == null) {
                    history.add(opened.report());
                } else {
                    nextExperiment.compareAndSet(null, experiment);
                }
            } catch (InvalidInputException e) {
                error = e;
            } catch (OutOfMemoryError e) {
                endWithoutMemory();
            }
        }
        return run != null && catchesUp(run, command) ? run : null;
    }

    private static double scaleRatioBefore(@Nullable Standardizer standardizer) {
        return standardizer == null ? 1 : standardizer.scaleRatio();
    }

    /**
     * Trains a restored run again to where its history ends, without new rows.
     *
     * @return false if a newer command ended that; the next command continues it
     */
    private boolean catchesUp(TrainingRun opened, long command) {
        EpochReport target = catchUpTo;
        if (target == null) {
            return true;
        }
        publishProgress(command, false);
        opened.setExecution(Execution.leavingOneProcessor(() -> command != latestCommand.get()));
        boolean ended = history.outcome() != null;
        List<ReplayPlan.PlannedChange> planned = opener.plannedChanges();
        changeAsPlanned(opened, planned);
        while (command == latestCommand.get() && !isCaughtUp(opened, target, ended)) {
            opened.step();
            changeAsPlanned(opened, planned);
        }
        if (!isCaughtUp(opened, target, ended)) {
            return false;
        }
        if (!planned.isEmpty() && !isSame(opened.report(), target)) {
            frozen = true;
            run = null;
            snapshots = null;
            return false;
        }
        catchUpTo = null;
        return true;
    }

    private void changeAsPlanned(TrainingRun opened, List<ReplayPlan.PlannedChange> planned) {
        while (changesMade < planned.size() && planned.get(changesMade).step() <= opened.stepCount()) {
            opened.change(planned.get(changesMade).experiment());
            changesMade++;
        }
    }

    /** Whether two reports are about the same state, apart from rounding on another processor. */
    private static boolean isSame(EpochReport again, EpochReport saved) {
        return again.epoch() == saved.epoch()
                && isClose(again.trainLoss(), saved.trainLoss())
                && isClose(again.validationLoss(), saved.validationLoss());
    }

    private static boolean isClose(double again, double saved) {
        return Double.compare(again, saved) == 0 || Math.abs(again - saved) <= REPLAY_TOLERANCE * Math.abs(saved);
    }

    private static boolean isCaughtUp(TrainingRun opened, EpochReport target, boolean ended) {
        return opened.outcome() != null || (!ended && opened.stepCount() >= target.step());
    }

    private void applyChanges(TrainingRun opened) {
        Experiment requested = nextExperiment.getAndSet(null);
        if (requested == null || requested.equals(opened.experiment())) {
            return;
        }
        if (opened.stepCount() > 0) {
            double mergeDistance = MERGE_FRACTION * experiment.training().epochs();
            for (SettingDifference change : LiveChanges.differences(opened.experiment(), requested)) {
                history.addMarker(
                        new ChangeMarker(
                                change.nameKey(), epochPosition(), opened.stepCount(), opened.experiment(), requested),
                        mergeDistance);
            }
        }
        try {
            opened.change(requested);
            error = null;
        } catch (InvalidInputException e) {
            error = e;
        }
    }

    private void publishProgress(long command, boolean idle) {
        EpochReport target = catchUpTo;
        if (target != null) {
            progressListener.accept(new RunProgress(
                    command, idle, target.epoch(), target.step(), target.epoch(), history.outcome(), error));
            return;
        }
        TrainingRun opened = run;
        TrainingOutcome outcome = opened == null ? null : opened.outcome();
        if (opened != null && outcome != null) {
            if (history.outcome() == null) {
                history.outcome(outcome);
            }
            if (history.test() == null && opened.partition().hasTest()) {
                history.test(evaluateTestSet(opened));
            }
        }
        progressListener.accept(new RunProgress(
                command,
                idle,
                opened == null ? 0 : opened.epoch(),
                opened == null ? 0 : opened.stepCount(),
                epochPosition(),
                outcome,
                error));
    }

    /** Evaluates the test set on copies, because the run's networks must stay as they are for inspection. */
    private static Evaluation evaluateTestSet(TrainingRun ended) {
        Ensemble resulting = RunSnapshot.of(ended).ensemble();
        resulting.load(ended.resultingWeights());
        DataSet test = ended.partition().test();
        return resulting.evaluate(test.features(), test.targets());
    }

    private double epochPosition() {
        return run == null ? 0 : run.epoch() + (double) samplesDone / trainRows(run);
    }

    private static int trainRows(TrainingRun opened) {
        return opened.partition().train().samples();
    }
}
