package hyperlab.lab.tuning;

import hyperlab.data.ColumnProfile;
import hyperlab.data.CsvPreview;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.concurrent.TaskExecutor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the user's table on a worker and remembers its columns. FX thread only. */
final class TableColumns {
    private final TaskExecutor workers;
    private final Executor window;
    private final Consumer<InvalidInputException> errorHandler;
    private @Nullable CsvPreview known;

    TableColumns(TaskExecutor workers, Executor window, Consumer<InvalidInputException> errorHandler) {
        this.workers = workers;
        this.window = window;
        this.errorHandler = errorHandler;
    }

    /** Reads a file, unless it is the one that was read last, and then calls {@code use} on the FX thread. */
    void read(Path file, Consumer<CsvPreview> use) {
        CsvPreview before = known;
        if (before != null && before.file().equals(file)) {
            use.accept(before);
            return;
        }
        workers.run("table", () -> {
            try {
                CsvPreview preview = CsvPreview.read(file);
                window.execute(() -> {
                    known = preview;
                    use.accept(preview);
                });
            } catch (InvalidInputException error) {
                window.execute(() -> errorHandler.accept(error));
            }
        });
    }

    static List<String> names(CsvPreview preview) {
        return preview.columns().stream().map(ColumnProfile::name).toList();
    }
}
