package hyperlab.cli.lesson;

import hyperlab.cli.io.ComponentParser;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.LanguageOption;
import hyperlab.export.LessonSheet;
import hyperlab.file.disk.AtomicFile;
import hyperlab.file.disk.InputFile;
import hyperlab.learn.LearnPages;
import hyperlab.lesson.BundledExercises;
import hyperlab.lesson.ExerciseReader;
import hyperlab.lesson.Lesson;
import hyperlab.lesson.LessonReader;
import hyperlab.lesson.PageExercises;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lesson print}: the worksheet of a lesson or of exercises, or the answer key, as PDF. */
@Command(name = "print")
final class LessonPrintCommand implements Callable<Integer> {
    private static final String EXERCISES = "--exercises";
    private static final String ALL = "all";

    @Parameters(arity = "0..1", paramLabel = "FILE")
    private @Nullable Path file;

    @Option(names = EXERCISES, paramLabel = "PAGE")
    private @Nullable String page;

    @Option(names = "--out", paramLabel = "PDF", required = true)
    private Path out = Path.of("");

    @Option(names = "--answers")
    private boolean answers;

    @Option(names = "--plan")
    private boolean plan;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Override
    public Integer call() {
        if ((file == null) == (page == null)) {
            throw new InvalidInputException("lesson print", Rule.LESSON_PRINT_ARGUMENTS, EXERCISES);
        }
        if (page != null) {
            printExercises(bundled(page, language.texts().language()), null);
        } else if (file != null) {
            Path folder = file.toAbsolutePath().normalize().getParent();
            if (ExerciseReader.isExercises(InputFile.readText(file, LessonReader.MAX_BYTES))) {
                printExercises(List.of(ExerciseReader.load(file)), folder);
            } else {
                printLesson(LessonReader.load(file), folder);
            }
        }
        return ExitCode.DONE;
    }

    private void printLesson(Lesson lesson, @Nullable Path folder) {
        AtomicFile.checkWritable(out);
        AtomicFile.write(
                out,
                stream -> LessonSheet.write(
                        lesson, Texts.in(lesson.language()), new ReadoutCache(folder), answers, plan, stream));
    }

    private void printExercises(List<PageExercises> pages, @Nullable Path folder) {
        Texts texts = Texts.in(pages.get(0).language());
        AtomicFile.checkWritable(out);
        AtomicFile.write(
                out, stream -> LessonSheet.writeExercises(pages, texts, new ReadoutCache(folder), answers, stream));
    }

    private static List<PageExercises> bundled(String page, Language language) {
        List<String> names = Stream.concat(
                        LearnPages.NAMES.stream()
                                .filter(name -> BundledExercises.markdown(name, language)
                                        .isPresent()),
                        Stream.of(ALL))
                .toList();
        if (!names.contains(page)) {
            throw ComponentParser.unknownName(EXERCISES, page, names);
        }
        return page.equals(ALL)
                ? BundledExercises.all(language)
                : BundledExercises.load(page, language).stream().toList();
    }
}
