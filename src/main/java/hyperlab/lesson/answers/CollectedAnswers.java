package hyperlab.lesson.answers;

import hyperlab.file.CsvBuilder;
import hyperlab.lesson.answers.LessonAnswers.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

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

    /**
     * The scores of a class in one version of a lesson.
     *
     * @param version the beginning of the SHA-256 of the lesson's file
     * @param students one for each file
     * @param steps the scored steps that somebody answered
     */
    public record LessonResults(String lesson, String version, List<StudentResult> students, List<StepResult> steps) {
        public LessonResults {
            students = List.copyOf(students);
            steps = List.copyOf(steps);
        }
    }

    /**
     * The scores of one student.
     *
     * @param name what the student typed, or else the name of the file
     * @param answered how many of the scored steps were answered
     * @param mean the mean score of these; empty if there are none
     */
    public record StudentResult(String name, int answered, OptionalDouble mean) {}

    /**
     * The scores of one step.
     *
     * @param answered how many students answered it
     * @param mean the mean of their scores
     */
    public record StepResult(int step, int answered, double mean) {}

    /** The scores in each version of each lesson. */
    public List<LessonResults> results() {
        Map<String, Map<String, LessonAnswers>> lessons = new LinkedHashMap<>();
        files.forEach((file, answers) -> lessons.computeIfAbsent(answers.sha256(), sha -> new LinkedHashMap<>())
                .put(file, answers));
        return lessons.values().stream().map(CollectedAnswers::results).toList();
    }

    private static LessonResults results(Map<String, LessonAnswers> files) {
        LessonAnswers any = files.values().iterator().next();
        List<StudentResult> students = new ArrayList<>();
        Map<Integer, List<Double>> steps = new TreeMap<>();
        files.forEach((file, answers) -> {
            List<Double> scores = new ArrayList<>();
            for (Answer answer : answers.answers()) {
                answer.score().ifPresent(score -> {
                    scores.add(score);
                    steps.computeIfAbsent(answer.step(), step -> new ArrayList<>())
                            .add(score);
                });
            }
            students.add(new StudentResult(answers.name().orElse(file), scores.size(), mean(scores)));
        });
        return new LessonResults(
                any.lesson(),
                any.sha256().substring(0, SHOWN_HASH),
                students,
                steps.entrySet().stream()
                        .map(step -> new StepResult(
                                step.getKey(),
                                step.getValue().size(),
                                mean(step.getValue()).orElseThrow()))
                        .toList());
    }

    private static OptionalDouble mean(List<Double> scores) {
        return scores.stream().mapToDouble(Double::doubleValue).average();
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
