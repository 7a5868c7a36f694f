package hyperlab.cli;

import java.io.PrintStream;

/** The command line. */
public final class Commands {
    private Commands() {}

    /** Runs a verb and returns the exit status. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return 0;
    }
}
