package hyperlab.app.training;

import hyperlab.data.Partition;
import hyperlab.diagnosis.Symptom;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a network inspection, computed off the FX thread. Immutable.
 *
 * @param order the inspection request
 * @param when the point in training that was inspected
 * @param network the inspection of the network itself
 * @param predictions the inspection of its predictions
 * @param symptoms the diagnosis; null for a past epoch
 */
record Look(
        LookOrder order,
        When when,
        NetworkLook network,
        PredictionLook predictions,
        @Nullable List<Symptom> symptoms) {
    /**
     * The point in training.
     *
     * @param experiment the settings at that time
     * @param partition the data of the run
     * @param report the report of the latest finished epoch
     * @param step optimizer steps so far
     */
    record When(Experiment experiment, Partition partition, EpochReport report, long step) {}
}
