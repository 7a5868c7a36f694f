package hyperlab.train;

import hyperlab.data.PredictionTask;
import hyperlab.nn.Loss;
import hyperlab.optim.Adam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Penalty;
import hyperlab.optim.Schedule;
import hyperlab.rule.Checks;
import org.jspecify.annotations.Nullable;

/**
 * How a network is trained; the {@code training} object of an experiment file.
 *
 * @param loss null for auto: cross-entropy for classification, squared error for regression
 * @param optimizer the update rule
 * @param learningRate finite and &gt; 0
 * @param schedule how the learning rate changes over the epochs
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
        Checks.wholeWithin("epochs", epochs, 0, MAX_EPOCHS);
        Checks.atLeast("patience", patience, 0);
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
                newLoss, optimizer, learningRate, schedule, batchSize, shuffle, epochs, penalty, patience);
    }

    public TrainingSettings withOptimizer(Optimizer newOptimizer) {
        return new TrainingSettings(
                loss, newOptimizer, learningRate, schedule, batchSize, shuffle, epochs, penalty, patience);
    }

    public TrainingSettings withLearningRate(double newRate) {
        return new TrainingSettings(loss, optimizer, newRate, schedule, batchSize, shuffle, epochs, penalty, patience);
    }

    public TrainingSettings withBatchSize(BatchSize newSize) {
        return new TrainingSettings(
                loss, optimizer, learningRate, schedule, newSize, shuffle, epochs, penalty, patience);
    }

    public TrainingSettings withEpochs(int newEpochs) {
        return new TrainingSettings(
                loss, optimizer, learningRate, schedule, batchSize, shuffle, newEpochs, penalty, patience);
    }

    public TrainingSettings withPenalty(Penalty newPenalty) {
        return new TrainingSettings(
                loss, optimizer, learningRate, schedule, batchSize, shuffle, epochs, newPenalty, patience);
    }

    public TrainingSettings withSchedule(Schedule newSchedule) {
        return new TrainingSettings(
                loss, optimizer, learningRate, newSchedule, batchSize, shuffle, epochs, penalty, patience);
    }

    public TrainingSettings withShuffle(boolean newShuffle) {
        return new TrainingSettings(
                loss, optimizer, learningRate, schedule, batchSize, newShuffle, epochs, penalty, patience);
    }

    public TrainingSettings withPatience(int newPatience) {
        return new TrainingSettings(
                loss, optimizer, learningRate, schedule, batchSize, shuffle, epochs, penalty, newPatience);
    }
}
