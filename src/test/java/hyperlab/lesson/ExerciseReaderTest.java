package hyperlab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lesson.readout.LessonLab;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExerciseReaderTest {
    private static final String FRONT = """
            ---
            format: hyperlab-exercises/1
            language: en
            page: learning-rate
            ---
            """;

    private static final String EXPLAIN =
            "## Explain: why\n\n```step\nkind: explain\n```\n\nThe value is {{x[1]}}.\n\n";

    private static final String NUMBER =
            predict("try:oscillating-rate", "answer: -2.88\ntolerance: 0.05\ntruth: x[1]", "A text.\n\n");

    private static String predict(String set, String yaml, String after) {
        return "## Predict: which?\n\n```step\nkind: predict\nset: " + set + "\n" + yaml + "\n```\n\n" + after;
    }

    private static PageExercises exercises(String body) {
        ExerciseReading reading = ExerciseReader.parse(FRONT + body, null);
        assertEquals(List.of(), reading.problems());
        return reading.exercises().orElseThrow();
    }

    private static List<String> problems(String text) {
        ExerciseReading reading = ExerciseReader.parse(text, null);
        assertTrue(reading.exercises().isEmpty());
        return reading.problems().stream()
                .map(problem -> problem.line() + ": " + problem.reason().line())
                .toList();
    }

    @Test
    void eachQuestionMayTakePlaceInALabOfItsOwn() {
        PageExercises page = exercises(NUMBER
                + EXPLAIN
                + predict(
                        "try:overfit",
                        "truth: { few: parameters < 10, many: else }",
                        "- [ ] few {few}: \"small\"\n- [x] many {many}\n\n")
                + EXPLAIN.replace("x[1]", "parameters"));
        assertEquals(Language.ENGLISH, page.language());
        assertEquals("learning-rate", page.page());
        assertEquals(
                List.of(LessonLab.LEARNING_RATE, LessonLab.TRAINING),
                page.exercises().stream()
                        .map(each ->
                                LessonLab.of(each.question().scene().document()).orElseThrow())
                        .toList());
        assertEquals(
                page.exercises().get(1).question().scene().document(),
                page.exercises().get(1).explanation().scene().document());
        assertEquals(
                List.of("predict", "explain", "predict", "explain"),
                page.steps().stream().map(Step::kind).toList());
        assertEquals(List.of(), LessonChecker.check(page, new ReadoutCache(null)));
    }

    @Test
    void theCheckReportsAnAnswerThatIsNotComputed() {
        PageExercises page = exercises(NUMBER.replace("-2.88", "-2.5") + EXPLAIN);
        assertEquals(
                List.of("6: answer must be within 0.05 of the computed -2.88, got -2.5"),
                LessonChecker.check(page, new ReadoutCache(null)).stream()
                        .map(problem -> problem.line() + ": " + problem.reason().line())
                        .toList());
    }

    @Test
    void readoutsAreThoseOfTheQuestionsLab() {
        List<String> problems =
                problems(FRONT + predict("try:overfit", "answer: 1\ntolerance: 1\ntruth: x[1]", "") + EXPLAIN);
        assertEquals(2, problems.size(), problems::toString);
        assertTrue(problems.get(0).startsWith("13: truth column 1"), problems::toString);
        assertTrue(problems.get(1).startsWith("22: text column 1"), problems::toString);
    }

    @Test
    void questionsAndExplanationsComeInPairs() {
        String rule =
                "exercises must be questions for a choice or a number without computed values, each followed by its"
                        + " explanation";
        assertEquals(List.of("6: " + rule), problems(FRONT + NUMBER));
        assertEquals(List.of("18: " + rule), problems(FRONT + NUMBER + NUMBER + EXPLAIN));
        assertEquals(List.of("6: " + rule), problems(FRONT + "A preface.\n\n" + NUMBER + EXPLAIN));
        assertEquals(
                List.of("6: " + rule, "18: " + rule),
                problems(FRONT + NUMBER.replace("A text.", "It is {{x[0]}}.") + EXPLAIN));
        String order = predict("try:oscillating-rate", "truth: { a: x[1], b: x[0] }", "1. one {a}\n2. two {b}\n\n");
        assertEquals(rule, problems(FRONT + order + EXPLAIN).get(0).substring(3));
    }

    @Test
    void aPageHasOneToThreeExercises() {
        assertEquals(List.of("6: exercises must be 1 to 3 questions, got 0"), problems(FRONT));
        assertEquals(
                List.of("6: exercises must be 1 to 3 questions, got 4"),
                problems(FRONT + (NUMBER + EXPLAIN).repeat(4)));
    }

    @Test
    void theFrontMatterNamesAPage() {
        assertEquals(List.of("1: lesson must begin with its settings between two lines of ---"), problems("text"));
        List<String> unknown = problems(FRONT.replace("learning-rate", "learning-rates") + NUMBER + EXPLAIN);
        assertTrue(unknown.get(0).startsWith("4: page can be parameters, "), unknown::toString);
        List<String> other = problems(FRONT.replace("page:", "minutes: 4\npage:") + NUMBER + EXPLAIN);
        assertTrue(other.get(0).startsWith("4: minutes"), other::toString);
        assertEquals(1, problems(FRONT.replace("language: en", "language: [")).size());
        assertTrue(problems("x".repeat(LessonReader.MAX_BYTES + 1)).get(0).startsWith("1: exercises must"));
    }

    @Test
    void theFormatIsRecognized(@TempDir Path folder) throws IOException {
        assertTrue(ExerciseReader.isExercises(FRONT + NUMBER));
        assertFalse(ExerciseReader.isExercises(FRONT.replace("exercises/1", "lesson/1") + NUMBER));
        assertFalse(ExerciseReader.isExercises("---\n---\nformat: hyperlab-exercises/1\n"));
        Path file = Files.writeString(folder.resolve("learning-rate.md"), FRONT + NUMBER + EXPLAIN);
        assertEquals(1, ExerciseReader.load(file).exercises().size());
        Files.writeString(file, FRONT + NUMBER);
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> ExerciseReader.load(file));
        assertTrue(error.line().startsWith(file + ":6"), error.line());
    }
}
