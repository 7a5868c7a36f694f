package hyperlab.train;

import hyperlab.data.PredictionTask;
import hyperlab.nn.Loss;
import hyperlab.optim.Adam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Penalty;
import hyperlab.optim.Schedule;
import hyperlab.rule.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a network is trained; the {@code training} object of an experiment file.
 *
 * @param loss null for auto: cross-entropy for classification, squared error for regression
 * @param optimizer the update rule
 * @param learningRate finite and &gt; 0
 * @param layerRates one learning rate for each layer with weights, from the first to the output layer, which replace
 *     {@code learningRate} for all parameters of these layers; each finite and &gt; 0; empty for none
 * @param schedule how the learning rate, or each of the layers' rates, changes over the epochs
 * @param batchSize number of samples that a step averages over
 * @param shuffle whether the training rows are shuffled for each epoch
 * @param epochs number of passes over the training rows, 0 … 1,000,000
 * @param penalty L1 and L2 penalties on the weights
 * @param patience number of epochs without a lower validation loss after which training stops; 0 for never
 */
public record TrainingSettings(
        @Nullable Loss loss,
        Optimizer optimizer,
        double learningRate,
        List<Double> layerRates,
        Schedule schedule,
        BatchSize batchSize,
        boolean shuffle,
        int epochs,
        Penalty penalty,
        int patience) {
    public static final int MAX_EPOCHS = 1_000_000;
    public static final TrainingSettings DEFAULT = new TrainingSettings(
            null, Adam.DEFAULT, 0.03, Schedule.ConstantRate.DEFAULT, new BatchSize(32), true, 100, Penalty.NONE, 0);

    public TrainingSettings {
        Checks.positive("learningRate", learningRate);
        layerRates = List.copyOf(layerRates);
        layerRates.forEach(rate -> Checks.positive("layerRates", rate));
        Checks.wholeWithin("epochs", epochs, 0, MAX_EPOCHS);
        Checks.atLeast("patience", patience, 0);
    }

    /** Settings with the same learning rate for all layers. */
    public TrainingSettings(
            @Nullable Loss loss,
            Optimizer optimizer,
            double learningRate,
            Schedule schedule,
            BatchSize batchSize,
            boolean shuffle,
            int epochs,
            Penalty penalty,
            int patience) {
        this(loss, optimizer, learningRate, List.of(), schedule, batchSize, shuffle, epochs, penalty, patience);
    }

    /**
     * The effective loss: the given one, or, for auto, cross-entropy for classification and squared error for
     * regression.
     */
    public Loss lossFor(PredictionTask task) {
        Loss explicitLoss = loss;
        if (explicitLoss != null) {
            return explicitLoss;
        }
        return task == PredictionTask.CLASSIFICATION ? Loss.CROSS_ENTROPY : Loss.SQUARED_ERROR;
    }

    /** The learning rate of epoch {@code epoch}, from 0, under the schedule. After the last epoch, that of the last. */
    public double learningRateAt(int epoch) {
        int last = Math.max(1, epochs) - 1;
        return schedule.rateAt(learningRate, Math.min(epoch, last), last + 1);
    }

    public TrainingSettings withLoss(@Nullable Loss newLoss) {
        return new TrainingSettings(
                newLoss, optimizer, learningRate, layerRates, schedule, batchSize, shuffle, epochs, penalty, patience);
    }

    public TrainingSettings withOptimizer(Optimizer newOptimizer) {
        return new TrainingSettings(
                loss, newOptimizer, learningRate, layerRates, schedule, batchSize, shuffle, epochs, penalty, patience);
    }

    public TrainingSettings withLearningRate(double newRate) {
        return new TrainingSettings(
                loss, optimizer, newRate, layerRates, schedule, batchSize, shuffle, epochs, penalty, patience);
    }

    public TrainingSettings withLayerRates(List<Double> newRates) {
        return new TrainingSettings(
                loss, optimizer, learningRate, newRates, schedule, batchSize, shuffle, epochs, penalty, patience);
    }

    public TrainingSettings withBatchSize(BatchSize newSize) {
        return new TrainingSettings(
                loss, optimizer, learningRate, layerRates, schedule, newSize, shuffle, epochs, penalty, patience);
    }

    public TrainingSettings withEpochs(int newEpochs) {
        return new TrainingSettings(
                loss, optimizer, learningRate, layerRates, schedule, batchSize, shuffle, newEpochs, penalty, patience);
    }

    public TrainingSettings withPenalty(Penalty newPenalty) {
        return new TrainingSettings(
                loss, optimizer, learningRate, layerRates, schedule, batchSize, shuffle, epochs, newPenalty, patience);
    }

    public TrainingSettings withSchedule(Schedule newSchedule) {
        return new TrainingSettings(
                loss, optimizer, learningRate, layerRates, newSchedule, batchSize, shuffle, epochs, penalty, patience);
    }

    public TrainingSettings withShuffle(boolean newShuffle) {
        return new TrainingSettings(
                loss, optimizer, learningRate, layerRates, schedule, batchSize, newShuffle, epochs, penalty, patience);
    }

    public TrainingSettings withPatience(int newPatience) {
        return new TrainingSettings(
                loss, optimizer, learningRate, layerRates, schedule, batchSize, shuffle, epochs, penalty, newPatience);
    }
}
