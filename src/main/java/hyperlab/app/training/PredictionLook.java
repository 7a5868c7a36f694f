package hyperlab.app.training;

import hyperlab.diagnosis.ConfusionMatrix;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.diagnosis.FeaturePlane;
import hyperlab.diagnosis.FittedCurve;
import hyperlab.diagnosis.Mistakes;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * What a network predicts; null is what no chart that is seen shows.
 *
 * @param ground over a plane of the features
 * @param confusion of the validation part
 * @param train of the training part, samples × 1
 * @param validation of the validation part, samples × 1
 * @param fit along one feature
 * @param mistakes in the validation part
 */
record PredictionLook(
        @Nullable Ground ground,
        @Nullable ConfusionMatrix confusion,
        @Nullable DMatrixRMaj train,
        @Nullable DMatrixRMaj validation,
        @Nullable FittedCurve fit,
        @Nullable Mistakes mistakes) {
    /**
     * Predictions over a plane.
     *
     * @param members those of an ensemble's networks, or of networks with units left out; empty for none
     */
    record Ground(DecisionMap map, FeaturePlane plane, List<DecisionMap> members) {
        Ground {
            members = List.copyOf(members);
        }
    }
}
