package hyperlab.app.training;

import hyperlab.file.RelativePaths;
import hyperlab.rule.Refusal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of weights that networks start from in place of drawn ones. It is read when the run opens, on a worker; what
 * does not fit is then the run's refusal. FX thread alone.
 */
final class OwnWeights {
    private static final String NAME = "network.initialWeights";
    private static final String EXTENSION = ".json";

    private final Setting<String> file;
    private final OwnTable table;

    OwnWeights(Setting<String> file, OwnTable table) {
        this.file = file;
        this.table = table;
    }

    /** Its path as the experiment has it; empty for none. */
    Setting<String> file() {
        return file;
    }

    void choose(Path chosen) {
        file.set(RelativePaths.named(chosen, table.folder()));
    }

    void clear() {
        file.set("");
    }

    /** Whether a refusal is about this file, or about one that lies beside it for another member of an ensemble. */
    boolean isRefused(@Nullable Refusal refusal) {
        if (refusal == null || file.get().isEmpty()) {
            return false;
        }
        Path folder = table.folder();
        Path path = folder == null ? Path.of(file.get()) : folder.resolve(file.get());
        String name = path.toString();
        int end = name.endsWith(EXTENSION) ? name.length() - EXTENSION.length() : name.length();
        return refusal.name().startsWith(NAME) || refusal.name().startsWith(name.substring(0, end));
    }
}
