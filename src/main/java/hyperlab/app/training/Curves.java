package hyperlab.app.training;

import hyperlab.chart.Curve;

/**
 * What a run has drawn so far, over epochs. A curve has no point where its value was not finite; accuracies have none
 * in regression.
 */
record Curves(Curve trainLoss, Curve validationLoss, Curve trainAccuracy, Curve validationAccuracy) {
    /** The last epoch drawn; 0 before there is any. */
    int lastEpoch() {
        return trainLoss.size() == 0 ? 0 : (int) trainLoss.x(trainLoss.size() - 1);
    }
}
