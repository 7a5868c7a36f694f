package hyperlab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.image.ImageShape;
import hyperlab.rule.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DataSplitterTest {
    @TempDir
    Path folder;

    @Test
    void usesImageSizeOfSourceByDefault() {
        DataSettings digits = settings("digits", null);

        assertEquals(
                new ImageShape(1, 8, 8),
                DataSplitter.loadAndSplit(digits, 1, null).train().image());
        assertNull(DataSplitter.load(settings("iris", null), 1, null).image());
        ImageShape given = new ImageShape(4, 2, 8);
        DataSplit partition = DataSplitter.loadAndSplit(digits.withImage(given).withStandardize(true), 1, null);
        assertEquals(given, partition.train().image());
        assertEquals(given, partition.validation().image());
    }

    @Test
    void rejectsImageSizeThatDiffersFromRow() {
        DataSettings wrong = settings("iris", null).withImage(new ImageShape(1, 2, 3));

        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> DataSplitter.load(wrong, 1, null));

        assertEquals(
                "data.image must have as many numbers as a row has features, 4, got 1 × 2 × 3", error.getMessage());
    }

    @Test
    void generatesFiveHundredSamplesByDefault() {
        assertEquals(500, DataSplitter.load(DataSettings.DEFAULT, 1, null).samples());
        assertEquals(12, DataSplitter.load(settings("moons", 12), 1, null).samples());
    }

    @ParameterizedTest
    @MethodSource("hyperlab.data.DataSources#generators")
    void everyGeneratorIsSource(String name) {
        assertEquals(name, DataSplitter.load(settings(name, null), 1, null).name());
    }

    @ParameterizedTest
    @MethodSource("hyperlab.data.DataSources#bundled")
    void everyBundledSetIsSource(String name) {
        assertEquals(name, DataSplitter.load(settings(name, null), 1, null).name());
    }

    @Test
    void samplesSelectsFirstRows() {
        DataSet all = BundledDataSet.IRIS.load();
        DataSet first = DataSplitter.load(settings("iris", 60), 1, null);

        assertEquals(60, first.samples());
        assertArrayEquals(Arrays.copyOf(all.features().data, 240), first.features().data);
        assertEquals(all.classNames(), first.classNames());
    }

    @Test
    void sequentialTrainsOnFirstRows() {
        DataSplit parts = DataSplitter.loadAndSplit(split(SplitOrder.SEQUENTIAL, 0.75, false), 1, null);

        assertArrayEquals(IntStream.range(0, 331).toArray(), parts.trainRows());
        assertArrayEquals(IntStream.range(331, 442).toArray(), parts.validationRows());
        assertNull(parts.standardizer());
    }

    @Test
    void shuffledPartsContainEveryRowOnceBySeed() {
        DataSettings settings = split(SplitOrder.SHUFFLED, 0.75, false);
        DataSplit parts = DataSplitter.loadAndSplit(settings, 1, null);
        int[] rows = IntStream.concat(Arrays.stream(parts.trainRows()), Arrays.stream(parts.validationRows()))
                .toArray();

        assertArrayEquals(
                IntStream.range(0, 442).toArray(), Arrays.stream(rows).sorted().toArray());
        assertFalse(Arrays.equals(IntStream.range(0, 442).toArray(), rows));
        assertArrayEquals(
                parts.trainRows(), DataSplitter.loadAndSplit(settings, 1, null).trainRows());
        assertFalse(Arrays.equals(
                parts.trainRows(), DataSplitter.loadAndSplit(settings, 2, null).trainRows()));
    }

    @Test
    void partsContainTheirNamedRows() {
        DataSplit parts = DataSplitter.loadAndSplit(split(SplitOrder.SHUFFLED, 0.75, false), 1, null);
        for (int i = 0; i < parts.validation().samples(); i++) {
            int row = parts.validationRows()[i];
            assertEquals(parts.all().targets()[row], parts.validation().targets()[i]);
            assertEquals(
                    parts.all().features().get(row, 3),
                    parts.validation().features().get(i, 3));
        }
    }

    @Test
    void scalesBothPartsByTrainingPart() {
        DataSplit raw = DataSplitter.loadAndSplit(split(SplitOrder.SHUFFLED, 0.75, false), 1, null);
        DataSplit scaled = DataSplitter.loadAndSplit(split(SplitOrder.SHUFFLED, 0.75, true), 1, null);
        Standardizer fitted = Standardizer.fit(raw.train().features());
        Standardizer used = scaled.standardizer();

        assertNotNull(used);
        assertArrayEquals(fitted.mean(), used.mean());
        assertArrayEquals(
                fitted.scaled(raw.validation().features()).data,
                scaled.validation().features().data);
        assertArrayEquals(raw.all().features().data, scaled.all().features().data);
        Standardizer again = Standardizer.fit(scaled.train().features());
        for (int column = 0; column < 10; column++) {
            assertEquals(0, again.mean()[column], 1e-12);
            assertEquals(1, again.deviation()[column], 1e-12);
        }
    }

    @Test
    void onlyCentersConstantFeature() throws IOException {
        Files.writeString(folder.resolve("c.csv"), "a,b,y\n0.1,1,p\n0.1,2,q\n0.1,3,p\n0.1,4,q\n");
        DataSettings settings = new DataSettings(
                "csv",
                null,
                0,
                0.5,
                SplitOrder.SEQUENTIAL,
                true,
                new CsvSettings("c.csv", "y", List.of(), null, false),
                null);
        DataSplit parts = DataSplitter.loadAndSplit(settings, 1, folder);

        assertEquals(1, parts.standardizer().deviation()[0]);
        assertEquals(0, parts.train().features().get(0, 0), 1e-15);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    iris  | 151  | data.samples must be at most 150, the rows that iris has, got 151
                    iris  | 50   | data.samples must include a second class of iris, got 50, which are all setosa
                    autoMpg | 393 | data.samples must be at most 392, the rows that autoMpg has, got 393
                    """)
    void rejectsMoreSamplesThanAvailable(String source, int samples, String line) {
        assertEquals(line, error(settings(source, samples)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0.3  | data.trainFraction must leave each part at least one of 3 rows, got 0.3
                    0.1  | data.trainFraction must leave each part at least one of 3 rows, got 0.1
                    """)
    void rejectsEmptyPart(double fraction, String line) {
        assertEquals(line, error(new DataSettings("moons", 3, 0, fraction, SplitOrder.SHUFFLED, false, null, null)));
    }

    @Test
    void rejectsUnknownSourceSuggestingNearest() {
        assertEquals(
                "data.source can be circle, xor, gauss, spiral, moons, blobs, checker, plane, bumps, sine,"
                        + " iris, wine, breastCancer, penguins, digits, diabetes, autoMpg, mnist, csv, points,"
                        + " but not \"breastcancr\"; did you mean breastCancer?",
                error(settings("breastcancr", null)));
        assertTrue(error(settings("cifar", null)).contains("but not \"cifar\""));
    }

    @Test
    void digestDependsOnlyOnNumbers() {
        DataSet iris = BundledDataSet.IRIS.load();
        String digest = DataDigest.sha256(iris);

        assertEquals("0882ec07d1c11b11bd448c5e929dd33174285cb72a3022e2da08a5d12bc34924", digest);
        assertEquals(digest, DataDigest.sha256(iris.withName("other")));
        assertFalse(digest.equals(DataDigest.sha256(DataSplitter.load(settings("iris", 149), 1, null))));
    }

    private static DataSettings settings(String source, Integer samples) {
        return new DataSettings(source, samples, 0.1, 0.8, SplitOrder.SHUFFLED, false, null, null);
    }

    @Test
    void scaleRatioLeavesOutConstantFeaturesAndCategories() {
        // Standard deviations with divisor n: 2, 400, and 0 (a constant feature).
        DMatrixRMaj rows = new DMatrixRMaj(new double[][] {{-2, 100, 7, 0}, {2, 900, 7, 1}});
        assertEquals(200, Standardizer.fit(rows, Set.of(3)).scaleRatio(), 1e-12);
        assertEquals(1, Standardizer.fit(rows, Set.of(0, 1, 3)).scaleRatio());
    }

    private static DataSettings split(SplitOrder order, double fraction, boolean standardize) {
        return new DataSettings("diabetes", null, 0, fraction, order, standardize, null, null);
    }

    private static String error(DataSettings settings) {
        return assertThrows(InvalidInputException.class, () -> DataSplitter.loadAndSplit(settings, 1, null))
                .getMessage();
    }
}
