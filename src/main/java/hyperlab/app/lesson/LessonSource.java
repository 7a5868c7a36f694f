package hyperlab.app.lesson;

import hyperlab.file.disk.InputFile;
import hyperlab.lesson.BundledLessons;
import hyperlab.lesson.LessonReader;
import hyperlab.text.Language;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a lesson comes from: a file, or the program itself.
 *
 * @param name the name of a bundled lesson, or the absolute path of a file; its progress is stored under this name
 * @param file null for a bundled lesson
 */
public record LessonSource(String name, @Nullable Path file) {
    /** A lesson of the program. */
    public static LessonSource bundled(String name) {
        return new LessonSource(name, null);
    }

    /** A lesson in a file. */
    public static LessonSource of(Path file) {
        return new LessonSource(file.toAbsolutePath().normalize().toString(), file);
    }

    public boolean isBundled() {
        return file == null;
    }

    /** The folder that file names in the lesson are relative to; null for a bundled lesson, which names none. */
    public @Nullable Path folder() {
        return file == null ? null : file.toAbsolutePath().getParent();
    }

    /**
     * Reads the text of the lesson, in Markdown.
     *
     * @param language the language of a bundled lesson; a file has only one
     * @throws hyperlab.rule.InvalidInputException if the file cannot be read or is too large
     */
    public String markdown(Language language) {
        return file == null
                ? BundledLessons.markdown(name, language)
                : InputFile.readText(file, LessonReader.MAX_BYTES);
    }
}
