package hyperlab.app.training;

import hyperlab.rule.InvalidInputException;
import hyperlab.train.TrainingOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a run, as published by its worker.
 *
 * @param order the {@link LiveRun#order} that the work was done for
 * @param idle whether that work is finished
 * @param epoch finished epochs
 * @param step optimizer steps so far
 * @param place finished epochs, including the fraction of the current one
 * @param outcome null while training can continue
 * @param refusal why there is no run; null if there is one
 */
record Progress(
        long order,
        boolean idle,
        int epoch,
        long step,
        double place,
        @Nullable TrainingOutcome outcome,
        @Nullable InvalidInputException refusal) {
    /** The state before a run is opened. */
    static final Progress NONE = new Progress(0, true, 0, 0, 0, null, null);
}
