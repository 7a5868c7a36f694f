package hyperlab.file.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.IoReason;
import hyperlab.rule.Rule;
import hyperlab.rule.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Strict JSON (RFC 8259) as a tree. Duplicate keys, non-finite numbers, text after the end and nesting deeper than
 * {@value #MAX_DEPTH} are rejected with a one-line error that states the key or the position.
 */
public final class StrictJson {
    static final int MAX_DEPTH = 32;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2 * MAX_DEPTH)
                    // The readers of files limit the number of bytes
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            // So that the error can name the key
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** The beginnings of Jackson's messages, with the text that the error quotes. */
    private static final Map<Pattern, Rule> SYNTAX_ERRORS = Map.of(
            Pattern.compile("Unexpected character \\('(.+?)' \\(code", Pattern.DOTALL), Rule.JSON_UNEXPECTED,
            Pattern.compile("Unexpected close marker '(.)'"), Rule.JSON_UNEXPECTED,
            Pattern.compile("Unrecognized token '(.*?)'", Pattern.DOTALL), Rule.JSON_WORD,
            Pattern.compile("Unrecognized character escape '(.+?)' \\(code", Pattern.DOTALL), Rule.JSON_ESCAPE,
            Pattern.compile("Illegal (?:unquoted )?character \\(\\(CTRL-CHAR, code (\\d+)\\)\\)"), Rule.JSON_CONTROL);

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonParser parser;
    private final String label;

    private StrictJson(JsonParser parser, String label) {
        this.parser = parser;
        this.label = label;
    }

    /** A streaming parser with the same options, for files that are too large for a tree. */
    public static JsonParser parser(InputStream in) throws IOException {
        return FACTORY.createParser(in);
    }

    /** Parses an object; {@code label} replaces the file name in error messages. */
    public static ObjectNode object(byte[] json, String label) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            JsonNode node = new StrictJson(parser, label).document();
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new InvalidInputException(label, Rule.JSON_OBJECT, JsonObjectReader.abbreviatedJson(node));
        } catch (IOException e) {
            throw toException(e, label);
        }
    }

    /** Parses any value; {@code label} replaces the file name in error messages. */
    public static JsonNode value(String json, String label) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            return new StrictJson(parser, label).document();
        } catch (IOException e) {
            throw toException(e, label);
        }
    }

    /** Formats with an indent of two spaces, LF line ends, and doubles as in {@link Double#toString}. */
    public static String format(JsonNode node) {
        try {
            return MAPPER.writer(printer()).writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A printer that indents objects by two spaces and ends lines with LF on every system; a new instance for each
     * text.
     */
    public static DefaultPrettyPrinter printer() {
        return new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }

    /** Converts an error while reading to one line. */
    public static InvalidInputException toException(IOException e, String label) {
        if (!(e instanceof JsonProcessingException parseError)) {
            return new InvalidInputException(label, Rule.UNREADABLE_BECAUSE, IoReason.of(e)).withCause(e);
        }
        if (e instanceof StreamConstraintsException) {
            return new InvalidInputException(label, Rule.JSON_TOO_LONG).withCause(e);
        }
        SourceLocation location = position(label, parseError.getLocation());
        return (e instanceof JsonEOFException
                        ? new InvalidInputException(location, Rule.JSON_TRUNCATED)
                        : syntaxError(location, Objects.toString(parseError.getOriginalMessage(), "")))
                .withCause(e);
    }

    private static SourceLocation position(String label, JsonLocation location) {
        return SourceLocation.character(label, location.getLineNr(), location.getColumnNr());
    }

    /** The error that Jackson's message describes. */
    private static InvalidInputException syntaxError(SourceLocation location, String message) {
        if (message.startsWith("Invalid UTF-8")) {
            return new InvalidInputException(location, Rule.NOT_UTF8);
        }
        for (Map.Entry<Pattern, Rule> form : SYNTAX_ERRORS.entrySet()) {
            Matcher matcher = form.getKey().matcher(message);
            if (matcher.lookingAt()) {
                return new InvalidInputException(location, form.getValue(), matcher.group(1));
            }
        }
        return new InvalidInputException(
                location, message.startsWith("Invalid numeric value") ? Rule.JSON_NUMBER : Rule.NOT_JSON);
    }

    private JsonNode document() throws IOException {
        if (parser.nextToken() == null) {
            throw new InvalidInputException(label, Rule.EMPTY);
        }
        JsonNode node = node("", 1);
        if (parser.nextToken() != null) {
            throw new InvalidInputException(position(label, parser.currentTokenLocation()), Rule.TRAILING_CONTENT);
        }
        return node;
    }

    private JsonNode node(String path, int depth) throws IOException {
        JsonToken token = parser.currentToken();
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (token) {
            case START_OBJECT -> objectNode(path, depth);
            case START_ARRAY -> arrayNode(path, depth);
            case VALUE_STRING -> nodes.textNode(wellFormed(parser.getText()));
            case VALUE_NUMBER_INT -> integer(path);
            case VALUE_NUMBER_FLOAT -> DoubleNode.valueOf(finite(path));
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            default -> nodes.nullNode();
        };
    }

    private ObjectNode objectNode(String path, int depth) throws IOException {
        checkDepth(depth);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = wellFormed(parser.currentName());
            String place = path.isEmpty() ? key : path + "." + key;
            if (object.has(key)) {
                throw new InvalidInputException(place, Rule.GIVEN_TWICE);
            }
            parser.nextToken();
            object.set(key, node(place, depth + 1));
        }
        return object;
    }

    private ArrayNode arrayNode(String path, int depth) throws IOException {
        checkDepth(depth);
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(node(path + "[" + array.size() + "]", depth + 1));
        }
        return array;
    }

    /** Rejects half of a surrogate pair, which UTF-8 cannot encode, so it could not be written again. */
    private String wellFormed(String text) {
        if (text.codePoints().anyMatch(c -> Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE)) {
            throw new InvalidInputException(position(label, parser.currentTokenLocation()), Rule.JSON_SURROGATE);
        }
        return text;
    }

    private void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw new InvalidInputException(
                    position(label, parser.currentTokenLocation()), Rule.JSON_TOO_DEEP, MAX_DEPTH);
        }
    }

    private JsonNode integer(String path) throws IOException {
        finite(path);
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? BigIntegerNode.valueOf(parser.getBigIntegerValue())
                : LongNode.valueOf(parser.getLongValue());
    }

    private double finite(String path) throws IOException {
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw new InvalidInputException(
                    path.isEmpty() ? label : path, Rule.FINITE_NUMBER, JsonObjectReader.abbreviated(parser.getText()));
        }
        return value;
    }
}
