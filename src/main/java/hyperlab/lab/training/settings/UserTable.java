package hyperlab.lab.training.settings;

import hyperlab.data.CsvInference;
import hyperlab.data.CsvPlan;
import hyperlab.data.CsvPreview;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSplitter;
import hyperlab.file.RelativePaths;
import hyperlab.rule.InvalidInputException;
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
     * Makes a CSV file the source. Its last column becomes the target until another is selected.
     *
     * @throws InvalidInputException if the file cannot be read
     */
    void open(Path file) {
        CsvPlan plan = CsvInference.of(CsvPreview.read(file)).plan();
        settings.table().csv().set(plan.toSettings(RelativePaths.relativize(file, folder)));
    }

    /** The columns of the current CSV file; empty if the source is not a CSV file. */
    List<String> columns() {
        CsvSettings csv = settings.table().csv().get();
        if (csv == null) {
            return List.of();
        }
        try {
            return DataSplitter.csvColumns(
                    folder == null ? Path.of(csv.file()) : folder.resolve(csv.file()), csv.format());
        } catch (InvalidInputException gone) {
            return List.of(csv.target());
        }
    }
}
