package hyperlab.app.lesson;

import hyperlab.lab.LabContext;
import hyperlab.lesson.Lesson;
import hyperlab.lesson.LessonReader;
import hyperlab.rule.InvalidInputException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads the file of a running lesson again when it changes, on a worker. An invalid file is reported and changes
 * nothing. FX thread only.
 */
public final class LessonReload implements AutoCloseable {
    private final FileWatch watch;

    /**
     * Starts from the file as it is now.
     *
     * @param source a bundled lesson never changes
     * @param onChange receives the changed lesson, on the FX thread
     */
    public LessonReload(LessonSource source, LabContext context, Consumer<Lesson> onChange) {
        watch = new FileWatch(
                source.file(),
                work -> context.workers().run("lesson-file", work),
                context.pulses(),
                file -> read(file, context, onChange));
    }

    private static Runnable read(Path file, LabContext context, Consumer<Lesson> onChange) {
        try {
            Lesson lesson = LessonReader.load(file);
            return () -> onChange.accept(lesson);
        } catch (InvalidInputException error) {
            return () -> context.showError("shell.notOpened", error);
        }
    }

    /** Reads the file if it has changed; called often, see {@link FileWatch#poll}. */
    public void poll() {
        watch.poll();
    }

    /** Drops what was read and is not shown yet. */
    @Override
    public void close() {
        watch.close();
    }
}
