package hyperlab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The checker finds each kind of fault that an author can make. On f = ½x², a step at 1.9 multiplies x by −0.9. */
class LessonCheckerTest {
    private static final String FRONT =
            "---\nformat: hyperlab-lesson/1\nlanguage: en\ntitle: A\nsubject: learning-rate\nminutes: 1\n---\n";

    private static List<String> problems(String kind, String yaml, String after) {
        String body = "## One\n\n```step\nkind: " + kind + "\nset: try:oscillating-rate\n" + yaml + "\n```\n\n" + after;
        LessonReading reading = LessonReader.parse(FRONT + body, null);
        assertEquals(List.of(), reading.problems());
        return LessonChecker.check(reading.lesson().orElseThrow(), new ReadoutCache(null)).stream()
                .map(problem -> problem.line() + ": " + problem.reason().line())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theStartingPointIsRight(Language language) {
        Lesson lesson = LessonReader.parse(BundledLessons.startingPoint(language), null)
                .lesson()
                .orElseThrow();
        assertEquals(List.of(), LessonChecker.check(lesson, new ReadoutCache(null)));
        assertEquals(language, lesson.language());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "truth: { a: x[1] < 0, b: else } | [x] | [ ] | ",
                "truth: { a: x[1] < 0, b: else } | [ ] | [x] | 8: truth marks b, but a is computed to be right",
                "truth: { a: x[1] > 0, b: else } | [ ] | [x] | ",
                "truth: { a: x[1] > 0, b: x[2] < 0 } | [x] | [ ] | 8: truth has no right choice: no condition holds",
                "truth: { a: x[1] < 0, b: x[2] > 0 } | [x] | [ ] | 8: truth has two right choices: a and b",
            })
    void checksChoices(String truth, String a, String b, String problem) {
        assertEquals(
                problem == null ? List.of() : List.of(problem),
                problems("predict", truth, "- " + a + " first {a}\n- " + b + " second {b}\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "answer: -2.88\\ntolerance: 0.001\\ntruth: x[1] | ",
                "answer: -2.881\\ntolerance: 0.002\\ntruth: x[1] | ",
                "answer: -2.9\\ntolerance: 0.002\\ntruth: x[1] | 8: answer must be within 0.002 of the computed -2.88, got -2.9",
                "answer: 1\\ntolerance: 1\\ntruth: x[99] | 8: truth has no value in this run: x[99]",
                "answer: 1\\ntolerance: 1\\ntruth: x of 0.3 | 8: truth has no value in this run: x of 0.3",
                "truth: f[k]\\nsketch: { x: { name: k, from: 0, to: 9 }, y: { name: f, from: 0, to: 6 } } | ",
                "truth: f[k]\\nsketch: { x: { name: k, from: 30, to: 39 }, y: { name: f, from: 0, to: 6 } } | 8: truth must have at least 3 values on its axis, got 0",
                "truth: f[k]\\nsketch: { x: { name: k, from: 0, to: 9 }, y: { name: f, from: 6, to: 7 } } | 8: sketch.y must show the curve, but only 0 of 10 values are on its axis",
            })
    void checksNumbersAndSketches(String yaml, String problem) {
        assertEquals(
                problem == null ? List.of() : List.of(problem),
                problems("predict", yaml.replace("\\n", "\n").replace("-2.88 ", "-2.88 "), ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "truth: { a: f[2], b: f[1] } | ",
                "order: descending\\ntruth: { a: f[1], b: f[2] } | ",
                "truth: { a: f[1], b: f[2] } | 8: list must be in the computed order b, a",
                "truth: { a: f[1], b: f[1] } | 8: truth must be different in value, but a and b are equal",
                "truth: { a: f[1], b: f[99] } | 8: truth.b has no value in this run: f[99]",
            })
    void checksOrders(String yaml, String problem) {
        assertEquals(
                problem == null ? List.of() : List.of(problem),
                problems("predict", yaml.replace("\\n", "\n"), "1. first {a}\n2. second {b}\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "free: [learningRate]\\ngoal: f < 0.01 and step <= 20\\nsolution: { learningRate: 1 } | ",
                "free: [learningRate]\\ngoal: f < 0.01 and step <= 20\\nsolution: { learningRate: 0.1 } | 8: solution does not reach the goal: {learningRate=0.1}",
                "free: [steps]\\ngoal: f < 0.01\\nsolution: { learningRate: 1 } | 8: solution changes learningRate, which is not free",
                "free: [learningRate]\\ngoal: f < 6\\nsolution: { learningRate: 1 } | 8: goal is met before anything is changed",
                "free: [learningRate]\\ngoal: f < 0.01\\nsolution: { learningRate: -1 } | 8: solution.racers[0].learningRate must be finite and > 0, got -1",
                "free: [optimizer, learningRate]\\ngoal: f < 0.01\\nsolution: { optimizer.momentum: 0.3, learningRate: 1 } | ",
                "free: [optimizer, learningRate]\\ngoal: f < 0.01\\nsolution: { optimizer: adam, learningRate: 0.3 } | ",
            })
    void checksGoals(String yaml, String problem) {
        assertEquals(problem == null ? List.of() : List.of(problem), problems("reach", yaml.replace("\\n", "\n"), ""));
    }

    @Test
    void goalMayBeMetBeforeTheEnd() {
        // At 1.9, f is 5.12·0.81ᵏ: above 0.5 after 11 steps, below it after 12
        assertEquals(
                List.of("8: goal is met before anything is changed"),
                problems("reach", "free: [steps]\ngoal: f < 1 and f > 0.5\nsolution: { steps: 30 }", ""));
    }

    @Test
    void checksValuesInTextsAndRings() {
        assertEquals(
                List.of("8: text has no value in this run: x[99]"),
                problems("explain", "prompt: a", "Text {{x[99]}}.\n"));
        assertEquals(
                List.of("8: at has no value in this run: stepsTo(0)"),
                problems("observe", "ring: values\nat: stepsTo(0)", ""));
    }
}
