package hyperlab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Document;
import hyperlab.learn.Block;
import hyperlab.learn.Inline;
import hyperlab.lesson.readout.LessonLab;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonReaderTest {
    private static final String FRONT = """
            ---
            format: hyperlab-lesson/1
            language: en
            title: A title
            subject: learning-rate
            minutes: 15
            ---
            """;

    /** The first line of the body. */
    private static final int BODY = 8;

    private static Lesson lesson(String body) {
        LessonReading reading = LessonReader.parse(FRONT + body, null);
        assertEquals(List.of(), reading.problems());
        return reading.lesson().orElseThrow();
    }

    /** The problems of a lesson as {@code line: reason}, with lines from the start of the body. */
    private static List<String> problems(String body) {
        LessonReading reading = LessonReader.parse(FRONT + body, null);
        assertTrue(reading.lesson().isEmpty() || reading.problems().isEmpty());
        return reading.problems().stream()
                .map(problem ->
                        problem.line() - BODY + 1 + ": " + problem.reason().line())
                .toList();
    }

    /** A step with one more line of YAML and more text. */
    private static String predict(String yaml, String after) {
        return "## Predict: which?\n\n```step\nkind: predict\nset: try:oscillating-rate\n" + yaml + "\n```\n\n" + after;
    }

    @Test
    void readsTheExampleOfTheFormat() {
        String truth =
                "{ 0.1: abs(x[8] of 0.1) < abs(x[8] of 1.9), 1.9: abs(x[8] of 1.9) < abs(x[8] of 0.1), equal: else }";
        Lesson lesson = lesson("Notes for the teacher.\n\n"
                + predict(
                        "free: []\nhide: [path, values, findings]\ntruth: " + truth,
                        "- [ ] 0.1 {0.1}\n- [ ] 1.9 {1.9}: \"larger is faster\"\n- [x] equally far {equal}\n\n")
                + """
                  ## Reach: get below 0.01 within 20 steps

                  ```step
                  kind: reach
                  free: [learningRate]
                  goal: f < 0.01 and step <= 20
                  hints: ["|1 − η| must be small.", "Try a rate near 1/c."]
                  solution: { learningRate: 1.0 }
                  ```
                  """);
        assertEquals(Language.ENGLISH, lesson.language());
        assertEquals("A title", lesson.title());
        assertEquals(LessonLab.LEARNING_RATE, lesson.lab());
        assertEquals(15, lesson.minutes());
        assertEquals(
                List.of(new Block.Paragraph(List.of(new Inline.TextRun("Notes for the teacher.", false)))),
                lesson.notes().blocks(value -> ""));
        Step.Predict predict = (Step.Predict) lesson.steps().get(0);
        assertEquals("Which?", predict.scene().title());
        assertEquals("try:oscillating-rate", predict.scene().source());
        assertEquals(List.of("path", "values", "findings"), predict.scene().hide());
        Question.Choice choice = (Question.Choice) predict.question();
        assertEquals(
                List.of("0.1", "1.9", "equal"),
                choice.options().stream().map(Question.Option::id).toList());
        assertEquals("larger is faster", choice.options().get(1).misconception());
        assertEquals(2, choice.answer());
        Step.Reach reach = (Step.Reach) lesson.steps().get(1);
        assertTrue(reach.scene().continues());
        assertEquals(predict.scene().document(), reach.scene().document());
        assertEquals(List.of("learningRate"), reach.scene().free());
        assertEquals(List.of(Map.of("learningRate", "1.0")), reach.solutions());
        assertEquals(2, reach.hints().size());
    }

    @Test
    void readsNumbersOrdersAndSketches() {
        Lesson lesson = lesson(predict("answer: 2\ntolerance: 0.5\nunit: steps\ntruth: stepsTo(1)", "")
                + predict("order: descending\ntruth: { a: f[0], b: f[1] }", "1. first $x_0$ {a}\n2. second {b}\n\n")
                + predict(
                        "truth: f[k]\nsketch: { x: { name: k, title: \"point k\", from: 0, to: 9 }, y: { name: f, from: 1e-3, to: 9, scale: log } }",
                        "Draw.\n"));
        Question.Numeric number =
                (Question.Numeric) ((Step.Predict) lesson.steps().get(0)).question();
        assertEquals(2, number.answer());
        assertEquals("steps", number.unit());
        Question.Order order = (Question.Order) ((Step.Predict) lesson.steps().get(1)).question();
        assertTrue(order.descending());
        assertEquals("first $x_0$", order.items().get(0).text());
        Question.Sketch sketch =
                (Question.Sketch) ((Step.Predict) lesson.steps().get(2)).question();
        assertEquals(new Question.Axis("k", "point k", 0, 9, false), sketch.x());
        assertEquals(new Question.Axis("f", 1e-3, 9, true), sketch.y());
        Curve curve = Curve.truth(
                sketch, new ReadoutCache(null).of(lesson.steps().get(2).scene().document()));
        assertEquals(10, curve.x().length);
        assertEquals(5.12, curve.y()[0], 1e-12);
        assertEquals(5.12 * 0.81 * 0.81, curve.at(2), 1e-12);
    }

    @Test
    void withChangesTheSettings() {
        Lesson lesson = lesson(
                "## One\n\n```step\nkind: observe\nset: try:oscillating-rate\nwith: { curvature: 4, learningRate: 0.5 }\nto: 8\nring: values\nat: stepsTo(1)\n```\n");
        Document.OfDescent document =
                (Document.OfDescent) lesson.steps().get(0).scene().document();
        assertEquals(Map.of("curvature", 4.0), document.setup().parameters());
        assertEquals(0.5, document.setup().racers().get(0).learningRate());
        Step.Observe observe = (Step.Observe) lesson.steps().get(0);
        assertEquals(8, observe.to());
        assertEquals("values", observe.ring());
    }

    @Test
    void computesNumbersInTexts() {
        Lesson lesson = lesson(
                "## One\n\n```step\nkind: explain\nset: try:oscillating-rate\nprompt: Why?\n```\n\nIt is at {{x[8]}} or {{x[8]|2}}, {{factor|%}}.\n");
        ReadoutCache cache = new ReadoutCache(null);
        Scene scene = lesson.steps().get(0).scene();
        assertEquals(
                "It is at 1.38 or 1.4, 90.0\u00a0%.",
                scene.text()
                        .markdown(value -> LessonText.format(value, cache.of(scene.document())))
                        .strip());
        assertEquals("Why?", ((Step.Explain) lesson.steps().get(0)).prompt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "truth: 1 | 4: answer must be given",
                "answer: 1 | 4: tolerance must be given",
                "answer: 1\\ntolerance: 0\\ntruth: 1 | 7: tolerance must be finite and > 0, got 0.0",
                "answer: one\\ntolerance: 1\\ntruth: 1 | 6: answer must be a number, got \"one\"",
                "answer: 1\\ntolerance: 1\\ntruth: f < 1 | 8: truth must be a number, not a condition, got f < 1",
                "answer: 1\\ntolerance: 1\\ntruth: g | 8: truth column 1 \"g\" is not a known name (nearest: f)",
                "answer: 1\\ntolerance: 1\\ntruth: 1\\nfree: [learningRat] | 9: free can be function, curvature, tilt, amplitude, curvatureX, curvatureY, condition, start, steps, learningRate, optimizer, momentum, schedule, but not learningRat; did you mean learningRate?",
                "answer: 1\\ntolerance: 1\\ntruth: 1\\nhide: [pathh] | 9: hide can be path, values, narration, legend, findings, but not pathh; did you mean path?",
                "answer: 1\\ntolerance: 1\\ntruth: 1\\nwith: { curvature: -1 } | 9: with.parameters.curvature must be finite and > 0, got -1",
                "answer: 1\\ntolerance: 1\\ntruth: 1\\nwit: 1 | 9: wit is not a known key (nearest: with)",
                "answer: 1\\ntolerance: 1\\ntruth: 1\\nanswer: 2 | 9: YAML is not valid YAML: Duplicate field 'answer'",
                "truth: &a [1] | 6: YAML must have no anchors, aliases or tags",
                "truth: !!java.net.URL ['http://x'] | 6: YAML must have no anchors, aliases or tags",
                "truth: *a | 6: YAML must have no anchors, aliases or tags",
                "truth: [1 | 6: YAML is not valid YAML: while parsing a flow sequence",
                "sketch: 1\\ntruth: 1 | 6: sketch must be a map of keys and values",
                "sketch: { x: { name: k, from: 0, to: 0 } } | 6: sketch.x.to must be > from (0.0), got 0.0",
                "sketch: { x: { name: k, from: 0, to: 1, scale: log } } | 6: sketch.x.from must be finite and > 0, got 0.0",
                "sketch: { x: { name: a b, from: 0, to: 1 } } | 6: sketch.x.name must be one word, which the truth uses as its variable, got a b",
                "sketch: { x: { name: k, from: 0, to: 1 } } | 6: sketch.y must be given",
            })
    void namesTheLineOfAnInvalidKey(String yaml, String problem) {
        assertEquals(List.of(problem), problems(predict(yaml.replace("\\n", "\n"), "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "- [x] a {a} | 9: list must have 2 to 6 choices or items, got 1",
                "- [ ] a {a}\\n- [ ] b {b} | 9: list must have exactly one choice with [x], got 0",
                "- [x] a {a}\\n- [x] b {b} | 9: list must have exactly one choice with [x], got 2",
                "- [x] a {a}\\n- [ ] b | 10: list must have a text and then a name in braces, got - [ ] b",
                "- [x] a {a}\\n- [ ] b {a} | 10: a is given twice",
                "- [x] a {a}\\n- [ ] b {b} | 6: truth.c is not a known key (nearest: a)",
                "- [x] a {a}\\n- [ ] d {d} | 6: truth.d must be given",
                "- [x] a {a}\\n- [ ] ![p](q) {b} | 10: a picture of list must have a title and the address chart:NAME, got q",
            })
    void namesTheLineOfAnInvalidChoice(String list, String problem) {
        List<String> problems =
                problems(predict("truth: { a: f < 1, b: else, c: f > 1 }", list.replace("\\n", "\n") + "\n"));
        assertEquals(1, problems.size(), problems::toString);
        assertEquals(
                problem.substring(0, problem.indexOf(' ')),
                problems.get(0).substring(0, problems.get(0).indexOf(' ')));
        if (!problem.contains("picture")) {
            assertEquals(problem, problems.get(0));
        }
    }

    @Test
    void reportsEveryInvalidStep() {
        List<String> problems =
                problems("## One\n\nno block\n\n" + predict("truth: 1", "") + "## Three\n\n```step\nkind: x\n```\n");
        assertEquals(
                List.of(
                        "1: step must have exactly one block that begins with ```step, got 0",
                        "8: answer must be given",
                        "16: kind can be predict, observe, explain, reach, but not x; did you mean reach?"),
                problems);
    }

    @Test
    void reportsTextsThatPagesCannotShow() {
        assertEquals(
                2,
                problems("## One\n\n```step\nkind: explain\nset: try:branin\n```\n\n<b>html</b>\n")
                        .size());
        assertTrue(problems("## One\n\n```step\nkind: explain\nset: try:oscillating-rate\n```\n\nA\n\n{{f <}}\n")
                .get(0)
                .startsWith("10: text column 4 must be a number"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "set: try:oscilating-rate | set can be",
                "set: try:overfit | set must open in learning-rate, but opens in training",
                "set: case:iris | set must open in learning-rate, but opens in cases",
                "set: 1 | set must be try:NAME, case:NAME, a path or a document, got 1",
                "set: other.json | set must name files inside the folder of the lesson, got other.json",
                "set: { format: hyperlab-descent/1, stepps: 3 } | set.stepps is not a known key",
                "set: { steps: 3 } | set.format is missing",
                "set: [1] | set must be try:NAME",
                "free: [] | set must be given in the first step",
                "set: try:oscillating-rate\\nfree: {a: 1} | free must be a text",
                "set: try:oscillating-rate\\nring: pathh | ring can be",
                "set: try:oscillating-rate\\nfrom: -1 | from must be a whole number",
            })
    void rejectsInvalidSettings(String yaml, String problem) {
        List<String> problems = problems("## One\n\n```step\nkind: observe\n" + yaml.replace("\\n", "\n") + "\n```\n");
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).contains(problem), problems::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "goal: f | goal must be a condition such as f < 1, got f",
                "goal: f < 1 | solution must be given",
                "goal: f < 1\\nsolution: { rate: 1 } | solution can be",
                "goal: f < 1\\nsolutions: { steps: 1 } | solutions must be a list of at most 10 entries",
                "goal: f < 1\\nsolutions: [1] | solutions must be a map",
                "solution: { steps: 1 } | goal must be given",
            })
    void rejectsInvalidGoals(String yaml, String problem) {
        List<String> problems = problems(
                "## One\n\n```step\nkind: reach\nset: try:oscillating-rate\n" + yaml.replace("\\n", "\n") + "\n```\n");
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).contains(problem), problems::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | 1: lesson must begin with its settings between two lines of ---",
                "---\\nformat: hyperlab-lesson/1 | 1: lesson must begin with its settings between two lines of ---",
                "---\\nformat: hyperlab-lesson/2\\n--- | 2: format can be hyperlab-lesson/1",
                "---\\n- a\\n--- | 2: YAML must be a map of keys and values",
                "---\\nformat: hyperlab-lesson/1\\nlanguage: fr\\n--- | 3: language can be en, ko",
                "---\\nformat: hyperlab-lesson/1\\nlanguage: en\\ntitle: a\\nsubject: learn\\n--- | 5: subject can be",
                "---\\nformat: hyperlab-lesson/1\\nlanguage: en\\ntitle: a\\nsubject: tuning\\nminutes: 0\\n--- | 6: minutes must be a whole number",
                "---\\nformat: hyperlab-lesson/1\\nlanguage: en\\ntitle: a\\nsubject: tuning\\nminutes: 1\\npages: [a]\\n--- | 7: pages can be",
                "---\\nformat: hyperlab-lesson/1\\nlanguage: en\\ntitle: a\\nsubject: tuning\\nminutes: 1\\nauthor: a\\n--- | 7: author is not a known key",
                "---\\nformat: hyperlab-lesson/1\\nlanguage: en\\ntitle: a\\nsubject: tuning\\nminutes: 1\\n--- | 8: steps must be 1 to 60 steps",
            })
    void rejectsInvalidFrontMatter(String text, String problem) {
        LessonReading reading = LessonReader.parse(text.replace("\\n", "\n"), null);
        LessonProblem first = reading.problems().get(0);
        assertTrue(reading.lesson().isEmpty());
        assertTrue((first.line() + ": " + first.reason().line()).startsWith(problem), first::toString);
    }

    private static final String OBSERVE = "## One\n\n```step\nkind: observe\nset: %s\n```\n";

    @Test
    void readsDocumentsInItsFolder(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("lesson/data"));
        Path file = folder.resolve("lesson/a.hyperlab-lesson.md");
        Files.writeString(folder.resolve("lesson/data/d.json"), "{\"format\": \"hyperlab-descent/1\", \"steps\": 7}");
        Files.writeString(folder.resolve("outside.json"), "{\"format\": \"hyperlab-descent/1\"}");
        Files.writeString(file, FRONT + OBSERVE.formatted("data/d.json"));
        Document.OfDescent document = (Document.OfDescent)
                LessonReader.load(file).steps().get(0).scene().document();
        assertEquals(7, document.setup().steps());
        for (String outside : List.of(
                "../outside.json",
                folder.resolve("outside.json").toString(),
                "data/../../outside.json",
                ".",
                "'https://example.org/d.json'",
                "data/missing.json")) {
            Files.writeString(file, FRONT + OBSERVE.formatted(outside));
            InvalidInputException error = assertThrows(InvalidInputException.class, () -> LessonReader.load(file));
            assertTrue(error.getMessage().startsWith(file + ":" + (BODY + 4) + " set must "), error::getMessage);
        }
    }

    @Test
    void doesNotFollowLinksOutOfItsFolder(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("lesson"));
        Files.writeString(folder.resolve("outside.json"), "{\"format\": \"hyperlab-descent/1\"}");
        Files.createSymbolicLink(folder.resolve("lesson/link.json"), folder.resolve("outside.json"));
        Path file = folder.resolve("lesson/a.hyperlab-lesson.md");
        Files.writeString(file, FRONT + OBSERVE.formatted("link.json"));
        assertTrue(LessonReader.read(file).problems().get(0).reason().line().contains("inside the folder"));
    }

    @Test
    void documentsNameNoFilesOutsideTheFolder(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.hyperlab-lesson.md");
        String front = FRONT.replace("learning-rate", "training");
        Files.writeString(
                file,
                front
                        + OBSERVE.formatted(
                                "{ format: hyperlab-experiment/1, data: { source: csv, file: ../t.csv, target: a } }"));
        assertTrue(LessonReader.read(file).problems().get(0).reason().line().contains("inside the folder"));
    }
}
