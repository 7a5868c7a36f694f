package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cli.io.ExitCode;
import hyperlab.file.RunManifest;
import hyperlab.file.disk.FailingDisk;
import hyperlab.rule.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk is full from the first change of a file on, from the second on, and so on until the last, or an allocation
 * fails there. Each time there is one line for the user, each file is the earlier one or the new one, nothing else
 * remains, and another try works.
 */
class FullDiskTest {
    private static final String EXPERIMENT = """
            {"format": "hyperlab-experiment/1", "seed": %d, "data": {"source": "moons", "samples": 40},
             "network": {"hidden": [3]}, "training": {"epochs": 3}}
            """;
    private static final String STUDY = """
            {"format": "hyperlab-study/1", "function": "bowl", "method": {"name": "random"}, "trials": 4, "seed": 3}
            """;
    /** If a command changes files more often, so many changes fail, from the first to the last. */
    private static final int MAX_FAILURES = Integer.getInteger("fullDisk.failures", 9);

    @TempDir
    private Path folder;

    private interface Check {
        void accept(Path out);
    }

    @Test
    void trainKeepsEarlierRunOrWritesWholeNewOne() throws IOException {
        Path earlier = write("earlier.hyperlab.json", EXPERIMENT.formatted(1));
        Path experiment = write("experiment.hyperlab.json", EXPERIMENT.formatted(2));
        assertSurvives(
                new Object[] {"train", earlier},
                new Object[] {"train", experiment},
                out -> assertTrue(Files.notExists(out) || RunManifest.check(out) == 5));
    }

    @Test
    void tuneContinues() throws IOException {
        Path study = write("study.hyperlab-study.json", STUDY);
        assertSurvives(new Object[] {"new", "x"}, new Object[] {"tune", study, "--parallel", "1"}, out -> {});
    }

    @Test
    void descendWritesAllOrNothing() throws IOException {
        assertSurvives(
                new Object[] {"descend", "--function", "parabola", "--learning-rate", "0.3"},
                new Object[] {"descend", "--function", "parabola", "--learning-rate", "0.2"},
                out -> {});
    }

    @Test
    void figuresAreWrittenCompletely() throws IOException {
        Path study = write("study.hyperlab-study.json", STUDY);
        assertSurvives(
                new Object[] {"new", "x"},
                new Object[] {"tune", study, "--parallel", "1", "--format", "svg,pdf"},
                out -> {});
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void assertSurvives(Object[] earlier, Object[] command, Check check) throws IOException {
        Path wanted = folder.resolve("wanted");
        CommandRun.of(with(earlier, wanted));
        Map<String, String> before = contents(wanted);
        int changes;
        try (FailingDisk disk = FailingDisk.fullFrom(Integer.MAX_VALUE)) {
            CommandRun.done(with(command, wanted));
            changes = disk.changes();
        }
        Map<String, String> after = contents(wanted);
        assertTrue(changes > 0);
        for (int change : tried(changes, MAX_FAILURES)) {
            Path out = folder.resolve("disk-" + change);
            CommandRun.of(with(earlier, out));
            CommandRun run;
            try (FailingDisk disk = FailingDisk.fullFrom(change)) {
                run = CommandRun.of(with(command, out));
                assertTrue(disk.changes() >= change, "change " + change);
            }
            String what = "change " + change + ": " + run.err();
            assertTrue(run.err().contains("the disk is full"), what);
            assertNothingIsHalf(run, before, after, out, what);
            check.accept(out);
            CommandRun.done(with(command, out));
            assertEquals(after.keySet(), contents(out).keySet(), what);
        }
        for (int change : tried(changes, MAX_FAILURES / 2)) {
            Path out = folder.resolve("memory-" + change);
            CommandRun.of(with(earlier, out));
            CommandRun run;
            try (FailingDisk disk = FailingDisk.outOfMemoryAt(change)) {
                run = CommandRun.of(with(command, out));
                assertTrue(disk.changes() >= change, "change " + change);
            }
            String what = "allocation before change " + change + ": " + run.err();
            assertTrue(run.err().contains("memory must be larger"), what);
            assertNothingIsHalf(run, before, after, out, what);
            check.accept(out);
            CommandRun.done(with(command, out));
            assertEquals(after.keySet(), contents(out).keySet(), what);
        }
    }

    /** At most {@code most} numbers from 1 to {@code changes}, evenly, with the first and the last. */
    private static int[] tried(int changes, int most) {
        int count = Math.min(changes, most);
        return IntStream.rangeClosed(1, count)
                .map(i -> i == count ? changes : 1 + (i - 1) * changes / count)
                .toArray();
    }

    private void assertNothingIsHalf(
            CommandRun run, Map<String, String> before, Map<String, String> after, Path out, String what)
            throws IOException {
        assertNotEquals(ExitCode.DONE, run.status(), what);
        assertEquals(1, run.err().lines().count(), what);
        assertTrue(run.err().strip().length() <= InvalidInputException.MAX_LINE_LENGTH, what);
        assertEachFileIsWhole(before, after, contents(out), what);
    }

    private static Object[] with(Object[] command, Path out) {
        return Stream.concat(Stream.of(command), Stream.of("--out", out)).toArray();
    }

    private static void assertEachFileIsWhole(
            Map<String, String> before, Map<String, String> after, Map<String, String> now, String what) {
        now.forEach((name, content) -> {
            String was = before.getOrDefault(name, "");
            assertTrue(
                    content.equals(was) || content.equals(after.get(name)) || isStarted(name, content, after),
                    () -> what + ": " + name + " is neither the earlier nor the new one: " + content.length());
        });
        assertTrue(now.keySet().containsAll(before.keySet()), what);
    }

    /** The journal of a study grows line by line; its table follows. */
    private static boolean isStarted(String name, String content, Map<String, String> after) {
        return (name.equals("rungs.csv") || name.equals("trials.csv") || name.equals("best.json"))
                && (content.isEmpty() || content.endsWith("\n") || content.endsWith("}"))
                && after.containsKey(name);
    }

    /** The files of a folder by name, without the times that a run measures. */
    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        if (Files.notExists(folder)) {
            return contents;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        folder.relativize(file).toString(),
                        withoutTimes(file, Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
        }
        return contents;
    }

    private static String withoutTimes(Path file, String text) {
        return switch (String.valueOf(file.getFileName())) {
            case "history.csv" -> text.replaceAll("(?m),[^,]*,[^,]*$", "");
            case "outcome.json" -> text.replaceAll("[0-9a-f]{64}", "");
            default -> text;
        };
    }
}
