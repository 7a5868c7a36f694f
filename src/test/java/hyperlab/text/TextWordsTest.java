package hyperlab.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.diagnosis.NoiseScale;
import hyperlab.diagnosis.TrainingDoctor;
import hyperlab.nn.Activation;
import hyperlab.text.WordedResults.Entry;
import hyperlab.text.WordedResults.Kind;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Numbers and strong statements that insights, findings, questions, cases and charts give in words follow from a
 * computation. Texts that only say how to use something are left out: hints, help, errors, and what is shown before
 * there is a result. So are the beliefs of wrong options.
 */
class TextWordsTest {
    private static final Path BUNDLES = Path.of("assets/i18n");
    private static final List<Entry> LEDGER = WordedResults.ledger(TextWordsTest.class, "worded-results.txt");

    /** The keys of texts that state no results. */
    private static final Pattern INSTRUCTION =
            Pattern.compile(".*(\\.hint|\\.tip|\\.rule|\\.how|\\.belief|\\.empty|\\.prompt|\\.keys|\\.note|\\.axis)"
                    + "|(help|error|player|present|shell|lesson|learn)\\..*|.*\\.(undo|how|empty)\\..*"
                    + "|learning-rate\\.(rates|optimizers)\\..*|.*\\.never");

    /** Closed forms and thresholds, by the names that the ledger gives them. */
    private static final Map<String, BooleanSupplier> CHECKS = Map.ofEntries(
            // Steps are proportional to 1 + critical/B: twice the limit at B = critical.
            Map.entry("steps from the critical batch on", () -> steps(1) == 2 * steps(Double.POSITIVE_INFINITY)),
            Map.entry("noise of half the data", TextWordsTest::noiseOfHalfTheDataIsLargerThanTheGradient),
            // From a critical batch of 10⁶ on, 99 % of the squared length of a batch's gradient are noise, up to B =
            // 10⁴.
            Map.entry("noise near the minimum", () -> 1e6 / (1e6 + 1e4) > 0.99),
            Map.entry(
                    "softplus is positive and rises everywhere",
                    () -> Stream.of(-30.0, 0.0, 30.0).allMatch(TextWordsTest::softplusIsPositiveAndRises)),
            // The curvature is proportional to the square of a feature's deviation. At the largest stable rate, a step
            // shortens the distance in the direction of the narrowest feature by 2/ratio².
            Map.entry(
                    "one rate for unlike scales",
                    () -> 2 / (TrainingDoctor.SCALE_RATIO * TrainingDoctor.SCALE_RATIO) < 0.01),
            Map.entry("a vanished gradient", () -> TrainingDoctor.VANISHING_RATIO <= 0.001),
            Map.entry("almost all samples", () -> TrainingDoctor.SATURATED_SHARE >= 0.9),
            Map.entry("almost every epoch", () -> TrainingDoctor.STEADY_SHARE >= 0.9),
            Map.entry("twice the batch", TextWordsTest::progressOfTwiceTheBatchIsComputed));

    private static double steps(double batchOverCritical) {
        return 1 + 1 / batchOverCritical;
    }

    /**
     * With a critical batch of N, the squared noise of a batch of N/2 drawn without replacement is N/B · (N − B)/(N −
     * 1) times the squared gradient.
     */
    private static boolean noiseOfHalfTheDataIsLargerThanTheGradient() {
        return Stream.of(10.0, 150.0, 1e4).allMatch(n -> n / (n / 2) * (n - n / 2) / (n - 1) > 1);
    }

    private static boolean softplusIsPositiveAndRises(double x) {
        Activation softplus = new Activation.Softplus();
        return softplus.value(x) > 0 && softplus.derivative(x) > 0;
    }

    /** (1 + r)/(1 + r/2) of McCandlish et al. 2018, with r = noise scale ÷ batch. */
    private static boolean progressOfTwiceTheBatchIsComputed() {
        return Math.abs(new NoiseScale(100, 1, 64).progressOfDoubledBatch(32) - 1.5) < 1e-12;
    }

    private static Map<String, List<String>> found(Language language) throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(BUNDLES)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith("_ko.properties") == (language == Language.KOREAN)) {
                    Properties texts = new Properties();
                    try (Reader reader = Files.newBufferedReader(file)) {
                        texts.load(reader);
                    }
                    texts.forEach((key, text) -> {
                        List<String> phrases = WordedResults.find((String) text, language);
                        if (!phrases.isEmpty()
                                && !INSTRUCTION.matcher((String) key).matches()) {
                            found.put((String) key, phrases);
                        }
                    });
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource
    void everyWordedResultIsTiedToAComputation(Language language) throws IOException {
        assertEquals(Map.of(), WordedResults.differences(found(language), LEDGER, language));
    }

    @Test
    void everyCheckHoldsAndEveryTestExists() {
        TreeSet<String> unused = new TreeSet<>(CHECKS.keySet());
        for (Entry entry : LEDGER) {
            if (entry.kind() == Kind.CHECK) {
                BooleanSupplier check = CHECKS.get(entry.tie());
                assertTrue(check != null && check.getAsBoolean(), entry::toString);
                unused.remove(entry.tie());
            }
        }
        assertEquals(new TreeSet<>(), unused);
        assertEquals(List.of(), WordedResults.missingTests(LEDGER));
    }

    @Test
    void findsPhrasesInBothLanguages() {
        assertEquals(
                List.of("almost", "twice", "a third"),
                WordedResults.find("Almost twice {0}, {{half(x)}} a third, at most one", Language.ENGLISH));
        assertEquals(List.of("세 배", "절반", "3분의"), WordedResults.find("세 배, 절반, {0}배, 3분의 1", Language.KOREAN));
        assertFalse(WordedResults.find("It never ends", Language.ENGLISH).isEmpty());
    }

    @Test
    void aNewPhraseIsADifference() {
        Map<String, List<String>> planted = Map.of("some.key", List.of("almost"));
        assertEquals(
                1,
                WordedResults.differences(planted, List.of(), Language.ENGLISH).size());
        Entry tied = new Entry("some.key", List.of("almost"), List.of(), Kind.DEFINITION, "why");
        assertEquals(Map.of(), WordedResults.differences(planted, List.of(tied), Language.ENGLISH));
        assertEquals(
                1,
                WordedResults.differences(Map.of(), List.of(tied), Language.ENGLISH)
                        .size());
    }
}
