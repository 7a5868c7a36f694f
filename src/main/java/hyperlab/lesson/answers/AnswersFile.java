package hyperlab.lesson.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.disk.InputFile;
import hyperlab.file.json.StrictJson;
import hyperlab.lesson.Lesson;
import hyperlab.lesson.answers.LessonAnswers.Answer;
import hyperlab.lesson.answers.LessonAnswers.Kind;
import hyperlab.rule.Checks;
import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads and writes {@code *.hyperlab-answers.json}. Reading is strict: unknown keys, missing keys and values of another
 * kind are errors.
 *
 * <pre>{@code
 * {
 *   "format": "hyperlab-answers/1",
 *   "lesson": "One parabola, four fates",
 *   "sha256": "…",
 *   "name": "Kim",
 *   "answers": [ {"step": 1, "kind": "choice", "answer": "large", "score": 0.0, "misconception": "larger is faster"} ]
 * }
 * }</pre>
 */
public final class AnswersFile {
    private static final String FORMAT = "hyperlab-answers/1";
    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_TEXT = 20_000;
    private static final List<String> KEYS = List.of("format", "lesson", "sha256", "name", "answers");
    private static final List<String> ANSWER_KEYS = List.of("step", "kind", "answer", "score", "misconception");

    private AnswersFile() {}

    /** The SHA-256 of a lesson file, as answers name it. */
    public static String sha256(String lesson) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(lesson.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answers as JSON. */
    public static String write(LessonAnswers answers) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT).put("lesson", answers.lesson()).put("sha256", answers.sha256());
        answers.name().ifPresent(name -> node.put("name", name));
        ArrayNode list = node.putArray("answers");
        for (Answer answer : answers.answers()) {
            ObjectNode entry = list.addObject()
                    .put("step", answer.step())
                    .put("kind", name(answer.kind()))
                    .put("answer", answer.text());
            answer.score().ifPresent(score -> entry.put("score", score));
            answer.misconception().ifPresent(belief -> entry.put("misconception", belief));
        }
        return StrictJson.format(node);
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Reads a file. */
    public static LessonAnswers read(Path file) {
        return parse(InputFile.readText(file, MAX_BYTES), file.toString());
    }

    /** Parses answers; {@code name} replaces the file name in error messages. */
    public static LessonAnswers parse(String json, String name) {
        ObjectNode node = StrictJson.object(json.getBytes(StandardCharsets.UTF_8), name);
        rejectUnknown(node, KEYS, "");
        choice(text(node, "format", ""), "format", List.of(FORMAT));
        String sha256 = text(node, "sha256", "");
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new InvalidInputException("sha256", Rule.ANSWERS_HASH);
        }
        JsonNode list = node.path("answers");
        if (!list.isArray() || list.size() > Lesson.MAX_STEPS) {
            throw new InvalidInputException("answers", Rule.AT_MOST_ENTRIES, Lesson.MAX_STEPS, list.size());
        }
        List<Answer> answers = new ArrayList<>();
        for (JsonNode entry : list) {
            answers.add(answer(entry, "answers[" + answers.size() + "]."));
        }
        return new LessonAnswers(text(node, "lesson", ""), sha256, optionalText(node, "name", ""), answers);
    }

    private static Answer answer(JsonNode entry, String prefix) {
        if (!(entry instanceof ObjectNode node)) {
            throw new InvalidInputException(prefix + "step", Rule.REQUIRED);
        }
        rejectUnknown(node, ANSWER_KEYS, prefix);
        JsonNode step = node.path("step");
        if (!step.isIntegralNumber() || !step.canConvertToInt()) {
            throw new InvalidInputException(prefix + "step", Rule.WHOLE_WITHIN, 1, Lesson.MAX_STEPS, step);
        }
        Checks.wholeWithin(prefix + "step", step.intValue(), 1, Lesson.MAX_STEPS);
        String kind = text(node, "kind", prefix);
        choice(
                kind,
                prefix + "kind",
                Stream.of(Kind.values()).map(AnswersFile::name).toList());
        Optional<Double> score = Optional.empty();
        if (node.has("score")) {
            JsonNode value = node.get("score");
            if (!value.isNumber()) {
                throw new InvalidInputException(prefix + "score", Rule.NUMBER, value);
            }
            score = Optional.of(Checks.within(prefix + "score", value.doubleValue(), 0, 1));
        }
        return new Answer(
                step.intValue(),
                Arrays.stream(Kind.values())
                        .filter(each -> name(each).equals(kind))
                        .findFirst()
                        .orElseThrow(),
                text(node, "answer", prefix),
                score,
                optionalText(node, "misconception", prefix));
    }

    private static void rejectUnknown(ObjectNode node, List<String> known, String prefix) {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                String shown = key.length() > 60 ? key.substring(0, 60) : key;
                throw new InvalidInputException(prefix + shown, Rule.UNKNOWN_KEY, ClosestMatch.of(shown, known));
            }
        });
    }

    private static void choice(String given, String key, List<String> known) {
        if (!known.contains(given)) {
            String shown = given.length() > 60 ? given.substring(0, 60) : given;
            throw new InvalidInputException(
                    key, Rule.ONE_OF_NEAREST, String.join(", ", known), shown, ClosestMatch.of(shown, known));
        }
    }

    private static String text(ObjectNode node, String key, String prefix) {
        return optionalText(node, key, prefix)
                .orElseThrow(() -> new InvalidInputException(prefix + key, Rule.REQUIRED));
    }

    private static Optional<String> optionalText(ObjectNode node, String key, String prefix) {
        JsonNode value = node.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new InvalidInputException(prefix + key, Rule.TEXT, value.getNodeType());
        }
        if (value.textValue().length() > MAX_TEXT) {
            throw new InvalidInputException(
                    prefix + key,
                    Rule.FORMULA_TOO_LONG,
                    MAX_TEXT,
                    value.textValue().length());
        }
        return Optional.of(value.textValue());
    }
}
