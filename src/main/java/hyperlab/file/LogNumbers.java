package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.Arrays;
import java.util.List;

/** The numbers of a training log as a JSON list; those that are not finite are texts. */
final class LogNumbers {
    private static final List<String> NOT_FINITE = List.of("NaN", "Infinity", "-Infinity");

    private LogNumbers() {}

    static void write(double[] values, ArrayNode list) {
        for (double value : values) {
            if (Double.isFinite(value)) {
                list.add(value);
            } else {
                list.add(Double.toString(value));
            }
        }
    }

    /**
     * The numbers of a list; if it is missing, as many NaN as there should be.
     *
     * @param count how many there must be; negative for any number
     */
    static double[] read(JsonObjectReader keys, String key, int count) {
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
}
