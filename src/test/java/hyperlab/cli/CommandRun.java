package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cli.io.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The result of one command-line call: exit status and output. */
record CommandRun(int status, String out, String err) {
    static CommandRun of(Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        int status = Commands.run(
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new CommandRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs a command and asserts that it succeeds without error output. */
    static CommandRun done(Object... args) {
        CommandRun run = of(args);
        assertEquals("", run.err);
        assertEquals(ExitCode.DONE, run.status);
        return run;
    }

    /**
     * Runs a command, asserts that it ends with status 2 and prints nothing to standard output, and returns the error
     * line.
     */
    static String refused(Object... args) {
        CommandRun run = of(args);
        assertEquals("", run.out);
        assertTrue(run.err.matches("[^\n]+\n"), () -> "one line, got: " + run.err);
        assertEquals(ExitCode.INVALID_INPUT, run.status);
        return run.err.strip();
    }
}
