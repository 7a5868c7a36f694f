package hyperlab.app;

import hyperlab.cli.Commands;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Epochs per second on the command line, after a warm-up run that is not counted.
 *
 * @param idleEpochsPerSecond while nothing else is running
 * @param busyEpochsPerSecond while all other processors are busy counting: processors that share a core are slower
 *     then, and drawing always has this cost
 */
record CommandLineSpeed(double idleEpochsPerSecond, double busyEpochsPerSecond) {
    static CommandLineSpeed of(Path folder, String experiment, int epochs) throws IOException {
        run(folder, experiment, epochs);
        double quiet = run(folder, experiment, epochs);
        AtomicBoolean stopped = new AtomicBoolean();
        try {
            for (int k = 1; k < Runtime.getRuntime().availableProcessors(); k++) {
                new Thread(() -> {
                            while (!stopped.get()) {
                                Thread.onSpinWait();
                            }
                        })
                        .start();
            }
            return new CommandLineSpeed(quiet, run(folder, experiment, epochs));
        } finally {
            stopped.set(true);
        }
    }

    private static double run(Path folder, String experiment, int epochs) throws IOException {
        Path file = folder.resolve("digits.json");
        Files.writeString(file, experiment);
        PrintStream discardedOutput = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Path out = Files.createTempDirectory(folder, "alone");
        long start = System.nanoTime();
        int status = Commands.run(
                new String[] {"train", file.toString(), "--out", out.toString()}, discardedOutput, System.err);
        if (status != 0) {
            throw new IllegalStateException("the run alone ended with " + status);
        }
        return epochs / ((System.nanoTime() - start) / 1e9);
    }
}
