package hyperlab.train;

/**
 * The metrics of a run at the end of an epoch; one row of {@code history.csv}. Each loss is evaluated over a whole part
 * of the data, without dropout and without the penalty. Epoch 0 is the state before the first step. For an ensemble,
 * losses and accuracies are those of the averaged prediction, the steps are those of one member, and the seconds are
 * those of all members together.
 *
 * @param epoch number of finished epochs
 * @param step number of optimizer steps so far
 * @param trainLoss mean loss over the training set
 * @param validationLoss mean loss over the validation set
 * @param trainAccuracy fraction of correct predictions on the training set, in [0, 1]; NaN for regression
 * @param validationAccuracy fraction of correct predictions on the validation set, in [0, 1]; NaN for regression
 * @param learningRate learning rate of the finished epoch (for epoch 0, that of the first epoch)
 * @param trainSeconds seconds spent in optimizer steps alone, from the start
 * @param seconds all seconds, from the start
 */
public record EpochReport(
        int epoch,
        long step,
        double trainLoss,
        double validationLoss,
        double trainAccuracy,
        double validationAccuracy,
        double learningRate,
        double trainSeconds,
        double seconds) {
    /** Whether its validation loss is lower than another's. Any number is lower than NaN. */
    public boolean isBetterThan(EpochReport other) {
        return validationLoss < other.validationLoss
                || (Double.isNaN(other.validationLoss) && !Double.isNaN(validationLoss));
    }
}
