package hyperlab.lab.training.settings;

import hyperlab.cases.Baseline;
import hyperlab.data.CsvPlan;
import hyperlab.data.DataSettings;
import hyperlab.lab.LabContext;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import java.nio.file.Path;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Opens a table: the user corrects how it is read and used, and then the baseline on it becomes the experiment, as on
 * the command line. The runs stay in the list. FX thread only.
 */
public final class TableOpener {
    private final UserTable table;
    private final ExperimentSettings settings;
    private final LabContext context;
    private final Runnable beforeUse;

    /** @param beforeUse called before a table that was accepted becomes the data */
    public TableOpener(UserTable table, ExperimentSettings settings, LabContext context, Runnable beforeUse) {
        this.table = table;
        this.settings = settings;
        this.context = context;
        this.beforeUse = beforeUse;
    }

    /**
     * Opens a file.
     *
     * @param owner the window above which the user is asked; null for none
     */
    public void open(Path file, @Nullable Window owner) {
        DataSettings split = file.equals(table.file()) ? table.data() : Baseline.withSplit(DataSettings.DEFAULT);
        context.openTable(file, split, owner, plan -> use(file, plan));
    }

    /** Opens the current table again, to change how it is read and used. */
    public void openAgain(@Nullable Window owner) {
        Path file = table.file();
        if (file != null) {
            open(file, owner);
        }
    }

    private void use(Path file, CsvPlan plan) {
        Experiment current = settings.experimentProperty().get();
        Path folder = table.folder();
        context.workers().run("table", () -> {
            try {
                Experiment onTable = UserTable.experimentOn(file, plan, current, folder);
                context.pulses().execute(() -> {
                    beforeUse.run();
                    table.use(onTable);
                });
            } catch (InvalidInputException error) {
                context.pulses().execute(() -> context.showError("shell.notOpened", error));
            }
        });
    }
}
