package hyperlab.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.file.log.LogReaders;
import hyperlab.finding.Argument;
import hyperlab.finding.Finding;
import hyperlab.finding.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogDoctorTest {
    private static final Path LOGS = Path.of("src/test/resources/hyperlab/log");
    /** Findings that do not depend on the losses. */
    private static final Set<String> OTHERS =
            Set.of("log.limits", "log.noValidation", "log.noTraining", "log.restart", "log.rateRestart");

    static Stream<JsonNode> expectedLogs() throws IOException {
        JsonNode expected =
                new ObjectMapper().readTree(LOGS.resolve("expected.json").toFile());
        return StreamSupport.stream(expected.spliterator(), false);
    }

    /** The rules of expected.py, with NumPy, on the same files. */
    @ParameterizedTest
    @MethodSource("expectedLogs")
    void findsWhatNumPyFinds(JsonNode expected) {
        LogTable table = LogReaders.readAny(LOGS.resolve(expected.get("log").asText()));
        TrainingLog log = TrainingLog.of(table, LogColumns.guess(table));
        assertEquals(expected.get("axis").asText(), log.defaultAxis().fileName());
        assertSeries(expected, "train", log.get(LogQuantity.TRAIN_LOSS));
        assertSeries(expected, "validation", log.get(LogQuantity.VALIDATION_LOSS));

        List<Finding<LogEvidence, Void>> found = LogDoctor.examine(log, log.defaultAxis()).stream()
                .filter(finding -> !OTHERS.contains(finding.key()))
                .toList();

        List<String> keys = new ArrayList<>();
        expected.get("findings").fieldNames().forEachRemaining(keys::add);
        assertEquals(keys, found.stream().map(Finding::key).toList());
        for (Finding<LogEvidence, Void> finding : found) {
            JsonNode values = expected.get("findings").get(finding.key());
            assertEquals(values.get("from").asDouble(), finding.evidence().from(), 1e-9, finding.key());
            assertEquals(values.get("to").asDouble(), finding.evidence().to(), 1e-9, finding.key());
            List<Double> numbers = numbers(finding);
            for (int i = 0; i < values.path("numbers").size(); i++) {
                assertEquals(values.get("numbers").get(i).asDouble(), numbers.get(i), 1e-9, finding.key());
            }
        }
    }

    private static void assertSeries(JsonNode expected, String name, LogSeries series) {
        int count = expected.get(name + "Values").asInt();
        assertEquals(count, series == null ? 0 : series.size());
        if (count > 0) {
            JsonNode last = expected.get("last").get(name);
            assertEquals(last.isNull() ? Double.NaN : last.asDouble(), series.values()[count - 1], 1e-12);
        }
    }

    /** The arguments that are measured numbers, in their order. */
    private static List<Double> numbers(Finding<?, ?> finding) {
        return finding.arguments().stream()
                .filter(argument -> argument instanceof Argument.Quantity)
                .map(argument -> ((Argument.Quantity) argument).value())
                .toList();
    }

    @Test
    void learningRateThatRestartsAndResumedTraining() {
        LogTable korean = LogReaders.readAny(LOGS.resolve("korean.csv"));
        Finding<LogEvidence, Void> rate = only(TrainingLog.of(korean, LogColumns.guess(korean)), "log.rateRestart");
        assertEquals(Argument.integer(2), rate.arguments().get(0));
        assertEquals(21, rate.evidence().from());

        LogTable resumed = LogReaders.readAny(LOGS.resolve("restarted.csv"));
        TrainingLog log = TrainingLog.of(resumed, LogColumns.guess(resumed));
        assertEquals(List.of(new TrainingLog.Restart(LogAxis.EPOCH, 12, 9)), log.restarts());
        assertEquals(Argument.integer(1), only(log, "log.restart").arguments().get(0));
    }

    @Test
    void lossThatIsNotFiniteForOneStepOnly() {
        TrainingLog log = log(20, i -> i == 7 ? Double.POSITIVE_INFINITY : Math.exp(-0.2 * i));
        assertEquals(List.of("log.finiteAgain", "log.limits", "log.noValidation"), keys(log));
        assertEquals(8, only(log, "log.finiteAgain").evidence().from());
    }

    @Test
    void lossThatGrowsFromTheStartDiverges() {
        assertTrue(keys(log(12, i -> Math.exp(0.1 * i))).contains("log.diverging"));
        // In the last quarter, it is between 1.1 and 1.19 times the first value.
        assertFalse(keys(log(12, i -> 1 + 0.017 * i)).contains("log.diverging"));
    }

    @Test
    void lossThatRisesAgainAfterItsMinimum() {
        // Its minimum is 0.5 at x = 10; in the last quarter it is at least 0.5 + 0.02 · 6² = 1.22.
        TrainingLog log = log(21, i -> 0.5 + 0.01 * (i - 10) * (i - 10));
        Finding<LogEvidence, Void> rising = only(log, "log.rising");
        assertEquals(11, rising.evidence().from());
        assertEquals(List.of(0.5, 0.75), numbers(rising));
        // A rise that stays below a fifth of the first loss is small.
        assertFalse(keys(log(21, i -> i < 10 ? 10 - i : 0.05 * (i - 9))).contains("log.rising"));
    }

    @Test
    void lossThatNeverFallsIsFlatAndSteadyDescentIsNot() {
        assertTrue(keys(log(30, i -> 0.69 + 0.001 * Math.cos(i))).contains("log.flat"));
        assertFalse(keys(log(30, i -> 2.0 / (1 + i))).contains("log.flat"));
        assertFalse(keys(log(30, i -> 2.0 / (1 + i))).contains("log.plateau"));
    }

    @Test
    void flatMeansThatTheWholeRangeIsWithinTwoPercent() {
        assertTrue(keys(log(30, i -> i % 2 == 0 ? 1.0099 : 0.9901)).contains("log.flat"));
        assertFalse(keys(log(30, i -> i % 2 == 0 ? 1.0101 : 0.9899)).contains("log.flat"));
    }

    @Test
    void findingSaysWhenItsLossesAreMeans() {
        Finding<LogEvidence, Void> values = only(log(40, i -> 1.0 + i), "log.diverging");
        assertEquals(null, values.note());
        assertEquals(List.of(40.0, 1.0), numbers(values));

        // A twentieth of 60 values has three.
        Finding<LogEvidence, Void> means = only(log(60, i -> 1.0 + i), "log.diverging");
        assertEquals(Message.of("log.means", Argument.integer(60)), means.note());
        assertEquals(List.of(59.0, 2.0), numbers(means));
    }

    @Test
    void noiseCountsFromAFifthOfTheFirstLossOn() {
        Finding<LogEvidence, Void> values = only(log(30, i -> i % 2 == 0 ? 1 : 2), "log.noisy");
        assertEquals(0.2, numbers(values).get(1), 1e-12);
        assertEquals(Message.of("log.first.value"), values.arguments().get(4));
        Finding<LogEvidence, Void> means = only(log(80, i -> i % 2 == 0 ? 1 : 2), "log.noisy");
        assertEquals(0.3, numbers(means).get(1), 1e-12);
        assertEquals(Message.of("log.first.mean"), means.arguments().get(4));
    }

    @Test
    void overfittingAsksForFivePercentOfBothLosses() {
        assertTrue(keys(overfitting(0.949, 1.051)).contains("log.overfit"));
        assertFalse(keys(overfitting(0.954, 1.051)).contains("log.overfit"));
        assertFalse(keys(overfitting(0.949, 1.049)).contains("log.overfit"));
        assertEquals(null, only(overfitting(0.949, 1.051), "log.overfit").note());
    }

    /** Twenty epochs with the lowest validation loss at epoch 10, and the losses of the epochs after it. */
    private static TrainingLog overfitting(double laterTrain, double laterValidation) {
        return log(
                series(20, i -> i < 10 ? 2 - 0.1 * (i + 1) : laterTrain),
                series(20, i -> i < 9 ? 2 : i == 9 ? 1 : laterValidation));
    }

    @Test
    void overfittingComparesMeansOfTheTrainingLossBetweenValidations() {
        // Twenty validations, one for every two training losses: their means are 20, 19, … 1.
        LogSeries train = series(40, i -> 20 - i / 2 + (i % 2 == 0 ? 0.25 : -0.25));
        double[] ends = IntStream.rangeClosed(1, 20).mapToDouble(i -> 2 * i).toArray();
        double[] losses =
                IntStream.range(0, 20).mapToDouble(i -> 1 + Math.abs(i - 10)).toArray();
        LogSeries validation = new LogSeries("v", ends, unknown(20), losses);
        Finding<LogEvidence, Void> found = only(log(train, validation), "log.overfit");
        assertEquals(22, found.evidence().from());
        assertEquals(List.of(1.0, 6.0, 10.0, 1.0), numbers(found));
        assertEquals(Message.of("log.means.validation"), found.note());
    }

    @Test
    void everyValidationCountsEvenWithoutANewTrainingLoss() {
        // The training loss 3, 2, 1, … is logged at every third validation.
        double[] at = IntStream.rangeClosed(1, 10).mapToDouble(i -> 3 * i).toArray();
        LogSeries train = new LogSeries(
                "t",
                at,
                unknown(10),
                IntStream.range(0, 10).mapToDouble(i -> 10 - i).toArray());
        LogSeries validation = series(30, i -> 1 + Math.abs(i - 9) / 10.0);
        Finding<LogEvidence, Void> found = only(log(train, validation), "log.overfit");
        assertEquals(10, found.evidence().from());
        assertEquals(List.of(1.0, 2.3, 8.0, 1.0), numbers(found));
    }

    @Test
    void spikeMustReturnAndExceedTheNoise() {
        assertTrue(keys(log(30, i -> i == 15 ? 3 : 1 - 0.01 * i)).contains("log.spike"));
        // A step to a higher level does not return.
        assertFalse(keys(log(30, i -> i >= 15 ? 3 : 1 - 0.01 * i)).contains("log.spike"));
    }

    @Test
    void logOfValidationAloneSaysSo() {
        Map<LogQuantity, LogSeries> series = new EnumMap<>(LogQuantity.class);
        series.put(LogQuantity.VALIDATION_LOSS, series(12, i -> 1.0 / (1 + i)));
        assertEquals(
                List.of("log.limits", "log.noTraining"),
                keys(new TrainingLog("a", LogFormat.CSV, series, List.of(), false)));
    }

    private static Finding<LogEvidence, Void> only(TrainingLog log, String key) {
        return LogDoctor.examine(log, log.defaultAxis()).stream()
                .filter(finding -> finding.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not among " + keys(log)));
    }

    private static List<String> keys(TrainingLog log) {
        return LogDoctor.examine(log, log.defaultAxis()).stream()
                .map(Finding::key)
                .toList();
    }

    /** A log of a training loss at the end of each epoch from 1 on. */
    private static TrainingLog log(int count, IntToDoubleFunction loss) {
        Map<LogQuantity, LogSeries> series = new EnumMap<>(LogQuantity.class);
        series.put(LogQuantity.TRAIN_LOSS, series(count, loss));
        return new TrainingLog("a", LogFormat.CSV, series, List.of(), false);
    }

    private static TrainingLog log(LogSeries train, LogSeries validation) {
        Map<LogQuantity, LogSeries> series = new EnumMap<>(LogQuantity.class);
        series.put(LogQuantity.TRAIN_LOSS, train);
        series.put(LogQuantity.VALIDATION_LOSS, validation);
        return new TrainingLog("a", LogFormat.CSV, series, List.of(), false);
    }

    private static double[] unknown(int count) {
        double[] none = new double[count];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private static LogSeries series(int count, IntToDoubleFunction values) {
        return new LogSeries(
                "loss",
                IntStream.rangeClosed(1, count).asDoubleStream().toArray(),
                unknown(count),
                IntStream.range(0, count).mapToDouble(values).toArray());
    }
}
