package hyperlab.train;

import hyperlab.data.DataSet;
import hyperlab.data.Partition;
import hyperlab.nn.Ensemble;
import hyperlab.nn.Evaluation;
import hyperlab.nn.LayerWeights;
import hyperlab.nn.Network;
import hyperlab.rule.Refusal;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * One training from its start to its outcome, step by step or at full speed. Everything random follows from the
 * experiment's seed, so the same calls give the same numbers, bit for bit. Keeps no history: its memory does not grow
 * with the steps. One thread at a time.
 *
 * <p>An ensemble's networks train side by side: member k draws its weights, orders and dropped units under the
 * experiment's seed + k, on the same data with the same split. What is reported is that of the averaged prediction, and
 * so is the best epoch, of which all members keep their weights; the run has diverged when one of them has.
 */
public final class TrainingRun implements Training {
    private final Partition partition;
    private final Members members;
    private Experiment experiment;
    private BestWeights best;
    private EpochReport report;
    private @Nullable TrainingOutcome outcome;
    private @Nullable Evaluation test;
    private @Nullable RunJournal journal;
    private double nextRate;
    private double latestRate;
    private boolean withinEpoch;
    private boolean changed;
    private long trainNanos;
    private long evaluationNanos;

    /**
     * Draws the networks and evaluates epoch 0.
     *
     * @param partition the data, parted as the experiment says
     * @param initialWeights each member's, used in place of drawn ones; null for none
     * @throws Refusal where the loss does not fit the task, the convolutions the images, or the weights the networks
     */
    public TrainingRun(Experiment experiment, Partition partition, @Nullable List<List<LayerWeights>> initialWeights) {
        this.experiment = experiment;
        this.partition = partition;
        this.members = new Members(experiment, partition, initialWeights);
        this.nextRate = rateOf(experiment.training(), 0);
        this.latestRate = nextRate;
        this.report = evaluated(0);
        this.best = new BestWeights(report, members.values());
        this.outcome = Double.isFinite(report.trainLoss())
                ? due(experiment.training(), report, best)
                : new TrainingOutcome.Diverged(0, 0, report.trainLoss());
    }

    private TrainingRun(Snapshot snapshot) {
        this.experiment = snapshot.experiment();
        this.partition = snapshot.partition();
        this.report = snapshot.report();
        this.best = snapshot.best();
        this.members = new Members(experiment, partition, snapshot.members(), report.step());
        this.latestRate = report.learningRate();
        this.trainNanos = Math.round(report.trainSeconds() * 1e9);
        this.evaluationNanos = Math.round(report.seconds() * 1e9) - trainNanos;
    }

    /** Goes on from a snapshot as the run that it was taken of would have, bit for bit, whatever became of that one. */
    public static TrainingRun resume(Snapshot snapshot) {
        return resume(snapshot, snapshot.experiment());
    }

    /**
     * Goes on from a snapshot with other settings; also beyond the end of the run that it was taken of.
     *
     * @param experiment as for {@link #change}
     */
    public static TrainingRun resume(Snapshot snapshot, Experiment experiment) {
        TrainingRun run = new TrainingRun(snapshot);
        run.change(experiment);
        return run;
    }

    /**
     * Takes one optimizer step; does nothing once there is an outcome. The step that ends an epoch evaluates both parts.
     *
     * @return whether it ended an epoch, so that there is a new {@link #report()}
     */
    public boolean step() {
        if (outcome != null) {
            return false;
        }
        long before = System.nanoTime();
        boolean moved = advance();
        trainNanos += System.nanoTime() - before;
        return settle(moved);
    }

    @Override
    public TrainingOutcome train(TrainingListener listener, BooleanSupplier cancelled) {
        if (stepCount() == 0) {
            listener.epochEnded(report);
        }
        while (outcome == null) {
            long before = System.nanoTime();
            boolean moved = advance();
            boolean stopped = cancelled.getAsBoolean();
            while (moved && members.hasNext() && !stopped) {
                moved = advance();
                stopped = cancelled.getAsBoolean();
            }
            trainNanos += System.nanoTime() - before;
            if (settle(moved)) {
                listener.epochEnded(report);
            }
            if (stopped) {
                return stop();
            }
        }
        return outcome;
    }

    /** Ends the run where it stands, unless it has ended already. */
    public TrainingOutcome stop() {
        TrainingOutcome now = outcome;
        if (now == null) {
            now = new TrainingOutcome.Stopped(epoch(), best.epoch());
            outcome = now;
        }
        return now;
    }

    /** One step; false where the batch's loss was not finite, so that nothing moved. */
    private boolean advance() {
        if (changed) {
            members.change(experiment);
            changed = false;
        }
        if (!withinEpoch) {
            members.startEpoch();
            withinEpoch = true;
        }
        latestRate = nextRate;
        return members.step(experiment.training().batchSize().samples(), latestRate);
    }

    private boolean settle(boolean moved) {
        if (!moved) {
            outcome = new TrainingOutcome.Diverged(epoch(), best.epoch(), members.batchLoss());
            return false;
        }
        return !members.hasNext() && endEpoch();
    }

    private boolean endEpoch() {
        withinEpoch = false;
        EpochReport ended = evaluated(epoch() + 1);
        if (!Double.isFinite(ended.trainLoss()) || !members.weightsAreFinite()) {
            outcome = new TrainingOutcome.Diverged(epoch(), best.epoch(), ended.trainLoss());
            return false;
        }
        report = ended;
        best = best.or(ended, members::values);
        nextRate = rateOf(experiment.training(), ended.epoch());
        outcome = due(experiment.training(), report, best);
        if (journal != null) {
            journal.epochEnded(this);
        }
        return true;
    }

    /** How a run ends between two epochs; null where it does not. */
    private static @Nullable TrainingOutcome due(TrainingSettings settings, EpochReport report, BestWeights best) {
        int epoch = report.epoch();
        if (epoch >= settings.epochs()) {
            return new TrainingOutcome.Completed(epoch, best.epoch(), false);
        }
        boolean early = settings.patience() > 0 && epoch - best.epoch() >= settings.patience();
        return early ? new TrainingOutcome.Completed(epoch, best.epoch(), true) : null;
    }

    private EpochReport evaluated(int epoch) {
        long before = System.nanoTime();
        Evaluation train = evaluated(partition.train());
        Evaluation validation = evaluated(partition.validation());
        evaluationNanos += System.nanoTime() - before;
        return new EpochReport(
                epoch,
                members.steps(),
                train.loss(),
                validation.loss(),
                train.accuracy(),
                validation.accuracy(),
                latestRate,
                trainNanos / 1e9,
                (trainNanos + evaluationNanos) / 1e9);
    }

    private Evaluation evaluated(DataSet part) {
        return members.ensemble().evaluate(part.features(), part.targets());
    }

    /**
     * Takes up other settings from the next step on, as if the run had been meant so from here: learning rate, schedule,
     * batch size (within an epoch for the samples that remain), penalty, dropout, epochs and patience, with moments and
     * streams kept; shuffling from the next epoch on; another optimizer, which begins with fresh moments. Nothing once
     * there is an outcome.
     *
     * @param newExperiment the same data, seed, network, loss and ensemble
     * @throws Refusal where what the run began with is not the same
     */
    public void change(Experiment newExperiment) {
        Continuation.refuseUnlike(experiment, newExperiment);
        if (outcome != null) {
            return;
        }
        experiment = newExperiment;
        changed = true;
        nextRate = rateOf(experiment.training(), epoch());
        if (!withinEpoch) {
            outcome = due(experiment.training(), report, best);
        }
        if (journal != null) {
            journal.changed(stepCount(), newExperiment);
        }
    }

    private static double rateOf(TrainingSettings settings, int epoch) {
        int epochs = Math.max(1, settings.epochs());
        return settings.schedule().rate(settings.learningRate(), Math.min(epoch, epochs - 1), epochs);
    }

    /**
     * What the run goes on from, to be kept.
     *
     * @throws IllegalStateException unless it {@link #isBetweenEpochs()}
     */
    public Snapshot snapshot() {
        if (!isBetweenEpochs()) {
            throw new IllegalStateException("a snapshot is taken between two epochs, of a run that has not diverged");
        }
        ParameterValues values = best.epoch() == epoch() ? best.values() : members.values();
        return new Snapshot(experiment, partition, report, best, members.states(values));
    }

    /** Whether it stands before an epoch's first step or at the end, with all numbers finite. */
    public boolean isBetweenEpochs() {
        return !withinEpoch && !(outcome instanceof TrainingOutcome.Diverged);
    }

    /** Has {@code newJournal} told of every change and every epoch's end. */
    void journal(RunJournal newJournal) {
        journal = newJournal;
    }

    /** The newest epoch's; once diverged, that of the last epoch that was finite. */
    public EpochReport report() {
        return report;
    }

    /** Where the run stands now. */
    public StepReport stepReport() {
        return new StepReport(epoch(), stepCount(), members.batchLoss(), members.batchSamples(), latestRate);
    }

    /** How the run ended; null while it goes on. */
    public @Nullable TrainingOutcome outcome() {
        return outcome;
    }

    /** The rate of the next step: the experiment's under its schedule. */
    public double learningRate() {
        return nextRate;
    }

    /** The first member's network as it is now, the only one unless there is an ensemble. */
    public Network network() {
        return ensemble().members().get(0);
    }

    /** The networks as they are now; between two steps they may be asked and looked at. */
    public Ensemble ensemble() {
        return members.ensemble();
    }

    /** Each member's weights of the epoch with the lowest validation loss so far. */
    public List<List<LayerWeights>> bestWeights() {
        return members.weights(best.values());
    }

    /**
     * Each member's weights that stand for the run: those of the best epoch with patience, or after divergence; otherwise
     * the newest.
     */
    @Override
    public List<List<LayerWeights>> resultingWeights() {
        boolean ofBest = experiment.training().patience() > 0 || outcome instanceof TrainingOutcome.Diverged;
        return ofBest ? bestWeights() : ensemble().weights();
    }

    /** Finished epochs. */
    public int epoch() {
        return report.epoch();
    }

    /** Likewise; leaves the resulting weights in the {@link #ensemble()}. */
    @Override
    public DMatrixRMaj predict(DMatrixRMaj features) {
        ensemble().load(resultingWeights());
        return ensemble().predict(features);
    }

    /**
     * Likewise; leaves the resulting weights in the {@link #ensemble()}.
     *
     * @throws IllegalStateException while the run goes on
     */
    @Override
    public @Nullable Evaluation test() {
        if (outcome == null) {
            throw new IllegalStateException("the test part is for the end of a run");
        }
        if (test == null && partition.hasTest()) {
            ensemble().load(resultingWeights());
            test = evaluated(partition.test());
        }
        return test;
    }

    /** Optimizer steps so far, of each member. */
    @Override
    public long stepCount() {
        return members.steps();
    }

    @Override
    public Partition partition() {
        return partition;
    }

    /** What decides the run from here on: what it began with, and what was {@link #change changed} on the way. */
    public Experiment experiment() {
        return experiment;
    }
}
