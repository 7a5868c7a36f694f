package hyperlab.app.training;

import hyperlab.data.CsvSettings;
import hyperlab.data.Partitions;
import hyperlab.file.RelativePaths;
import hyperlab.rule.Refusal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV file of one's own as the source of an experiment, and where the experiment's paths start. FX thread alone. */
final class OwnTable {
    private final ExperimentSettings settings;
    private @Nullable Path folder;

    OwnTable(ExperimentSettings settings) {
        this.settings = settings;
    }

    /** Where the paths of the experiment start; null for one that was never in a file. */
    @Nullable
    Path folder() {
        return folder;
    }

    void folder(@Nullable Path newFolder) {
        folder = newFolder;
    }

    /**
     * Makes a CSV file the source; its last column is predicted until another is named.
     *
     * @throws Refusal if the file cannot be read
     */
    void open(Path file) {
        List<String> columns = Partitions.columns(file);
        String path = RelativePaths.named(file, folder);
        settings.table().csv().set(CsvSettings.predictingLast(path, columns));
    }

    /** The columns of the CSV file that is the source; none where there is no such file. */
    List<String> columns() {
        CsvSettings csv = settings.table().csv().get();
        if (csv == null) {
            return List.of();
        }
        try {
            return Partitions.columns(folder == null ? Path.of(csv.file()) : folder.resolve(csv.file()));
        } catch (Refusal gone) {
            return List.of(csv.target());
        }
    }
}
