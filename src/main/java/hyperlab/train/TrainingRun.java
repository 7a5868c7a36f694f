package hyperlab.train;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.nn.Ensemble;
import hyperlab.nn.Evaluation;
import hyperlab.nn.Network;
import hyperlab.nn.kernel.CancelledException;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.rule.InvalidInputException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * A training run from start to outcome, step by step or at full speed. All randomness derives from the experiment's
 * seed, so the same calls produce the same numbers, bit for bit. It keeps no history: its memory does not grow with the
 * number of steps. Use from one thread at a time.
 *
 * <p>The networks of an ensemble train in lockstep. Member k uses the experiment's seed + k for its initial weights,
 * row orders and dropout masks, on the same data with the same split. The reports describe the averaged prediction.
 * They also determine the best epoch, whose weights are kept for all members. The run has diverged when one member has
 * diverged.
 */
public final class TrainingRun implements Training {
    private final DataSplit partition;
    private final EnsembleTrainer members;
    private Experiment experiment;
    private BestWeights best;
    private EpochReport report;
    private @Nullable TrainingOutcome outcome;
    private @Nullable Evaluation test;
    private @Nullable RunJournal journal;
    private double nextRate;
    /** Of the next step, if layers have rates of their own. */
    private double @Nullable [] nextLayerRates;

    private double latestRate;
    private boolean insideEpoch;
    /** Whether all steps of the epoch are done, but not its evaluation. */
    private boolean evaluationPending;

    private Execution execution = Execution.SINGLE;
    private boolean settingsChanged;
    private long trainNanos;
    private long evaluationNanos;

    /**
     * Initializes the networks and evaluates epoch 0.
     *
     * @param partition the data, split as the experiment specifies
     * @param initialWeights initial weights for each member, used instead of random ones; null for random ones
     * @throws InvalidInputException if the loss does not match the task, the convolutions do not match the images, or
     *     the weights do not match the networks
     */
    public TrainingRun(Experiment experiment, DataSplit partition, @Nullable List<List<LayerWeights>> initialWeights) {
        this(experiment, partition, initialWeights, Execution.SINGLE);
    }

    /**
     * Initializes the networks and evaluates epoch 0. If this is canceled, the run is stopped, and the losses of epoch
     * 0 are NaN.
     *
     * @param partition the data, split as the experiment specifies
     * @param initialWeights initial weights for each member, used instead of random ones; null for random ones
     * @param execution how the run computes, also later
     * @throws InvalidInputException as above
     */
    public TrainingRun(
            Experiment experiment,
            DataSplit partition,
            @Nullable List<List<LayerWeights>> initialWeights,
            Execution execution) {
        this.experiment = experiment;
        this.partition = partition;
        this.members = new EnsembleTrainer(experiment, partition, initialWeights);
        this.nextRate = experiment.training().learningRateAt(0);
        this.nextLayerRates = LayerRates.at(experiment.training(), 0);
        this.latestRate = nextRate;
        this.execution = execution;
        members.setExecution(execution);
        boolean evaluated = true;
        EpochReport start;
        try {
            start = evaluate(0);
        } catch (CancelledException e) {
            evaluated = false;
            start = new EpochReport(0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, nextRate, 0, 0);
        }
        this.report = start;
        this.best = new BestWeights(report, members.values());
        if (!evaluated) {
            this.outcome = new TrainingOutcome.Stopped(0, 0);
        } else {
            this.outcome = Double.isFinite(report.trainLoss())
                    ? outcomeAfter(experiment.training(), report, best)
                    : new TrainingOutcome.Diverged(0, 0, report.trainLoss());
        }
    }

    private TrainingRun(Snapshot snapshot) {
        this.experiment = snapshot.experiment();
        this.partition = snapshot.partition();
        this.report = snapshot.report();
        this.best = snapshot.best();
        this.members = new EnsembleTrainer(experiment, partition, snapshot.members(), report.step());
        this.latestRate = report.learningRate();
        this.trainNanos = Math.round(report.trainSeconds() * 1e9);
        this.evaluationNanos = Math.round(report.seconds() * 1e9) - trainNanos;
    }

    /**
     * Resumes from a snapshot. Continues bit for bit like the run the snapshot was taken from, independently of that
     * run.
     */
    public static TrainingRun resume(Snapshot snapshot) {
        return resume(snapshot, snapshot.experiment());
    }

    /**
     * Resumes from a snapshot with other settings, possibly beyond the end of the original run.
     *
     * @param experiment as in {@link #change}
     */
    public static TrainingRun resume(Snapshot snapshot, Experiment experiment) {
        TrainingRun run = new TrainingRun(snapshot);
        run.change(experiment);
        return run;
    }

    /** Sets how the run computes from now on. */
    public void setExecution(Execution newExecution) {
        execution = newExecution;
        members.setExecution(newExecution);
    }

    /**
     * Performs one optimizer step. Does nothing once there is an outcome. The step that ends an epoch evaluates the
     * training and validation sets. If the step or the evaluation is canceled, the next call repeats it.
     *
     * @return whether it ended an epoch, so that there is a new {@link #report()}
     */
    public boolean step() {
        if (outcome != null) {
            return false;
        }
        try {
            long before = System.nanoTime();
            boolean finite = evaluationPending || performStep();
            trainNanos += System.nanoTime() - before;
            return finishStep(finite);
        } catch (CancelledException e) {
            return false;
        }
    }

    /**
     * Performs one optimizer step like {@link #step()}, bit for bit, and records the numbers of the first network. It
     * cannot be canceled.
     *
     * @return null once there is an outcome
     */
    public @Nullable StepTrace traceStep() {
        members.setExecution(new Execution(execution.threads(), () -> false));
        try {
            if (evaluationPending) {
                finishStep(true);
            }
            if (outcome != null) {
                return null;
            }
            long before = System.nanoTime();
            prepareStep();
            StepTrace trace = members.trace(experiment.training().batchSize().samples(), latestRate, nextLayerRates);
            boolean finite = Double.isFinite(members.batchLoss());
            evaluationPending = finite && !members.hasNext();
            trainNanos += System.nanoTime() - before;
            finishStep(finite);
            return trace;
        } finally {
            members.setExecution(execution);
        }
    }

    @Override
    public TrainingOutcome train(TrainingListener listener, BooleanSupplier cancelled) {
        members.setExecution(new Execution(execution.threads(), cancelled));
        if (stepCount() == 0 && !(outcome instanceof TrainingOutcome.Stopped)) {
            listener.epochEnded(report);
        }
        try {
            while (outcome == null) {
                boolean stopped = false;
                boolean finite = true;
                long before = System.nanoTime();
                while (finite && !stopped && !evaluationPending) {
                    finite = performStep();
                    stopped = cancelled.getAsBoolean();
                }
                trainNanos += System.nanoTime() - before;
                if (finishStep(finite)) {
                    listener.epochEnded(report);
                }
                if (stopped) {
                    return stop();
                }
            }
        } catch (CancelledException e) {
            return stop();
        } finally {
            members.setExecution(execution);
        }
        return outcome;
    }

    /** Stops the run at its current step, unless it has already ended. */
    public TrainingOutcome stop() {
        TrainingOutcome current = outcome;
        if (current == null) {
            current = new TrainingOutcome.Stopped(epoch(), best.epoch());
            outcome = current;
        }
        return current;
    }

    /** Performs one step. Returns false if a batch loss was not finite. */
    private boolean performStep() {
        prepareStep();
        boolean finite = members.step(experiment.training().batchSize().samples(), latestRate, nextLayerRates);
        evaluationPending = finite && !members.hasNext();
        return finite;
    }

    private void prepareStep() {
        if (settingsChanged) {
            members.applySettings(experiment);
            settingsChanged = false;
        }
        if (!insideEpoch) {
            members.startEpoch();
            insideEpoch = true;
        }
        latestRate = nextRate;
    }

    private boolean finishStep(boolean finite) {
        if (!finite) {
            outcome = new TrainingOutcome.Diverged(epoch(), best.epoch(), members.batchLoss());
            return false;
        }
        return evaluationPending && endEpoch();
    }

    private boolean endEpoch() {
        EpochReport ended = evaluate(epoch() + 1);
        evaluationPending = false;
        insideEpoch = false;
        if (!Double.isFinite(ended.trainLoss()) || !members.weightsAreFinite()) {
            outcome = new TrainingOutcome.Diverged(epoch(), best.epoch(), ended.trainLoss());
            return false;
        }
        report = ended;
        best = best.orBetter(ended, members::values);
        nextRate = experiment.training().learningRateAt(ended.epoch());
        nextLayerRates = LayerRates.at(experiment.training(), ended.epoch());
        outcome = outcomeAfter(experiment.training(), report, best);
        if (journal != null) {
            journal.epochEnded(this);
        }
        return true;
    }

    /** The outcome of a run between two epochs; null if it continues. */
    private static @Nullable TrainingOutcome outcomeAfter(
            TrainingSettings settings, EpochReport report, BestWeights best) {
        int epoch = report.epoch();
        if (epoch >= settings.epochs()) {
            return new TrainingOutcome.Completed(epoch, best.epoch(), false);
        }
        boolean early = settings.patience() > 0 && epoch - best.epoch() >= settings.patience();
        return early ? new TrainingOutcome.Completed(epoch, best.epoch(), true) : null;
    }

    private EpochReport evaluate(int epoch) {
        long before = System.nanoTime();
        Evaluation train = evaluate(partition.train());
        Evaluation validation = evaluate(partition.validation());
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

    private Evaluation evaluate(DataSet part) {
        return members.ensemble().evaluate(part.features(), part.targets());
    }

    /**
     * Changes the settings from the next step on, as if the run had been planned with them. The learning rate,
     * schedule, batch size (within an epoch, for the remaining samples), penalty, dropout, epochs and patience change
     * while optimizer moments and random streams are kept. Shuffling changes at the next epoch. Another optimizer
     * starts with fresh moments. Does nothing once there is an outcome.
     *
     * @param newExperiment must have the same data, seed, network, loss and ensemble
     * @throws InvalidInputException if a setting that must not change differs, or if a batch is too large
     */
    public void change(Experiment newExperiment) {
        ResumeChecks.rejectIncompatible(experiment, newExperiment);
        LayerRates.check(newExperiment);
        members.check(newExperiment.training(), partition);
        if (outcome != null) {
            return;
        }
        experiment = newExperiment;
        settingsChanged = true;
        nextRate = experiment.training().learningRateAt(epoch());
        nextLayerRates = LayerRates.at(experiment.training(), epoch());
        if (!insideEpoch) {
            outcome = outcomeAfter(experiment.training(), report, best);
        }
        if (journal != null) {
            journal.changed(stepCount(), newExperiment);
        }
    }

    /**
     * A snapshot from which the run can be resumed.
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

    /** Whether the run is before the first step of an epoch or at its end, with all numbers finite. */
    public boolean isBetweenEpochs() {
        return !insideEpoch && !(outcome instanceof TrainingOutcome.Diverged);
    }

    /** {@code newJournal} receives every change and the end of every epoch from now on. */
    void setJournal(RunJournal newJournal) {
        journal = newJournal;
    }

    /** The latest report; after divergence, that of the last finite epoch. */
    public EpochReport report() {
        return report;
    }

    /** The current state between two steps. */
    public StepReport stepReport() {
        return new StepReport(epoch(), stepCount(), members.batchLoss(), members.batchSamples(), latestRate);
    }

    /** How the run ended; null while it is running. */
    public @Nullable TrainingOutcome outcome() {
        return outcome;
    }

    /** The learning rate of the next step, which is the experiment's rate under its schedule. */
    public double learningRate() {
        return nextRate;
    }

    /** The current network of the first member, which is the only one unless the run has an ensemble. */
    public Network network() {
        return ensemble().members().get(0);
    }

    /** The current networks. They may be read between two steps. */
    public Ensemble ensemble() {
        return members.ensemble();
    }

    /** The weights of each member at the epoch with the lowest validation loss so far. */
    public List<List<LayerWeights>> bestWeights() {
        return members.weights(best.values());
    }

    /**
     * The resulting weights of each member: those of the best epoch if patience is set or the run has diverged,
     * otherwise the newest.
     */
    @Override
    public List<List<LayerWeights>> resultingWeights() {
        boolean usesBest = experiment.training().patience() > 0 || outcome instanceof TrainingOutcome.Diverged;
        return usesBest ? bestWeights() : ensemble().weights();
    }

    /** The number of finished epochs. */
    public int epoch() {
        return report.epoch();
    }

    /** {@inheritDoc} Loads the resulting weights into the {@link #ensemble()}. */
    @Override
    public DMatrixRMaj predict(DMatrixRMaj features) {
        ensemble().load(resultingWeights());
        finishUncancelled();
        return ensemble().predict(features);
    }

    /**
     * {@inheritDoc} Loads the resulting weights into the {@link #ensemble()}.
     *
     * @throws IllegalStateException while the run is in progress
     */
    @Override
    public @Nullable Evaluation test() {
        if (outcome == null) {
            throw new IllegalStateException("the test part is for the end of a run");
        }
        if (test == null && partition.hasTest()) {
            ensemble().load(resultingWeights());
            finishUncancelled();
            test = evaluate(partition.test());
        }
        return test;
    }

    /** What is computed from a run after its end is not part of what was canceled. */
    private void finishUncancelled() {
        members.setExecution(new Execution(execution.threads(), () -> false));
    }

    /** The number of optimizer steps of each member so far. */
    @Override
    public long stepCount() {
        return members.steps();
    }

    @Override
    public DataSplit partition() {
        return partition;
    }

    /**
     * The current settings of the run: those it started with, including all {@linkplain #change changes} made since.
     */
    public Experiment experiment() {
        return experiment;
    }
}
