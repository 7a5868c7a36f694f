package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.rule.Nearest;
import hyperlab.rule.Refusal;
import hyperlab.rule.Rules;
import java.util.ArrayList;
import java.util.Arrays;
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
final class Keys {
    private static final int SHOWN = 60;

    private final ObjectNode node;
    private final Set<String> known = new LinkedHashSet<>();
    private String owner = "";

    Keys(ObjectNode node) {
        this.node = node;
    }

    /** Sets the name of the component that has these keys, for errors about unknown keys. */
    void of(String name) {
        owner = " of " + name;
    }

    boolean has(String key) {
        return node.has(key);
    }

    /** A text, or {@code fallback}. */
    String text(String key, String fallback) {
        String text = optionalText(key);
        return text == null ? fallback : text;
    }

    /** A text, or null. */
    @Nullable
    String optionalText(String key) {
        JsonNode value = value(key);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrong(key, "a text in quotes", value);
        }
        return value.textValue();
    }

    double number(String key, double fallback) {
        JsonNode value = value(key);
        return value == null ? fallback : number(key, value);
    }

    int whole(String key, int fallback) {
        JsonNode value = value(key);
        return value == null ? fallback : whole(key, value);
    }

    /** A whole number with {@code low ≤ value}; values beyond the range of int become {@link Integer#MAX_VALUE}. */
    int wholeAtLeast(String key, int fallback, int low) {
        JsonNode value = value(key);
        if (value == null) {
            return fallback;
        }
        double whole = wholeDouble(key, value);
        if (whole < low) {
            throw wrong(key, Rules.wholeAtLeast(low), value);
        }
        return (int) Math.min(whole, Integer.MAX_VALUE);
    }

    /**
     * A whole number with {@code low ≤ value ≤ high}; values beyond the range of int are rejected with the same
     * message.
     */
    int whole(String key, int fallback, int low, int high) {
        Integer whole = optionalWhole(key, low, high);
        return whole == null ? fallback : whole;
    }

    @Nullable
    Integer optionalWhole(String key, int low, int high) {
        JsonNode value = value(key);
        return value == null ? null : whole(key, value, low, high);
    }

    long wholeLong(String key, long fallback) {
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
        String rule = value.isIntegralNumber() ? "a whole number of at most 64 bits" : "a whole number";
        throw wrong(key, rule, value);
    }

    boolean flag(String key, boolean fallback) {
        JsonNode value = value(key);
        if (value == null) {
            return fallback;
        }
        if (!value.isBoolean()) {
            throw wrong(key, "true or false", value);
        }
        return value.booleanValue();
    }

    /** One of {@code names}, or {@code fallback}. */
    String choice(String key, List<String> names, String fallback) {
        String name = text(key, fallback);
        if (!names.contains(name)) {
            String given = shown(JsonNodeFactory.instance.textNode(name));
            String nearest = Nearest.of(shortened(name), names);
            throw new Refusal(key, "one of " + String.join(", ", names), given + " (nearest: " + nearest + ")");
        }
        return name;
    }

    /** The element of {@code values} with the given name, or {@code fallback}. */
    <T> T oneOf(String key, T[] values, Function<T, String> name, T fallback) {
        String chosen = choice(key, Arrays.stream(values).map(name).toList(), name.apply(fallback));
        return Arrays.stream(values)
                .filter(value -> name.apply(value).equals(chosen))
                .findFirst()
                .orElseThrow();
    }

    /** Applies {@code read} to the object under the key, or to an empty object if the key is missing. */
    <T> T object(String key, Function<Keys, T> read) {
        JsonNode value = value(key);
        return within(key, value == null ? JsonNodeFactory.instance.objectNode() : value, read);
    }

    /**
     * Applies {@code read} to each object in the list under the key; returns {@code fallback} if the key is missing.
     */
    <T> List<T> list(String key, Function<Keys, T> read, List<T> fallback) {
        return elements(key, fallback, (place, element) -> within(place, element, read));
    }

    /** Whole numbers, each with {@code low ≤ value ≤ high}. */
    List<Integer> wholes(String key, List<Integer> fallback, int low, int high) {
        return elements(key, fallback, (place, element) -> whole(place, element, low, high));
    }

    List<Double> numbers(String key, List<Double> fallback) {
        return elements(key, fallback, Keys::number);
    }

    List<String> texts(String key) {
        return elements(key, List.of(), (place, element) -> {
            if (!element.isTextual()) {
                throw wrong(place, "a text in quotes", element);
            }
            return element.textValue();
        });
    }

    /** The raw value, or null. */
    @Nullable
    JsonNode value(String key) {
        known.add(key);
        return node.get(key);
    }

    /** The names of all keys in the object. */
    List<String> given() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Rejects any key that was never asked for and suggests the closest known key. */
    void refuseOthers() {
        refuseOthers(key -> Nearest.of(key, known));
    }

    /** The same, with a custom suggestion. */
    void refuseOthers(Function<String, String> nearest) {
        for (Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!known.contains(key)) {
                String meant = nearest.apply(shortened(key));
                throw new Refusal(shortened(key), "is no known key" + owner + " (nearest: " + meant + ")");
            }
        }
    }

    /** The keys that have been asked for so far. */
    Set<String> known() {
        return known;
    }

    static Refusal wrong(String key, String rule, JsonNode value) {
        return new Refusal(key, rule, shown(value));
    }

    /** The value as JSON on one line, truncated. */
    static String shown(JsonNode value) {
        return shortened(value.toString());
    }

    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private interface Element<T> {
        T read(String place, JsonNode value);
    }

    private <T> List<T> elements(String key, List<T> fallback, Element<T> read) {
        JsonNode value = value(key);
        if (value == null) {
            return fallback;
        }
        if (!value.isArray()) {
            throw wrong(key, "a list in [ ]", value);
        }
        List<T> elements = new ArrayList<>();
        for (JsonNode element : value) {
            elements.add(read.read(key + "[" + elements.size() + "]", element));
        }
        return List.copyOf(elements);
    }

    private static <T> T within(String place, JsonNode value, Function<Keys, T> read) {
        if (!(value instanceof ObjectNode object)) {
            throw wrong(place, "an object in { }", value);
        }
        try {
            Keys keys = new Keys(object);
            T result = read.apply(keys);
            keys.refuseOthers();
            return result;
        } catch (Refusal refusal) {
            throw refusal.under(place);
        }
    }

    private static double number(String place, JsonNode value) {
        if (!value.isNumber()) {
            throw wrong(place, "a number", value);
        }
        return value.doubleValue();
    }

    private static int whole(String place, JsonNode value) {
        return whole(place, value, -Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    private static int whole(String place, JsonNode value, int low, int high) {
        double whole = wholeDouble(place, value);
        if (whole < low || whole > high) {
            throw wrong(place, Rules.wholeFromTo(low, high), value);
        }
        return (int) whole;
    }

    private static double wholeDouble(String place, JsonNode value) {
        if (!value.isNumber() || value.doubleValue() != Math.rint(value.doubleValue())) {
            throw wrong(place, "a whole number", value);
        }
        return value.doubleValue();
    }

    private static boolean isExact(double value) {
        return Math.abs(value) <= 1L << 53;
    }
}
