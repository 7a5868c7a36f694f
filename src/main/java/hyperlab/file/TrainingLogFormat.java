package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.log.LogAxis;
import hyperlab.log.LogFormat;
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
 * {@code epochs} is the number of epochs finished at each value. {@code epochs} or {@code steps} is missing if it is not
 * known; null stands for a single position that is not known. One of the losses is required.
 */
final class TrainingLogFormat {
    static final String FORMAT = "hyperlab-log/1";

    private static final List<String> NOT_FINITE = List.of("NaN", "Infinity", "-Infinity");
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
        keys.rejectUnknownKeys();
        return new TrainingLog(name, source, series, restarts, truncated);
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
        double[] values = numbers(keys, "values", -1);
        String column = keys.text("column", "");
        double[] epochs = numbers(keys, "epochs", values.length);
        double[] steps = numbers(keys, "steps", values.length);
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

    /** The numbers of a list; if it is missing, as many NaN as there are values. */
    private static double[] numbers(JsonObjectReader keys, String key, int count) {
        JsonNode list = keys.value(key);
        if (list == null) {
            double[] unknown = new double[Math.max(0, count)];
            Arrays.fill(unknown, Double.NaN);
            return unknown;
        }
        if (!list.isArray()) {
            throw JsonObjectReader.invalid(key, Rule.LIST, list);
        }
        if (count >= 0 && list.size() != count) {
            throw new InvalidInputException(key, Rule.LOG_POSITIONS, count, list.size());
        }
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(key, list.get(i));
        }
        return numbers;
    }

    private static double number(String key, JsonNode value) {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        if (value.isNull()) {
            return Double.NaN;
        }
        if (value.isTextual() && NOT_FINITE.contains(value.textValue())) {
            return Double.parseDouble(value.textValue());
        }
        throw JsonObjectReader.invalid(key, Rule.NUMBER, value);
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
            ArrayNode list = one.putArray("values");
            for (double value : values.values()) {
                if (Double.isFinite(value)) {
                    list.add(value);
                } else {
                    list.add(Double.toString(value));
                }
            }
        });
        ArrayNode restarts = node.putArray("restarts");
        log.restarts().stream()
                .limit(MAX_RESTARTS)
                .forEach(restart -> restarts.addObject()
                        .put("axis", restart.axis().fileName())
                        .put("from", restart.from())
                        .put("to", restart.to()));
        node.put("truncated", log.truncated());
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
