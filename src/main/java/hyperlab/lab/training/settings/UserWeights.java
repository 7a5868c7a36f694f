package hyperlab.lab.training.settings;

import hyperlab.file.RelativePaths;
import hyperlab.rule.InvalidInputException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The user's weights file from which networks start instead of random weights. It is read on a worker when the run
 * opens; an invalid file then becomes the run's error. FX thread only.
 */
public final class UserWeights {
    private static final String KEY = "network.initialWeights";
    private static final String EXTENSION = ".json";

    private final Setting<String> file;
    private final UserTable table;

    public UserWeights(Setting<String> file, UserTable table) {
        this.file = file;
        this.table = table;
    }

    /** The file's path in the experiment; empty for none. */
    Setting<String> file() {
        return file;
    }

    void choose(Path chosen) {
        file.set(RelativePaths.relativize(chosen, table.folder()));
    }

    void clear() {
        file.set("");
    }

    /** Whether an error is about this file, or about a file with the same base name for another ensemble member. */
    public boolean concerns(@Nullable InvalidInputException error) {
        if (error == null || file.get().isEmpty()) {
            return false;
        }
        Path folder = table.folder();
        Path path = folder == null ? Path.of(file.get()) : folder.resolve(file.get());
        String name = path.toString();
        int end = name.endsWith(EXTENSION) ? name.length() - EXTENSION.length() : name.length();
        return error.name().startsWith(KEY) || error.name().startsWith(name.substring(0, end));
    }
}
