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

class PartingTest {
    private static final DataSettings DIABETES =
            new DataSettings("diabetes", null, 0, 0.8, SplitOrder.SHUFFLED, false, null, null);

    private static Partition of(Parting parting) {
        return Partitions.of(DIABETES.withParting(parting), 5, null);
    }

    private static int[] order() {
        Partition all = of(Parting.DEFAULT);
        return join(all.trainRows(), all.validationRows());
    }

    private static int[] join(int[]... parts) {
        return Stream.of(parts).flatMapToInt(Arrays::stream).toArray();
    }

    /** 442 rows: 110 are test rows; 265 of the other 332 are training rows. */
    @Test
    void theLastRowsOfTheOrderAreTheTestAndTheOthersArePartedAsEver() {
        Partition parts = of(Parting.DEFAULT.withTestFraction(0.25));
        int[] order = order();

        assertArrayEquals(Arrays.copyOfRange(order, 332, 442), parts.testRows());
        assertArrayEquals(Arrays.copyOf(order, 265), parts.trainRows());
        assertArrayEquals(Arrays.copyOfRange(order, 265, 332), parts.validationRows());
        assertTrue(parts.hasTest());
        for (int i = 0; i < 110; i++) {
            assertEquals(
                    parts.whole().targets()[parts.testRows()[i]], parts.test().targets()[i]);
        }
    }

    @Test
    void withoutAFractionThereIsNoTest() {
        Partition parts = of(Parting.DEFAULT);

        assertFalse(parts.hasTest());
        assertEquals(0, parts.test().samples());
        assertEquals(10, parts.test().features().numCols);
    }

    @Test
    void theSplitSeedHoldsThePartsWhileSeedsChange() {
        DataSettings fixed = DIABETES.withParting(Parting.DEFAULT.withSplitSeed(5L));

        assertArrayEquals(
                order(),
                join(
                        Partitions.of(fixed, 1, null).trainRows(),
                        Partitions.of(fixed, 1, null).validationRows()));
        assertArrayEquals(
                Partitions.of(fixed, 1, null).trainRows(),
                Partitions.of(fixed, 99, null).trainRows());
        assertFalse(Arrays.equals(
                Partitions.of(DIABETES, 1, null).trainRows(),
                Partitions.of(DIABETES, 99, null).trainRows()));
    }

    @Test
    void generatedDataAreStillTheExperimentsSeeds() {
        DataSettings moons = DataSettings.DEFAULT.withParting(Parting.DEFAULT.withSplitSeed(5L));

        Partition one = Partitions.of(moons, 1, null);
        Partition two = Partitions.of(moons, 2, null);
        assertArrayEquals(one.trainRows(), two.trainRows());
        assertFalse(Arrays.equals(one.whole().features().data, two.whole().features().data));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 20})
    void everyRowThatIsNotTestedValidatesInOneFoldAndTrainsInTheOthers(int folds) {
        int[] others = Arrays.copyOf(order(), 332);
        int[] validated = new int[0];
        for (int fold = 0; fold < folds; fold++) {
            Partition parts = of(Parting.DEFAULT.withTestFraction(0.25).withFold(folds, fold));
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
    void foldsLeaveTheTrainFractionOut() {
        Parting third = Parting.DEFAULT.withFold(3, 2);

        assertArrayEquals(
                of(third).trainRows(),
                Partitions.of(DIABETES.withParting(third).withTrainFraction(0.01), 5, null)
                        .trainRows());
    }

    @Test
    void theTestIsScaledByTheTrainingPartAlone() {
        Parting parting = Parting.DEFAULT.withTestFraction(0.25);
        Partition raw = of(parting);
        Partition scaled = Partitions.of(DIABETES.withParting(parting).withStandardize(true), 5, null);

        Standardizer fitted = Standardizer.fit(raw.train().features());
        assertArrayEquals(fitted.mean(), scaled.standardizer().mean());
        assertArrayEquals(fitted.deviation(), scaled.standardizer().deviation());
        assertArrayEquals(
                fitted.scaled(raw.test().features()).data, scaled.test().features().data);
    }

    @Test
    void sequentialTestsTheLastRows() {
        DataSettings settings =
                DIABETES.withSplit(SplitOrder.SEQUENTIAL).withParting(Parting.DEFAULT.withTestFraction(0.5));

        assertArrayEquals(
                IntStream.range(221, 442).toArray(),
                Partitions.of(settings, 1, null).testRows());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.1  | 0.5 | 0 | data.testFraction must hold out at least one of 4 rows and leave two, got 0.1
            0.75 | 0.5 | 0 | data.testFraction must hold out at least one of 4 rows and leave two, got 0.75
            0.5  | 0.2 | 0 | data.trainFraction must leave at least one of 2 rows to each part, got 0.2
            0.5  | 0.5 | 3 | data.folds must be at most as many as there are rows to share, 2, got 3
            """)
    void refusesAnEmptyPart(double test, double train, int folds, String line) {
        DataSettings settings = new DataSettings("moons", 4, 0, train, SplitOrder.SHUFFLED, false, null, null)
                .withParting(Parting.DEFAULT.withTestFraction(test).withFold(folds, 0));

        assertEquals(
                line,
                assertThrows(InvalidInputException.class, () -> Partitions.of(settings, 1, null))
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
    void refusesWhatPartsNothing(double test, int folds, int fold, String line) {
        assertEquals(
                line,
                assertThrows(InvalidInputException.class, () -> new Parting(test, null, folds, fold))
                        .getMessage());
    }
}
