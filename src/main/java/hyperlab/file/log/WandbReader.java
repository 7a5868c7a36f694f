package hyperlab.file.log;

import hyperlab.log.LogFormat;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV exports of Weights &amp; Biases: of a chart, with the columns {@code Step}, {@code RUN - METRIC} and the
 * same with {@code __MIN} and {@code __MAX}; or of a run's history, with {@code _step}, {@code _runtime} and
 * {@code _timestamp}.
 */
final class WandbReader extends CsvLogReader {
    private static final String AFTER_RUN = " - ";
    private static final Set<String> INTERNAL = Set.of("_runtime", "_timestamp");

    WandbReader() {
        super(LogFormat.WANDB);
    }

    @Override
    boolean accepts(LogSource.Table table) {
        boolean chart = table.header().stream().anyMatch(name -> name.contains(AFTER_RUN) && isBound(name));
        return chart || has(table, "_step") || INTERNAL.stream().anyMatch(name -> has(table, name));
    }

    private static boolean isBound(String name) {
        return name.endsWith("__MIN") || name.endsWith("__MAX");
    }

    /** The name of the metric, with that of its run if there are several; the bounds of a metric are left out. */
    @Override
    @Nullable
    String columnName(String name, LogSource.Table table) {
        if (isBound(name) || INTERNAL.contains(name)) {
            return null;
        }
        int end = name.indexOf(AFTER_RUN);
        return end < 0 || runs(table) > 1 ? name : name.substring(end + AFTER_RUN.length());
    }

    @Override
    int runs(LogSource.Table table) {
        Set<String> runs = new HashSet<>();
        for (String name : table.header()) {
            int end = name.indexOf(AFTER_RUN);
            if (end >= 0) {
                runs.add(name.substring(0, end));
            }
        }
        return Math.max(1, runs.size());
    }
}
