package hyperlab.train;

/**
 * Where a run stands between two steps.
 *
 * @param epoch finished epochs
 * @param step optimizer steps so far
 * @param batchLoss mean loss of the latest batch before its step, without the penalty, dropout on; NaN before any step
 * @param batchSamples samples in the latest batch; 0 before any step
 * @param learningRate the rate of the latest step, or of the first before any
 */
public record StepReport(int epoch, long step, double batchLoss, int batchSamples, double learningRate) {}
