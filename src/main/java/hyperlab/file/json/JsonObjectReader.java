package hyperlab.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of one JSON object, each by name and with a default. Error messages name a key relative to this
 * object; {@link #object} and {@link #list} prefix the errors of nested objects with their own key.
 */
public final class JsonObjectReader {
    private static final int MAX_SHOWN = 60;

    private final ObjectNode node;
    private final Set<String> knownKeys = new LinkedHashSet<>();
    private @Nullable String owner;

    public JsonObjectReader(ObjectNode node) {
        this.node = node;
    }

    /** Sets the name of the component that has these keys, for errors about unknown keys. */
    public void setOwner(String name) {
        owner = name;
    }

    public boolean has(String key) {
        return node.has(key);
    }

    /** A text, or {@code fallback}. */
    public String text(String key, String fallback) {
        String text = optionalText(key);
        return text == null ? fallback : text;
    }

    /** A text, or null. */
    public @Nullable String optionalText(String key) {
        JsonNode value = value(key);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw invalid(key, Rule.TEXT, value);
        }
        return value.textValue();
    }

    public double number(String key, double fallback) {
        JsonNode value = value(key);
        return value == null ? fallback : number(key, value);
    }

    public int integer(String key, int fallback) {
        JsonNode value = value(key);
        return value == null ? fallback : integer(key, value);
    }

    /** A whole number with {@code low ≤ value}; values beyond the range of int become {@link Integer#MAX_VALUE}. */
    public int integerAtLeast(String key, int fallback, int low) {
        JsonNode value = value(key);
        if (value == null) {
            return fallback;
        }
        double whole = integerDouble(key, value);
        if (whole < low) {
            throw new InvalidInputException(key, Rule.WHOLE_AT_LEAST, low, abbreviatedJson(value));
        }
        return (int) Math.min(whole, Integer.MAX_VALUE);
    }

    /**
     * A whole number with {@code low ≤ value ≤ high}; values beyond the range of int are rejected with the same
     * message.
     */
    public int integer(String key, int fallback, int low, int high) {
        Integer whole = optionalInteger(key, low, high);
        return whole == null ? fallback : whole;
    }

    public @Nullable Integer optionalInteger(String key, int low, int high) {
        JsonNode value = value(key);
        return value == null ? null : integer(key, value, low, high);
    }

    public long longInteger(String key, long fallback) {
        JsonNode value = value(key);
        if (value == null) {
            return fallback;
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        if (value.isDouble() && value.doubleValue() == Math.rint(value.doubleValue()) && isExact(value.doubleValue())) {
            return (long) value.doubleValue();
        }
        throw invalid(key, value.isIntegralNumber() ? Rule.WHOLE_OF_64_BITS : Rule.WHOLE, value);
    }

    public boolean flag(String key, boolean fallback) {
        JsonNode value = value(key);
        if (value == null) {
            return fallback;
        }
        if (!value.isBoolean()) {
            throw invalid(key, Rule.TRUE_OR_FALSE, value);
        }
        return value.booleanValue();
    }

    /**
     * The format of a document, under the key {@code format}.
     *
     * @param known the formats that can be read
     */
    public String knownFormat(Collection<String> known) {
        String format = text("format", "");
        if (!known.contains(format)) {
            String given = abbreviatedJson(JsonNodeFactory.instance.textNode(format));
            throw new InvalidInputException(
                    "format", Rule.UNKNOWN_FORMAT, given, ClosestMatch.of(abbreviated(format), known));
        }
        return format;
    }

    /** One of {@code names}, or {@code fallback}. */
    public String choice(String key, List<String> names, String fallback) {
        String name = text(key, fallback);
        if (!names.contains(name)) {
            String given = abbreviatedJson(JsonNodeFactory.instance.textNode(name));
            String nearest = ClosestMatch.of(abbreviated(name), names);
            throw new InvalidInputException(key, Rule.ONE_OF_NEAREST, String.join(", ", names), given, nearest);
        }
        return name;
    }

    /** The element of {@code values} with the given name, or {@code fallback}. */
    public <T> T oneOf(String key, T[] values, Function<T, String> name, T fallback) {
        String chosen = choice(key, Arrays.stream(values).map(name).toList(), name.apply(fallback));
        return Arrays.stream(values)
                .filter(value -> name.apply(value).equals(chosen))
                .findFirst()
                .orElseThrow();
    }

    /** Applies {@code read} to the object under the key, or to an empty object if the key is missing. */
    public <T> T object(String key, Function<JsonObjectReader, T> read) {
        JsonNode value = value(key);
        return readObject(key, value == null ? JsonNodeFactory.instance.objectNode() : value, read);
    }

    /**
     * Applies {@code read} to each object in the list under the key; returns {@code fallback} if the key is missing.
     */
    public <T> List<T> list(String key, Function<JsonObjectReader, T> read, List<T> fallback) {
        return elements(key, fallback, (path, element) -> readObject(path, element, read));
    }

    /** Whole numbers, each with {@code low ≤ value ≤ high}. */
    public List<Integer> integers(String key, List<Integer> fallback, int low, int high) {
        return elements(key, fallback, (path, element) -> integer(path, element, low, high));
    }

    public List<Double> numbers(String key, List<Double> fallback) {
        return elements(key, fallback, JsonObjectReader::number);
    }

    public List<String> texts(String key) {
        return elements(key, List.of(), (path, element) -> {
            if (!element.isTextual()) {
                throw invalid(path, Rule.TEXT, element);
            }
            return element.textValue();
        });
    }

    /** A list of lists of numbers; empty if the key is missing. */
    public List<List<Double>> numberLists(String key) {
        return elements(key, List.of(), (path, element) -> {
            if (!element.isArray()) {
                throw invalid(path, Rule.LIST, element);
            }
            List<Double> row = new ArrayList<>();
            for (JsonNode number : element) {
                row.add(number(path + "[" + row.size() + "]", number));
            }
            return List.copyOf(row);
        });
    }

    /** The raw value, or null. */
    public @Nullable JsonNode value(String key) {
        knownKeys.add(key);
        return node.get(key);
    }

    /** The names of all keys in the object. */
    public List<String> keyNames() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Rejects any key that was never asked for and suggests the closest known key. */
    public void rejectUnknownKeys() {
        rejectUnknownKeys(key -> ClosestMatch.of(key, knownKeys));
    }

    /** The same, with a custom suggestion. */
    public void rejectUnknownKeys(Function<String, String> nearest) {
        for (Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!knownKeys.contains(key)) {
                String suggestion = nearest.apply(abbreviated(key));
                throw owner == null
                        ? new InvalidInputException(abbreviated(key), Rule.UNKNOWN_KEY, suggestion)
                        : new InvalidInputException(abbreviated(key), Rule.UNKNOWN_KEY_OF, owner, suggestion);
            }
        }
    }

    /** The keys that have been asked for so far. */
    public Set<String> knownKeys() {
        return knownKeys;
    }

    /** Reports that {@code value} violates {@code rule}, whose message quotes only the value. */
    public static InvalidInputException invalid(String key, Rule rule, JsonNode value) {
        return new InvalidInputException(key, rule, abbreviatedJson(value));
    }

    /** The value as JSON on one line, truncated. */
    static String abbreviatedJson(JsonNode value) {
        return abbreviated(value.toString());
    }

    public static String abbreviated(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    private interface ElementReader<T> {
        T read(String path, JsonNode value);
    }

    private <T> List<T> elements(String key, List<T> fallback, ElementReader<T> read) {
        JsonNode value = value(key);
        if (value == null) {
            return fallback;
        }
        if (!value.isArray()) {
            throw invalid(key, Rule.LIST, value);
        }
        List<T> elements = new ArrayList<>();
        for (JsonNode element : value) {
            elements.add(read.read(key + "[" + elements.size() + "]", element));
        }
        return List.copyOf(elements);
    }

    private static <T> T readObject(String path, JsonNode value, Function<JsonObjectReader, T> read) {
        if (!(value instanceof ObjectNode object)) {
            throw invalid(path, Rule.OBJECT, value);
        }
        try {
            JsonObjectReader keys = new JsonObjectReader(object);
            T result = read.apply(keys);
            keys.rejectUnknownKeys();
            return result;
        } catch (InvalidInputException error) {
            throw error.withPrefix(path);
        }
    }

    private static double number(String path, JsonNode value) {
        if (!value.isNumber()) {
            throw invalid(path, Rule.NUMBER, value);
        }
        return value.doubleValue();
    }

    private static int integer(String path, JsonNode value) {
        return integer(path, value, -Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    private static int integer(String path, JsonNode value, int low, int high) {
        double whole = integerDouble(path, value);
        if (whole < low || whole > high) {
            throw new InvalidInputException(path, Rule.WHOLE_WITHIN, low, high, abbreviatedJson(value));
        }
        return (int) whole;
    }

    private static double integerDouble(String path, JsonNode value) {
        if (!value.isNumber() || value.doubleValue() != Math.rint(value.doubleValue())) {
            throw invalid(path, Rule.WHOLE, value);
        }
        return value.doubleValue();
    }

    private static boolean isExact(double value) {
        return Math.abs(value) <= 1L << 53;
    }
}
