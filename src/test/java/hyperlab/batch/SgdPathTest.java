package hyperlab.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.BatchSize;
import hyperlab.train.Quantiles;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SgdPathTest {
    private static final BatchSettings SETTINGS = BatchSettings.DEFAULT;

    private final TwoWeightModel iris = TwoWeightModelTest.model(TwoWeightModelSettings.DEFAULT);

    private SgdPath walk(BatchSettings settings, int steps, long seed) {
        return SgdPath.of(iris, settings, -0.75, 1.15, steps, seed);
    }

    private static BatchSettings by(int batch) {
        return SETTINGS.withBatchSize(new BatchSize(batch));
    }

    static Stream<JsonNode> walks() {
        return BatchReferenceValues.each("walks");
    }

    @ParameterizedTest
    @MethodSource("walks")
    void pathInFileOrderAgreesWithPyTorch(JsonNode expected) {
        BatchSettings settings = by(expected.get("batch").asInt())
                .withShuffle(false)
                .withDropLast(expected.get("drop").asBoolean())
                .withLearningRate(expected.get("rate").asDouble());
        JsonNode path = expected.get("path");
        SgdPath walk = walk(settings, path.size() - 1, 1);
        for (int row = 0; row < path.size(); row++) {
            assertEquals(path.get(row).get(0).asDouble(), walk.x(row), 1e-12);
            assertEquals(path.get(row).get(1).asDouble(), walk.y(row), 1e-12);
        }
    }

    static Stream<JsonNode> firstWithin() {
        return BatchReferenceValues.each("firstWithin");
    }

    @ParameterizedTest
    @MethodSource("firstWithin")
    void fullBatchStepsFollowHessianEigenvectors(JsonNode expected) {
        BatchSettings settings = SETTINGS.withBatchSize(BatchSize.FULL)
                .withLearningRate(expected.get("rate").asDouble());
        SgdPath walk = walk(settings, 200, 1);
        double target = expected.get("share").asDouble() * walk.excessLoss(0);
        assertEquals(OptionalInt.of(expected.get("steps").asInt()), walk.firstRowWithin(target));
        assertEquals(OptionalInt.empty(), walk(settings, 2, 1).firstRowWithin(1e-9));
    }

    @Test
    void fullBatchDivergesOnlyAboveStabilityLimit() {
        double limit = 2 / iris.fullLoss().largestCurvature();
        BatchSettings full = SETTINGS.withBatchSize(BatchSize.FULL);
        SgdPath below = walk(full.withLearningRate(0.99 * limit), 3_000, 1);
        assertFalse(below.diverged());
        assertTrue(below.excessLoss(below.steps()) < 1e-9);
        BatchSettings diverging = full.withLearningRate(1.5 * limit);
        SgdPath above = walk(diverging, 2_000, 1);
        assertTrue(above.diverged());
        assertTrue(above.steps() > 100 && above.steps() < 2_000);
        assertTrue(Double.isFinite(above.x(above.steps())));
        assertFalse(walk(diverging, above.steps(), 1).diverged(), "the path has only finite points");
        assertTrue(walk(diverging, above.steps() + 1, 1).diverged(), "the path has all finite points");
    }

    @Test
    void orderDependsOnSeedAndEpoch() {
        EpochOrders orders = new EpochOrders(20, true, 5);
        int[] first = orders.order(0).clone();
        int[] second = orders.order(1).clone();
        assertFalse(Arrays.equals(first, second));
        assertArrayEquals(
                IntStream.range(0, 20).toArray(), Arrays.stream(first).sorted().toArray());
        assertArrayEquals(first, orders.order(0));
        assertArrayEquals(second, new EpochOrders(20, true, 5).order(1));
        assertFalse(Arrays.equals(first, new EpochOrders(20, true, 6).order(0)));
        assertArrayEquals(IntStream.range(0, 20).toArray(), new EpochOrders(20, false, 5).order(3));
    }

    @Test
    void stepUsesBatchGivenByOrder() {
        SgdPath walk = walk(by(32), 12, 9);
        int[] order = new EpochOrders(150, true, 9).order(2);
        QuadraticLoss batch = iris.lossOver(order, 32, 32);
        assertEquals(walk.x(11) - 0.2 * batch.gradientX(walk.x(11), walk.y(11)), walk.x(12), 1e-13);
        QuadraticLoss last = iris.lossOver(new EpochOrders(150, true, 9).order(0), 128, 22);
        assertEquals(walk.x(4) - 0.2 * last.gradientX(walk.x(4), walk.y(4)), walk.x(5), 1e-13);
        assertNotEquals(walk.x(12), walk(by(32), 12, 10).x(12));
    }

    @ParameterizedTest
    @CsvSource({
        "150, 32, false, 5, 0, 22",
        "150, 32, true, 4, 22, 32",
        "150, 150, true, 1, 0, 150",
        "150, 1, false, 150, 0, 1",
        "150, 50, false, 3, 0, 50",
        "7, 4, true, 1, 3, 4"
    })
    void epochIsCutIntoBatchesTheLastOfWhichMayBeSmaller(
            int samples, int batch, boolean drop, int steps, int left, int last) {
        EpochBatches cut = new EpochBatches(samples, batch, drop);
        assertEquals(steps, cut.steps());
        assertEquals(left, cut.droppedSamples());
        assertEquals(last, cut.sizeOf(steps - 1));
        assertEquals(samples - left, IntStream.range(0, steps).map(cut::sizeOf).sum());
        assertEquals(2L * (samples - left), cut.samplesAfter(2 * steps));
        for (int step = 0; step < 3 * steps; step++) {
            assertEquals(step, cut.stepsWithin(cut.samplesAfter(step)));
            assertEquals(step, cut.stepsWithin(cut.samplesAfter(step + 1) - 1));
        }
    }

    @Test
    void rejectsBatchLargerThanData() {
        assertThrows(IllegalArgumentException.class, () -> new EpochBatches(10, 11, false));
    }

    @Test
    void scaledRateGrowsWithBatchSize() {
        assertEquals(0.2, SETTINGS.rateFor(128));
        BatchSettings scaled = SETTINGS.withScaling(true, 32);
        assertEquals(0.2, scaled.rateFor(32));
        assertEquals(0.8, scaled.rateFor(128));
        assertEquals(0.2 / 32, scaled.rateFor(1));
        assertEquals(
                0.2 * 150 / 32, walk(scaled.withBatchSize(BatchSize.FULL), 1, 1).rate(), 1e-15);
    }

    @Test
    void equalEpochsUseAllSamplesEquallyOften() {
        BatchSetup setup =
                BatchSetup.DEFAULT.withComparisonBasis(ComparisonBasis.EPOCHS).withEpochs(6);
        StepConverter pacing = StepConverter.of(setup, 150, null);
        EpochBatches one = new EpochBatches(150, 1, false);
        EpochBatches all = new EpochBatches(150, 150, false);
        assertEquals(30, pacing.totalSteps());
        assertEquals(900, pacing.steps(one));
        assertEquals(6, pacing.steps(all));
        assertEquals(32 * 3, pacing.steps(one, 3));
        assertEquals(0, pacing.steps(all, 4));
        assertEquals(1, pacing.steps(all, 5));
        StepConverter dropping = StepConverter.of(setup.withTraining(SETTINGS.withDropLast(true)), 150, null);
        assertEquals(24, dropping.totalSteps());
        assertEquals(6, dropping.steps(new EpochBatches(150, 150, true)));
    }

    @Test
    void equalStepsAreTheSameForAllBatchSizes() {
        StepConverter pacing = StepConverter.of(BatchSetup.DEFAULT, 150, null);
        assertEquals(30, pacing.totalSteps());
        assertEquals(7, pacing.steps(new EpochBatches(150, 1, false), 7));
    }

    @Test
    void equalSecondsUseMeasuredTimes() {
        StepTimes times = StepTimes.of(Map.of(
                1,
                Quantiles.ofPossiblyInfinite(1e-7),
                32,
                Quantiles.ofPossiblyInfinite(4e-7),
                150,
                Quantiles.ofPossiblyInfinite(1e-6)));
        BatchSetup setup = BatchSetup.DEFAULT.withComparisonBasis(ComparisonBasis.SECONDS);
        StepConverter pacing = StepConverter.of(setup, 150, times);
        assertEquals(30, pacing.totalSteps());
        assertEquals(40, pacing.steps(new EpochBatches(150, 1, false), 10));
        assertEquals(12, pacing.steps(new EpochBatches(150, 150, false), 30));
        assertEquals(10, pacing.steps(setup.training().epochBatches(150), 10));
        assertEquals(10, StepConverter.of(setup, 150, null).steps(new EpochBatches(150, 1, false), 10));
        assertThrows(IllegalArgumentException.class, () -> times.of(7));
    }

    @Test
    void measuresStepTimes() {
        StepTimes times = StepTimes.measure(iris, SETTINGS, List.of(1, 150), () -> false);
        assertTrue(times.of(1).median() > 0);
        assertTrue(times.of(150).lower() > times.of(1).lower(), "150 samples take longer than one");
        assertTrue(times.isMeasured(150) && !times.isMeasured(32));
        assertFalse(StepTimes.measure(iris, SETTINGS, List.of(1), () -> true).isMeasured(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 30 | 6 | -0.75 | learningRate must be finite and > 0, got 0",
                "0.2 | 0 | 6 | -0.75 | steps must be a whole number from 1 to 2000, got 0",
                "0.2 | 30 | 101 | -0.75 | epochs must be a whole number from 1 to 100, got 101",
                "0.2 | 30 | 6 | NaN | start must be finite, got NaN"
            })
    void setupIsRefusedInOneLine(double rate, int steps, int epochs, double start, String line) {
        InvalidInputException error = assertThrows(
                InvalidInputException.class,
                () -> BatchSetup.DEFAULT
                        .withTraining(SETTINGS.withLearningRate(rate))
                        .withSteps(steps)
                        .withEpochs(epochs)
                        .withStart(start, 0));
        assertEquals(line, error.line());
    }

    @Test
    void startHasTwoNumbers() {
        BatchSetup usual = BatchSetup.DEFAULT;
        assertThrows(
                InvalidInputException.class,
                () -> new BatchSetup(
                        1,
                        usual.model(),
                        usual.training(),
                        List.of(1.0),
                        usual.comparisonBasis(),
                        30,
                        6,
                        usual.target(),
                        usual.escape()));
    }
}
