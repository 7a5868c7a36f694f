package hyperlab.file.log;

import hyperlab.log.LogColumn;
import hyperlab.log.LogFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV exports of MLflow's metrics, in which each row is one value: its run, its metric ({@code key} or
 * {@code metric}), {@code step}, {@code timestamp} and {@code value}. Values of one run and step become one row.
 */
final class MlflowReader extends CsvLogReader {
    private static final Set<String> KEYS = Set.of("key", "metric", "metric_key");
    private static final Set<String> RUNS = Set.of("run_id", "run id", "run_uuid", "run");
    private static final int MAX_METRICS = 2_000;

    MlflowReader() {
        super(LogFormat.MLFLOW);
    }

    @Override
    boolean accepts(LogSource.Table table) {
        return index(table, KEYS) >= 0 && index(table, Set.of("value")) >= 0 && index(table, Set.of("step")) >= 0;
    }

    private static int index(LogSource.Table table, Set<String> names) {
        for (int i = 0; i < table.header().size(); i++) {
            if (names.contains(table.header().get(i).toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    @Override
    List<LogColumn> columns(LogSource.Table table) {
        int key = index(table, KEYS);
        int value = index(table, Set.of("value"));
        int step = index(table, Set.of("step"));
        int run = index(table, RUNS);
        boolean several = runs(table) > 1;
        Map<String, Integer> rows = new HashMap<>();
        ColumnBuilder steps = new ColumnBuilder("step");
        Map<String, ColumnBuilder> metrics = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (String[] fields : table.rows()) {
            Double number = field(fields, value, table);
            Double at = field(fields, step, table);
            if (number == null || at == null || fields.length <= key) {
                continue;
            }
            String name = several ? runOf(fields, run) + "/" + fields[key] : fields[key];
            int row = rows.computeIfAbsent(runOf(fields, run) + "\0" + at, each -> {
                int next = rows.size();
                steps.add(next, at);
                return next;
            });
            if (seen.add(name + "\0" + row) && (metrics.size() < MAX_METRICS || metrics.containsKey(name))) {
                metrics.computeIfAbsent(name, ColumnBuilder::new).add(row, number);
            }
        }
        List<LogColumn> columns = new ArrayList<>();
        if (steps.size() > 0) {
            columns.add(steps.toColumn());
        }
        metrics.values().forEach(metric -> columns.add(sorted(metric.toColumn())));
        return columns;
    }

    private static @Nullable Double field(String[] fields, int index, LogSource.Table table) {
        return index < fields.length ? number(fields[index], table.decimal()) : null;
    }

    private static String runOf(String[] fields, int run) {
        return run >= 0 && run < fields.length ? fields[run] : "";
    }

    /** The rows of a metric may be in any order. */
    private static LogColumn sorted(LogColumn column) {
        ColumnBuilder sorted = new ColumnBuilder(column.name());
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < column.size(); i++) {
            order.add(i);
        }
        order.sort((one, other) -> Integer.compare(column.rows()[one], column.rows()[other]));
        order.forEach(i -> sorted.add(column.rows()[i], column.values()[i]));
        return sorted.toColumn();
    }

    @Override
    int runs(LogSource.Table table) {
        int run = index(table, RUNS);
        Set<String> runs = new HashSet<>();
        table.rows().forEach(fields -> runs.add(runOf(fields, run)));
        return Math.max(1, runs.size());
    }
}
