package hyperlab.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the keys of a YAML map, each by name. Keys that nobody asked for are unknown. */
final class StepKeys {
    private static final int MAX_TEXT = 2_000;

    private final ObjectNode map;
    private final String prefix;
    private final Set<String> known = new LinkedHashSet<>();

    /** @param prefix what precedes the keys in error messages: empty, or a key and a dot */
    StepKeys(ObjectNode map, String prefix) {
        this.map = map;
        this.prefix = prefix;
    }

    @Nullable
    JsonNode node(String key) {
        known.add(key);
        JsonNode node = map.get(key);
        return node == null || node.isNull() ? null : node;
    }

    boolean has(String key) {
        return node(key) != null;
    }

    private InvalidInputException invalid(String key, Rule rule, Object... arguments) {
        return new InvalidInputException(prefix + key, rule, arguments);
    }

    /** A text; a number or a flag counts as the text that it is written as. */
    @Nullable
    String optionalText(String key) {
        JsonNode node = node(key);
        return node == null ? null : text(key, node);
    }

    String text(String key) {
        String text = optionalText(key);
        if (text == null) {
            throw invalid(key, Rule.REQUIRED);
        }
        return text;
    }

    private String text(String key, JsonNode node) {
        if (node.isContainerNode()) {
            throw invalid(key, Rule.TEXT, abbreviated(node));
        }
        String text = node.asText();
        if (text.length() > MAX_TEXT) {
            throw invalid(key, Rule.FORMULA_TOO_LONG, MAX_TEXT, text.length());
        }
        return text;
    }

    static String abbreviated(JsonNode node) {
        String text = node.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    String choice(String key, List<String> names, @Nullable String fallback) {
        String name = fallback == null || has(key) ? text(key) : fallback;
        if (!names.contains(name)) {
            throw invalid(
                    key, Rule.ONE_OF_NEAREST, String.join(", ", names), name, ClosestMatch.of(shortened(name), names));
        }
        return name;
    }

    static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60);
    }

    @Nullable
    Double optionalNumber(String key) {
        JsonNode node = node(key);
        if (node == null) {
            return null;
        }
        if (!node.isNumber()) {
            throw invalid(key, Rule.NUMBER, abbreviated(node));
        }
        return node.doubleValue();
    }

    double number(String key) {
        Double number = optionalNumber(key);
        if (number == null) {
            throw invalid(key, Rule.REQUIRED);
        }
        return number;
    }

    @Nullable
    Integer optionalInteger(String key, int low, int high) {
        Double number = optionalNumber(key);
        if (number == null) {
            return null;
        }
        if (number != Math.rint(number) || number < low || number > high) {
            throw invalid(key, Rule.WHOLE_WITHIN, low, high, number);
        }
        return number.intValue();
    }

    /** A list of texts; one text counts as a list of one. */
    List<String> texts(String key, int max) {
        JsonNode node = node(key);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            return List.of(text(key, node));
        }
        if (node.size() > max) {
            throw invalid(key, Rule.AT_MOST_ENTRIES, max, node.size());
        }
        List<String> texts = new ArrayList<>();
        node.forEach(element -> texts.add(text(key, element)));
        return texts;
    }

    /** A map, or null. */
    @Nullable
    ObjectNode optionalMap(String key) {
        JsonNode node = node(key);
        if (node == null) {
            return null;
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw invalid(key, Rule.YAML_MAP);
    }

    /** JSON values by the names of settings. */
    static Map<String, String> settings(ObjectNode map) {
        Map<String, String> settings = new LinkedHashMap<>();
        map.properties()
                .forEach(field -> settings.put(field.getKey(), field.getValue().toString()));
        return settings;
    }

    void rejectUnknown() {
        map.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new InvalidInputException(
                        prefix + shortened(key), Rule.UNKNOWN_KEY, ClosestMatch.of(shortened(key), known));
            }
        });
    }
}
