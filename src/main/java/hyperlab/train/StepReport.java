package hyperlab.train;

/**
 * The state of a run between two steps.
 *
 * @param epoch number of finished epochs
 * @param step number of optimizer steps so far
 * @param batchLoss mean loss of the latest batch before its step, without the penalty, with dropout; NaN before the
 *     first step
 * @param batchSamples number of samples in the latest batch; 0 before the first step
 * @param learningRate learning rate of the latest step; before the first step, the rate of the first
 */
public record StepReport(int epoch, long step, double batchLoss, int batchSamples, double learningRate) {}
