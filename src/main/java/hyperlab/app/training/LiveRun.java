package hyperlab.app.training;

import hyperlab.data.Task;
import hyperlab.diagnosis.FeatureScales;
import hyperlab.rule.Refusal;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run that is played: it works for one order at a time, on whichever worker carries it out, and hands over its
 * progress. Orders, rates and batch sizes come from the FX thread; an order that is no longer the newest ends before its
 * next step.
 */
final class LiveRun {
    /** Changes of one setting that come closer together than this share of the run are one mark. */
    static final double ONE_GESTURE = 0.01;

    private static final int MOST_MARKS = 100;
    private static final long NEWS_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

    private final Experiment experiment;
    private final Opener opener;
    private final Consumer<Progress> news;
    private final RunHistory history = new RunHistory();
    private final AtomicLong newest = new AtomicLong();
    private final AtomicReference<@Nullable Double> nextRate = new AtomicReference<>();
    private final AtomicReference<@Nullable BatchSize> nextBatch = new AtomicReference<>();
    private volatile List<Mark> marks = List.of();
    private volatile @Nullable RunFacts facts;

    // guarded by this: one worker at a time
    private @Nullable TrainingRun run;
    private @Nullable Refusal refusal;
    private BatchSize batch;
    private double rate;
    private int samplesDone;

    LiveRun(Experiment experiment, Opener opener, Consumer<Progress> news) {
        this.experiment = experiment;
        this.opener = opener;
        this.news = news;
        batch = experiment.training().batchSize();
        rate = experiment.training().learningRate();
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
    }

    /** The experiment as it was when the run began. */
    Experiment experiment() {
        return experiment;
    }

    RunHistory history() {
        return history;
    }

    /** What was changed on the way, in order. */
    List<Mark> marks() {
        return marks;
    }

    /** Null until the run is opened. */
    @Nullable
    RunFacts facts() {
        return facts;
    }

    /** A new order, which ends every older one. */
    long order() {
        return newest.incrementAndGet();
    }

    /** Holds from the next step on. */
    void learningRate(double newRate) {
        nextRate.set(newRate);
    }

    /** Holds from the next step on. */
    void batchSize(BatchSize newSize) {
        nextBatch.set(newSize);
    }

    /** Lets go of data and network once the run has ended for good; what it reported stays. */
    synchronized void release() {
        run = null;
    }

    /** Opens the run, unless an order came before: its work does so anyway, or it is no longer wanted. */
    synchronized void open() {
        if (newest.get() == 0) {
            open(0);
            tell(0, true);
        }
    }

    /** Opens the run, as far as it is not, and trains until so many epochs or so many steps are done in all. */
    synchronized void work(long order, int toEpoch, long toStep) {
        try {
            TrainingRun opened = open(order);
            if (opened != null) {
                train(opened, order, toEpoch, toStep);
            }
        } finally {
            tell(order, true);
        }
    }

    private void train(TrainingRun opened, long order, int toEpoch, long toStep) {
        long told = System.nanoTime();
        while (order == newest.get()
                && opened.outcome() == null
                && opened.epoch() < toEpoch
                && opened.stepCount() < toStep) {
            takeUp(opened);
            int taken = Math.min(batch.of(Integer.MAX_VALUE), rows() - samplesDone);
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
                Task task = opened.partition().whole().task();
                facts = new RunFacts(
                        task,
                        experiment.training().lossFor(task),
                        RunFacts.parametersOf(opened.ensemble()),
                        opened.partition().train().samples(),
                        opened.partition().validation().samples(),
                        opened.partition().whole().dropped(),
                        FeatureScales.of(opened.partition().train().features()).spread());
                history.add(opened.report());
            } catch (Refusal e) {
                refusal = e;
            }
        }
        return run;
    }

    private void takeUp(TrainingRun opened) {
        Double newRate = nextRate.getAndSet(null);
        if (newRate != null && newRate != rate) {
            mark("training.learningRate", Words.number(rate), Words.number(newRate));
            rate = newRate;
            opened.change(opened.experiment()
                    .withTraining(opened.experiment().training().withLearningRate(rate)));
        }
        BatchSize newBatch = nextBatch.getAndSet(null);
        if (newBatch != null && !newBatch.equals(batch)) {
            mark("training.batchSize", ExperimentSettings.sayBatch(batch), ExperimentSettings.sayBatch(newBatch));
            batch = newBatch;
            opened.change(opened.experiment()
                    .withTraining(opened.experiment().training().withBatchSize(batch)));
        }
    }

    private void mark(String nameKey, Words before, Words after) {
        TrainingRun opened = run;
        if (opened == null || opened.stepCount() == 0) {
            return;
        }
        Mark mark = new Mark(nameKey, place(), opened.stepCount(), before, after);
        List<Mark> changed = new ArrayList<>(marks);
        for (int i = changed.size() - 1; i >= 0; i--) {
            Mark last = changed.get(i);
            if (last.nameKey().equals(nameKey)) {
                boolean oneGesture = mark.epoch() - last.epoch()
                        <= ONE_GESTURE * experiment.training().epochs();
                if (oneGesture || changed.size() >= MOST_MARKS) {
                    mark = new Mark(nameKey, last.epoch(), last.step(), last.before(), after);
                    changed.remove(i);
                }
                break;
            }
        }
        if (!mark.before().equals(mark.after())) {
            changed.add(mark);
        }
        marks = List.copyOf(changed);
    }

    private void tell(long order, boolean idle) {
        TrainingRun opened = run;
        TrainingOutcome outcome = opened == null ? null : opened.outcome();
        news.accept(new Progress(
                order,
                idle,
                opened == null ? 0 : opened.epoch(),
                opened == null ? 0 : opened.stepCount(),
                place(),
                outcome,
                refusal));
    }

    private double place() {
        return run == null ? 0 : run.epoch() + (double) samplesDone / rows();
    }

    private int rows() {
        RunFacts known = facts;
        return known == null ? 1 : known.trainRows();
    }
}
