package hyperlab.app.training;

import hyperlab.app.concurrent.SnapshotExchange;
import hyperlab.data.DataSet;
import hyperlab.data.Task;
import hyperlab.diagnosis.FeatureScales;
import hyperlab.diagnosis.PriorLoss;
import hyperlab.nn.Ensemble;
import hyperlab.nn.Evaluation;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.train.Snapshots;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
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
final class LiveRun {
    /** Changes of one setting that are closer together than this fraction of the run count as one mark. */
    static final double ONE_GESTURE = 0.01;

    private static final long NEWS_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

    private final Experiment experiment;
    private final Opener opener;
    private final Consumer<Progress> news;
    private final RunHistory history;
    private final AtomicLong newest = new AtomicLong();
    private final AtomicReference<@Nullable Experiment> next = new AtomicReference<>();
    private final SnapshotExchange<Moment> handover = new SnapshotExchange<>();
    private volatile @Nullable Snapshots snapshots;

    // Guarded by handover: one worker at a time
    private @Nullable TrainingRun run;
    private @Nullable InvalidInputException refusal;
    private int samplesDone;

    /**
     * Creates a run that is not yet opened.
     *
     * @param history empty, or the history of the run that this run continues; {@code experiment} then takes effect
     *     at the first step
     */
    LiveRun(Experiment experiment, Opener opener, RunHistory history, Consumer<Progress> news) {
        this.experiment = experiment;
        this.opener = opener;
        this.history = history;
        this.news = news;
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

        /** The snapshots from which the epochs of an opened run can be restored. */
        default Snapshots snapshots(TrainingRun opened) {
            return Snapshots.of(opened, Snapshots.DEFAULT_BYTES);
        }
    }

    /** The experiment that the run started with. */
    Experiment experiment() {
        return experiment;
    }

    RunHistory history() {
        return history;
    }

    /** Issues a new command, which ends all older ones. Returns its number. */
    long order() {
        return newest.incrementAndGet();
    }

    /** Changes the experiment from the next step on; see {@link OnTheWay#takenUp}. */
    void change(Experiment wanted) {
        next.set(wanted);
    }

    /** Releases the data, network and snapshots once the run is no longer needed. The history stays. */
    void release() {
        handover.runExclusively(() -> {
            run = null;
            snapshots = null;
        });
    }

    /**
     * Opens the run, unless a command has been issued: executing the command opens it, or the run is no longer wanted.
     */
    void open() {
        handover.runExclusively(() -> {
            if (newest.get() == 0) {
                open(0);
                tell(0, true);
            }
        });
    }

    /** Opens the run if necessary, and trains until the given total number of epochs or steps. */
    void work(long order, int toEpoch, long toStep) {
        handover.runExclusively(() -> {
            try {
                TrainingRun opened = open(order);
                if (opened != null) {
                    train(opened, order, toEpoch, toStep);
                }
            } finally {
                tell(order, true);
            }
        });
    }

    /** The snapshots of the run; null until it is opened, after it is released, and if it diverged at its start. */
    @Nullable
    Snapshots snapshots() {
        return snapshots;
    }

    /**
     * A copy of the run's state between two steps. May be called from any thread, but only from one at a time.
     *
     * @return empty if the run is not open
     * @throws InterruptedException if the window closes while waiting
     */
    Optional<Moment> moment() throws InterruptedException {
        return handover.requestSnapshot(() -> run == null ? null : Moment.of(run));
    }

    private void train(TrainingRun opened, long order, int toEpoch, long toStep) {
        long told = System.nanoTime();
        while (order == newest.get()
                && opened.outcome() == null
                && opened.epoch() < toEpoch
                && opened.stepCount() < toStep) {
            takeUp(opened);
            handover.serveRequest(() -> Moment.of(opened));
            int batch = opened.experiment().training().batchSize().of(Integer.MAX_VALUE);
            int taken = Math.min(batch, rows(opened) - samplesDone);
            boolean ended = opened.step();
            samplesDone += taken;
            if (ended) {
                samplesDone = 0;
                history.add(opened.report());
            }
            if (ended || System.nanoTime() - told > NEWS_NANOS) {
                tell(order, false);
                told = System.nanoTime();
            }
        }
    }

    private @Nullable TrainingRun open(long order) {
        if (run == null && refusal == null && order == newest.get()) {
            try {
                TrainingRun opened = opener.open(experiment);
                run = opened;
                snapshots = opened.isBetweenEpochs() ? opener.snapshots(opened) : null;
                Task task = opened.partition().whole().task();
                history.facts(new RunFacts(
                        task,
                        experiment.training().lossFor(task),
                        RunFacts.parametersOf(opened.ensemble()),
                        opened.partition().whole().features().numCols,
                        opened.partition().train().samples(),
                        opened.partition().validation().samples(),
                        opened.partition().test().samples(),
                        opened.partition().whole().dropped(),
                        FeatureScales.of(opened.partition().train().features()).spread(),
                        PriorLoss.of(
                                opened.partition().train(),
                                opened.partition().train(),
                                experiment.training().lossFor(task))));
                if (history.newest() == null) {
                    history.add(opened.report());
                } else {
                    next.compareAndSet(null, experiment);
                }
            } catch (InvalidInputException e) {
                refusal = e;
            }
        }
        return run;
    }

    private void takeUp(TrainingRun opened) {
        Experiment wanted = next.getAndSet(null);
        if (wanted == null || wanted.equals(opened.experiment())) {
            return;
        }
        if (opened.stepCount() > 0) {
            double gesture = ONE_GESTURE * experiment.training().epochs();
            for (Difference change : OnTheWay.between(opened.experiment(), wanted)) {
                history.mark(
                        new Mark(change.nameKey(), place(), opened.stepCount(), opened.experiment(), wanted), gesture);
            }
        }
        opened.change(wanted);
    }

    private void tell(long order, boolean idle) {
        TrainingRun opened = run;
        TrainingOutcome outcome = opened == null ? null : opened.outcome();
        if (opened != null && outcome != null && history.outcome() == null) {
            history.outcome(outcome);
            if (opened.partition().hasTest()) {
                history.test(tested(opened));
            }
        }
        news.accept(new Progress(
                order,
                idle,
                opened == null ? 0 : opened.epoch(),
                opened == null ? 0 : opened.stepCount(),
                place(),
                outcome,
                refusal));
    }

    /** Evaluates the test set on copies, because the run's networks must stay as they are for inspection. */
    private static Evaluation tested(TrainingRun ended) {
        Ensemble resulting = Moment.of(ended).ensemble();
        resulting.load(ended.resultingWeights());
        DataSet test = ended.partition().test();
        return resulting.evaluate(test.features(), test.targets());
    }

    private double place() {
        return run == null ? 0 : run.epoch() + (double) samplesDone / rows(run);
    }

    private static int rows(TrainingRun opened) {
        return opened.partition().train().samples();
    }
}
