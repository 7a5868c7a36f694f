package hyperlab.train;

/**
 * What a run says at the end of an epoch, evaluated over each whole part with dropout off, without the penalty; one row
 * of {@code history.csv}. Epoch 0 is before any step.
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
        double seconds) {}
