package hyperlab.lesson.answers;

import hyperlab.file.CsvBuilder;
import hyperlab.lesson.answers.LessonAnswers.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The answers of a class.
 *
 * @param files the answers by the names of their files, in order
 */
public record CollectedAnswers(Map<String, LessonAnswers> files) {
    private static final int SHOWN_HASH = 12;

    public CollectedAnswers {
        files = new LinkedHashMap<>(files);
    }

    /**
     * A misconception.
     *
     * @param text what is believed
     * @param count how many answers point to it
     */
    public record Misconception(String text, int count) {}

    /** The misconceptions, the most frequent one first; ties are in alphabetical order. */
    public List<Misconception> misconceptions() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        files.values().stream()
                .flatMap(answers -> answers.answers().stream())
                .flatMap(answer -> answer.misconception().stream())
                .forEach(text -> counts.merge(text, 1, Integer::sum));
        List<Misconception> misconceptions = new ArrayList<>();
        counts.forEach((text, count) -> misconceptions.add(new Misconception(text, count)));
        misconceptions.sort(
                Comparator.comparingInt(Misconception::count).reversed().thenComparing(Misconception::text));
        return misconceptions;
    }

    /** A table with a row for each answer. */
    public String toCsv() {
        CsvBuilder csv =
                new CsvBuilder("file", "name", "lesson", "version", "step", "kind", "answer", "score", "misconception");
        files.forEach((file, answers) -> {
            for (Answer answer : answers.answers()) {
                csv.add(
                        file,
                        answers.name().orElse(""),
                        answers.lesson(),
                        answers.sha256().substring(0, SHOWN_HASH),
                        answer.step(),
                        answer.kind().name().toLowerCase(Locale.ROOT),
                        answer.text(),
                        answer.score().orElse(Double.NaN),
                        answer.misconception().orElse(""));
            }
        });
        return csv.toString();
    }
}
