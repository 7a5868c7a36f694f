package hyperlab.lab.training.settings;

import hyperlab.cases.Baseline;
import hyperlab.data.CsvPlan;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.file.RelativePaths;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The user's CSV file as the source of an experiment, and the folder that the experiment's paths are relative to. FX
 * thread only.
 */
public final class UserTable {
    private final ExperimentSettings settings;
    private @Nullable Path folder;

    public UserTable(ExperimentSettings settings) {
        this.settings = settings;
    }

    /** The folder that the experiment's paths are relative to; null for an experiment that was never in a file. */
    public @Nullable Path folder() {
        return folder;
    }

    public void folder(@Nullable Path newFolder) {
        folder = newFolder;
    }

    /**
     * The experiment on a table as planned: the baseline for another table than the current one, and the current
     * experiment for the current table, of which only the use changes. Any thread.
     *
     * @param current the experiment that {@link #use} replaces
     * @throws InvalidInputException if the plan does not fit the table
     */
    public static Experiment experimentOn(Path file, CsvPlan plan, Experiment current, @Nullable Path folder) {
        CsvSettings csv = plan.toSettings(RelativePaths.relativize(file, folder));
        CsvSettings before = current.data().csv();
        if (before == null || !path(before, folder).equals(file)) {
            return Baseline.ofTable(plan, csv.file(), folder);
        }
        Experiment changed = DataEdits.withCsv(current, csv.withFile(before.file()));
        return changed.withData(changed.data().withStandardize(plan.standardize()));
    }

    private static Path path(CsvSettings csv, @Nullable Path folder) {
        return folder == null ? Path.of(csv.file()) : folder.resolve(csv.file());
    }

    /** Makes the experiment on a table the current one, as one change that can be undone. */
    public void use(Experiment onTable) {
        settings.replace("training.csv", onTable);
    }

    /** The path of the current table; null if the source is not a table. */
    public @Nullable Path file() {
        CsvSettings csv = settings.table().csv().get();
        return csv == null ? null : path(csv, folder);
    }

    /** The data settings of the experiment, with the table's path as in {@link #file}. */
    public DataSettings data() {
        DataSettings data = settings.experimentProperty().get().data();
        CsvSettings csv = data.csv();
        Path file = file();
        return csv == null || file == null ? data : data.withCsv(csv.withFile(file.toString()));
    }

    /** The columns of the current CSV file; empty if the source is not a CSV file. */
    List<String> columns() {
        CsvSettings csv = settings.table().csv().get();
        Path file = file();
        if (csv == null || file == null) {
            return List.of();
        }
        try {
            return DataSplitter.csvColumns(file, csv.format());
        } catch (InvalidInputException gone) {
            return List.of(csv.target());
        }
    }
}
