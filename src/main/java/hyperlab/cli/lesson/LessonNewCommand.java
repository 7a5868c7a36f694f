package hyperlab.cli.lesson;

import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.LanguageOption;
import hyperlab.file.disk.AtomicFile;
import hyperlab.lesson.BundledLessons;
import hyperlab.lesson.Lesson;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lesson new}: writes a commented starting point. */
@Command(name = "new")
final class LessonNewCommand implements Callable<Integer> {
    private final CommandOutput console;

    @Parameters(paramLabel = "NAME")
    private Path name = Path.of("");

    @Mixin
    private LanguageOption language = new LanguageOption();

    LessonNewCommand(CommandOutput console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Texts texts = language.texts();
        String given = name.toString();
        Path file = given.endsWith(Lesson.FILE_ENDING) ? name : Path.of(given + Lesson.FILE_ENDING);
        if (Files.exists(file)) {
            throw new InvalidInputException(file.toString(), Rule.EXISTS);
        }
        AtomicFile.write(file, BundledLessons.startingPoint(texts.language()));
        console.printLine(texts.get("lesson.new.written", file));
        return ExitCode.DONE;
    }
}
