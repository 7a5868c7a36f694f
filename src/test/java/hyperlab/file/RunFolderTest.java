package hyperlab.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.CsvSettings;
import hyperlab.data.DataDigest;
import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.data.SplitOrder;
import hyperlab.data.SplitSettings;
import hyperlab.file.disk.AtomicFile;
import hyperlab.file.disk.FailingDisk;
import hyperlab.file.disk.FolderLock;
import hyperlab.file.disk.LockProbe;
import hyperlab.nn.Evaluation;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingOutcome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {
    private static final List<List<LayerWeights>> WEIGHTS =
            List.of(List.of(new LayerWeights.Prelu(new double[] {0.25})));
    private static final Document DOCUMENT = new Document.OfExperiment(Experiment.DEFAULT);
    private static final TrainingOutcome DONE = new TrainingOutcome.Completed(2, 1, false);

    @TempDir
    Path temporary;

    @Test
    void recordRoundTripsExperiment() throws IOException {
        Path folder = temporary.resolve("a/b");
        DataSplit parts = classes();
        try (RunFolder run = RunFolder.open(folder, DOCUMENT, parts, "1.2.3")) {
            run.finish(
                    DONE,
                    WEIGHTS,
                    outputs(parts.train().samples(), 2),
                    outputs(parts.validation().samples(), 2));
        }
        Path record = folder.resolve("experiment.json");

        assertEquals(DOCUMENT, Documents.read(record));
        assertTrue(Files.readString(record)
                .endsWith("  \"dataSha256\": \"" + DataDigest.sha256(parts.all())
                        + "\",\n  \"version\": \"1.2.3\"\n}\n"));
        assertEquals(
                List.of("experiment.json", "history.csv", "outcome.json", "predictions.csv", "weights.json"),
                names(folder));
    }

    @Test
    void historyHasOneRowPerEpochInEveryLanguage() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            DataSplit parts = classes();
            try (RunFolder run = RunFolder.open(temporary, DOCUMENT, parts, "1")) {
                run.report(new EpochReport(0, 0, 0.75, 1e-9, 0.5, 1, 0.03, 0, 0));
                run.report(new EpochReport(
                        1, 9_000_000_000L, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN, Double.NaN, 0.03, 1.5, 2));
                run.finish(
                        DONE,
                        WEIGHTS,
                        outputs(parts.train().samples(), 2),
                        outputs(parts.validation().samples(), 2));
            }
        } finally {
            Locale.setDefault(before);
        }

        assertEquals("""
                epoch,step,trainLoss,validationLoss,trainAccuracy,validationAccuracy,learningRate,trainSeconds,seconds
                0,0,0.75,1.0E-9,0.5,1.0,0.03,0.0,0.0
                1,9000000000,Infinity,NaN,,,0.03,1.5,2.0
                """, Files.readString(temporary.resolve("history.csv")));
    }

    @Test
    void writesPredictionsInDataOrderWithClassNames() throws IOException {
        Files.writeString(temporary.resolve("d.csv"), "a,y\n1,\"x, y\"\n2,z\n3,z\n");
        DataSplit parts = DataSplitter.loadAndSplit(csv(), 1, temporary);
        DMatrixRMaj train = new DMatrixRMaj(new double[][] {{0.25, 0.75}, {0.5, 0.5}});
        DMatrixRMaj validation = new DMatrixRMaj(new double[][] {{0.125, 0.875}});
        try (RunFolder run = RunFolder.open(temporary, DOCUMENT, parts, "1")) {
            run.finish(DONE, WEIGHTS, train, validation);
        }

        assertEquals("""
                row,part,target,prediction,"p_x, y",p_z
                0,train,"x, y",z,0.25,0.75
                1,train,z,"x, y",0.5,0.5
                2,validation,z,z,0.125,0.875
                """, Files.readString(temporary.resolve("predictions.csv")));
    }

    @Test
    void matchesShuffledRowsWithPredictions() throws IOException {
        DataSettings settings = new DataSettings("sine", 5, 0, 0.6, SplitOrder.SHUFFLED, false, null, null);
        DataSplit parts = DataSplitter.loadAndSplit(settings, 3, null);
        try (RunFolder run = RunFolder.open(temporary, DOCUMENT, parts, "1")) {
            run.finish(
                    DONE,
                    WEIGHTS,
                    column(parts.train().targets()),
                    column(parts.validation().targets()));
        }
        List<String> lines = Files.readAllLines(temporary.resolve("predictions.csv"));

        assertEquals("row,part,target,prediction", lines.get(0));
        for (int row = 0; row < 5; row++) {
            String[] cells = lines.get(row + 1).split(",", -1);
            assertEquals(Integer.toString(row), cells[0]);
            assertEquals(Double.toString(parts.all().targets()[row]), cells[2]);
            assertEquals(cells[2], cells[3]);
        }
    }

    @Test
    void writesTestPartInPredictionsAndOutcome() throws IOException {
        DataSettings settings = new DataSettings("iris", null, 0, 0.5, SplitOrder.SHUFFLED, false, null, null)
                .withSplitSettings(SplitSettings.DEFAULT.withTestFraction(0.2));
        DataSplit parts = DataSplitter.loadAndSplit(settings, 3, null);
        try (RunFolder run = RunFolder.open(temporary, DOCUMENT, parts, "1")) {
            run.finish(
                    new TrainingOutcome.Stopped(3, 0),
                    WEIGHTS,
                    List.of(right(parts.train()), right(parts.validation()), right(parts.test())),
                    new Evaluation(0.25, 0.5));
        }
        List<String> lines = Files.readAllLines(temporary.resolve("predictions.csv"));

        for (int row : parts.testRows()) {
            assertTrue(lines.get(row + 1).startsWith(row + ",test,"), lines.get(row + 1));
        }
        assertEquals(30, lines.stream().filter(line -> line.contains(",test,")).count());
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            assertEquals(cells[2], cells[3], line);
        }
        assertEquals("""
                {
                  "outcome": "stopped",
                  "epochs": 3,
                  "bestEpoch": 0,
                  "testLoss": 0.25,
                  "testAccuracy": 0.5
                }
                """, outcomeWithoutChecksums());
    }

    @Test
    void writesNonFiniteTestLossAsText() throws IOException {
        DataSplit parts = classes();
        try (RunFolder run = RunFolder.open(temporary, DOCUMENT, parts, "1")) {
            DMatrixRMaj none = new DMatrixRMaj(0, 2);
            run.finish(
                    DONE,
                    WEIGHTS,
                    List.of(
                            outputs(parts.train().samples(), 2),
                            outputs(parts.validation().samples(), 2),
                            none),
                    new Evaluation(Double.POSITIVE_INFINITY, Double.NaN));
        }

        String outcome = outcomeWithoutChecksums();
        assertTrue(outcome.endsWith("\"testLoss\": \"Infinity\"\n}\n"), outcome);
    }

    private static DMatrixRMaj right(DataSet part) {
        DMatrixRMaj outputs = new DMatrixRMaj(part.samples(), part.outputs());
        for (int row = 0; row < part.samples(); row++) {
            outputs.set(row, (int) part.targets()[row], 1);
        }
        return outputs;
    }

    private record OutcomeCase(TrainingOutcome outcome, String json) {}

    static Stream<OutcomeCase> endings() {
        return Stream.of(
                new OutcomeCase(
                        new TrainingOutcome.Completed(5, 4, true),
                        "{\n  \"outcome\": \"completed\",\n  \"epochs\": 5,\n  \"bestEpoch\": 4,\n  \"early\": true\n}\n"),
                new OutcomeCase(
                        new TrainingOutcome.Stopped(3, 0),
                        "{\n  \"outcome\": \"stopped\",\n  \"epochs\": 3,\n  \"bestEpoch\": 0\n}\n"),
                new OutcomeCase(
                        new TrainingOutcome.Diverged(1, 1, Double.NaN),
                        "{\n  \"outcome\": \"diverged\",\n  \"epochs\": 1,\n  \"bestEpoch\": 1,\n  \"loss\": \"NaN\"\n}\n"),
                new OutcomeCase(
                        new TrainingOutcome.Diverged(1, 1, 2.5),
                        "{\n  \"outcome\": \"diverged\",\n  \"epochs\": 1,\n  \"bestEpoch\": 1,\n  \"loss\": 2.5\n}\n"));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void outcomeDescribesEnd(OutcomeCase ending) throws IOException {
        DataSplit parts = classes();
        try (RunFolder run = RunFolder.open(temporary, DOCUMENT, parts, "1")) {
            run.finish(
                    ending.outcome(),
                    WEIGHTS,
                    outputs(parts.train().samples(), 2),
                    outputs(parts.validation().samples(), 2));
        }

        assertEquals(ending.json(), outcomeWithoutChecksums());
    }

    private String outcomeWithoutChecksums() throws IOException {
        return Files.readString(temporary.resolve("outcome.json"))
                .replaceFirst("(?s),\n  \"files\": \\{[^}]*\\}\n\\}\n$", "\n}\n");
    }

    private void finishRun(Path folder) throws IOException {
        DataSplit parts = classes();
        try (RunFolder run = RunFolder.open(folder, DOCUMENT, parts, "1")) {
            run.finish(
                    DONE,
                    WEIGHTS,
                    outputs(parts.train().samples(), 2),
                    outputs(parts.validation().samples(), 2));
        }
    }

    @Test
    void finishedRunIsComplete() throws IOException {
        finishRun(temporary);
        assertEquals(5, RunManifest.check(temporary));
        // From sha256sum: the header line alone.
        assertTrue(Files.readString(temporary.resolve("outcome.json"))
                .contains("\"history.csv\": \"dbb4da02f0c87ff2361c49ce83a54d9bfb4a2c22b7609a1c1506ee0ddd605252\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"experiment.json", "history.csv", "weights.json", "predictions.csv"})
    void fileOfAnotherRunIsNoticed(String name) throws IOException {
        finishRun(temporary);
        Files.writeString(temporary.resolve(name), " ", StandardOpenOption.APPEND);
        assertEquals(
                temporary + " is not a complete run: " + name + " is not the file that the run wrote",
                assertThrows(InvalidInputException.class, () -> RunManifest.check(temporary))
                        .line());
        Files.delete(temporary.resolve(name));
        assertEquals(
                temporary + " is not a complete run: " + name + " is missing",
                assertThrows(InvalidInputException.class, () -> RunManifest.check(temporary))
                        .line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../weights.json", "a/b", "..", "/etc/passwd"})
    void checksumsOfFilesElsewhereAreRejected(String name) throws IOException {
        Files.writeString(temporary.resolve("outcome.json"), "{\"files\": {\"" + name + "\": \"00\"}}");
        assertTrue(assertThrows(InvalidInputException.class, () -> RunManifest.check(temporary))
                .line()
                .startsWith(name + " must be a plain name"));
    }

    @Test
    void runWithoutChecksumsIsNotCalledComplete() throws IOException {
        Files.writeString(temporary.resolve("outcome.json"), "{\"outcome\": \"completed\"}");
        assertTrue(assertThrows(InvalidInputException.class, () -> RunManifest.check(temporary))
                .line()
                .contains("has no checksums"));
    }

    @Test
    void folderIsLockedForOtherProgramsToo() throws IOException, InterruptedException {
        try (RunFolder run = RunFolder.open(temporary, DOCUMENT, classes(), "1")) {
            run.report(new EpochReport(0, 0, 1, 1, 1, 1, 1, 0, 0));
            assertTrue(LockProbe.findsLocked(temporary.resolve(FolderLock.NAME)));
        }
    }

    @Test
    void lockFileLeftByKilledProgramDoesNotMatter() throws IOException {
        Files.writeString(temporary.resolve(FolderLock.NAME), "left");
        finishRun(temporary);
        assertEquals(5, RunManifest.check(temporary));
    }

    @Test
    void secondWriterIsRefusedUntilFirstEnds() throws IOException {
        try (RunFolder first = RunFolder.open(temporary, DOCUMENT, classes(), "1")) {
            first.report(new EpochReport(0, 0, 1, 1, 1, 1, 1, 0, 0));
            assertEquals(
                    temporary + " is being used by another run",
                    assertThrows(InvalidInputException.class, () -> RunFolder.open(temporary, DOCUMENT, classes(), "1"))
                            .line());
        }
        finishRun(temporary);
        assertFalse(Files.exists(temporary.resolve(FolderLock.NAME)));
    }

    @Test
    void unfinishedRunLeavesNothing() throws IOException {
        Path folder = temporary.resolve("run");
        try (RunFolder run = RunFolder.open(folder, DOCUMENT, classes(), "1")) {
            run.report(new EpochReport(0, 0, 1, 1, 1, 1, 1, 0, 0));
        }
        assertFalse(Files.exists(folder));
    }

    @Test
    void unfinishedRunPreservesFilesOfPreviousRun() throws IOException {
        Files.writeString(temporary.resolve("history.csv"), "former");
        try (RunFolder run = RunFolder.open(temporary, DOCUMENT, classes(), "1")) {
            run.report(new EpochReport(0, 0, 1, 1, 1, 1, 1, 0, 0));
            assertEquals("former", Files.readString(temporary.resolve("history.csv")));
        }
        assertEquals(List.of("history.csv"), names(temporary));
        assertEquals("former", Files.readString(temporary.resolve("history.csv")));
    }

    @Test
    void rejectsUnwritableFolder() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "x");
        assertEquals(file + " cannot be written into: it is a file, not a folder", error(file));
        assertEquals(
                file.resolve("run/experiment.json") + " cannot be written: " + file + " is a file, not a folder",
                error(file.resolve("run")));

        Files.createDirectories(temporary.resolve("run/weights.json"));
        assertEquals(
                temporary.resolve("run/weights.json") + " cannot be written: it is a folder",
                error(temporary.resolve("run")));
        assertEquals(List.of("weights.json"), names(temporary.resolve("run")));
    }

    @Test
    void replacesFileAtomically() throws IOException {
        Path file = temporary.resolve("new/folder/a.txt");
        AtomicFile.write(file, "one");
        AtomicFile.write(file, "둘");
        try (AtomicFile open = AtomicFile.open(file)) {
            open.stream().write(1);
        }

        assertEquals("둘", Files.readString(file));
        assertEquals(List.of("a.txt"), names(file.getParent()));
    }

    @Test
    void removesLeftoversOfKilledProgram() throws IOException {
        Path left = leftover("a.txt", Duration.ofHours(1));
        Path young = leftover("a.txt", Duration.ZERO);
        Path other = leftover("b.txt", Duration.ofHours(1));
        Path own = Files.writeString(temporary.resolve(".a.txt.mine.part"), "a person's");
        Files.setLastModifiedTime(own, FileTime.fromMillis(0));
        Path file = temporary.resolve("a.txt");
        AtomicFile.write(file, "one");

        assertFalse(Files.exists(left));
        assertFalse(Files.exists(other));
        for (Path stays : List.of(young, own, file)) {
            assertTrue(Files.exists(stays), stays.toString());
        }
    }

    @Test
    void doesNotRemoveFilesBeingWritten() throws Exception {
        Path locked = leftover("a.txt", Duration.ofHours(1));
        Path file = temporary.resolve("a.txt");
        try (FileChannel channel = FileChannel.open(locked, StandardOpenOption.WRITE);
                FileLock lock = channel.lock();
                AtomicFile first = AtomicFile.open(file)) {
            assertTrue(lock.isValid());
            Path part = temporary.resolve(names(temporary).stream()
                    .filter(name -> !name.equals(locked.getFileName().toString()))
                    .findFirst()
                    .orElseThrow());
            assertTrue(LockProbe.findsLocked(part));
            AtomicFile.write(file, "second");
            assertTrue(Files.exists(locked));
            assertTrue(LockProbe.findsLocked(part), "and goes on being locked");
            first.stream().write("first".getBytes(StandardCharsets.UTF_8));
            first.commit();
        }
        assertEquals("first", Files.readString(file));
    }

    @Test
    void restoresEarlierFilesIfOneOfSeveralCannotBeReplaced() throws IOException {
        Path replaced = Files.writeString(temporary.resolve("a.txt"), "old");
        Path added = temporary.resolve("b.txt");
        Path busy = Files.writeString(temporary.resolve("c.txt"), "in use");
        List<AtomicFile> files = new ArrayList<>();
        for (Path path : List.of(replaced, added, busy)) {
            AtomicFile file = AtomicFile.open(path);
            file.stream().write('x');
            files.add(file);
        }
        try (FailingDisk disk = FailingDisk.failingOnceAt(3)) {
            assertThrows(InvalidInputException.class, () -> AtomicFile.commitAll(files));
            assertEquals(3, disk.changes());
        }
        for (AtomicFile file : files) {
            file.close();
        }
        assertEquals(List.of("a.txt", "c.txt"), names(temporary));
        assertEquals("old", Files.readString(replaced));
        assertEquals("in use", Files.readString(busy));
    }

    private Path leftover(String of, Duration age) throws IOException {
        Path left = Files.writeString(temporary.resolve("." + of + "." + UUID.randomUUID() + ".part"), "half");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(age)));
        return left;
    }

    @Test
    void adjustsPathsToRunFolder() {
        CsvSettings csv = new CsvSettings("data/d.csv", "y", List.of(), null, false);
        Experiment given = Experiment.DEFAULT
                .withData(new DataSettings("csv", null, 0, 0.5, SplitOrder.SEQUENTIAL, false, csv, null))
                .withNetwork(new NetworkSettings(
                        List.of(),
                        List.of(2),
                        NetworkSettings.DEFAULT.activation(),
                        0,
                        NetworkSettings.DEFAULT.initializer(),
                        temporary.resolve("w.json").toString()));
        Experiment moved = RelativePaths.rebased(given, temporary.resolve("in"), temporary.resolve("out/run"));

        assertEquals("../../in/data/d.csv", moved.data().csv().file());
        assertEquals(temporary.resolve("w.json").toString(), moved.network().initialWeights());
        assertEquals(Experiment.DEFAULT, RelativePaths.rebased(Experiment.DEFAULT, null, temporary));
    }

    private static DataSplit classes() {
        return DataSplitter.loadAndSplit(DataSettings.DEFAULT, 1, null);
    }

    private static DataSettings csv() {
        return new DataSettings(
                "csv",
                null,
                0,
                0.7,
                SplitOrder.SEQUENTIAL,
                false,
                new CsvSettings("d.csv", "y", List.of(), null, false),
                null);
    }

    private static DMatrixRMaj outputs(int rows, int columns) {
        return new DMatrixRMaj(rows, columns);
    }

    private static DMatrixRMaj column(double[] values) {
        return new DMatrixRMaj(values.length, 1, true, values);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String error(Path folder) {
        return assertThrows(InvalidInputException.class, () -> RunFolder.open(folder, DOCUMENT, classes(), "1"))
                .getMessage();
    }
}
