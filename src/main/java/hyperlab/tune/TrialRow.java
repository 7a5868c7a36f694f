package hyperlab.tune;

import java.util.Map;

/**
 * Where one trial stands; one row of {@code trials.csv} once it is over.
 *
 * @param trial from 0
 * @param state where it stands
 * @param epochs finished
 * @param value of the objective; NaN where there is none
 * @param seconds that it took so far
 * @param values of the searched keys, as texts, in order
 * @param reason why it failed; empty otherwise
 */
public record TrialRow(
        int trial, State state, int epochs, double value, double seconds, Map<String, String> values, String reason) {
    /** Where a trial stands. */
    public enum State {
        /** It is being worked on. */
        RUNNING("running"),
        /** It has reached a rung and waits for the others. */
        WAITING("waiting"),
        /** It has all its epochs, or ended by its own patience. */
        COMPLETED("completed"),
        /** It was stopped at a rung where others were better. */
        PRUNED("pruned"),
        /** A loss or weight was no longer finite. */
        DIVERGED("diverged"),
        /** It could not be run. */
        FAILED("failed");

        private final String fileName;

        State(String fileName) {
            this.fileName = fileName;
        }

        /** The name in files. */
        public String fileName() {
            return fileName;
        }

        /** Whether nothing more will happen to it. */
        public boolean isOver() {
            return this != RUNNING && this != WAITING;
        }
    }
}
