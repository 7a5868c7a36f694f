package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A command that cannot stop, because nobody reads what it prints, ends at the second Ctrl-C and leaves no parts of
 * files.
 */
@EnabledOnOs(OS.LINUX)
class SecondCtrlCTest {
    /** Starts a process that can print nothing, and that Ctrl-C reaches although it runs in the background. */
    private static final String SCRIPT =
            "mkfifo pipe && exec 3<>pipe && head -c 65536 /dev/zero >&3 && exec env --default-signal=INT \"$@\" >&3";

    private static final int INTERRUPTED = 130;
    private static final long WAIT_SECONDS = 120;
    private static final long PAUSE_MILLIS = 20;
    /** So often is the second Ctrl-C pressed, in case that the first one is still being handled. */
    private static final long REPEAT_MILLIS = 300;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train x.hyperlab.json --out out",
                "tune x.hyperlab-study.json --out out",
                "map x.hyperlab.json --x training.learningRate=log:0.01:1:2 --y training.penalty.l2=linear:0:1:2"
                        + " --color outcome --out out",
                "case iris --out out"
            })
    void endsAtOnce(String command) throws IOException, InterruptedException {
        Process process = start(command);
        try {
            waitUntilItCannotPrint(process);
            interrupt(process);
            assertFalse(process.waitFor(REPEAT_MILLIS, TimeUnit.MILLISECONDS), "the first Ctrl-C lets the work finish");
            for (long waited = 0; waited < WAIT_SECONDS * 1000 && process.isAlive(); waited += REPEAT_MILLIS) {
                interrupt(process);
                process.waitFor(REPEAT_MILLIS, TimeUnit.MILLISECONDS);
            }
            assertFalse(process.isAlive(), "it ends");
            assertEquals(INTERRUPTED, process.exitValue());
            assertNoParts();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aCommandWithoutResultsToKeepEndsAtTheFirst() throws IOException, InterruptedException {
        Process process = start("diagnose x.csv");
        try {
            waitUntilItCannotPrint(process);
            interrupt(process);
            assertTrue(process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS));
            assertEquals(INTERRUPTED, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(String command) throws IOException {
        write("x.hyperlab.json", """
                {"format": "hyperlab-experiment/1", "data": {"source": "moons", "samples": 40},
                 "network": {"hidden": [3]}, "training": {"epochs": 3}}
                """);
        write("x.hyperlab-study.json", """
                {"format": "hyperlab-study/1", "function": "bowl", "method": {"name": "random"}, "trials": 4}
                """);
        write("x.csv", "epoch,loss,val_loss\n1,2,2.1\n2,1,1.2\n3,0.5,1.1\n");
        List<String> words = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh"));
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true", "-cp"));
        words.add(absolute(System.getProperty("java.class.path")));
        words.add("hyperlab.Hyperlab");
        words.addAll(List.of(command.split(" ", -1)));
        return new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** The class path for a program with another working directory. */
    private static String absolute(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((all, entry) -> all + File.pathSeparator + entry)
                .orElseThrow();
    }

    private void waitUntilItCannotPrint(Process process) throws IOException, InterruptedException {
        for (long waited = 0; waited < WAIT_SECONDS * 1000; waited += PAUSE_MILLIS) {
            assertTrue(process.isAlive(), () -> "it ended: " + errors());
            if (isWaitingForPipe(process)) {
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        abort("this system does not say what a process waits for");
    }

    private static boolean isWaitingForPipe(Process process) throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            return threads.anyMatch(thread -> whatItWaitsFor(thread).endsWith("pipe_write"));
        }
    }

    private static String whatItWaitsFor(Path thread) {
        try {
            return Files.readString(thread.resolve("wchan")).strip();
        } catch (IOException ended) {
            return "";
        }
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("errors"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    private void assertNoParts() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".part")).toList());
        }
    }
}
