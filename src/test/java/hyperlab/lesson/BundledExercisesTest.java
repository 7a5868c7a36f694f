package hyperlab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.file.Documents;
import hyperlab.learn.LearnPages;
import hyperlab.lesson.expression.Expression;
import hyperlab.lesson.readout.LabReadouts;
import hyperlab.lesson.readout.LessonLab;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.text.ForbiddenWords;
import hyperlab.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer of the exercises is computed again, and both languages have the same exercises. */
class BundledExercisesTest {
    private static final Path FOLDER = Path.of("assets/exercises");
    private static final Path REFERENCE = Path.of("src/test/resources/hyperlab/lesson/exercises.json");

    /** Both languages and all tests share their computations. */
    private static final ReadoutCache CACHE = new ReadoutCache(null);

    /** A number that is not part of a name such as s3 or L1. */
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z0-9_.])\\d+(?:\\.\\d+)?");

    private static final Pattern FORMULA = Pattern.compile("\\$[^$]*\\$");

    /**
     * Numbers without a computation in the texts of some pages: steps of an arithmetic that is written out, sizes of
     * kernels and layers, thresholds between options, and percentages of the recorded cases, which the page states.
     */
    private static final Map<String, Set<String>> STRUCTURAL = Map.ofEntries(
            Map.entry("parameters", Set.of("12", "64", "3", "4")),
            Map.entry("learning-rate", Set.of("0.5", "8", "4", "20")),
            Map.entry("batch-size", Set.of("3.75", "150", "4")),
            Map.entry("epochs", Set.of("46", "26", "20", "40")),
            Map.entry("weight-decay", Set.of("10", "4", "6")),
            Map.entry("dropout", Set.of("3", "0.8", "3.75", "4")),
            Map.entry("activation", Set.of("9", "10", "4")),
            Map.entry("optimizers", Set.of("0.02", "0.021", "100")),
            Map.entry("layers", Set.of("42", "75", "95", "240")),
            Map.entry("convolution", Set.of("8.33", "8", "9", "28")),
            Map.entry("seed", Set.of("10", "60")),
            Map.entry("tuning", Set.of("27", "18", "25", "5", "3", "6", "9")),
            Map.entry("cases", Set.of("95.5", "59.4")),
            Map.entry("softmax", Set.of("3", "4")),
            Map.entry("backpropagation", Set.of()),
            Map.entry("generalization", Set.of("800", "50", "32", "60")),
            Map.entry("sayings", Set.of("4", "5", "300")));

    static List<String> pages() {
        return LearnPages.NAMES.stream()
                .filter(page ->
                        BundledExercises.markdown(page, Language.ENGLISH).isPresent())
                .toList();
    }

    private static PageExercises exercises(String page, Language language) {
        return BundledExercises.load(page, language).orElseThrow();
    }

    @Test
    void everyFileBelongsToAPageAndThereAreMoreThanThirtyExercises() throws IOException {
        for (Language language : Language.values()) {
            try (Stream<Path> files = Files.list(FOLDER.resolve(language.code()))) {
                Set<String> there =
                        files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
                assertEquals(
                        pages().stream().map(page -> page + ".md").collect(Collectors.toCollection(TreeSet::new)),
                        there);
            }
            int count = BundledExercises.all(language).stream()
                    .mapToInt(page -> page.exercises().size())
                    .sum();
            assertTrue(count >= 30, () -> count + " exercises");
        }
        assertTrue(pages().size() >= 17, () -> pages().toString());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyAnswerIsRight(String page) {
        for (Language language : Language.values()) {
            assertEquals(List.of(), LessonChecker.check(exercises(page, language), CACHE));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void bothLanguagesHaveTheSameExercises(String page) {
        PageExercises english = exercises(page, Language.ENGLISH);
        PageExercises korean = exercises(page, Language.KOREAN);
        assertEquals(page, english.page());
        assertEquals(page, korean.page());
        assertEquals(Language.ENGLISH, english.language());
        assertEquals(Language.KOREAN, korean.language());
        assertEquals(BundledLessonsTest.outline(english.steps()), BundledLessonsTest.outline(korean.steps()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyWrongChoiceNamesItsMisconceptionAndEveryExplanationHasNumbers(String page) {
        for (Language language : Language.values()) {
            for (Exercise exercise : exercises(page, language).exercises()) {
                String title = exercise.question().scene().title();
                assertTrue(!exercise.explanation().scene().text().values().isEmpty(), title);
                if (exercise.question().question() instanceof Question.Choice choice) {
                    choice.options()
                            .forEach(option -> assertEquals(option.correct(), option.misconception() == null, title));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void koreanParticlesFollowTheValues(String page) {
        assertEquals(
                List.of(),
                BundledLessonsTest.wrongParticles(
                        exercises(page, Language.KOREAN).steps(), CACHE));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void eachLanguageUsesItsWords(String page) {
        String korean = BundledExercises.markdown(page, Language.KOREAN).orElseThrow();
        assertTrue(!ForbiddenWords.NONSTANDARD_TERMS.matcher(korean).find(), page);
        String english = BundledExercises.markdown(page, Language.ENGLISH).orElseThrow();
        assertTrue(!ForbiddenWords.HANGUL.matcher(english).find(), page);
        assertTrue(!ForbiddenWords.BRITISH.matcher(english).find(), page);
    }

    /** What is not computed in place is a setting of the exercise's document, or is listed as structural. */
    @ParameterizedTest
    @MethodSource("pages")
    void everyNumberInTheTextsIsComputedOrASetting(String page) {
        for (Language language : Language.values()) {
            for (Exercise exercise : exercises(page, language).exercises()) {
                Set<String> stated = numbers(literalText(exercise));
                stated.removeAll(numbers(
                        Documents.write(exercise.question().scene().document()).replaceAll("(\\d)\\.0\\b", "$1")));
                stated.removeAll(numbers(truths(exercise)));
                stated.removeAll(Set.of("0", "1", "2"));
                stated.removeAll(STRUCTURAL.getOrDefault(page, Set.of()));
                assertEquals(
                        Set.of(),
                        stated,
                        () -> language + ": " + exercise.question().scene().title());
            }
        }
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String literalText(Exercise exercise) {
        StringBuilder text = new StringBuilder();
        for (Step step : List.of(exercise.question(), exercise.explanation())) {
            text.append(step.scene().title()).append('\n');
            text.append(step.scene().text().markdown(value -> "")).append('\n');
        }
        if (exercise.question().question() instanceof Question.Choice choice) {
            choice.options().forEach(option -> text.append(option.text()).append('\n'));
        }
        return FORMULA.matcher(text).replaceAll("");
    }

    private static String truths(Exercise exercise) {
        return exercise.question().question() instanceof Question.Choice choice
                ? choice.options().stream()
                        .map(option -> String.valueOf(option.truth()))
                        .collect(Collectors.joining("\n"))
                : ((Question.Numeric) exercise.question().question()).truth().text();
    }

    /** The values of exercises.py, which uses closed forms and NumPy. */
    @Test
    void numbersAgreeWithClosedForms() throws IOException {
        JsonNode entries = new ObjectMapper().readTree(Files.readString(REFERENCE));
        assertTrue(entries.size() > 30);
        for (JsonNode entry : entries) {
            Exercise exercise = exercises(entry.path("page").asText(), Language.ENGLISH)
                    .exercises()
                    .get(entry.path("exercise").asInt() - 1);
            String text = entry.path("expression").asText();
            LessonLab lab = LessonLab.of(exercise.question().scene().document()).orElseThrow();
            Expression expression = Expression.of(text, "reference", LabReadouts.of(lab), List.of());
            double expected = entry.path("value").asDouble();
            double computed =
                    expression.value(CACHE.of(exercise.question().scene().document()));
            assertEquals(expected, computed, 1e-9 * Math.abs(expected), () -> entry.path("page") + ": " + text);
            assertTrue(isShownOrAsked(exercise, expression), () -> entry.path("page") + " does not use " + text);
        }
    }

    /** Whether an expression is a part of the truth or of the explanation. */
    private static boolean isShownOrAsked(Exercise exercise, Expression expression) {
        String all = truths(exercise) + "\n"
                + exercise.explanation().scene().text().values().stream()
                        .map(value -> value.value().text())
                        .collect(Collectors.joining("\n"));
        String searched = expression.text().replaceAll("[\\s()]", "");
        return Arrays.stream(all.replaceAll("[ ()]", "").split("\n", -1)).anyMatch(each -> each.contains(searched));
    }
}
