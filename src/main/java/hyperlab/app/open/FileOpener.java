package hyperlab.app.open;

import hyperlab.ui.concurrent.OrderedTasks;
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
    private final OrderedTasks<Long> tasks;
    private final Function<Path, OpenedFile> reader;
    private long newest;

    public FileOpener(TaskExecutor workers, Executor fxExecutor) {
        this(workers, fxExecutor, FileRecognizer::read);
    }

    /** @param reader recognizes and reads a file, on a worker */
    FileOpener(TaskExecutor workers, Executor fxExecutor, Function<Path, OpenedFile> reader) {
        tasks = new OrderedTasks<>("open", workers, fxExecutor);
        this.reader = reader;
    }

    /** Reads a file and passes it to {@code consumer}, unless another file is opened meanwhile. */
    public void open(Path path, Consumer<OpenedFile> consumer) {
        open(path, reader, consumer);
    }

    /** The same for a study in a journal of Optuna. */
    public void openStudy(Path journal, String name, Consumer<OpenedFile> consumer) {
        open(journal, path -> FileRecognizer.readStudy(path, name), consumer);
    }

    private void open(Path path, Function<Path, OpenedFile> reading, Consumer<OpenedFile> consumer) {
        long number = ++newest;
        // Each file has a key of its own: it does not wait for one on a slow disk.
        tasks.submit(number, () -> reading.apply(path), opened -> {
            if (number == newest) {
                consumer.accept(opened);
            }
        });
    }

    /** Waits until all files are read, and shows the newest. */
    public void finish() {
        tasks.finish();
    }
}
