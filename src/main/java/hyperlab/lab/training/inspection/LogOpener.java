package hyperlab.lab.training.inspection;

import hyperlab.lab.LabContext;
import hyperlab.log.LogColumns;
import hyperlab.log.LogTable;
import hyperlab.log.TrainingLog;
import hyperlab.rule.InvalidInputException;
import java.util.function.Predicate;

/** Shows another program's log, with its columns as a worker guesses them. FX thread only. */
public final class LogOpener {
    private final Predicate<TrainingLog> shower;
    private final LabContext context;

    /** @param shower shows a log; false if it is listed already */
    public LogOpener(Predicate<TrainingLog> shower, LabContext context) {
        this.shower = shower;
        this.context = context;
    }

    /** Shows what was read from a file or a folder. */
    public void open(LogTable table) {
        context.workers().run("log", () -> {
            try {
                TrainingLog log = TrainingLog.of(table, LogColumns.guess(table));
                context.pulses().execute(() -> show(log));
            } catch (InvalidInputException error) {
                context.pulses().execute(() -> context.showError("shell.notOpened", error));
            }
        });
    }

    private void show(TrainingLog log) {
        if (!shower.test(log)) {
            context.notices().showSuccess(texts -> texts.get("training.log.listed", log.name()));
        }
    }
}
