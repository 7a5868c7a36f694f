package hyperlab.lesson;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import hyperlab.file.disk.InputFile;
import hyperlab.learn.LearnPages;
import hyperlab.lesson.readout.LessonLab;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a lesson: Markdown with YAML front matter. What precedes the first heading {@code ##} are the notes for the
 * teacher; each heading {@code ##} begins a step, which has one fenced block {@code step} with YAML, a text in the
 * Markdown of the pages, and for a choice a task list or for an order a numbered list. The format is documented in the
 * starting point that {@code hyperlab lesson new} writes.
 *
 * <p>Reading runs nothing and fetches nothing. It opens no file but those that {@code set} names inside the lesson's
 * own folder. Size, depth and counts are limited.
 */
public final class LessonReader {
    /** The maximum size of a lesson in bytes. */
    public static final int MAX_BYTES = 1 << 18;

    private static final int MAX_TITLE = 200;
    private static final int MAX_PAGES = 20;

    private final List<String> lines;
    private final @Nullable Path folder;
    private final List<LessonProblem> problems = new ArrayList<>();

    private LessonReader(List<String> lines, @Nullable Path folder) {
        this.lines = lines;
        this.folder = folder;
    }

    /**
     * Reads a lesson from a file.
     *
     * @throws InvalidInputException for a file that cannot be read
     */
    public static LessonReading read(Path file) {
        String text = InputFile.readText(file, MAX_BYTES);
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parse(text, parent);
    }

    /**
     * Reads a lesson from a file, or reports the first problem.
     *
     * @throws InvalidInputException for a file that cannot be read or is no valid lesson; the name has the line number
     */
    public static Lesson load(Path file) {
        LessonReading reading = read(file);
        return reading.lesson().orElseThrow(() -> reading.problems().get(0).toException(file.toString()));
    }

    /**
     * Parses a lesson.
     *
     * @param folder the folder that paths are relative to; null if paths are not allowed
     */
    public static LessonReading parse(String markdown, @Nullable Path folder) {
        if (markdown.length() > MAX_BYTES) {
            return new LessonReading(
                    Optional.empty(),
                    List.of(new LessonProblem(1, new InvalidInputException("lesson", Rule.AT_MOST_BYTES, MAX_BYTES))));
        }
        String text = markdown.startsWith("\uFEFF") ? markdown.substring(1) : markdown;
        LessonReader reader = new LessonReader(text.lines().toList(), folder);
        Lesson lesson = reader.lesson();
        return new LessonReading(
                reader.problems.isEmpty() ? Optional.ofNullable(lesson) : Optional.empty(),
                reader.problems.stream()
                        .sorted((a, b) -> Integer.compare(a.line(), b.line()))
                        .toList());
    }

    /** The front matter. */
    private record Head(Language language, String title, LessonLab lab, int minutes, List<String> pages) {}

    private @Nullable Lesson lesson() {
        MarkdownSections file = MarkdownSections.of(lines, problems);
        Head front = file == null ? null : FrontMatter.read(file.yaml(), problems, LessonReader::head);
        if (file == null || front == null) {
            return null;
        }
        StepReader steps = new StepReader(lines, file.bodyStart(), front.lab(), folder, problems);
        LessonText notes = steps.text(file.preface());
        int count = file.sections().size();
        if (count == 0 || count > Lesson.MAX_STEPS) {
            problems.add(new LessonProblem(
                    file.bodyStart() + 1,
                    new InvalidInputException("steps", Rule.LESSON_STEPS, Lesson.MAX_STEPS, count)));
            return null;
        }
        List<Step> read = new ArrayList<>();
        file.sections().forEach(section -> steps.read(section).ifPresent(read::add));
        return new Lesson(front.language(), front.title(), front.lab(), front.minutes(), front.pages(), notes, read);
    }

    private static Head head(StepKeys keys) {
        Language language = FrontMatter.language(keys, Lesson.FORMAT);
        String title = keys.text("title");
        if (title.isBlank() || title.length() > MAX_TITLE) {
            throw new InvalidInputException("title", Rule.FORMULA_TOO_LONG, MAX_TITLE, title.length());
        }
        String subject = keys.choice("subject", LessonLab.ids(), null);
        Integer minutes = keys.optionalInteger("minutes", 1, Lesson.MAX_MINUTES);
        if (minutes == null) {
            throw new InvalidInputException("minutes", Rule.REQUIRED);
        }
        List<String> pages = keys.texts("pages", MAX_PAGES);
        for (String page : pages) {
            new StepKeys(JsonNodeFactory.instance.objectNode().put("pages", page), "")
                    .choice("pages", LearnPages.NAMES, null);
        }
        return new Head(language, title.strip(), LessonLab.ofId(subject).orElseThrow(), minutes, pages);
    }
}
