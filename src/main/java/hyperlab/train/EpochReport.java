package hyperlab.train;

/**
 * What a run says at the end of an epoch, evaluated over each whole part with dropout off, without the penalty; one row
 * of {@code history.csv}. Epoch 0 is before any step. Of an ensemble losses and accuracies are those of the averaged
 * prediction, steps are one member's and seconds those of all.
 *
 * @param epoch finished epochs
 * @param step optimizer steps so far
 * @param trainLoss mean over the training part
 * @param validationLoss mean over the validation part
 * @param trainAccuracy share of the training part predicted right, in [0, 1]; NaN for regression
 * @param validationAccuracy the same of the validation part; NaN for regression
 * @param learningRate the finished epoch's rate (epoch 0: the first's)
 * @param trainSeconds seconds of optimizer steps alone, from the start
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
    /** Whether its validation loss is lower than another's; any number is lower than NaN. */
    public boolean isBetterThan(EpochReport other) {
        return validationLoss < other.validationLoss
                || (Double.isNaN(other.validationLoss) && !Double.isNaN(validationLoss));
    }
}
