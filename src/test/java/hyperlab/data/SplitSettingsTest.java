package hyperlab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.rule.InvalidInputException;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitSettingsTest {
    private static final DataSettings DIABETES =
            new DataSettings("diabetes", null, 0, 0.8, SplitOrder.SHUFFLED, false, null, null);

    private static DataSplit of(SplitSettings split) {
        return DataSplitter.loadAndSplit(DIABETES.withSplitSettings(split), 5, null);
    }

    private static int[] order() {
        DataSplit all = of(SplitSettings.DEFAULT);
        return join(all.trainRows(), all.validationRows());
    }

    private static int[] join(int[]... parts) {
        return Stream.of(parts).flatMapToInt(Arrays::stream).toArray();
    }

    /** 442 rows: 110 are test rows; 265 of the other 332 are training rows. */
    @Test
    void testPartTakesLastRowsOfOrder() {
        DataSplit parts = of(SplitSettings.DEFAULT.withTestFraction(0.25));
        int[] order = order();

        assertArrayEquals(Arrays.copyOfRange(order, 332, 442), parts.testRows());
        assertArrayEquals(Arrays.copyOf(order, 265), parts.trainRows());
        assertArrayEquals(Arrays.copyOfRange(order, 265, 332), parts.validationRows());
        assertTrue(parts.hasTest());
        for (int i = 0; i < 110; i++) {
            assertEquals(
                    parts.all().targets()[parts.testRows()[i]], parts.test().targets()[i]);
        }
    }

    @Test
    void hasNoTestWithoutFraction() {
        DataSplit parts = of(SplitSettings.DEFAULT);

        assertFalse(parts.hasTest());
        assertEquals(0, parts.test().samples());
        assertEquals(10, parts.test().features().numCols);
    }

    @Test
    void splitSeedFixesParts() {
        DataSettings fixed = DIABETES.withSplitSettings(SplitSettings.DEFAULT.withSplitSeed(5L));

        assertArrayEquals(
                order(),
                join(
                        DataSplitter.loadAndSplit(fixed, 1, null).trainRows(),
                        DataSplitter.loadAndSplit(fixed, 1, null).validationRows()));
        assertArrayEquals(
                DataSplitter.loadAndSplit(fixed, 1, null).trainRows(),
                DataSplitter.loadAndSplit(fixed, 99, null).trainRows());
        assertFalse(Arrays.equals(
                DataSplitter.loadAndSplit(DIABETES, 1, null).trainRows(),
                DataSplitter.loadAndSplit(DIABETES, 99, null).trainRows()));
    }

    @Test
    void generatedDataUseExperimentSeed() {
        DataSettings moons = DataSettings.DEFAULT.withSplitSettings(SplitSettings.DEFAULT.withSplitSeed(5L));

        DataSplit one = DataSplitter.loadAndSplit(moons, 1, null);
        DataSplit two = DataSplitter.loadAndSplit(moons, 2, null);
        assertArrayEquals(one.trainRows(), two.trainRows());
        assertFalse(Arrays.equals(one.all().features().data, two.all().features().data));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 20})
    void everyRowThatIsNotTestedValidatesInOneFoldAndTrainsInTheOthers(int folds) {
        int[] others = Arrays.copyOf(order(), 332);
        int[] validated = new int[0];
        for (int fold = 0; fold < folds; fold++) {
            DataSplit parts = of(SplitSettings.DEFAULT.withTestFraction(0.25).withFolds(folds, fold));
            assertArrayEquals(sorted(others), sorted(join(parts.trainRows(), parts.validationRows())));
            assertEquals(332.0 / folds, parts.validationRows().length, 1);
            validated = join(validated, parts.validationRows());
        }
        assertArrayEquals(others, validated, "in order, each once");
    }

    private static int[] sorted(int[] rows) {
        return Arrays.stream(rows).sorted().toArray();
    }

    @Test
    void foldsIgnoreTrainFraction() {
        SplitSettings third = SplitSettings.DEFAULT.withFolds(3, 2);

        assertArrayEquals(
                of(third).trainRows(),
                DataSplitter.loadAndSplit(DIABETES.withSplitSettings(third).withTrainFraction(0.01), 5, null)
                        .trainRows());
    }

    @Test
    void scalesTestByTrainingPart() {
        SplitSettings split = SplitSettings.DEFAULT.withTestFraction(0.25);
        DataSplit raw = of(split);
        DataSplit scaled =
                DataSplitter.loadAndSplit(DIABETES.withSplitSettings(split).withStandardize(true), 5, null);

        Standardizer fitted = Standardizer.fit(raw.train().features());
        assertArrayEquals(fitted.mean(), scaled.standardizer().mean());
        assertArrayEquals(fitted.deviation(), scaled.standardizer().deviation());
        assertArrayEquals(
                fitted.scaled(raw.test().features()).data, scaled.test().features().data);
    }

    @Test
    void sequentialTestsLastRows() {
        DataSettings settings = DIABETES.withSplit(SplitOrder.SEQUENTIAL)
                .withSplitSettings(SplitSettings.DEFAULT.withTestFraction(0.5));

        assertArrayEquals(
                IntStream.range(221, 442).toArray(),
                DataSplitter.loadAndSplit(settings, 1, null).testRows());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.1  | 0.5 | 0 | data.testFraction must hold out at least one of 4 rows and leave two, got 0.1
            0.75 | 0.5 | 0 | data.testFraction must hold out at least one of 4 rows and leave two, got 0.75
            0.5  | 0.2 | 0 | data.trainFraction must leave each part at least one of 2 rows, got 0.2
            0.5  | 0.5 | 3 | data.folds must be at most the number of rows to share, 2, got 3
            """)
    void rejectsEmptyPart(double test, double train, int folds, String line) {
        DataSettings settings = new DataSettings("moons", 4, 0, train, SplitOrder.SHUFFLED, false, null, null)
                .withSplitSettings(SplitSettings.DEFAULT.withTestFraction(test).withFolds(folds, 0));

        assertEquals(
                line,
                assertThrows(InvalidInputException.class, () -> DataSplitter.loadAndSplit(settings, 1, null))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1    | 0  | 0  | testFraction must be in [0, 1), got 1
            -0.1 | 0  | 0  | testFraction must be in [0, 1), got -0.1
            NaN  | 0  | 0  | testFraction must be in [0, 1), got NaN
            0    | 1  | 0  | folds must be 0 or a whole number from 2 to 20, got 1
            0    | 21 | 0  | folds must be 0 or a whole number from 2 to 20, got 21
            0    | 5  | 5  | fold must be a whole number from 0 to 4, got 5
            0    | 5  | -1 | fold must be a whole number from 0 to 4, got -1
            0    | 0  | 1  | fold must be a whole number from 0 to 0, got 1
            """)
    void rejectsInvalidSettings(double test, int folds, int fold, String line) {
        assertEquals(
                line,
                assertThrows(InvalidInputException.class, () -> new SplitSettings(test, null, folds, fold))
                        .getMessage());
    }
}
