package hyperlab.app.open;

import hyperlab.ui.concurrent.TaskExecutor;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads files on workers, so that a slow disk does not stop the window. Only the newest file is shown: an earlier one
 * that is still being read no longer matters. FX thread only.
 */
public final class FileOpener {
    private final TaskExecutor workers;
    private final Executor fxExecutor;
    private final Function<Path, OpenedFile> reader;
    private long newest;

    public FileOpener(TaskExecutor workers, Executor fxExecutor) {
        this(workers, fxExecutor, FileRecognizer::read);
    }

    /** @param reader recognizes and reads a file, on a worker */
    FileOpener(TaskExecutor workers, Executor fxExecutor, Function<Path, OpenedFile> reader) {
        this.workers = workers;
        this.fxExecutor = fxExecutor;
        this.reader = reader;
    }

    /** Reads a file and passes it to {@code consumer} on the FX thread, unless another file is opened meanwhile. */
    public void open(Path path, Consumer<OpenedFile> consumer) {
        long number = ++newest;
        workers.run("open", () -> {
            OpenedFile opened = reader.apply(path);
            fxExecutor.execute(() -> {
                if (number == newest) {
                    consumer.accept(opened);
                }
            });
        });
    }
}
