package hyperlab.cli.io;

/** The exit status of a command. */
public final class ExitCode {
    public static final int DONE = 0;
    /** A run failed. */
    public static final int FAILED = 1;
    /** The arguments or a file are invalid. */
    public static final int INVALID_INPUT = 2;

    private ExitCode() {}
}
