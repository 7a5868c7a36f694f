package hyperlab.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.IncrementalStudy;
import hyperlab.train.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StudiesTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private final TwoWeightModel iris = TwoWeightModelTest.model(TwoWeightModelSettings.DEFAULT);

    /** All results that a study reports from start to end. */
    private static <R> List<List<R>> news(IncrementalStudy<R> study) {
        List<List<R>> news = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        study.run(
                (results, share) -> {
                    news.add(results);
                    shares.add(share);
                },
                () -> false);
        assertEquals(shares.stream().sorted().toList(), shares);
        assertEquals(1, shares.get(shares.size() - 1), 1e-12);
        return news;
    }

    private static <R> List<R> results(IncrementalStudy<R> study) {
        List<List<R>> news = news(study);
        return news.get(news.size() - 1);
    }

    // Proportions and quartiles

    static Stream<JsonNode> wilson() {
        return BatchReferenceValues.each("wilson");
    }

    @ParameterizedTest
    @MethodSource("wilson")
    void proportionIntervalAgreesWithSciPy(JsonNode expected) {
        Proportion share = new Proportion(
                expected.get("hits").asInt(), expected.get("tries").asInt());
        assertEquals(expected.get("lower").asDouble(), share.lower(), 1e-12);
        assertEquals(expected.get("upper").asDouble(), share.upper(), 1e-12);
    }

    @Test
    void rejectsProportionOfZeroRuns() {
        assertThrows(IllegalArgumentException.class, () -> new Proportion(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Proportion(3, 2));
    }

    @Test
    void quartilesAgreeWithNumPy() {
        JsonNode expected = BatchReferenceValues.of("quartiles");
        double[] numbers = IntStream.range(0, expected.get("numbers").size())
                .mapToDouble(k -> expected.get("numbers").get(k).asDouble())
                .toArray();
        Quantiles quartiles = Quantiles.ofPossiblyInfinite(numbers);
        assertEquals(expected.get("values").get(0).asDouble(), quartiles.lower());
        assertEquals(expected.get("values").get(1).asDouble(), quartiles.median());
        assertEquals(expected.get("values").get(2).asDouble(), quartiles.upper());
    }

    @Test
    void quartilesOfUnfinishedPathsAreInfiniteNotNaN() {
        assertEquals(
                new Quantiles(INFINITE, 4, INFINITE, 4, INFINITE),
                Quantiles.ofPossiblyInfinite(4, INFINITE, 4, INFINITE, INFINITE));
        assertEquals(Quantiles.ofPossiblyInfinite(INFINITE), Quantiles.ofPossiblyInfinite(INFINITE, INFINITE));
        assertThrows(IllegalArgumentException.class, Quantiles::ofPossiblyInfinite);
    }

    // Batch sizes

    @Test
    void comparesPowersOfTwoFullBatchAndNeighbors() {
        assertEquals(List.of(1, 2, 4, 8, 16, 32, 64, 128, 150), BatchSizes.upTo(150));
        assertEquals(List.of(1, 2, 4), BatchSizes.upTo(4));
        assertEquals(List.of(1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17), BatchSizes.powersWithNeighbors(16));
    }

    // Escape study

    static Stream<JsonNode> escapes() {
        return BatchReferenceValues.each("escapes");
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void escapeProportionAgreesWithNumPy(JsonNode expected) {
        EscapeStudy study = new EscapeStudy(
                BatchSettings.DEFAULT.withLearningRate(expected.get("rate").asDouble()),
                new EscapeSettings(
                        expected.get("noise").asDouble(),
                        expected.get("tilt").asDouble(),
                        expected.get("steps").asInt(),
                        1_000),
                42);
        int batch = expected.get("batch").asInt();
        int escaped = (int) IntStream.range(0, 1_000)
                .filter(run -> study.hasEscaped(study.descend(1, batch, run)))
                .count();
        Proportion share = new Proportion(escaped, 1_000);
        double known = expected.get("share").asDouble();
        assertTrue(
                share.lower() <= known && known <= share.upper(),
                known + " in " + share.lower() + " … " + share.upper());
    }

    @Test
    void proportionsAreReproducibleAndGrowWithRuns() {
        EscapeSettings settings = new EscapeSettings(4, 0.1, 100, 50);
        List<List<EscapeStudy.EscapeCount>> news = news(new EscapeStudy(BatchSettings.DEFAULT, settings, 42));
        assertEquals(3, news.size());
        assertEquals(20, news.get(0).get(0).escaped().trials());
        assertEquals(50, news.get(2).get(0).escaped().trials());
        assertEquals(27, news.get(2).size());
        assertEquals(news.get(2), results(new EscapeStudy(BatchSettings.DEFAULT, settings, 42)));
        assertNotEquals(news.get(2), results(new EscapeStudy(BatchSettings.DEFAULT, settings, 43)));
    }

    @Test
    void noNoiseNeverEscapesAndExcessiveNoiseDiverges() {
        EscapeStudy still = new EscapeStudy(BatchSettings.DEFAULT, new EscapeSettings(0, 0.1, 50, 5), 1);
        assertTrue(results(still).stream().allMatch(cell -> cell.escaped().successes() == 0 && cell.diverged() == 0));
        EscapeStudy wild = new EscapeStudy(BatchSettings.DEFAULT, new EscapeSettings(1e6, 0.1, 50, 5), 1);
        assertTrue(results(wild).stream().allMatch(cell -> cell.escaped().successes() == 0 && cell.diverged() == 5));
        assertTrue(still.start() > 0.9 && still.escapePoint() < -1);
    }

    @Test
    void scaledRateEqualizesNoiseAcrossBatchSizes() {
        BatchSettings scaled = BatchSettings.DEFAULT.withLearningRate(0.02).withScaling(true, 1);
        EscapeStudy study = new EscapeStudy(scaled, new EscapeSettings(2, 0.1, 10, 1), 3);
        assertEquals(0.02, study.descend(1, 1, 0).learningRate(0));
        assertEquals(0.16, study.descend(1, 8, 0).learningRate(0));
        assertEquals(0.08, study.descend(0.5, 8, 0).learningRate(0));
    }

    @Test
    void cancelledStudyEndsBetweenPaths() {
        List<Double> shares = new ArrayList<>();
        new EscapeStudy(BatchSettings.DEFAULT, EscapeSettings.DEFAULT, 1)
                .run((results, share) -> shares.add(share), () -> shares.size() == 2);
        assertEquals(2, shares.size());
        new TargetStudy(iris, BatchSetup.DEFAULT).run((results, share) -> shares.add(share), () -> true);
        new SpeedStudy(iris.data(), List.of(1), 1, 1e-3, 1).run((results, share) -> shares.add(share), () -> true);
        assertEquals(2, shares.size());
    }

    // Target study

    private TargetStudy target(double share, boolean best, BatchSettings training) {
        return new TargetStudy(
                iris, BatchSetup.DEFAULT.withTraining(training).withTarget(new TargetSettings(share, best, 5)));
    }

    static Stream<JsonNode> firstWithin() {
        return BatchReferenceValues.each("firstWithin");
    }

    @ParameterizedTest
    @MethodSource("firstWithin")
    void fullBatchReachesTargetAsHessianPredicts(JsonNode expected) {
        BatchSettings training =
                BatchSettings.DEFAULT.withLearningRate(expected.get("rate").asDouble());
        List<TargetStudy.StepsToTarget> found =
                results(target(expected.get("share").asDouble(), false, training));
        TargetStudy.StepsToTarget whole = found.get(found.size() - 1);
        int steps = expected.get("steps").asInt();
        assertEquals(150, whole.batchSize());
        assertEquals(1, whole.runs());
        assertEquals(Quantiles.ofPossiblyInfinite(steps), whole.steps());
        assertEquals(150.0 * steps, whole.samples().median());
    }

    @Test
    void stepsMatchPathsOfTheSeeds() {
        List<TargetStudy.StepsToTarget> found = results(target(0.05, false, BatchSettings.DEFAULT));
        assertEquals(
                List.of(1, 2, 4, 8, 16, 32, 64, 128, 150),
                found.stream().map(TargetStudy.StepsToTarget::batchSize).toList());
        TargetStudy.StepsToTarget by32 = found.get(5);
        double[] steps = IntStream.range(0, 5)
                .mapToDouble(seed -> SgdPath.of(iris, BatchSettings.DEFAULT, -0.75, 1.15, 200, 42 + seed)
                        .firstRowWithin(0.05 * iris.excessLoss(-0.75, 1.15))
                        .orElseThrow())
                .toArray();
        assertEquals(Quantiles.ofPossiblyInfinite(steps), by32.steps());
        assertEquals(5, by32.reachedRuns());
    }

    @Test
    void bestRateNeedsFewestSteps() {
        TargetStudy.StepsToTarget best =
                results(target(0.01, true, BatchSettings.DEFAULT)).get(5);
        for (double rate : new double[] {0.05, 0.2, 0.6, 1}) {
            TargetStudy.StepsToTarget other = results(target(0.01, false, BatchSettings.DEFAULT.withLearningRate(rate)))
                    .get(5);
            assertTrue(best.steps().median() <= other.steps().median() + 1, rate + "");
        }
        assertNotEquals(0.2, best.rate());
    }

    @Test
    void smallBatchesNeedMoreStepsButFewerSamples() {
        List<TargetStudy.StepsToTarget> found = results(target(0.005, true, BatchSettings.DEFAULT));
        TargetStudy.StepsToTarget one = found.get(0);
        TargetStudy.StepsToTarget whole = found.get(8);
        assertTrue(one.steps().median() > 1.5 * whole.steps().median());
        assertTrue(one.samples().median() < whole.samples().median() / 10);
    }

    @Test
    void unfinishedPathNeverReachesTarget() {
        List<TargetStudy.StepsToTarget> found = results(target(0.01, false, BatchSettings.DEFAULT.withLearningRate(5)));
        assertEquals(0, found.get(8).reachedRuns());
        assertEquals(INFINITE, found.get(8).steps().median());
        assertEquals(INFINITE, found.get(8).samples().upper());
    }

    // Speed study

    @Test
    void measuresTrainerSpeedInEveryRound() {
        SpeedStudy study = new SpeedStudy(iris.data(), List.of(1, 3, 4, 5), 2, 1e-3, 1);
        List<List<SpeedStudy.BatchSpeed>> news = news(study);
        assertTrue(news.get(0).isEmpty(), "the first round warms up");
        List<SpeedStudy.BatchSpeed> speeds = news.get(news.size() - 1);
        assertEquals(12, news.size());
        for (SpeedStudy.BatchSpeed speed : speeds) {
            assertEquals(2, speed.samplesPerSecond().size());
            assertTrue(speed.quartiles().lower() > 1_000, speed + "");
        }
        assertEquals(1, SpeedStudy.gains(speeds).size());
        assertEquals(4, SpeedStudy.gains(speeds).get(0).batchSize());
        assertEquals(
                8,
                SpeedStudy.withDefaults(iris.data(), 1).sizes().stream()
                        .filter(size -> Integer.bitCount(size) == 1 && size > 2)
                        .count());
    }

    @Test
    void comparesPowerOfTwoWithNeighborsInSameRound() {
        List<SpeedStudy.BatchSpeed> speeds = List.of(
                new SpeedStudy.BatchSpeed(31, List.of(100.0, 50.0, 80.0)),
                new SpeedStudy.BatchSpeed(32, List.of(110.0, 55.0, 80.0)),
                new SpeedStudy.BatchSpeed(33, List.of(100.0, 50.0, 80.0)),
                new SpeedStudy.BatchSpeed(64, List.of(1.0, 1.0, 1.0)));
        List<SpeedStudy.PowerOfTwoGain> gains = SpeedStudy.gains(speeds);
        assertEquals(1, gains.size());
        assertEquals(0.1, gains.get(0).gain().median(), 1e-12);
        assertEquals(0.05, gains.get(0).gain().lower(), 1e-12);
        assertEquals(2, gains.get(0).fasterRounds());
    }

    @Test
    void verdictIsJointSignTest() {
        JsonNode chances = BatchReferenceValues.of("signTest");
        for (int faster = 0; faster <= 11; faster++) {
            SpeedStudy.PowerOfTwoGain gain =
                    new SpeedStudy.PowerOfTwoGain(32, Quantiles.ofPossiblyInfinite(0), faster, 11);
            for (int powers : new int[] {1, 4, 8, 60}) {
                boolean sure = chances.get(faster).asDouble() * powers <= 0.05;
                int expected = sure ? Integer.signum(2 * faster - 11) : 0;
                assertEquals(expected, gain.significance(powers), faster + " of 11, " + powers + " powers");
            }
        }
    }

    // Settings

    @Test
    void rejectsSettingsOutOfRange() {
        assertThrows(InvalidInputException.class, () -> new EscapeSettings(-1, 0.1, 1, 1));
        assertThrows(InvalidInputException.class, () -> new EscapeSettings(1, 0.36, 1, 1));
        assertThrows(InvalidInputException.class, () -> new EscapeSettings(1, 0.1, 0, 1));
        assertThrows(InvalidInputException.class, () -> new EscapeSettings(1, 0.1, 1, 10_001));
        assertThrows(InvalidInputException.class, () -> new TargetSettings(1, true, 1));
        assertThrows(InvalidInputException.class, () -> new TargetSettings(0.1, true, 102));
        assertThrows(InvalidInputException.class, () -> BatchSettings.DEFAULT.withScaling(true, 0));
        assertFalse(EscapeSettings.DEFAULT.equals(new EscapeSettings(4, 0.1, 200, 201)));
    }
}
