package hyperlab.app.open;

import hyperlab.ui.concurrent.OrderedTasks;
import hyperlab.ui.concurrent.TaskExecutor;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Reads files on workers, so that a slow disk does not stop the window. Only the newest file is shown: an earlier one
 * that is still being read no longer matters. FX thread only.
 */
public final class FileOpener {
    private final OrderedTasks<Long> tasks;
    private final Function<Path, OpenedFile> reader;
    private final ReadOnlyObjectWrapper<Optional<Path>> reading =
            new ReadOnlyObjectWrapper<>(this, "reading", Optional.empty());
    private long newest;

    public FileOpener(TaskExecutor workers, Executor fxExecutor) {
        this(workers, fxExecutor, FileRecognizer::read);
    }

    /** @param reader recognizes and reads a file, on a worker */
    FileOpener(TaskExecutor workers, Executor fxExecutor, Function<Path, OpenedFile> reader) {
        tasks = new OrderedTasks<>("open", workers, fxExecutor);
        this.reader = reader;
    }

    /** The file that is being read and will be shown; empty for none. */
    public ReadOnlyObjectProperty<Optional<Path>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Gives up the file that is being read: it will not be shown. */
    public void cancel() {
        newest++;
        reading.set(Optional.empty());
    }

    /** Reads a file and passes it to {@code consumer}, unless another file is opened meanwhile. */
    public void open(Path path, Consumer<OpenedFile> consumer) {
        open(path, reader, consumer);
    }

    /** The same for a study in a journal of Optuna. */
    public void openStudy(Path journal, String name, Consumer<OpenedFile> consumer) {
        open(journal, path -> FileRecognizer.readStudy(path, name), consumer);
    }

    private void open(Path path, Function<Path, OpenedFile> read, Consumer<OpenedFile> consumer) {
        long number = ++newest;
        reading.set(Optional.of(path));
        // Each file has a key of its own: it does not wait for one on a slow disk.
        tasks.submit(number, () -> read.apply(path), opened -> {
            if (number == newest) {
                reading.set(Optional.empty());
                consumer.accept(opened);
            }
        });
    }

    /** Waits until all files are read, and shows the newest. */
    public void finish() {
        tasks.finish();
    }
}
