package hyperlab.lesson.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lesson.answers.CollectedAnswers.Misconception;
import hyperlab.lesson.answers.LessonAnswers.Answer;
import hyperlab.lesson.answers.LessonAnswers.Kind;
import hyperlab.rule.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersFileTest {
    /** The SHA-256 of the empty text, from FIPS 180-4 test vectors. */
    private static final String HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final LessonAnswers ANSWERS = new LessonAnswers(
            "Four fates",
            HASH,
            Optional.of("Kim"),
            List.of(
                    new Answer(1, Kind.CHOICE, "large", Optional.of(0.0), Optional.of("larger is faster")),
                    new Answer(4, Kind.NUMBER, "0.5", Optional.of(1.0), Optional.empty()),
                    new Answer(7, Kind.WORDS, "because, \"so\"", Optional.empty(), Optional.empty())));

    private static LessonAnswers unnamed(String belief) {
        return new LessonAnswers(
                "Four fates",
                HASH,
                Optional.empty(),
                List.of(new Answer(1, Kind.CHOICE, "a", Optional.of(0.0), Optional.of(belief))));
    }

    @Test
    void hashIsThatOfTheText() {
        assertEquals(HASH, AnswersFile.sha256(""));
    }

    @Test
    void readsWhatItWrote() {
        assertEquals(ANSWERS, AnswersFile.parse(AnswersFile.write(ANSWERS), "a"));
        assertEquals(unnamed("b"), AnswersFile.parse(AnswersFile.write(unnamed("b")), "a"));
        assertTrue(!AnswersFile.write(unnamed("b")).contains("\"name\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"format\": \"hyperlab-answers/1\" | \"format\": \"x\" | format can be hyperlab-answers/1",
                "\"lesson\": \"Four fates\" | \"lesson\": 1 | lesson must be a text",
                "\"sha256\": \"e3 | \"sha256\": \"x3 | sha256 must be 64 hexadecimal digits",
                "\"name\" | \"nam\" | nam is not a known key (nearest: name)",
                "\"step\": 1 | \"step\": 0 | answers[0].step must be a whole number",
                "\"step\": 1 | \"step\": 1.5 | answers[0].step must be a whole number",
                "\"kind\": \"choice\" | \"kind\": \"choices\" | answers[0].kind can be",
                "\"answer\": \"large\" | \"answer\": [] | answers[0].answer must be a text",
                "\"score\": 0.0 | \"score\": 2 | answers[0].score must be",
                "\"score\": 0.0 | \"score\": \"a\" | answers[0].score must be a number",
                "\"misconception\" | \"belief\" | answers[0].belief is not a known key",
                "\"answers\" | \"answer\" | answer is not a known key (nearest: answers)",
            })
    void rejectsAnythingElse(String part, String replacement, String message) {
        String json = AnswersFile.write(ANSWERS).replaceFirst(java.util.regex.Pattern.quote(part), replacement);
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> AnswersFile.parse(json, "file"));
        assertTrue(error.getMessage().startsWith(message), error::getMessage);
    }

    @Property(tries = 300)
    void anyTextIsReadOrRejectedInOneLine(@ForAll @StringLength(max = 100) String text, @ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder damaged = new StringBuilder(AnswersFile.write(ANSWERS));
        int at = random.nextInt(damaged.length());
        damaged.replace(at, Math.min(damaged.length(), at + random.nextInt(20)), text);
        for (String json : List.of(text, damaged.toString())) {
            try {
                AnswersFile.parse(json, "file");
            } catch (InvalidInputException e) {
                assertEquals(1, e.getMessage().lines().count());
            }
        }
    }

    @Test
    void collectsATableAndTheMisconceptions() {
        Map<String, LessonAnswers> files = new LinkedHashMap<>();
        files.put("a", ANSWERS);
        files.put("b", unnamed("larger is faster"));
        files.put("c", unnamed("any"));
        CollectedAnswers collected = new CollectedAnswers(files);
        assertEquals(
                List.of(new Misconception("larger is faster", 2), new Misconception("any", 1)),
                collected.misconceptions());
        List<String> rows = collected.toCsv().lines().toList();
        assertEquals("file,name,lesson,version,step,kind,answer,score,misconception", rows.get(0));
        assertEquals("a,Kim,Four fates,e3b0c44298fc,1,choice,large,0.0,larger is faster", rows.get(1));
        assertEquals("a,Kim,Four fates,e3b0c44298fc,7,words,\"because, \"\"so\"\"\",,", rows.get(3));
        assertEquals("b,,Four fates,e3b0c44298fc,1,choice,a,0.0,larger is faster", rows.get(4));
        assertEquals(6, rows.size());
    }
}
