package hyperlab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.rule.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Categories, gaps and scaling, compared with scikit-learn: {@code preparation.py} writes the expected values. */
class FeaturePreparationTest {
    private static final List<String> FEATURES = List.of("island", "mass", "length", "grade");

    @TempDir
    Path folder;

    private Path table() throws IOException {
        Path copy = folder.resolve("preparation.csv");
        try (InputStream in = getClass().getResourceAsStream("preparation.csv")) {
            Files.write(copy, Objects.requireNonNull(in).readAllBytes());
        }
        return copy;
    }

    private DataSplit split(MissingValues missing, boolean standardize) throws IOException {
        CsvSettings csv = new CsvSettings(table().toString(), "kind", FEATURES, null, false)
                .withCategories(List.of("island", "grade"))
                .withMissing(missing);
        DataSettings settings = DataSettings.DEFAULT
                .withCsv(csv)
                .withSplit(SplitOrder.SEQUENTIAL)
                .withTrainFraction(8.5 / 12)
                .withStandardize(standardize);
        return DataSplitter.loadAndSplit(settings, 1, null);
    }

    private static double[] expected(String key) throws IOException {
        try (InputStream in = FeaturePreparationTest.class.getResourceAsStream("preparation.json")) {
            JsonNode rows = new ObjectMapper().readTree(in).get(key);
            return IntStream.range(0, rows.size())
                    .boxed()
                    .flatMap(row -> IntStream.range(0, rows.get(row).size())
                            .mapToObj(column -> rows.get(row).get(column).doubleValue()))
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }
    }

    private static double[] concatenated(DMatrixRMaj first, DMatrixRMaj second) {
        return IntStream.range(0, first.data.length + second.data.length)
                .mapToDouble(i -> i < first.data.length ? first.data[i] : second.data[i - first.data.length])
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"MEAN, mean", "MEDIAN, median", "CATEGORY, category"})
    void preparesAsScikitLearnDoes(MissingValues missing, String key) throws IOException {
        DataSplit split = split(missing, true);
        assertEquals(8, split.train().samples());
        assertArrayEquals(
                expected(key),
                concatenated(split.train().features(), split.validation().features()),
                1e-12);
    }

    @Test
    void allRowsAreFilledButNotScaled() throws IOException {
        assertArrayEquals(
                expected("unscaled"), split(MissingValues.MEAN, true).all().features().data, 1e-9);
    }

    @Test
    void namesEachCategoryInOrder() throws IOException {
        assertEquals(
                List.of(
                        "island=Anvers",
                        "island=Biscoe",
                        "island=Dream",
                        "island=Torgersen",
                        "island=(missing)",
                        "mass",
                        "mass=(missing)",
                        "length",
                        "length=(missing)",
                        "grade=1",
                        "grade=2",
                        "grade=10"),
                split(MissingValues.CATEGORY, false).all().featureNames());
    }

    @Test
    void droppingKeepsCompleteRowsOnly() throws IOException {
        DataSplit split = split(MissingValues.DROP, false);
        assertEquals(5, split.all().samples());
        assertEquals(7, split.all().droppedRows());
    }

    @Test
    void gapInCategoryIsRejectedUnlessGapsAreHandled() {
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> split(MissingValues.REFUSE, false));
        assertEquals(
                folder.resolve("preparation.csv") + " line 3 column length must be a finite number, got \"NA\"",
                error.line());
    }

    /** A validation row must not change what the training rows are filled and scaled with. */
    @Test
    void statisticsComeFromTrainingRowsOnly() throws IOException {
        double[] before = split(MissingValues.MEAN, true).train().features().data;
        Path changed = folder.resolve("preparation.csv");
        String text = Files.readString(table());
        Files.writeString(changed, text.replace("4250,42,1", "99999,-5,1"));
        CsvSettings csv = new CsvSettings(changed.toString(), "kind", FEATURES, null, false)
                .withCategories(List.of("island", "grade"))
                .withMissing(MissingValues.MEAN);
        DataSettings settings = DataSettings.DEFAULT
                .withCsv(csv)
                .withSplit(SplitOrder.SEQUENTIAL)
                .withTrainFraction(8.5 / 12)
                .withStandardize(true);
        assertArrayEquals(
                before, DataSplitter.loadAndSplit(settings, 1, null).train().features().data);
    }

    @Test
    void equalNumbersAreOneCategory() throws IOException {
        Path file = Files.writeString(folder.resolve("own.csv"), "grade,y\n1,p\n1.0,q\n-0,p\n0,q\n");
        CsvSettings csv =
                new CsvSettings(file.toString(), "y", List.of(), null, false).withCategories(List.of("grade"));
        DataSet data = CsvDataReader.read(csv, null);
        assertEquals(List.of("grade=-0", "grade=1"), data.featureNames());
        assertArrayEquals(new double[] {0, 1, 0, 1, 1, 0, 1, 0}, data.features().data);
    }

    @Test
    void tooManyCategoriesAreRejected() throws IOException {
        String rows = IntStream.range(0, 120)
                .mapToObj(i -> "w" + i % 60 + "," + i % 2)
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("own.csv"), "word,y\n" + rows);
        CsvSettings csv = new CsvSettings(file.toString(), "y", List.of(), null, false).withCategories(List.of("word"));
        assertEquals(
                file + " column word must have at most 50 different values to be one-hot encoded",
                assertThrows(InvalidInputException.class, () -> CsvDataReader.read(csv, null))
                        .line());
        CsvInference inference = CsvInference.of(CsvPreview.read(file), "y");
        assertEquals(
                CsvInference.ColumnUse.MANY_CATEGORIES, inference.columnUses().get(0));
    }

    @Test
    void rowsWithoutTargetAreDroppedUnlessRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("own.csv"), "a,y\n1,p\n2,NA\n3,q\n,\n5,p\n");
        CsvSettings csv = new CsvSettings(file.toString(), "y", List.of("a"), null, false);
        DataSet data = CsvDataReader.read(csv.withMissing(MissingValues.MEAN), null);
        assertArrayEquals(new double[] {1, 3, 5}, data.features().data);
        assertEquals(2, data.droppedRows());
        assertThrows(InvalidInputException.class, () -> CsvDataReader.read(csv, null));
        assertEquals(
                MissingValues.MEAN,
                CsvInference.of(CsvPreview.read(file)).plan().missing());
    }
}
