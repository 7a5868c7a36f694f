package hyperlab.lab.learn.illustration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.learn.LearnPages;
import hyperlab.learn.LinkedDocuments;
import hyperlab.lesson.expression.Expression;
import hyperlab.lesson.readout.DocumentReadouts;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.text.Language;
import hyperlab.tune.StudyBudget;
import hyperlab.tune.TuningStudy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Numbers that pages write as words. Those that state a result are computed here; a new one must be added to the list,
 * so that somebody decides whether it is a result.
 */
class PageNumberWordsTest {
    private static final Pattern WORD = Pattern.compile(
            "\\b(two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|twice|third)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern FORMULA_IN_WORDS = Pattern.compile("```math [^\n]*");
    private static final List<String> ENGLISH =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private static final ReadoutCache CACHE = new ReadoutCache(null);

    /** The words of each page in order. What is not computed below counts settings, charts, links or parts of a text. */
    private static final Map<String, List<String>> LISTED = Map.ofEntries(
            Map.entry("parameters", List.of("two")),
            Map.entry("learning-rate", List.of("three", "three", "eight", "third", "three", "three", "three")),
            Map.entry("batch-size", List.of("four", "third", "four", "two")),
            Map.entry("weight-decay", List.of("four", "ten", "ten", "six", "six")),
            Map.entry("dropout", List.of("five", "five")),
            Map.entry("activation", List.of("nine", "ten")),
            Map.entry("optimizers", List.of("three", "three", "three")),
            Map.entry("layers", List.of("three", "two", "two", "three", "eight")),
            Map.entry("convolution", List.of("two", "three")),
            Map.entry("seed", List.of("ten", "ten", "two", "two")),
            Map.entry("tuning", List.of("two", "eight", "third", "three", "nine", "six", "two", "nine")),
            Map.entry("cases", List.of("three", "ten", "two")),
            Map.entry("softmax", List.of("two", "two")),
            Map.entry("backpropagation", List.of("two")),
            Map.entry("generalization", List.of("five", "five")),
            Map.entry("sayings", List.of("five", "two")),
            Map.entry("maps", List.of("two", "two", "two", "ten", "ten", "two", "two", "two")));

    static List<String> names() {
        return LearnPages.NAMES;
    }

    private static List<String> words(String page) {
        String text = FORMULA_IN_WORDS
                .matcher(LearnPages.markdown(page, Language.ENGLISH))
                .replaceAll("");
        return WORD.matcher(text)
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNumberWordIsListed(String page) {
        assertEquals(LISTED.getOrDefault(page, List.of()), words(page));
    }

    private static void assertSays(String page, String english, String korean) {
        assertTrue(LearnPages.markdown(page, Language.ENGLISH).contains(english), () -> page + ": " + english);
        assertTrue(LearnPages.markdown(page, Language.KOREAN).contains(korean), () -> page + ": " + korean);
    }

    private static int value(String link, String expression) {
        DocumentReadouts readouts = CACHE.of(LinkedDocuments.load(link));
        return (int) Math.rint(
                Expression.of(expression, "test", readouts.names(), List.of()).value(readouts));
    }

    @Test
    void fullBatchesOfIris() {
        int full = 150 / 32;
        assertSays(
                "batch-size",
                ENGLISH.get(full) + " full batches and a last one",
                "꽉 찬 배치가 " + List.of("", "하나", "둘", "셋", "넷", "다섯").get(full));
    }

    @Test
    void featuresThatL1Keeps() {
        int kept = value("l1-diabetes", "l1Features(0.1)");
        assertSays(
                "weight-decay",
                ENGLISH.get(kept) + " of the ten features are left",
                List.of("", "한", "두", "세", "네", "다섯").get(kept) + " 개만 남겨요");
        int features = 10;
        assertSays(
                "weight-decay",
                "the " + ENGLISH.get(features - kept) + " rejected weights",
                "버린 " + List.of("", "한", "두", "세", "네", "다섯", "여섯", "일곱").get(features - kept) + " 가중치");
    }

    /** A chain of ten hidden layers has one factor less. */
    @Test
    void factorsOfTheGradient() {
        int layers = LinkedSettings.activation("sigmoid-10").depth().layers();
        assertSays("activation", "there are " + ENGLISH.get(layers - 1) + " such factors", "이런 곱이 아홉");
    }

    /** How long the trials of successive halving train: those that go on are in a later round as well. */
    @Test
    void trialsOfSuccessiveHalving() {
        TuningStudy study = LinkedSettings.study("halving");
        List<StudyBudget.Round> rounds = StudyBudget.rounds(study);
        assertEquals(3, rounds.size());
        int first = rounds.get(0).trials() - rounds.get(1).trials();
        int second = rounds.get(1).trials() - rounds.get(2).trials();
        assertEquals(1, rounds.get(2).trials());
        assertEquals(1, rounds.get(0).epochs());
        assertSays(
                "tuning",
                "Here " + ENGLISH.get(first) + " trials end after 1 epoch and " + ENGLISH.get(second) + " after 3",
                List.of("", "한", "두", "세", "네", "다섯", "여섯").get(first) + " 시도가 1에포크 만에, "
                        + List.of("", "하나", "둘", "셋").get(second) + "이 3에포크 만에");
        assertSays("tuning", "Nine begin, one trains to the end", "아홉이 시작해서 하나만 끝까지");
        assertEquals(9, rounds.get(0).trials());
        assertEquals(9, rounds.stream().mapToInt(StudyBudget.Round::epochs).sum());
    }
}
