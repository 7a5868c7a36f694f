package hyperlab.tune;

import hyperlab.rule.InvalidInputException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of one trial; a row of {@code trials.csv} once it is finished.
 *
 * @param trial from 0
 * @param state the current state
 * @param epochs completed epochs
 * @param value of the objective; NaN if there is none
 * @param seconds time spent so far
 * @param values of the searched keys, as text, in order
 * @param error why it failed; null otherwise
 */
public record TrialRecord(
        int trial,
        TrialStatus state,
        int epochs,
        double value,
        double seconds,
        Map<String, String> values,
        @Nullable InvalidInputException error) {
    /** The state of a trial. */
    public enum TrialStatus {
        /** It is running. */
        RUNNING("running"),
        /** It has reached a rung and waits for the other trials. */
        WAITING("waiting"),
        /** It completed all its epochs or was stopped by early stopping. */
        COMPLETED("completed"),
        /** It was stopped at a rung because others were better. */
        PRUNED("pruned"),
        /** A loss or weight was no longer finite. */
        DIVERGED("diverged"),
        /** It could not be run. */
        FAILED("failed");

        private final String fileName;

        TrialStatus(String fileName) {
            this.fileName = fileName;
        }

        /** The name in files. */
        public String fileName() {
            return fileName;
        }

        /** Whether the state is final. */
        public boolean isFinal() {
            return this != RUNNING && this != WAITING;
        }
    }
}
