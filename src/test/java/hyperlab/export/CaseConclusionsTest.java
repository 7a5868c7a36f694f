package hyperlab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.cases.Case;
import hyperlab.cases.CaseContributions;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.EvaluationData;
import hyperlab.cases.KeyContribution;
import hyperlab.cases.KeyContribution.Role;
import hyperlab.cases.Metric;
import hyperlab.cases.ScoreComparison.Verdict;
import hyperlab.file.BundledCases;
import hyperlab.file.RunLoader;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.Quantiles;
import hyperlab.train.SeededExperiments;
import hyperlab.train.TrainingRun;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every number and every judgment in the conclusions of the cases follows from the recorded scores. */
class CaseConclusionsTest {
    private static final Configuration BEFORE = Configuration.BEFORE;
    private static final Configuration AFTER = Configuration.AFTER;
    private static final Configuration LINEAR = Configuration.LINEAR;
    private static final String RATE = "training.learningRate";
    private static final String BATCH = "training.batchSize";
    private static final String HIDDEN = "network.hidden";
    private static final String L2 = "training.penalty.l2";
    private static final String ACTIVATION = "network.activation.name";
    private static final String KERNELS = "network.convolutions";
    private static final String STANDARDIZE = "data.standardize";
    /** A number that does not belong to a name such as L2. */
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z\\d.])−?\\d+(\\.\\d+)?");

    private static Configuration alone(String key) {
        return Configuration.changedAlone(key);
    }

    private static Configuration back(String key) {
        return Configuration.setBackAlone(key);
    }

    private static List<String> medians(String name, Configuration... configurations) {
        return Arrays.stream(configurations)
                .map(configuration -> shown(name, median(name, configuration)))
                .toList();
    }

    private static double median(String name, Configuration configuration) {
        return Quantiles.of(BundledCases.named(name).recordedScores().array(configuration))
                .median();
    }

    private static String shown(String name, double score) {
        double factor = BundledCases.named(name).metric() == Metric.ACCURACY ? 100 : 1;
        return String.format(Locale.ROOT, "%.1f", factor * score).replace('-', '−');
    }

    private static List<String> join(List<String> first, String... others) {
        return Stream.concat(first.stream(), Stream.of(others)).toList();
    }

    /** The sorted numbers of each conclusion, computed from the record or stated settings. */
    private static Map<String, List<String>> expected() {
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        numbers.put("iris", medians("iris", BEFORE, alone(RATE), LINEAR));
        numbers.put("wine", medians("wine", BEFORE, alone(STANDARDIZE), AFTER, back(STANDARDIZE), LINEAR));
        CaseContributions penguins = contributions("penguins");
        numbers.put(
                "penguins",
                List.of(
                        shown(
                                "penguins",
                                Objects.requireNonNull(penguins.total()).gain().from()),
                        shown("penguins", penguins.total().gain().to()),
                        "0",
                        shown("penguins", minimum(BEFORE)),
                        shown("penguins", minimum(AFTER)),
                        medians("penguins", alone(HIDDEN)).get(0)));
        numbers.put("breastCancer", join(medians("breastCancer", BEFORE, alone(BATCH), LINEAR), "142", "0.3", "96.1"));
        KeyContribution hidden = key("diabetes", HIDDEN);
        numbers.put(
                "diabetes",
                join(
                        medians("diabetes", BEFORE, alone(L2), alone(HIDDEN), AFTER, LINEAR),
                        shown(
                                "diabetes",
                                -Objects.requireNonNull(hidden.interaction())
                                        .gain()
                                        .mean())));
        numbers.put(
                "digits",
                join(
                        medians("digits", BEFORE, alone(ACTIVATION), AFTER, back(ACTIVATION), alone(RATE), LINEAR),
                        "0.4",
                        "94.0"));
        numbers.put(
                "mnist",
                medians(
                        "mnist",
                        BEFORE,
                        alone(RATE),
                        alone(KERNELS),
                        back(RATE),
                        back(KERNELS),
                        AFTER,
                        alone(BATCH),
                        back(BATCH),
                        LINEAR));
        return numbers;
    }

    private static double minimum(Configuration configuration) {
        return Quantiles.of(BundledCases.named("penguins").recordedScores().array(configuration))
                .minimum();
    }

    private static CaseContributions contributions(String name) {
        Case subject = BundledCases.named(name);
        return CaseContributions.of(subject.recordedScores(), subject.metric());
    }

    private static KeyContribution key(String name, String key) {
        return contributions(name).keys().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void everyNumberIsRecorded(Language language) {
        Map<String, List<String>> expected = expected();
        assertEquals(
                BundledCases.NAMES.stream().sorted().toList(),
                expected.keySet().stream().sorted().toList());
        expected.forEach((name, numbers) -> {
            String text = Texts.in(language).get("case." + name + ".conclusion");
            List<String> stated =
                    NUMBER.matcher(text).results().map(MatchResult::group).toList();
            assertEquals(
                    numbers.stream().sorted().toList(), stated.stream().sorted().toList(), name + ": " + text);
        });
    }

    @Test
    void judgmentsFollowFromTheIntervals() {
        assertEquals(Role.ALONE_AND_NEEDED, key("iris", RATE).role());
        assertEquals(median("iris", AFTER), median("iris", alone(RATE)));
        assertEquals(Role.NONE_SEEN, key("iris", BATCH).role());
        assertEquals(Verdict.WORSE, overLinear("iris"));
        assertEquals(Role.ALONE_AND_NEEDED, key("wine", STANDARDIZE).role());
        assertEquals(median("wine", AFTER), median("wine", LINEAR));
        assertEquals(
                Verdict.OPEN,
                Objects.requireNonNull(contributions("penguins").total()).verdict());
        assertEquals(median("penguins", alone(RATE)), median("penguins", alone(HIDDEN)));
        assertEquals(median("penguins", LINEAR), median("penguins", alone(HIDDEN)));
        assertEquals(Role.ALONE_AND_NEEDED, key("breastCancer", BATCH).role());
        assertEquals(
                1 / 142.0, median("breastCancer", alone(BATCH)) - median("breastCancer", BEFORE), 1e-12, "one row");
        assertEquals(
                142,
                new RunLoader(null)
                        .open(BundledCases.named("breastCancer").before())
                        .partition()
                        .test()
                        .samples());
        assertEquals(Role.NONE_SEEN, key("breastCancer", RATE).role());
        assertEquals(Role.NONE_SEEN, key("breastCancer", L2).role());
        assertEquals(Role.PART_AND_NEEDED, key("diabetes", L2).role());
        assertEquals(Role.PART_AND_NEEDED, key("diabetes", HIDDEN).role());
        assertEquals(
                Verdict.WORSE,
                Objects.requireNonNull(key("diabetes", L2).interaction()).verdict());
        assertEquals(Verdict.OPEN, overLinear("diabetes"));
        assertEquals(Role.ALONE_AND_NEEDED, key("digits", ACTIVATION).role());
        assertEquals(Role.WORSE_ALONE, key("digits", RATE).role());
        assertEquals(Role.PART_AND_NEEDED, key("mnist", KERNELS).role());
        assertEquals(Role.ALONE_AND_NEEDED, key("mnist", RATE).role());
        assertEquals(Role.WORSE_ALONE_AND_TOGETHER, key("mnist", BATCH).role());
        assertEquals(Verdict.BETTER, overLinear("mnist"));
    }

    private static Verdict overLinear(String name) {
        return Objects.requireNonNull(contributions(name).overLinear()).verdict();
    }

    /** Where one key contributes more than all others, it is the one in the headline. */
    @Test
    void headlineIsTheLargestContribution() {
        assertNull(contributions("penguins").largestSetBack());
        assertNull(contributions("penguins").largestAlone());
        for (String name : BundledCases.NAMES) {
            KeyContribution largest = contributions(name).largestSetBack();
            if (largest != null) {
                assertEquals(BundledCases.named(name).mainKey(), largest.key(), name);
            }
        }
    }

    /** The conclusions name two runs that are not part of the record. */
    @Test
    void otherSettingsReachTheStatedMedians() {
        Experiment cancer = BundledCases.named("breastCancer").before();
        assertEquals(Integer.MAX_VALUE, cancer.training().batchSize().samples(), "a full batch");
        assertEquals(
                "96.1",
                shown(
                        "breastCancer",
                        median(cancer.withTraining(cancer.training().withLearningRate(0.3)))));
        Experiment digits = BundledCases.named("digits").before();
        assertEquals(new BatchSize(32), digits.training().batchSize());
        assertEquals(
                "94.0",
                shown("digits", median(digits.withTraining(digits.training().withLearningRate(0.4)))));
    }

    private static double median(Experiment experiment) {
        double[] scores = IntStream.range(0, 10)
                .mapToDouble(seed -> {
                    TrainingRun run =
                            new RunLoader(null).open(new SeededExperiments(experiment, 10).experimentOf(seed));
                    run.train(report -> {}, () -> false);
                    return Metric.ACCURACY.of(EvaluationData.TEST.of(run));
                })
                .toArray();
        return Quantiles.of(scores).median();
    }

    /** Trained with Adam for as many epochs as the network, the linear model comes close to NumPy's least squares. */
    @Test
    void linearReferenceOfDiabetesIsCloseToLeastSquares() throws IOException {
        double rmse;
        try (InputStream stream = CaseConclusionsTest.class.getResourceAsStream("/hyperlab/cases/linear.json")) {
            rmse = new ObjectMapper().readTree(stream).get("rmse").doubleValue();
        }

        for (double score : BundledCases.named("diabetes").recordedScores().array(LINEAR)) {
            assertEquals(rmse, score, 0.2);
        }
        assertEquals(rmse, median("diabetes", LINEAR), 0.05);
    }
}
