package hyperlab.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import hyperlab.file.json.StrictJson;
import hyperlab.map.MapAxis;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.tune.SearchDimension;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses an axis as the command line has it, KEY=SCALE, with one of the scales {@code log:LOW:HIGH:COUNT},
 * {@code linear:LOW:HIGH:COUNT}, {@code integer:LOW:HIGH} and {@code choice:A,B,…}. A value of a choice is JSON, or a
 * text without quotes; commas inside brackets belong to a value.
 */
public final class MapAxisParser {
    private MapAxisParser() {}

    /**
     * Parses an axis.
     *
     * @param option the name of the option in error messages
     * @throws InvalidInputException if the text has another form, or a bound is invalid
     */
    public static MapAxis parse(String option, String text) {
        int equals = text.indexOf('=');
        int colon = text.indexOf(':', equals + 1);
        if (equals < 1 || colon < 0) {
            throw new InvalidInputException(option, Rule.AXIS_SCALE, text);
        }
        String key = text.substring(0, equals).strip();
        String scale = text.substring(equals + 1, colon).strip();
        String[] numbers = text.substring(colon + 1).split(":", -1);
        try {
            if (scale.equals("choice")) {
                List<String> values = choices(text.substring(colon + 1));
                return new MapAxis(key, new SearchDimension.CategoricalDimension(values), Math.max(2, values.size()));
            }
            if (scale.equals("integer") && numbers.length == 2) {
                int low = whole(option, text, numbers[0]);
                int high = whole(option, text, numbers[1]);
                return new MapAxis(key, new SearchDimension.IntegerDimension(low, high), MapAxis.MAX_COUNT);
            }
            if (numbers.length == 3 && (scale.equals("log") || scale.equals("linear"))) {
                double low = number(option, text, numbers[0]);
                double high = number(option, text, numbers[1]);
                SearchDimension dimension = scale.equals("log")
                        ? new SearchDimension.LogDimension(low, high)
                        : new SearchDimension.LinearDimension(low, high);
                return new MapAxis(key, dimension, whole(option, text, numbers[2]));
            }
        } catch (InvalidInputException error) {
            throw error.name().equals(option) ? error : error.withPrefix(option + " " + key);
        }
        throw new InvalidInputException(option, Rule.AXIS_SCALE, text);
    }

    private static double number(String option, String text, String number) {
        try {
            return Double.parseDouble(number.strip());
        } catch (NumberFormatException e) {
            throw new InvalidInputException(option, Rule.AXIS_SCALE, text);
        }
    }

    private static int whole(String option, String text, String number) {
        try {
            return Integer.parseInt(number.strip());
        } catch (NumberFormatException e) {
            throw new InvalidInputException(option, Rule.AXIS_SCALE, text);
        }
    }

    private static List<String> choices(String text) {
        List<String> values = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            depth += c == '[' || c == '{' ? 1 : 0;
            depth -= c == ']' || c == '}' ? 1 : 0;
            if (i == text.length() || (c == ',' && depth == 0)) {
                values.add(json(text.substring(from, i).strip()));
                from = i + 1;
            }
        }
        return values;
    }

    private static String json(String value) {
        try {
            return StrictJson.value(value, "value").toString();
        } catch (InvalidInputException noJson) {
            return JsonNodeFactory.instance.textNode(value).toString();
        }
    }
}
