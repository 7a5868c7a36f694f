package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.log.LogColumn;
import hyperlab.log.LogColumns;
import hyperlab.log.LogFormat;
import hyperlab.log.LogOrigin;
import hyperlab.log.LogQuantity;
import hyperlab.log.LogTable;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All columns of a training log, in {@code hyperlab-log/1}:
 *
 * <pre>{@code
 * "table": {
 *   "rows": 3, "runs": 1, "quantities": {"epoch": "epoch", "trainLoss": "loss"},
 *   "columns": [
 *     {"name": "epoch", "values": [0, 1, 2]},
 *     {"name": "loss", "values": [0.9, 0.5, "NaN"]},
 *     {"name": "val_loss", "rows": [2], "values": [0.7]}
 *   ]
 * }
 * }</pre>
 *
 * {@code rows} of a column is missing if all rows have a number. A table of more than {@link #MAX_CELLS} numbers is
 * left out.
 */
final class LogOriginFormat {
    static final int MAX_CELLS = 20_000;

    private LogOriginFormat() {}

    /** Whether the table is small enough to be written. */
    static boolean isWritten(LogOrigin origin) {
        return origin.table().columns().stream().mapToLong(LogColumn::size).sum() <= MAX_CELLS;
    }

    static void write(LogOrigin origin, ObjectNode node) {
        LogTable table = origin.table();
        node.put("rows", table.rows());
        node.put("runs", table.runs());
        ObjectNode quantities = node.putObject("quantities");
        origin.columns().names().forEach((quantity, name) -> quantities.put(quantity.fileName(), name));
        ArrayNode columns = node.putArray("columns");
        for (LogColumn column : table.columns()) {
            ObjectNode one = columns.addObject();
            one.put("name", column.name());
            if (column.size() < table.rows()) {
                ArrayNode rows = one.putArray("rows");
                Arrays.stream(column.rows()).forEach(rows::add);
            }
            LogNumbers.write(column.values(), one.putArray("values"));
        }
    }

    static LogOrigin read(JsonObjectReader keys, String name, LogFormat format, boolean truncated) {
        int rows = keys.integerAtLeast("rows", 0, 0);
        int runs = keys.integerAtLeast("runs", 1, 1);
        List<LogColumn> columns = keys.list("columns", column -> readColumn(column, rows), List.of());
        LogTable table = new LogTable(name, format, columns, rows, runs, truncated);
        return new LogOrigin(table, keys.object("quantities", quantities -> readQuantities(quantities, table)));
    }

    private static LogColumns readQuantities(JsonObjectReader keys, LogTable table) {
        Map<LogQuantity, String> names = new EnumMap<>(LogQuantity.class);
        for (LogQuantity quantity : LogQuantity.values()) {
            String name = keys.optionalText(quantity.fileName());
            if (name != null && table.column(name).isEmpty()) {
                throw new InvalidInputException(quantity.fileName(), Rule.LOG_TABLE_COLUMN, name);
            }
            if (name != null) {
                names.put(quantity, name);
            }
        }
        return new LogColumns(names);
    }

    private static LogColumn readColumn(JsonObjectReader keys, int tableRows) {
        String name = keys.text("name", "");
        double[] values = LogNumbers.read(keys, "values", -1);
        int[] rows = readRows(keys.value("rows"), values.length);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] < 0 || rows[i] >= tableRows || (i > 0 && rows[i] <= rows[i - 1])) {
                throw new InvalidInputException("rows", Rule.LOG_TABLE_ROWS, tableRows - 1);
            }
        }
        return new LogColumn(name, rows, values);
    }

    private static int[] readRows(@Nullable JsonNode list, int count) {
        if (list == null) {
            return IntStream.range(0, count).toArray();
        }
        if (!list.isArray()) {
            throw JsonObjectReader.invalid("rows", Rule.LIST, list);
        }
        if (list.size() != count) {
            throw new InvalidInputException("rows", Rule.LOG_POSITIONS, count, list.size());
        }
        // A number that is not a whole number becomes −1, which is no row.
        return IntStream.range(0, count)
                .map(i -> list.get(i).isIntegralNumber() && list.get(i).canConvertToInt()
                        ? list.get(i).intValue()
                        : -1)
                .toArray();
    }
}
