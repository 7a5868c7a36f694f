package hyperlab.lab.training.inspection;

import hyperlab.data.DataSplit;
import hyperlab.diagnosis.TrainingEvidence;
import hyperlab.finding.Finding;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a network inspection, computed off the FX thread. Immutable.
 *
 * @param request the inspection request
 * @param point the point in training that was inspected
 * @param network the inspection of the network itself
 * @param predictions the inspection of its predictions
 * @param findings the doctor's findings; null for a past epoch
 */
public record NetworkInspection(
        InspectionRequest request,
        InspectedPoint point,
        LayerInspection network,
        PredictionInspection predictions,
        @Nullable List<Finding<TrainingEvidence, Experiment>> findings) {
    /**
     * The point in training.
     *
     * @param experiment the settings at that time
     * @param partition the data of the run
     * @param report the report of the latest finished epoch
     * @param step optimizer steps so far
     */
    public record InspectedPoint(Experiment experiment, DataSplit partition, EpochReport report, long step) {}
}
