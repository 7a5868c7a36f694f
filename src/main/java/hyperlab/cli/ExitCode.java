package hyperlab.cli;

/** The exit status of a command. */
final class ExitCode {
    static final int DONE = 0;
    /** A run failed. */
    static final int FAILED = 1;
    /** The arguments or a file are invalid. */
    static final int INVALID_INPUT = 2;

    private ExitCode() {}
}
