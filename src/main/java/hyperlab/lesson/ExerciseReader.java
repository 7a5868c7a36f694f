package hyperlab.lesson;

import hyperlab.file.disk.InputFile;
import hyperlab.learn.LearnPages;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * Reads the exercises of a page. The format is that of lessons, with the page instead of a title and a subject: each
 * step {@code predict}, which asks for a choice or a number, is followed by a step {@code explain}. Each question may
 * take place in a lab of its own; its document determines which.
 */
public final class ExerciseReader {
    private final List<String> lines;
    private final @Nullable Path folder;
    private final List<LessonProblem> problems = new ArrayList<>();

    private ExerciseReader(List<String> lines, @Nullable Path folder) {
        this.lines = lines;
        this.folder = folder;
    }

    /** Whether a text says in its front matter that it has exercises. */
    public static boolean isExercises(String markdown) {
        return markdown.lines()
                .skip(1)
                .takeWhile(line -> !line.equals("---"))
                .anyMatch(line -> line.strip().equals("format: " + PageExercises.FORMAT));
    }

    /**
     * Reads the exercises in a file, or reports the first problem.
     *
     * @throws InvalidInputException for a file that cannot be read or has no valid exercises; the name has the line
     */
    public static PageExercises load(Path file) {
        String text = InputFile.readText(file, LessonReader.MAX_BYTES);
        ExerciseReading reading = parse(text, file.toAbsolutePath().normalize().getParent());
        return reading.exercises().orElseThrow(() -> reading.problems().get(0).toException(file.toString()));
    }

    /**
     * Parses exercises.
     *
     * @param folder the folder that paths are relative to; null if paths are not allowed
     */
    public static ExerciseReading parse(String markdown, @Nullable Path folder) {
        if (markdown.length() > LessonReader.MAX_BYTES) {
            return new ExerciseReading(
                    Optional.empty(),
                    List.of(new LessonProblem(
                            1, new InvalidInputException("exercises", Rule.AT_MOST_BYTES, LessonReader.MAX_BYTES))));
        }
        ExerciseReader reader = new ExerciseReader(markdown.lines().toList(), folder);
        PageExercises exercises = reader.exercises();
        return new ExerciseReading(
                reader.problems.isEmpty() ? Optional.ofNullable(exercises) : Optional.empty(),
                reader.problems.stream()
                        .sorted(Comparator.comparingInt(LessonProblem::line))
                        .toList());
    }

    private record Head(Language language, String page) {}

    private static Head head(StepKeys keys) {
        Language language = FrontMatter.language(keys, PageExercises.FORMAT);
        return new Head(language, keys.choice("page", LearnPages.NAMES, null));
    }

    private @Nullable PageExercises exercises() {
        MarkdownSections file = MarkdownSections.of(lines, problems);
        Head front = file == null ? null : FrontMatter.read(file.yaml(), problems, ExerciseReader::head);
        if (file == null || front == null) {
            return null;
        }
        StepReader reader = new StepReader(lines, file.bodyStart(), null, folder, problems);
        if (!file.preface().isEmpty()) {
            report(reader.line(file.preface().get(0)), Rule.EXERCISE_PAIRS);
        }
        int count = (file.sections().size() + 1) / 2;
        if (count < 1 || count > PageExercises.MAX_EXERCISES) {
            report(file.bodyStart() + 1, Rule.EXERCISE_COUNT, PageExercises.MAX_EXERCISES, count);
        }
        List<Exercise> exercises = pairs(reader, file.sections());
        return new PageExercises(front.language(), front.page(), exercises);
    }

    /** The questions with their explanations. After an invalid step, missing partners are not reported. */
    private List<Exercise> pairs(StepReader reader, List<List<Node>> sections) {
        List<Exercise> exercises = new ArrayList<>();
        Step.Predict question = null;
        boolean complete = true;
        for (List<Node> section : sections) {
            Step step = reader.read(section).orElse(null);
            if (step == null) {
                complete = false;
            } else if (step instanceof Step.Explain explanation && question != null) {
                exercises.add(new Exercise(question, explanation));
                question = null;
            } else if (step instanceof Step.Predict predict && question == null && isAllowed(predict)) {
                question = predict;
            } else if (complete) {
                report(step.scene().line(), Rule.EXERCISE_PAIRS);
            }
        }
        if (question != null && complete) {
            report(question.scene().line(), Rule.EXERCISE_PAIRS);
        }
        return exercises;
    }

    /** Nothing is computed before the answer, so the text of a question has no computed values. */
    private static boolean isAllowed(Step.Predict step) {
        return step.scene().text().values().isEmpty()
                && (step.question() instanceof Question.Choice || step.question() instanceof Question.Numeric);
    }

    private void report(int line, Rule rule, Object... arguments) {
        problems.add(new LessonProblem(line, new InvalidInputException("exercises", rule, arguments)));
    }
}
