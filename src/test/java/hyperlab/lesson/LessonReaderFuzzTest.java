package hyperlab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.text.Language;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Whatever is in the file, the reader returns a lesson or problems with lines of the file, and nothing else. */
class LessonReaderFuzzTest {
    private static final String START = BundledLessons.startingPoint(Language.ENGLISH);

    private static final String[] FRAGMENTS = {
        "```",
        "```step",
        "---",
        "## ",
        "- [x] a {a}",
        "1. b {b}",
        "truth: { a: f[1], b: else }",
        "{{f}}",
        "{{",
        "}}",
        "kind: reach",
        "set: try:overfit",
        "set: ../x",
        "free: [",
        "&a",
        "*a",
        "!!x",
        "\t",
        "{",
        "}",
        "[",
        "]",
        ": ",
        "'",
        "\"",
        "\\",
        "$",
        "$x$",
        "|",
        "> ",
        "<b>",
        "\u0000",
        "\u2028",
        "\uD800",
        "1e999",
        "...",
        "%YAML 1.2",
        "? a",
        "goal: f < ",
        "answer: .inf",
        "sketch: {x: {name: k, from: 0, to: .nan}}",
        "\r",
        "# ",
        "![a](chart:b \"c\")"
    };

    private static LessonReading read(String text) {
        LessonReading reading = LessonReader.parse(text, null);
        long lines = Math.max(1, text.lines().count());
        assertEquals(reading.lesson().isEmpty(), !reading.problems().isEmpty());
        for (LessonProblem problem : reading.problems()) {
            assertTrue(problem.line() >= 1 && problem.line() <= lines + 1, () -> problem + " of " + lines);
            assertEquals(1, problem.reason().line().lines().count());
        }
        return reading;
    }

    @Property(tries = 300)
    void anyTextIsReadOrRejected(@ForAll @StringLength(max = 300) String text) {
        read(text);
        read("---\n" + text + "\n---\n## A\n```step\n" + text + "\n```\n" + text);
    }

    @Property(tries = 600)
    void damagedLessonsAreReadOrRejected(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(START);
        for (int change = 0; change <= random.nextInt(6); change++) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + random.nextInt(40));
            switch (random.nextInt(3)) {
                case 0 -> text.delete(at, to);
                case 1 -> text.insert(at, FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
                default -> text.replace(at, to, FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
            }
        }
        read(text.toString());
    }

    @Property(tries = 60)
    void truncatedLessonsAreReadOrRejected(@ForAll long seed) {
        read(START.substring(0, new Random(seed).nextInt(START.length())));
    }

    private static final String FRONT =
            "---\nformat: hyperlab-lesson/1\nlanguage: en\ntitle: A\nsubject: learning-rate\nminutes: 1\n---\n";

    private static void rejectsQuickly(String text) {
        LessonReading reading = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(text));
        assertTrue(reading.lesson().isEmpty());
    }

    private static String step(String yaml) {
        return FRONT + "## A\n\n```step\n" + yaml + "\n```\n";
    }

    @Test
    void rejectsHostileFiles() {
        rejectsQuickly(step("a: " + "[".repeat(50_000)));
        rejectsQuickly(step("a: " + "{a: ".repeat(20_000)));
        rejectsQuickly(step("- ".repeat(50_000)));
        rejectsQuickly(step("a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b, *b, *b, *b]"));
        rejectsQuickly(step("kind: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]"));
        rejectsQuickly(step("kind: predict\nset: try:oscillating-rate\ntruth: {" + "a: 1, ".repeat(10_000) + "}"));
        rejectsQuickly(step("kind: predict\nset: /etc/passwd\ntruth: 1"));
        rejectsQuickly(step("kind: predict\nset: file:///etc/passwd\ntruth: 1"));
        rejectsQuickly(step("kind: predict\nset: \"a\\0b\"\ntruth: 1"));
        rejectsQuickly(step("a: " + "9".repeat(5_000)));
        rejectsQuickly(step("kind: explain\nset: try:oscillating-rate\nwith: {steps: 1e300}"));
        rejectsQuickly(FRONT + "## A\n".repeat(20_000));
        rejectsQuickly(FRONT + "#".repeat(200_000));
        rejectsQuickly(FRONT + "> ".repeat(100_000));
        rejectsQuickly(FRONT + "*a **b ".repeat(20_000));
        rejectsQuickly("x".repeat(LessonReader.MAX_BYTES + 1));
    }

    @Test
    void rejectsManyChoices() {
        String choices = String.join(
                "\n",
                IntStream.range(0, 20_000).mapToObj(k -> "- [ ] a {a" + k + "}").toList());
        rejectsQuickly(step("kind: predict\nset: try:oscillating-rate\ntruth: { a: else }") + "\n" + choices + "\n");
    }

    @Test
    void theStartingPointIsReadable() {
        assertEquals(List.of(), read(START).problems());
    }
}
