package hyperlab.app.training;

import hyperlab.rule.Refusal;
import hyperlab.train.TrainingOutcome;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come, as its worker hands it over.
 *
 * @param order the {@link LiveRun#order} that the work was done for
 * @param idle whether that work is over
 * @param epoch finished epochs
 * @param step optimizer steps so far
 * @param place finished epochs with the part of the one under way
 * @param outcome null while there is more to train
 * @param refusal why there is no run; null where there is one
 */
record Progress(
        long order,
        boolean idle,
        int epoch,
        long step,
        double place,
        @Nullable TrainingOutcome outcome,
        @Nullable Refusal refusal) {
    /** Before a run is opened. */
    static final Progress NONE = new Progress(0, true, 0, 0, 0, null, null);
}
