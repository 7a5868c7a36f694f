package hyperlab.lesson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Strict YAML as a tree: maps, lists and scalars, with the line of each key. Anchors, aliases, tags, keys that are
 * given twice, more than one document and deep nesting are rejected. Nothing is constructed but numbers, texts and
 * flags.
 */
final class YamlTree {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_NODES = 5_000;

    private static final YAMLFactory FACTORY = factory();

    private final YAMLParser parser;
    private final int firstLine;
    private final int lastLine;
    private final Map<String, Integer> lines = new HashMap<>();
    private int nodes;

    private YamlTree(YAMLParser parser, int firstLine, int lastLine) {
        this.parser = parser;
        this.firstLine = firstLine;
        this.lastLine = lastLine;
    }

    /**
     * A map and its lines.
     *
     * @param lines the line of each dotted key in the file
     */
    record Parsed(ObjectNode map, Map<String, Integer> lines, int firstLine) {
        /** The line of a dotted key, or of the nearest key above it. */
        int line(String key) {
            for (String name = key; ; name = name.substring(0, name.lastIndexOf('.'))) {
                Integer line = lines.get(name);
                if (line != null) {
                    return line;
                }
                if (name.lastIndexOf('.') < 0) {
                    return firstLine;
                }
            }
        }
    }

    private static YAMLFactory factory() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(2 * MAX_DEPTH);
        options.setCodePointLimit(LessonReader.MAX_BYTES);
        return YAMLFactory.builder()
                .loaderOptions(options)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(2 * MAX_DEPTH)
                        .build())
                .build();
    }

    /**
     * Parses a map.
     *
     * @param firstLine the line in the file where the text begins, from 1
     */
    static Parsed parse(String yaml, int firstLine) throws YamlException {
        int lastLine = firstLine - 1 + (int) Math.max(1, yaml.lines().count());
        try (YAMLParser parser = FACTORY.createParser(yaml)) {
            YamlTree tree = new YamlTree(parser, firstLine, lastLine);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new YamlException(firstLine, new InvalidInputException("YAML", Rule.YAML_MAP));
            }
            ObjectNode map = (ObjectNode) tree.node("", 1);
            if (parser.nextToken() != null) {
                throw tree.error(Rule.TRAILING_CONTENT);
            }
            return new Parsed(map, tree.lines, firstLine);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new YamlException(
                    Math.min(lastLine, firstLine + line - 1),
                    new InvalidInputException("YAML", Rule.YAML_INVALID, firstLine(e.getOriginalMessage())));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
            throw new YamlException(
                    Math.min(lastLine, firstLine + line),
                    new InvalidInputException("YAML", Rule.YAML_INVALID, firstLine(e.getProblem())));
        } catch (IOException e) {
            throw new YamlException(firstLine, new InvalidInputException("YAML", Rule.YAML_INVALID, e.getMessage()));
        }
    }

    private static String firstLine(String message) {
        return Objects.toString(message, "").lines().findFirst().orElse("malformed");
    }

    /** The current line in the file. YAML knows more line breaks than a text editor, so it may count more lines. */
    private int line() {
        return Math.min(
                lastLine, firstLine + Math.max(1, parser.currentTokenLocation().getLineNr()) - 1);
    }

    private YamlException error(Rule rule, Object... arguments) {
        return new YamlException(line(), new InvalidInputException("YAML", rule, arguments));
    }

    private JsonNode node(String path, int depth) throws IOException, YamlException {
        if (parser.isCurrentAlias() || parser.getObjectId() != null || parser.getTypeId() != null) {
            throw error(Rule.YAML_ALIAS);
        }
        if (depth > MAX_DEPTH || ++nodes > MAX_NODES) {
            throw error(Rule.YAML_TOO_LARGE, MAX_DEPTH, MAX_NODES);
        }
        JsonNodeFactory factory = JsonNodeFactory.instance;
        return switch (parser.currentToken()) {
            case START_OBJECT -> map(path, depth);
            case START_ARRAY -> list(path, depth);
            case VALUE_NUMBER_INT -> LongNode.valueOf(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> DoubleNode.valueOf(number());
            case VALUE_TRUE -> factory.booleanNode(true);
            case VALUE_FALSE -> factory.booleanNode(false);
            case VALUE_NULL -> factory.nullNode();
            default -> factory.textNode(parser.getText());
        };
    }

    private double number() throws IOException, YamlException {
        double number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw error(Rule.FINITE_NUMBER, parser.getText());
        }
        return number;
    }

    private ObjectNode map(String path, int depth) throws IOException, YamlException {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            if (parser.isCurrentAlias() || parser.getObjectId() != null) {
                throw error(Rule.YAML_ALIAS);
            }
            String key = parser.currentName();
            String place = path.isEmpty() ? key : path + "." + key;
            if (map.has(key)) {
                throw new YamlException(line(), new InvalidInputException(place, Rule.GIVEN_TWICE));
            }
            lines.put(place, line());
            parser.nextToken();
            map.set(key, node(place, depth + 1));
        }
        return map;
    }

    private ArrayNode list(String path, int depth) throws IOException, YamlException {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String place = path + "." + list.size();
            lines.put(place, line());
            list.add(node(place, depth + 1));
        }
        return list;
    }

    /** An error with its line. */
    static final class YamlException extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;
        private final InvalidInputException reason;

        YamlException(int line, InvalidInputException reason) {
            super(reason.getMessage(), reason);
            this.line = line;
            this.reason = reason;
        }

        LessonProblem problem() {
            return new LessonProblem(line, reason);
        }
    }
}
