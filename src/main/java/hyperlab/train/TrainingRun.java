package hyperlab.train;

import hyperlab.data.Partition;
import hyperlab.data.Task;
import hyperlab.nn.Evaluation;
import hyperlab.nn.LayerWeights;
import hyperlab.nn.Loss;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkShape;
import hyperlab.nn.ParameterBlock;
import hyperlab.rule.Refusal;
import hyperlab.rule.Rules;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * One training from its start to its outcome, step by step or at full speed. Everything random follows from the
 * experiment's seed, so the same calls give the same numbers, bit for bit. Keeps no history: its memory does not grow
 * with the steps. One thread at a time.
 */
public final class TrainingRun implements Training {
    private final Experiment experiment;
    private final Partition partition;
    private final Network network;
    private final Stepper stepper;
    private final BestWeights best;
    private EpochReport report;
    private @Nullable TrainingOutcome outcome;
    private double baseRate;
    private BatchSize batchSize;
    private double nextRate;
    private double latestRate;
    private boolean withinEpoch;
    private long trainNanos;
    private long evaluationNanos;

    /**
     * Draws the network and evaluates epoch 0.
     *
     * @param partition the data, parted as the experiment says
     * @param initialWeights used in place of drawn ones; null for none
     * @throws Refusal where the loss does not fit the task, or the weights do not fit the network
     */
    public TrainingRun(Experiment experiment, Partition partition, @Nullable List<LayerWeights> initialWeights) {
        TrainingSettings settings = experiment.training();
        this.experiment = experiment;
        this.partition = partition;
        this.network =
                new Network(shape(experiment, partition), experiment.network().initializer(), experiment.seed());
        if (initialWeights != null) {
            load(network, initialWeights);
        }
        this.stepper = new Stepper(network, partition.train(), settings, experiment.seed());
        this.baseRate = settings.learningRate();
        this.batchSize = settings.batchSize();
        this.nextRate = rateOf(0);
        this.latestRate = nextRate;
        this.report = evaluated(0);
        this.best = new BestWeights(network, report.validationLoss());
        if (!Double.isFinite(report.trainLoss())) {
            outcome = new TrainingOutcome.Diverged(0, 0, report.trainLoss());
        } else if (settings.epochs() == 0) {
            outcome = new TrainingOutcome.Completed(0, 0, false);
        }
    }

    private static NetworkShape shape(Experiment experiment, Partition partition) {
        NetworkSettings settings = experiment.network();
        Task task = partition.train().task();
        Loss loss = experiment.training().lossFor(task);
        if (loss == Loss.CROSS_ENTROPY && task == Task.REGRESSION) {
            throw new Refusal("training.loss", "auto or squaredError where the target is a number", loss.fileName());
        }
        return new NetworkShape(
                partition.train().features().numCols,
                settings.hidden(),
                partition.train().outputs(),
                settings.activation(),
                settings.dropout(),
                loss);
    }

    private static void load(Network network, List<LayerWeights> weights) {
        try {
            network.load(weights);
        } catch (Refusal refusal) {
            throw refusal.under("network.initialWeights");
        }
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
        if (stepper.steps() == 0) {
            listener.epochEnded(report);
        }
        while (outcome == null) {
            long before = System.nanoTime();
            boolean moved = advance();
            boolean stopped = cancelled.getAsBoolean();
            while (moved && stepper.hasNext() && !stopped) {
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
        if (!withinEpoch) {
            stepper.startEpoch();
            withinEpoch = true;
        }
        latestRate = nextRate;
        return stepper.step(batchSize.samples(), latestRate);
    }

    private boolean settle(boolean moved) {
        if (!moved) {
            outcome = new TrainingOutcome.Diverged(epoch(), best.epoch(), stepper.batchLoss());
            return false;
        }
        return !stepper.hasNext() && endEpoch();
    }

    private boolean endEpoch() {
        withinEpoch = false;
        EpochReport ended = evaluated(epoch() + 1);
        if (!Double.isFinite(ended.trainLoss()) || !weightsAreFinite()) {
            outcome = new TrainingOutcome.Diverged(epoch(), best.epoch(), ended.trainLoss());
            return false;
        }
        report = ended;
        best.offer(network, ended.validationLoss(), ended.epoch());
        nextRate = rateOf(ended.epoch());
        TrainingSettings settings = experiment.training();
        if (ended.epoch() >= settings.epochs()) {
            outcome = new TrainingOutcome.Completed(ended.epoch(), best.epoch(), false);
        } else if (settings.patience() > 0 && ended.epoch() - best.epoch() >= settings.patience()) {
            outcome = new TrainingOutcome.Completed(ended.epoch(), best.epoch(), true);
        }
        return true;
    }

    private EpochReport evaluated(int epoch) {
        long before = System.nanoTime();
        Evaluation train =
                network.evaluate(partition.train().features(), partition.train().targets());
        Evaluation validation = network.evaluate(
                partition.validation().features(), partition.validation().targets());
        evaluationNanos += System.nanoTime() - before;
        return new EpochReport(
                epoch,
                stepper.steps(),
                train.loss(),
                validation.loss(),
                train.accuracy(),
                validation.accuracy(),
                latestRate,
                trainNanos / 1e9,
                (trainNanos + evaluationNanos) / 1e9);
    }

    private boolean weightsAreFinite() {
        for (ParameterBlock block : network.parameters()) {
            double sum = 0;
            for (double value : block.values()) {
                sum += value * 0;
            }
            if (sum != 0) {
                return false;
            }
        }
        return true;
    }

    /** The newest epoch's; once diverged, that of the last epoch that was finite. */
    public EpochReport report() {
        return report;
    }

    /** Where the run stands now. */
    public StepReport stepReport() {
        return new StepReport(epoch(), stepCount(), stepper.batchLoss(), stepper.batchSamples(), latestRate);
    }

    /** How the run ended; null while it goes on. */
    public @Nullable TrainingOutcome outcome() {
        return outcome;
    }

    /** The rate of the next step: the base rate under the schedule. */
    public double learningRate() {
        return nextRate;
    }

    /** The rate that the schedule starts from: the experiment's, or what was set since. */
    public double baseLearningRate() {
        return baseRate;
    }

    /** Replaces the base rate, finite and &gt; 0, from the next step on; the schedule stays. */
    public void learningRate(double newBaseRate) {
        baseRate = Rules.positive("training.learningRate", newBaseRate);
        nextRate = rateOf(epoch());
    }

    private double rateOf(int epoch) {
        TrainingSettings settings = experiment.training();
        int epochs = Math.max(1, settings.epochs());
        return settings.schedule().rate(baseRate, Math.min(epoch, epochs - 1), epochs);
    }

    public BatchSize batchSize() {
        return batchSize;
    }

    /** Replaces the batch size from the next step on, within an epoch for the samples that remain. */
    public void batchSize(BatchSize newSize) {
        batchSize = newSize;
    }

    /** The network as it is now; between two steps it may be asked and looked at. */
    public Network network() {
        return network;
    }

    /** The weights of the epoch with the lowest validation loss so far. */
    public List<LayerWeights> bestWeights() {
        return best.weights();
    }

    /**
     * The weights that stand for the run: those of the best epoch with patience, or after divergence; otherwise the
     * newest.
     */
    @Override
    public List<LayerWeights> resultingWeights() {
        boolean ofBest = experiment.training().patience() > 0 || outcome instanceof TrainingOutcome.Diverged;
        return ofBest ? best.weights() : network.weights();
    }

    /** Finished epochs. */
    public int epoch() {
        return report.epoch();
    }

    /** Likewise; leaves the resulting weights in {@link #network()}. */
    @Override
    public DMatrixRMaj predict(DMatrixRMaj features) {
        network.load(resultingWeights());
        return network.predict(features);
    }

    @Override
    public long stepCount() {
        return stepper.steps();
    }

    @Override
    public Partition partition() {
        return partition;
    }

    public Experiment experiment() {
        return experiment;
    }
}
