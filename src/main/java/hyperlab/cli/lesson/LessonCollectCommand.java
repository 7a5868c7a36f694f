package hyperlab.cli.lesson;

import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.LanguageOption;
import hyperlab.export.MisconceptionPicture;
import hyperlab.file.disk.AtomicFile;
import hyperlab.lesson.answers.AnswersFile;
import hyperlab.lesson.answers.CollectedAnswers;
import hyperlab.lesson.answers.LessonAnswers;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lesson collect}: the answers of a class as a table, and a chart of their misconceptions. */
@Command(name = "collect")
final class LessonCollectCommand implements Callable<Integer> {
    private static final int MAX_FILES = 5_000;

    private final CommandOutput console;

    @Parameters(paramLabel = "FOLDER")
    private Path folder = Path.of("");

    @Option(names = "--out", paramLabel = "CSV", required = true)
    private Path out = Path.of("");

    @Mixin
    private LanguageOption language = new LanguageOption();

    LessonCollectCommand(CommandOutput console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Texts texts = language.texts();
        CollectedAnswers answers = new CollectedAnswers(read());
        Path picture = picture();
        AtomicFile.checkWritable(out);
        AtomicFile.checkWritable(picture);
        AtomicFile.write(out, answers.toCsv());
        MisconceptionPicture.write(picture, answers, texts);
        int count = answers.files().values().stream()
                .mapToInt(each -> each.answers().size())
                .sum();
        console.printLine(texts.get(
                "lesson.collect.written",
                Integer.toString(count),
                Integer.toString(answers.files().size()),
                out));
        answers.results().forEach(results -> print(results, texts));
        return ExitCode.DONE;
    }

    private void print(CollectedAnswers.LessonResults results, Texts texts) {
        console.printLine(texts.get("lesson.collect.lesson", results.lesson(), results.version()));
        String students = Integer.toString(results.students().size());
        String steps = Integer.toString(results.steps().size());
        for (CollectedAnswers.StudentResult student : results.students()) {
            console.printLine("  "
                    + (student.mean().isPresent()
                            ? texts.get(
                                    "lesson.collect.student",
                                    student.name(),
                                    Integer.toString(student.answered()),
                                    steps,
                                    percent(student.mean().getAsDouble()))
                            : texts.get("lesson.collect.student.none", student.name())));
        }
        for (CollectedAnswers.StepResult step : results.steps()) {
            console.printLine("  "
                    + texts.get(
                            "lesson.collect.step",
                            Integer.toString(step.step()),
                            Integer.toString(step.answered()),
                            students,
                            percent(step.mean())));
        }
    }

    private static String percent(double score) {
        return Math.round(100 * score) + " %";
    }

    private Map<String, LessonAnswers> read() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new InvalidInputException("FOLDER", Rule.NOT_FOUND_FILE, folder);
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.getFileName().toString().endsWith(LessonAnswers.FILE_ENDING))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw new InvalidInputException(folder.toString(), Rule.NO_ANSWERS, LessonAnswers.FILE_ENDING);
        }
        if (files.size() > MAX_FILES) {
            throw new InvalidInputException(folder.toString(), Rule.AT_MOST, MAX_FILES, files.size());
        }
        Map<String, LessonAnswers> answers = new TreeMap<>();
        for (Path file : files) {
            try {
                answers.put(file.getFileName().toString(), AnswersFile.read(file));
            } catch (InvalidInputException e) {
                throw e.name().startsWith(file.toString()) ? e : e.withName(file + " " + e.name());
            }
        }
        return answers;
    }

    /** The table's name with the ending png. */
    private Path picture() {
        String name = out.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return out.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".png");
    }
}
