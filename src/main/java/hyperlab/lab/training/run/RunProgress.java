package hyperlab.lab.training.run;

import hyperlab.rule.InvalidInputException;
import hyperlab.train.TrainingOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a run, as published by its worker.
 *
 * @param command the {@link LiveRun#newCommand} that the work was done for
 * @param idle whether that work is finished
 * @param epoch finished epochs
 * @param step optimizer steps so far
 * @param epochPosition finished epochs, including the fraction of the current one
 * @param outcome null while training can continue
 * @param error why there is no run; null if there is one
 */
public record RunProgress(
        long command,
        boolean idle,
        int epoch,
        long step,
        double epochPosition,
        @Nullable TrainingOutcome outcome,
        @Nullable InvalidInputException error) {
    /** The state before a run is opened. */
    static final RunProgress NONE = new RunProgress(0, true, 0, 0, 0, null, null);
}
