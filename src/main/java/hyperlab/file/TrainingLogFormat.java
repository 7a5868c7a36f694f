package hyperlab.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.log.LogAxis;
import hyperlab.log.LogFormat;
import hyperlab.log.LogOrigin;
import hyperlab.log.LogQuantity;
import hyperlab.log.LogSeries;
import hyperlab.log.TrainingLog;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code hyperlab-log/1} as a JSON tree: the curves of another program's training log.
 *
 * <pre>{@code
 * {
 *   "format": "hyperlab-log/1",
 *   "name": "metrics.csv",
 *   "source": "lightning",
 *   "series": {
 *     "trainLoss": {"column": "train_loss", "epochs": [0.5, 1], "steps": [49, 99], "values": [1.2, "NaN"]},
 *     "validationLoss": …, "trainAccuracy": …, "validationAccuracy": …, "learningRate": …
 *   },
 *   "restarts": [{"axis": "epoch", "from": 9, "to": 5}],
 *   "truncated": false
 * }
 * }</pre>
 *
 * {@code epochs} is the number of epochs finished at each value. {@code epochs} or {@code steps} is missing if it is
 * not known; null stands for a single position that is not known. One of the losses is required. {@code table} may
 * follow, with all columns of the log; see {@link LogOriginFormat}.
 */
final class TrainingLogFormat {
    static final String FORMAT = "hyperlab-log/1";

    private static final int MAX_RESTARTS = 1_000;

    private TrainingLogFormat() {}

    static TrainingLog read(ObjectNode node) {
        JsonObjectReader keys = new JsonObjectReader(node);
        keys.text("format", FORMAT);
        String name = keys.text("name", "");
        LogFormat source = keys.oneOf("source", LogFormat.values(), LogFormat::fileName, LogFormat.CSV);
        Map<LogQuantity, LogSeries> series = keys.object("series", TrainingLogFormat::readSeries);
        List<TrainingLog.Restart> restarts = keys.list("restarts", TrainingLogFormat::readRestart, List.of());
        boolean truncated = keys.flag("truncated", false);
        LogOrigin origin = keys.has("table")
                ? keys.object("table", table -> LogOriginFormat.read(table, name, source, truncated))
                : null;
        keys.rejectUnknownKeys();
        return new TrainingLog(name, source, series, restarts, truncated, origin);
    }

    private static TrainingLog.Restart readRestart(JsonObjectReader keys) {
        return new TrainingLog.Restart(
                keys.oneOf("axis", LogAxis.values(), LogAxis::fileName, LogAxis.EPOCH),
                keys.number("from", 0),
                keys.number("to", 0));
    }

    private static Map<LogQuantity, LogSeries> readSeries(JsonObjectReader keys) {
        Map<LogQuantity, LogSeries> series = new EnumMap<>(LogQuantity.class);
        for (LogQuantity quantity : LogQuantity.curves()) {
            if (keys.has(quantity.fileName())) {
                series.put(quantity, keys.object(quantity.fileName(), TrainingLogFormat::readOne));
            }
        }
        // The keys that are known now are those that the log may have.
        LogQuantity.curves().forEach(quantity -> keys.value(quantity.fileName()));
        return series;
    }

    private static LogSeries readOne(JsonObjectReader keys) {
        double[] values = LogNumbers.read(keys, "values", -1);
        String column = keys.text("column", "");
        double[] epochs = LogNumbers.read(keys, "epochs", values.length);
        double[] steps = LogNumbers.read(keys, "steps", values.length);
        LogSeries series = new LogSeries(column, epochs, steps, values);
        if (values.length == 0 || values.length > 3 * TrainingLog.MAX_VALUES) {
            throw new InvalidInputException(
                    "values.length", Rule.WHOLE_WITHIN, 1, 3 * TrainingLog.MAX_VALUES, values.length);
        }
        if (!series.isOn(LogAxis.EPOCH) && !series.isOn(LogAxis.STEP)) {
            throw new InvalidInputException("epochs", Rule.LOG_AXIS);
        }
        return series;
    }

    static ObjectNode write(TrainingLog log) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        node.put("name", log.name());
        node.put("source", log.format().fileName());
        ObjectNode series = node.putObject("series");
        log.series().forEach((quantity, values) -> {
            ObjectNode one = series.putObject(quantity.fileName());
            one.put("column", values.column());
            putPositions(one, "epochs", values.epochs());
            putPositions(one, "steps", values.steps());
            LogNumbers.write(values.values(), one.putArray("values"));
        });
        ArrayNode restarts = node.putArray("restarts");
        log.restarts().stream()
                .limit(MAX_RESTARTS)
                .forEach(restart -> restarts.addObject()
                        .put("axis", restart.axis().fileName())
                        .put("from", restart.from())
                        .put("to", restart.to()));
        node.put("truncated", log.truncated());
        LogOrigin origin = log.origin();
        if (origin != null && LogOriginFormat.isWritten(origin)) {
            LogOriginFormat.write(origin, node.putObject("table"));
        }
        return node;
    }

    /** Writes positions, unless none is known. */
    private static void putPositions(ObjectNode node, String key, double[] positions) {
        if (Arrays.stream(positions).allMatch(Double::isNaN)) {
            return;
        }
        ArrayNode list = node.putArray(key);
        for (double position : positions) {
            @Nullable Double known = Double.isNaN(position) ? null : position;
            list.add(known);
        }
    }
}
