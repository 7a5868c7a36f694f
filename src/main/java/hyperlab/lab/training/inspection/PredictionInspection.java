package hyperlab.lab.training.inspection;

import hyperlab.diagnosis.ConfusionMatrix;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.diagnosis.FeaturePlane;
import hyperlab.diagnosis.FittedCurve;
import hyperlab.diagnosis.HardSamples;
import hyperlab.diagnosis.WorstPredictions;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * The inspection of a network's predictions; null if no visible chart needs a value.
 *
 * @param planePredictions predictions over a plane of the features
 * @param confusion confusion matrix of the validation set
 * @param train predictions for the training set, samples × 1
 * @param validation predictions for the validation set, samples × 1
 * @param fittedCurve predictions along one feature
 * @param worstPredictions the worst predictions in the validation set
 * @param hardSamples the training samples that lift the training loss above the validation loss, if it is far above
 */
public record PredictionInspection(
        @Nullable PlanePredictions planePredictions,
        @Nullable ConfusionMatrix confusion,
        @Nullable DMatrixRMaj train,
        @Nullable DMatrixRMaj validation,
        @Nullable FittedCurve fittedCurve,
        @Nullable WorstPredictions worstPredictions,
        @Nullable HardSamples hardSamples) {
    /**
     * Predictions over a plane.
     *
     * @param members the predictions of ensemble members or of networks with dropout masks; empty for none
     */
    public record PlanePredictions(DecisionMap map, FeaturePlane plane, List<DecisionMap> members) {
        public PlanePredictions {
            members = List.copyOf(members);
        }
    }
}
