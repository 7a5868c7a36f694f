package hyperlab.lab.training.inspection;

import hyperlab.file.log.LogReaders;
import hyperlab.lab.LabContext;
import hyperlab.log.LogColumns;
import hyperlab.log.LogTable;
import hyperlab.log.TrainingLog;
import hyperlab.rule.InvalidInputException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads another program's log on a worker and shows it, with its columns as they are guessed. FX thread only. */
public final class LogOpener {
    private final Consumer<TrainingLog> shower;
    private final LabContext context;

    /** @param shower shows a log */
    public LogOpener(Consumer<TrainingLog> shower, LabContext context) {
        this.shower = shower;
        this.context = context;
    }

    /** Opens a file or a folder. */
    public void open(Path path) {
        context.workers().run("log", () -> {
            try {
                LogTable table = LogReaders.readAny(path);
                TrainingLog log = TrainingLog.of(table, LogColumns.guess(table));
                context.pulses().execute(() -> shower.accept(log));
            } catch (InvalidInputException error) {
                context.pulses().execute(() -> context.showError("shell.notOpened", error));
            }
        });
    }
}
