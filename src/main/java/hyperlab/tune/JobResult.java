package hyperlab.tune;

/**
 * The result of a {@link Job}.
 *
 * @param outcome how the job ended
 * @param epochs completed epochs of the trial, from its start
 * @param value of the objective; NaN if there is none
 * @param seconds time spent on the trial so far, from its start
 */
public record JobResult(JobOutcome outcome, int epochs, double value, double seconds) {
    /** How a job ended. */
    public enum JobOutcome {
        /** It reached its epochs or was stopped by early stopping. */
        COMPLETED("completed"),
        /** A loss or weight was no longer finite. */
        DIVERGED("diverged"),
        /** It could not be run because the settings are invalid or incompatible. */
        FAILED("failed"),
        /** Another program stopped it because other trials were better. Only of recorded trials. */
        PRUNED("pruned"),
        /** It was running in another program when its study was read. Only of recorded trials. */
        RUNNING("running");

        private final String fileName;

        JobOutcome(String fileName) {
            this.fileName = fileName;
        }

        /** The name in files. */
        public String fileName() {
            return fileName;
        }
    }

    /** Whether the trial has a finite value to compare. */
    public boolean hasValue() {
        return outcome == JobOutcome.COMPLETED && Double.isFinite(value);
    }
}
