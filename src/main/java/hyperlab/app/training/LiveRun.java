package hyperlab.app.training;

import hyperlab.app.concurrent.Handover;
import hyperlab.data.DataSet;
import hyperlab.data.Task;
import hyperlab.diagnosis.FeatureScales;
import hyperlab.diagnosis.PriorLoss;
import hyperlab.nn.Ensemble;
import hyperlab.nn.Evaluation;
import hyperlab.rule.Refusal;
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
 * A run that is played: it works for one order at a time, on whichever worker carries it out, and hands over its
 * progress. Orders and changes come from the FX thread; an order that is no longer the newest ends before its
 * next step.
 */
final class LiveRun {
    /** Changes of one setting that come closer together than this share of the run are one mark. */
    static final double ONE_GESTURE = 0.01;

    private static final long NEWS_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

    private final Experiment experiment;
    private final Opener opener;
    private final Consumer<Progress> news;
    private final RunHistory history;
    private final AtomicLong newest = new AtomicLong();
    private final AtomicReference<@Nullable Experiment> next = new AtomicReference<>();
    private final Handover<Moment> handover = new Handover<>();
    private volatile @Nullable Snapshots snapshots;

    // guarded by handover: one worker at a time
    private @Nullable TrainingRun run;
    private @Nullable Refusal refusal;
    private int samplesDone;

    /**
     * A run before it is opened.
     *
     * @param history empty, or of a run that it goes on from, to take {@code experiment} up at its first step
     */
    LiveRun(Experiment experiment, Opener opener, RunHistory history, Consumer<Progress> news) {
        this.experiment = experiment;
        this.opener = opener;
        this.history = history;
        this.news = news;
    }

    /** Reads the data and makes the network. */
    @FunctionalInterface
    interface Opener {
        /**
         * The run of an experiment, before its first step.
         *
         * @throws Refusal if a file, a value or both together will not do
         */
        TrainingRun open(Experiment experiment);

        /** What is to bring the epochs of an opened run back. */
        default Snapshots snapshots(TrainingRun opened) {
            return Snapshots.of(opened, Snapshots.DEFAULT_BYTES);
        }
    }

    /** The experiment as it was when the run began. */
    Experiment experiment() {
        return experiment;
    }

    RunHistory history() {
        return history;
    }

    /** A new order, which ends every older one. */
    long order() {
        return newest.incrementAndGet();
    }

    /** Goes on with another experiment from the next step on; see {@link OnTheWay#takenUp}. */
    void change(Experiment wanted) {
        next.set(wanted);
    }

    /** Lets go of data, network and snapshots once the run has ended for good; what it reported stays. */
    void release() {
        handover.work(() -> {
            run = null;
            snapshots = null;
        });
    }

    /** Opens the run, unless an order came before: its work does so anyway, or it is no longer wanted. */
    void open() {
        handover.work(() -> {
            if (newest.get() == 0) {
                open(0);
                tell(0, true);
            }
        });
    }

    /** Opens the run, as far as it is not, and trains until so many epochs or so many steps are done in all. */
    void work(long order, int toEpoch, long toStep) {
        handover.work(() -> {
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

    /** What brings the run's epochs back; null until it is opened, once it is released, or if it diverged at its start. */
    @Nullable
    Snapshots snapshots() {
        return snapshots;
    }

    /**
     * The run as it stands between two steps. Any thread but one at a time.
     *
     * @return empty where the run is not open
     * @throws InterruptedException if the window closes meanwhile
     */
    Optional<Moment> moment() throws InterruptedException {
        return handover.ask(() -> run == null ? null : Moment.of(run));
    }

    private void train(TrainingRun opened, long order, int toEpoch, long toStep) {
        long told = System.nanoTime();
        while (order == newest.get()
                && opened.outcome() == null
                && opened.epoch() < toEpoch
                && opened.stepCount() < toStep) {
            takeUp(opened);
            handover.serve(() -> Moment.of(opened));
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
            } catch (Refusal e) {
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

    /** On copies: the networks of the run stay as they are, to be looked at. */
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
