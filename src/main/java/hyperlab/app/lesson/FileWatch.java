package hyperlab.app.lesson;

import hyperlab.ui.concurrent.LatestTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file again when it has changed. It is asked often, and looks at the file only every few times, on a worker.
 * FX thread only.
 */
public final class FileWatch implements AutoCloseable {
    private static final int POLLS_PER_FILE_CHECK = 5;

    private final @Nullable Path file;
    private final Function<Path, Runnable> reader;
    private final LatestTask<Path, Runnable> task;
    private volatile @Nullable FileTime seen;
    private int polls;

    /**
     * Starts from the file as it is now.
     *
     * @param file null for none, which never changes
     * @param worker looks at the file and reads it
     * @param window runs what the reader returns: the FX thread
     * @param reader reads the changed file, and returns what shows it
     */
    public FileWatch(@Nullable Path file, Executor worker, Executor window, Function<Path, Runnable> reader) {
        this.file = file;
        this.reader = reader;
        seen = file == null ? null : modified(file);
        task = new LatestTask<>(worker, window, this::readIfChanged, Runnable::run);
    }

    /** Reads the file if it has changed since the last time. */
    public void poll() {
        polls++;
        if (file != null && polls % POLLS_PER_FILE_CHECK == 0) {
            task.submit(file);
        }
    }

    /** Drops what was read and is not shown yet. */
    @Override
    public void close() {
        task.cancel();
    }

    private @Nullable Runnable readIfChanged(Path path) {
        FileTime now = modified(path);
        if (now == null || now.equals(seen)) {
            return null;
        }
        seen = now;
        return reader.apply(path);
    }

    private static @Nullable FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return null;
        }
    }
}
