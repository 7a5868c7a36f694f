package hyperlab.cli.lesson;

import hyperlab.cli.io.ExitCode;
import hyperlab.export.LessonSheet;
import hyperlab.file.AtomicFile;
import hyperlab.lesson.Lesson;
import hyperlab.lesson.LessonReader;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.text.Texts;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lesson print}: the worksheet of a lesson, or its answer key, as PDF. */
@Command(name = "print")
final class LessonPrintCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "PDF", required = true)
    private Path out = Path.of("");

    @Option(names = "--answers")
    private boolean answers;

    @Option(names = "--plan")
    private boolean plan;

    @Override
    public Integer call() {
        Lesson lesson = LessonReader.load(file);
        ReadoutCache cache = new ReadoutCache(file.toAbsolutePath().normalize().getParent());
        AtomicFile.checkWritable(out);
        AtomicFile.write(
                out, stream -> LessonSheet.write(lesson, Texts.in(lesson.language()), cache, answers, plan, stream));
        return ExitCode.DONE;
    }
}
