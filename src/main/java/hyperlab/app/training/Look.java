package hyperlab.app.training;

import hyperlab.data.Partition;
import hyperlab.diagnosis.Symptom;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network looked at, off the FX thread. Immutable.
 *
 * @param order what was asked for
 * @param when which moment it is
 * @param network what is seen in it
 * @param predictions what it predicts
 * @param symptoms what the doctor says; null of a moment that lies back
 */
record Look(
        LookOrder order,
        When when,
        NetworkLook network,
        PredictionLook predictions,
        @Nullable List<Symptom> symptoms) {
    /**
     * The moment.
     *
     * @param experiment that the run trained with
     * @param partition its data
     * @param report of the newest epoch that had ended
     * @param step optimizer steps by then
     */
    record When(Experiment experiment, Partition partition, EpochReport report, long step) {}
}
