package hyperlab.cli.launch;

import hyperlab.file.TrialFolder;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Starts processes that train trials, and waits for them. Thread-safe.
 *
 * @param command the words that start Hyperlab somewhere
 * @param language the code of the language of its output
 * @param retries how often a trial is started again after its process failed
 */
public record Launcher(List<String> command, String language, int retries) {
    private static final long POLL_MILLIS = 50;
    /** The time that processes get to end by themselves. */
    private static final long GRACE_SECONDS = 10;
    /** By convention, the exit status of a process that signal n ended is this plus n. */
    private static final int SIGNALS = 128;

    private static final int MAX_SIGNAL = 64;
    private static final int MAX_OUTPUT_BYTES = 4096;

    /**
     * Starts a process for the trial of this folder. Its input ends when this program does.
     *
     * @throws IOException if the first word is not a program that can be started
     */
    Process start(TrialFolder folder) throws IOException {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("trial", folder.path().toString(), "--attached", "--language", language));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.output().toFile())
                .start();
        greet(process.getOutputStream());
        return process;
    }

    private static void greet(OutputStream input) {
        try {
            input.write(AttachedInput.GREETING.getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException unread) {
            // The launcher reads no input, or has ended already.
            return;
        }
    }

    private static void closeInput(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException unread) {
            // Only a greeting that nobody read is lost.
            return;
        }
    }

    /**
     * Waits for the end of a process.
     *
     * @param cancelled true ends the process
     * @return false if cancelled
     * @throws InvalidInputException if the process failed
     */
    boolean await(Process process, TrialFolder folder, BooleanSupplier cancelled) {
        try {
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (cancelled.getAsBoolean()) {
                    return false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            end(process);
        }
        if (process.exitValue() != 0) {
            throw failure(folder, process.exitValue());
        }
        return true;
    }

    /** Ends a process and those that it started. */
    private static void end(Process process) {
        closeInput(process);
        List<ProcessHandle> running = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .filter(ProcessHandle::isAlive)
                .toList();
        running.forEach(ProcessHandle::destroy);
        for (ProcessHandle each : running) {
            try {
                each.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                each.destroyForcibly();
            } catch (ExecutionException | TimeoutException stubborn) {
                each.destroyForcibly();
            }
        }
    }

    private static InvalidInputException failure(TrialFolder folder, int status) {
        int signal = status - SIGNALS;
        String line = lastLine(folder);
        String name = folder.path().toString();
        boolean isKilled = signal > 0 && signal <= MAX_SIGNAL;
        if (line.isEmpty()) {
            return isKilled
                    ? new InvalidInputException(name, Rule.PROCESS_KILLED, signal)
                    : new InvalidInputException(name, Rule.PROCESS_FAILED, status);
        }
        return isKilled
                ? new InvalidInputException(name, Rule.PROCESS_KILLED_SAYING, signal, line)
                : new InvalidInputException(name, Rule.PROCESS_FAILED_SAYING, status, line);
    }

    /** The last line that a process printed; empty if there is none. */
    private static String lastLine(TrialFolder folder) {
        try (RandomAccessFile file = new RandomAccessFile(folder.output().toFile(), "r")) {
            long start = Math.max(0, file.length() - MAX_OUTPUT_BYTES);
            byte[] bytes = new byte[Math.toIntExact(file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8).strip();
            return text.substring(text.lastIndexOf('\n') + 1);
        } catch (IOException e) {
            return "";
        }
    }
}
