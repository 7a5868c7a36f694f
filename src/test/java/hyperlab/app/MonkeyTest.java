package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lab.LabName;
import hyperlab.ui.WindowTest;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/**
 * Whatever is done in the window, no exception escapes, the window keeps answering, and the memory stays bounded.
 *
 * <p>The usual build leaves it out, because what it meets also depends on the speed of the machine.
 * {@code mvn -P monkey verify} runs it for an hour with 512 MiB; {@code monkey.seed}, {@code monkey.seconds} and
 * {@code monkey.csv} are its properties.
 */
@Tag("monkey")
@WindowTest
class MonkeyTest {
    private static final long SEED = Long.getLong("monkey.seed", 1);
    private static final long SECONDS = Long.getLong("monkey.seconds", 30);
    /** The window may not answer for this long: processor time of its thread, and time that it waits. */
    private static final long MAX_BLOCKED_MILLIS = Long.getLong("monkey.blocked", 10_000);

    private static final int SAMPLE_SECONDS = 60;
    /** What a first visit builds is there by then, and caches and undo histories are full. */
    private static final int FIRST_COMPARED_MINUTE = 10;

    private static final int COMPARED_MINUTES = 10;
    /** Shorter runs do not compare the memory. */
    private static final long MEASURED_SECONDS = (FIRST_COMPARED_MINUTE + 2 * COMPARED_MINUTES) * (long) SAMPLE_SECONDS;

    private static final double MAX_GROWTH = 1.05;
    private static final long ANSWER_SECONDS = 300;
    private static final long PAUSE_MILLIS = 25;
    /** Work that was ended lets go of its memory. */
    private static final long RESTING_MILLIS = 3_000;

    @TempDir
    private Path folder;

    private Stage stage;
    private final List<Double> restingMebibytes = new ArrayList<>();

    @Start
    void start(Stage newStage) {
        stage = newStage;
    }

    @Test
    void survivesAnything() throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        List<Path> files = MonkeyFiles.write(Files.createDirectory(folder.resolve("in")));
        Path state = folder.resolve("state");
        Thread fxThread = onFx(Thread::currentThread);
        String[] csv = {"minute,actions,restingMiB,workingMiB,directMiB,threads,longestBlockMillis\n"};
        try (MonkeyWatch watch = new MonkeyWatch(fxThread)) {
            Monkey monkey = onFx(() -> new Monkey(stage, state, SEED, files, out));
            if (SECONDS >= MEASURED_SECONDS) {
                run(monkey::planTour);
            }
            long start = System.nanoTime();
            long nextSample = SAMPLE_SECONDS;
            while (seconds(start) < SECONDS) {
                act(monkey, watch);
                if (seconds(start) >= nextSample) {
                    String line = sample(monkey, nextSample / SAMPLE_SECONDS, watch.longestMillis());
                    write(csv[0] + line);
                    csv[0] = "";
                    nextSample = seconds(start) / SAMPLE_SECONDS * SAMPLE_SECONDS + SAMPLE_SECONDS;
                }
            }
            restart(monkey, state, files, out, watch);
            assertEquals(List.of(), watch.faults());
            System.out.println(monkey.actions() + " actions, longest block " + watch.longestMillis() + " ms");
            watch.stalls().forEach(System.out::println);
        }
        assertNoUnfinishedFiles();
        assertBounded();
    }

    private void act(Monkey monkey, MonkeyWatch watch) throws Exception {
        onFx(() -> {
            try {
                monkey.act();
            } catch (Exception | Error e) {
                watch.add("in an action", e);
            }
            return true;
        });
        Thread.sleep(PAUSE_MILLIS);
        if (!watch.faults().isEmpty() || watch.longestMillis() > MAX_BLOCKED_MILLIS) {
            throw new AssertionError(
                    "Seed " + SEED + ", after " + monkey.actions() + " actions:\n" + String.join("\n", monkey.history())
                            + "\n" + String.join("\n", watch.faults()) + "\n" + String.join("\n", watch.stalls()));
        }
    }

    /** The window opens again with what was saved, without a fault. */
    private void restart(Monkey monkey, Path state, List<Path> files, Path out, MonkeyWatch watch) throws Exception {
        run(monkey::close);
        Monkey reopened = onFx(() -> new Monkey(stage, state, SEED + 1, files, out));
        for (int action = 0; action < 5; action++) {
            act(reopened, watch);
        }
        run(reopened::close);
    }

    private void assertNoUnfinishedFiles() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            assertEquals(
                    List.of(),
                    all.filter(file -> file.toString().endsWith(".part")).toList());
        }
    }

    // memory

    private String sample(Monkey monkey, long minute, double longestMillis) throws Exception {
        double working = usedMebibytes();
        run(monkey::rest);
        for (LabName lab : LabName.values()) {
            run(() -> monkey.reset(lab));
        }
        run(() -> monkey.reset(LabName.LEARNING_RATE));
        Thread.sleep(RESTING_MILLIS);
        double resting = usedMebibytes();
        restingMebibytes.add(resting);
        double direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum()
                / (double) (1 << 20);
        return String.format(
                Locale.ROOT,
                "%d,%d,%.1f,%.1f,%.1f,%d,%.0f%n",
                minute,
                monkey.actions(),
                resting,
                working,
                direct,
                Thread.activeCount(),
                longestMillis);
    }

    private static double usedMebibytes() throws InterruptedException {
        for (int collection = 0; collection < 3; collection++) {
            System.gc();
            Thread.sleep(200);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (double) (1 << 20);
    }

    private static void write(String text) throws IOException {
        System.out.print(text);
        String csv = System.getProperty("monkey.csv", "");
        if (!csv.isEmpty()) {
            Files.writeString(
                    Path.of(csv), text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /** The last ten minutes need no more than the ten minutes after the first ten, except for a twentieth. */
    private void assertBounded() {
        int count = restingMebibytes.size();
        if (count >= FIRST_COMPARED_MINUTE + 2 * COMPARED_MINUTES) {
            double before = median(
                    restingMebibytes.subList(FIRST_COMPARED_MINUTE - 1, FIRST_COMPARED_MINUTE - 1 + COMPARED_MINUTES));
            double after = median(restingMebibytes.subList(count - COMPARED_MINUTES, count));
            assertTrue(after <= MAX_GROWTH * before, "from " + before + " MiB to " + after + " MiB");
        }
    }

    private static double median(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    // time

    private static long seconds(long start) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    }

    private static void run(Runnable work) throws Exception {
        onFx(() -> {
            work.run();
            return true;
        });
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception | Error e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }
}
