package hyperlab.cli.lesson;

import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.LanguageOption;
import hyperlab.lesson.Lesson;
import hyperlab.lesson.LessonChecker;
import hyperlab.lesson.LessonProblem;
import hyperlab.lesson.LessonReader;
import hyperlab.lesson.LessonReading;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.ErrorMessages;
import hyperlab.text.Texts;
import java.nio.file.Path;
import java.util.List;
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
        LessonReading reading;
        try {
            reading = LessonReader.read(file);
        } catch (InvalidInputException e) {
            return List.of(new LessonProblem(1, e));
        }
        if (reading.lesson().isEmpty()) {
            return reading.problems();
        }
        Lesson lesson = reading.lesson().get();
        Path folder = file.toAbsolutePath().normalize().getParent();
        List<LessonProblem> problems = LessonChecker.check(lesson, new ReadoutCache(folder));
        if (problems.isEmpty()) {
            console.printLine(
                    texts.get("lesson.check.right", file, lesson.steps().size()));
        }
        return problems;
    }
}
