package hyperlab.cli.lesson;

import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.LanguageOption;
import hyperlab.file.disk.InputFile;
import hyperlab.lesson.ExerciseReader;
import hyperlab.lesson.ExerciseReading;
import hyperlab.lesson.Lesson;
import hyperlab.lesson.LessonChecker;
import hyperlab.lesson.LessonProblem;
import hyperlab.lesson.LessonReader;
import hyperlab.lesson.LessonReading;
import hyperlab.lesson.PageExercises;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.ErrorMessages;
import hyperlab.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lesson check}: computes every answer of a lesson and compares it with the author's. */
@Command(name = "check")
final class LessonCheckCommand implements Callable<Integer> {
    private final CommandOutput console;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Mixin
    private LanguageOption language = new LanguageOption();

    LessonCheckCommand(CommandOutput console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Texts texts = language.texts();
        boolean right = true;
        for (Path file : files) {
            List<LessonProblem> problems = check(file, texts);
            for (LessonProblem problem : problems) {
                console.printLine(InvalidInputException.oneLine(
                        file + ":" + problem.line() + ": " + ErrorMessages.message(problem.reason(), texts)));
            }
            right &= problems.isEmpty();
        }
        return right ? ExitCode.DONE : ExitCode.FAILED;
    }

    private List<LessonProblem> check(Path file, Texts texts) {
        String markdown;
        try {
            markdown = InputFile.readText(file, LessonReader.MAX_BYTES);
        } catch (InvalidInputException e) {
            return List.of(new LessonProblem(1, e));
        }
        return ExerciseReader.isExercises(markdown) ? checkExercises(file, markdown, texts) : checkLesson(file, texts);
    }

    private List<LessonProblem> checkLesson(Path file, Texts texts) {
        LessonReading reading = LessonReader.read(file);
        if (reading.lesson().isEmpty()) {
            return reading.problems();
        }
        Lesson lesson = reading.lesson().get();
        List<LessonProblem> problems = LessonChecker.check(lesson, new ReadoutCache(folder(file)));
        if (problems.isEmpty()) {
            console.printLine(
                    texts.get("lesson.check.right", file, lesson.steps().size()));
        }
        return problems;
    }

    private List<LessonProblem> checkExercises(Path file, String markdown, Texts texts) {
        ExerciseReading reading = ExerciseReader.parse(markdown, folder(file));
        if (reading.exercises().isEmpty()) {
            return reading.problems();
        }
        PageExercises exercises = reading.exercises().get();
        List<LessonProblem> problems = LessonChecker.check(exercises, new ReadoutCache(folder(file)));
        if (problems.isEmpty()) {
            console.printLine(texts.get(
                    "lesson.check.exercises", file, exercises.exercises().size()));
        }
        return problems;
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
    }
}
