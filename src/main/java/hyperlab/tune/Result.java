package hyperlab.tune;

/**
 * What became of a {@link Job}.
 *
 * @param ending how it ended
 * @param epochs finished epochs of the trial, from its start
 * @param value of the objective; NaN where there is none
 * @param seconds that the trial took so far, from its start
 */
public record Result(Ending ending, int epochs, double value, double seconds) {
    /** How a job ended. */
    public enum Ending {
        /** It reached its epochs, or ended early by its own patience. */
        REACHED("completed"),
        /** A loss or weight was no longer finite. */
        DIVERGED("diverged"),
        /** It could not be run: the settings do not go together. */
        FAILED("failed");

        private final String fileName;

        Ending(String fileName) {
            this.fileName = fileName;
        }

        /** The name in files. */
        public String fileName() {
            return fileName;
        }
    }

    /** Whether there is a value to compare by. */
    public boolean counts() {
        return ending == Ending.REACHED && Double.isFinite(value);
    }
}
