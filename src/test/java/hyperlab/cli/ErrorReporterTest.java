package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.RunFailure;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
                ExitCode.INVALID_INPUT,
                handled(new InvalidInputException("--steps", Rule.NUMBER, "one\nand a half"), false));
        assertEquals("--steps must be a number, got one and a half\n", said());
    }

    @Test
    void failedRunExitsWithStatusOneAndOneLine() {
        assertEquals(
                ExitCode.FAILED,
                handled(new RunFailure(new InvalidInputException("a/history.csv", Rule.WRITE_DENIED)), false));
        assertEquals("a/history.csv cannot be written: permission denied\n", said());
    }

    @Test
    void namesFailedFile() {
        assertEquals(ExitCode.FAILED, handled(new NoSuchFileException("gone.csv"), false));
        assertEquals(
                ExitCode.FAILED,
                handled(new UncheckedIOException(new FileSystemException("a.csv", null, "No space left")), false));
        assertEquals("""
                gone.csv could not be read or written: it does not exist
                a.csv could not be read or written: the disk is full
                """, said());
    }

    @Test
    void errorsAreKoreanInKorean() {
        Texts korean = Texts.in(Language.KOREAN);
        handled(new InvalidInputException("--steps", Rule.NUMBER, "two"), korean, false);
        handled(new RunFailure(new InvalidInputException("a/history.csv", Rule.WRITE_DENIED)), korean, false);
        handled(new NoSuchFileException("gone.csv"), korean, false);
        handled(new UncheckedIOException(new IOException("Stream closed")), korean, false);
        handled(new IllegalStateException("odd"), korean, false);
        assertEquals("""
                --steps: 수여야 해요. 지금 값: two
                a/history.csv: 쓸 권한이 없어요
                gone.csv: 읽거나 쓸 수 없어요 (파일이나 폴더가 없음)
                파일을 읽거나 쓸 수 없어요 (시스템 오류)
                예상하지 못한 문제가 생겼어요: java.lang.IllegalStateException: odd (자세히 보려면 --verbose)
                """, said());
    }

    @Test
    void showsStackTraceOnlyOnRequest() {
        assertEquals(ExitCode.FAILED, handled(new IllegalStateException("odd"), false));
        assertEquals(1, said().lines().count());
        handled(new IllegalStateException("odd"), true);
        assertTrue(said().contains("\tat hyperlab.cli.ErrorReporterTest"));
    }

    @Test
    void reportsOutOfMemoryAsFailedRun() {
        ErrorReporter faults = new ErrorReporter(
                new PrintStream(err, true, StandardCharsets.UTF_8), Texts.in(Language.ENGLISH), false);

        assertEquals(ExitCode.FAILED, faults.reportError(new OutOfMemoryError()));
        assertTrue(said().startsWith("memory must be larger for this run, got "));
        assertEquals(1, said().lines().count());
    }

    private int handled(Exception fault, boolean verbose) {
        return handled(fault, Texts.in(Language.ENGLISH), verbose);
    }

    private int handled(Exception fault, Texts texts, boolean verbose) {
        CommandLine line = new CommandLine(new HyperlabCommand());
        return new ErrorReporter(new PrintStream(err, true, StandardCharsets.UTF_8), texts, verbose)
                .handleExecutionException(fault, line, line.parseArgs());
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
