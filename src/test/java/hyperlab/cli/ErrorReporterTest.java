package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ErrorReporterTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void rejectionExitsWithStatusTwoAndOneLine() {
        assertEquals(
                Commands.INVALID_INPUT,
                handled(new InvalidInputException("--steps", Rule.NUMBER, "one\nand a half"), false));
        assertEquals("--steps must be a number, got one and a half\n", said());
    }

    @Test
    void failedRunExitsWithStatusOneAndOneLine() {
        assertEquals(
                Commands.FAILED,
                handled(new RunFailure(new InvalidInputException("a/history.csv", Rule.WRITE_DENIED)), false));
        assertEquals("a/history.csv cannot be written: permission denied\n", said());
    }

    @Test
    void namesFailedFile() {
        assertEquals(Commands.FAILED, handled(new NoSuchFileException("gone.csv"), false));
        assertEquals(
                Commands.FAILED,
                handled(new UncheckedIOException(new FileSystemException("a.csv", null, "No space left")), false));
        assertEquals("""
                gone.csv could not be read or written: it does not exist
                a.csv could not be read or written: No space left
                """, said());
    }

    @Test
    void showsStackTraceOnlyOnRequest() {
        assertEquals(Commands.FAILED, handled(new IllegalStateException("odd"), false));
        assertEquals(1, said().lines().count());
        handled(new IllegalStateException("odd"), true);
        assertTrue(said().contains("\tat hyperlab.cli.ErrorReporterTest"));
    }

    @Test
    void reportsOutOfMemoryAsFailedRun() {
        ErrorReporter faults = new ErrorReporter(new PrintStream(err, true, StandardCharsets.UTF_8), false);

        assertEquals(Commands.FAILED, faults.reportError(new OutOfMemoryError()));
        assertTrue(said().startsWith("memory must be larger for this run, got "));
        assertEquals(1, said().lines().count());
    }

    private int handled(Exception fault, boolean verbose) {
        CommandLine line = new CommandLine(new HyperlabCommand());
        return new ErrorReporter(new PrintStream(err, true, StandardCharsets.UTF_8), verbose)
                .handleExecutionException(fault, line, line.parseArgs());
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
