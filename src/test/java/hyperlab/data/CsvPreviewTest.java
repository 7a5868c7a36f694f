package hyperlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import hyperlab.rule.InvalidInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvPreviewTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("own.csv"), text);
    }

    private CsvPreview read(String text) throws IOException {
        return CsvPreview.read(file(text));
    }

    private String error(Path path) {
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> CsvPreview.read(path));
        assertFalse(error.line().contains("\n"));
        return error.line().replace(path.toString(), "FILE");
    }

    /** Loads a file with its inferred settings. */
    private DataSet load(CsvPreview preview) {
        CsvInference guess = CsvInference.of(preview);
        return CsvDataReader.read(guess.plan().toSettings(preview.file().toString()), null);
    }

    @Test
    void describesEachColumn() throws IOException {
        CsvPreview preview = read("""
                id,size,gaps,kind,same,blank,code
                1,1.5,3,a,7,,p1
                2,-2,,b,7,,p2
                3,1.5,NA,a,7,,p3
                4,8,5,"b",7,,p4
                """);

        assertEquals(4, preview.rows());
        assertEquals(
                List.of(
                        ColumnProfile.ColumnKind.IDENTIFIER,
                        ColumnProfile.ColumnKind.NUMBER,
                        ColumnProfile.ColumnKind.NUMBER,
                        ColumnProfile.ColumnKind.CATEGORY,
                        ColumnProfile.ColumnKind.CONSTANT,
                        ColumnProfile.ColumnKind.EMPTY,
                        ColumnProfile.ColumnKind.IDENTIFIER),
                preview.columns().stream().map(ColumnProfile::kind).toList());
        ColumnProfile size = preview.column("size");
        assertEquals(
                List.of(4, 0, 0, 3),
                List.of(size.numberCount(), size.missingCount(), size.wordCount(), size.distinctCount()));
        assertEquals(-2, size.minimum());
        assertEquals(8, size.maximum());
        assertEquals(2.25, size.mean(), 1e-15);
        // numpy.std([1.5, -2, 1.5, 8])
        assertEquals(3.614208073700244, size.standardDeviation(), 1e-14);
        assertEquals(2, preview.column("gaps").missingCount());
        assertEquals(2, preview.column("kind").distinctCount());
        assertEquals(
                List.of("2", "-2", "", "b", "7", "", "p2"), preview.firstRows().get(1));
    }

    @Test
    void detectsIdentifierByCountingOrName() throws IOException {
        String counting =
                IntStream.range(5, 25).mapToObj(i -> i + "," + i * i % 7).collect(Collectors.joining("\n"));
        assertEquals(
                ColumnProfile.ColumnKind.IDENTIFIER,
                read("n,y\n" + counting).column("n").kind());
        String jumping =
                IntStream.range(5, 25).mapToObj(i -> i * 3 + "," + i % 2).collect(Collectors.joining("\n"));
        assertEquals(
                ColumnProfile.ColumnKind.NUMBER,
                read("n,y\n" + jumping).column("n").kind());
        assertEquals(
                ColumnProfile.ColumnKind.IDENTIFIER,
                read("sample_id,y\n" + jumping).column("sample_id").kind());
    }

    @Test
    void countsDistinctCellsUpToLimit() throws IOException {
        String rows = IntStream.range(0, 5000)
                .mapToObj(i -> i * 7 % 5000 + ".5,w" + i % 300)
                .collect(Collectors.joining("\n"));
        CsvPreview preview = read("a,y\n" + rows);

        assertTrue(preview.column("a").isDistinctCountCapped());
        assertEquals(4097, preview.column("a").distinctCount());
        assertEquals(300, preview.column("y").distinctCount());
        assertFalse(preview.column("y").isDistinctCountCapped());
    }

    @Test
    void targetIsNamedColumnOrLastPredictable() throws IOException {
        CsvInference named = CsvInference.of(read("Species,a,b\nx,1,2\ny,2,3\nx,3,5\n"));
        assertEquals("Species", named.plan().target());
        assertEquals(CsvInference.TargetReason.NAME, named.targetReason());
        assertEquals(List.of("a", "b"), named.plan().features());

        assertEquals(
                CsvInference.TargetReason.LAST,
                CsvInference.of(read("a,b\n1,2\n2,3\n3,5\n")).targetReason());
        CsvInference possible = CsvInference.of(read("a,b,empty\n1,2,\n2,3,\n3,5,\n"));
        assertEquals("b", possible.plan().target());
        assertEquals(CsvInference.TargetReason.LAST_POSSIBLE, possible.targetReason());
    }

    @ParameterizedTest
    @CsvSource({"20,CLASSIFICATION,FEW_NUMBERS", "21,REGRESSION,MANY_NUMBERS"})
    void theTaskIsGuessedAsLoadingGuessesIt(int different, PredictionTask task, CsvInference.TaskReason reason)
            throws IOException {
        CsvPreview preview = read("a,y\n"
                + IntStream.range(0, 60)
                        .mapToObj(i -> i * i + "," + i % different)
                        .collect(Collectors.joining("\n")));
        CsvInference guess = CsvInference.of(preview);

        assertEquals(task, guess.plan().task());
        assertEquals(reason, guess.taskReason());
        assertEquals(
                task,
                CsvDataReader.read(new CsvSettings(preview.file().toString(), "y", List.of(), null, false), null)
                        .task());
    }

    /** Exactly half of one column is missing, and more than half of the other. */
    @Test
    void columnsWithMoreThanHalfMissingAreLeftOut() throws IOException {
        CsvInference guess = CsvInference.of(read("""
                half,more,y
                1,,1.5
                2,,2.5
                ,3,0.5
                ,,3.5
                """));
        assertEquals(
                List.of(CsvInference.ColumnUse.FEATURE, CsvInference.ColumnUse.GAPS, CsvInference.ColumnUse.TARGET),
                guess.columnUses());
    }

    @Test
    void featuresExcludeIdentifiersAndMostlyMissing() throws IOException {
        CsvPreview preview = read("""
                id,a,word,same,holes,y
                1,5,p,1,,no
                2,6,q,1,,yes
                3,9,p,1,3,no
                """);
        CsvInference guess = CsvInference.of(preview);

        assertEquals(
                List.of(
                        CsvInference.ColumnUse.IDENTIFIER,
                        CsvInference.ColumnUse.FEATURE,
                        CsvInference.ColumnUse.MANY_CATEGORIES,
                        CsvInference.ColumnUse.CONSTANT,
                        CsvInference.ColumnUse.GAPS,
                        CsvInference.ColumnUse.TARGET),
                guess.columnUses());
        assertEquals(List.of("a"), guess.plan().features());
        assertEquals(MissingValues.REFUSE, guess.plan().missing());
        assertEquals(3, load(preview).samples());
    }

    @Test
    void omitsRowsWithMissingFeatures() throws IOException {
        CsvPreview preview = read("a,b,y\n1,NA,p\n" + "2,3,q\n4,5,p\n".repeat(10));
        CsvInference guess = CsvInference.of(preview);

        assertEquals(MissingValues.DROP, guess.plan().missing());
        assertEquals(1, guess.gaps());
        assertEquals(1, load(preview).droppedRows());
        CsvPlan without = guess.plan().withFeatures(List.of("a"));
        assertEquals(0, guess.forPlan(preview, without).gaps());
    }

    @Test
    void standardizesLargeOrDifferingFeatures() throws IOException {
        assertTrue(CsvInference.of(read("a,b,y\n1,0.1,p\n2,0.2,q\n3,0.3,p\n"))
                .plan()
                .standardize());
        CsvInference large = CsvInference.of(read("a,b,y\n101,102,p\n102,103,q\n103,104,p\n"));
        assertTrue(large.plan().standardize());
        assertEquals(1, large.scaleRatio(), 1e-12);
        assertEquals(104, large.largestValue());
        assertFalse(CsvInference.of(read("a,b,y\n1,2,p\n2,3,q\n3,4,p\n")).plan().standardize());
    }

    @Test
    void chosenTargetChangesPlan() throws IOException {
        CsvPreview preview = read("a,b,y\n1,2,p\n2,3,q\n3,4,p\n");
        CsvInference guess = CsvInference.of(preview, "a");

        assertEquals(CsvInference.TargetReason.CHOSEN, guess.targetReason());
        assertEquals(List.of("b"), guess.plan().features());
        assertEquals(CsvInference.TaskReason.FEW_NUMBERS, guess.taskReason());
    }

    @Test
    void rejectsUnusableTarget() throws IOException {
        CsvPreview preview = read("a,b,y\n1,,p\n2,,p\n3,4,p\n");
        assertEquals(
                "data.target must have at least two values and at most half of them missing, got y with 1 and 0 missing",
                assertThrows(InvalidInputException.class, () -> CsvInference.of(preview, "y"))
                        .line());
        assertThrows(InvalidInputException.class, () -> CsvInference.of(preview, "b"));
        CsvPreview none = read("a,y\n1,p\n1,p\n");
        assertThrows(InvalidInputException.class, () -> CsvInference.of(none));
    }

    @Test
    void planNeedsFeature() {
        CsvPlan plan = new CsvPlan(
                "y",
                List.of(),
                List.of("a", "b"),
                PredictionTask.CLASSIFICATION,
                MissingValues.REFUSE,
                false,
                CsvFormat.DEFAULT);
        assertThrows(InvalidInputException.class, () -> plan.toSettings("own.csv"));
        CsvSettings settings = plan.withFeatures(List.of("a"))
                .withTask(PredictionTask.REGRESSION)
                .withMissing(MissingValues.DROP)
                .withStandardize(true)
                .toSettings("own.csv");
        assertEquals(
                new CsvSettings("own.csv", "y", List.of("a"), PredictionTask.REGRESSION, true)
                        .withCategories(List.of("a")),
                settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFFa,y\r\n1,p\r\n\r\n2,q\r\n", "\uFEFF\"a\",y\n\n1,\"p\"\n 2 ,q"})
    void marksBlankLinesAndLineEndsDoNotMatter(String text) throws IOException {
        CsvPreview preview = read(text);

        assertEquals(2, preview.rows());
        assertEquals(List.of(List.of("1", "p"), List.of("2", "q")), preview.firstRows());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                      | FILE is empty; it must have a header row
                    \\n\\n                  | FILE is empty; it must have a header row
                    a,y\\n                  | FILE has a header but no rows
                    a,y\\n1,p\\n            | FILE must have at least two complete rows, got 1
                    a\\n1\\n2\\n            | FILE must have at least two columns, one to predict and one to predict it from, got one
                    a,a\\n1,p\\n2,q\\n      | FILE line 1 must name each column once, got a twice
                    a,y\\n1,p\\n2\\n        | FILE line 3 must have 2 fields, like the header, got 1
                    a,y\\n1,"p\\n2,q\\n     | FILE is not CSV: a quotation mark has no closing one
                    a,y\\n1,p\\n2,\\0\\n    | FILE line 3 is not text in UTF-8; data.encoding names another encoding, such as cp949
                    """)
    void refusesInOneLine(String text, String line) throws IOException {
        assertEquals(line, error(file(text.translateEscapes())));
    }

    @Test
    void treatsNonFiniteNumbersAsMissing() throws IOException {
        ColumnProfile column =
                read("a,y\nNaN,p\ninf,q\n-Infinity,p\n1e999,q\n1,p\n").column("a");

        assertEquals(4, column.missingCount());
        assertEquals(1, column.numberCount());
        assertEquals(1, column.maximum());
    }

    @Test
    void rejectsBinaryFile() throws IOException {
        Path binary = folder.resolve("binary.csv");
        byte[] bytes = new byte[1 << 20];
        new SplittableRandom(1).nextBytes(bytes);
        Files.write(binary, bytes);
        assertEquals("FILE is a binary file, not a table of text", error(binary));
    }

    @Test
    void rejectsEndlessLineWithoutUsingMemory() throws IOException {
        Path wide = folder.resolve("wide.csv");
        byte[] names = "name,".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(wide)) {
            for (int i = 0; i < 200; i++) {
                out.write(names);
            }
        }
        assertEquals("FILE must have at most 20,000 columns", error(wide));

        Path field = folder.resolve("field.csv");
        Files.writeString(field, "a,y\n1," + "x".repeat(3 << 20));
        assertEquals("FILE is not CSV: a field is longer than 1048576 characters", error(field));
    }

    @Test
    void readsTenThousandColumns() throws IOException {
        String header = IntStream.range(0, 10_000).mapToObj(i -> "x" + i).collect(Collectors.joining(","));
        StringBuilder text = new StringBuilder(header + ",y\n");
        SplittableRandom random = new SplittableRandom(2);
        for (int row = 0; row < 120; row++) {
            for (int i = 0; i < 10_000; i++) {
                text.append(random.nextInt(1000)).append(',');
            }
            text.append(row % 2 == 0 ? "p\n" : "q\n");
        }
        CsvPreview preview = read(text.toString());

        assertEquals(10_001, preview.columns().size());
        assertEquals(10_000, load(preview).features().numCols);
    }

    /** A string for every cell would take 56 bytes by itself; a benchmark measures the time to read the same table. */
    @Test
    void readsLargeTableWithoutStringPerCell() throws IOException {
        Path large = folder.resolve("large.csv");
        LargeTable.write(large, 20_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        load(CsvPreview.read(large));
        long before = threads.getCurrentThreadAllocatedBytes();
        DataSet data = load(CsvPreview.read(large));
        double perCell = (threads.getCurrentThreadAllocatedBytes() - before) / (20_000 * 50.0);

        assertEquals(20_000, data.samples());
        assertEquals(49, data.features().numCols);
        assertTrue(perCell < 48, perCell + " bytes a cell");
    }
}
