package hyperlab.lab.training.run;

import hyperlab.chart.series.Curve;

/**
 * The curves of a run over the epochs so far. A curve has no point at an epoch with a non-finite value. The accuracy
 * curves are empty for regression.
 */
public record HistoryCurves(Curve trainLoss, Curve validationLoss, Curve trainAccuracy, Curve validationAccuracy) {
    /** The last epoch with a training loss; 0 if there is none. */
    public int lastEpoch() {
        return trainLoss.size() == 0 ? 0 : (int) trainLoss.x(trainLoss.size() - 1);
    }
}
