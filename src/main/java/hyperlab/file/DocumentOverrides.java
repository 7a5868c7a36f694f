package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.json.StrictJson;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Sets keys of any document's JSON, as {@link ExperimentOverrides} does for an experiment. */
public final class DocumentOverrides {
    private static final Set<String> FILE_KEYS = Set.of("file", "initialWeights");

    private DocumentOverrides() {}

    /**
     * The document with some keys set.
     *
     * @param changes JSON values by dotted keys, such as {@code training.learningRate} or {@code racers.0.learningRate}
     * @throws InvalidInputException for an unknown key or an invalid value
     */
    public static Document with(Document document, Map<String, String> changes) {
        if (changes.isEmpty()) {
            return document;
        }
        if (document instanceof Document.OfExperiment of) {
            List<String> assignments = new ArrayList<>();
            changes.forEach((key, json) -> assignments.add(key + "=" + plain(StrictJson.value(json, key))));
            return new Document.OfExperiment(ExperimentOverrides.with(of.experiment(), assignments));
        }
        ObjectNode tree = Documents.tree(document);
        changes.forEach((key, json) -> set(tree, key, StrictJson.value(json, key)));
        return Documents.parse(tree.toString(), "set");
    }

    /** The value of a dotted key of a document, as JSON but a text without quotes; empty if it is not set. */
    public static Optional<String> value(Document document, String key) {
        JsonNode node = Documents.tree(document).at("/" + key.replace('.', '/'));
        return node.isMissingNode() ? Optional.empty() : Optional.of(plain(node));
    }

    /** The number at a dotted key of a document; empty if there is none. */
    public static OptionalDouble number(Document document, String key) {
        JsonNode node = Documents.tree(document).at("/" + key.replace('.', '/'));
        return node.isNumber() ? OptionalDouble.of(node.doubleValue()) : OptionalDouble.empty();
    }

    /** The files that a document names, in the order of its keys: tables and initial weights. */
    public static List<String> files(Document document) {
        List<String> files = new ArrayList<>();
        collectFiles(Documents.tree(document), files);
        return files;
    }

    private static void collectFiles(JsonNode node, List<String> files) {
        node.properties().forEach(field -> {
            boolean namesFile =
                    FILE_KEYS.contains(field.getKey()) && field.getValue().isTextual();
            if (namesFile) {
                files.add(field.getValue().textValue());
            }
        });
        node.forEach(child -> collectFiles(child, files));
    }

    private static String plain(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    private static void set(ObjectNode tree, String key, JsonNode value) {
        String[] path = key.split("\\.", -1);
        JsonNode parent = tree;
        for (int k = 0; k < path.length - 1; k++) {
            parent = child(parent, path[k], key);
        }
        String last = path[path.length - 1];
        if (parent instanceof ArrayNode array) {
            array.set(index(array, last, key), value);
            return;
        }
        if (!(parent instanceof ObjectNode object)) {
            throw new InvalidInputException(key, Rule.NO_SETTING);
        }
        if (last.equals("name") && path.length > 1) {
            // The constants belong to the component of that name
            object.removeAll();
        }
        if (last.equals("function") && path.length == 1) {
            object.remove(List.of("parameters", "start"));
        }
        if (last.equals("filter") || last.equals("side")) {
            object.remove("numbers");
        }
        object.set(last, value);
    }

    private static JsonNode child(JsonNode parent, String name, String key) {
        if (parent instanceof ArrayNode array) {
            return array.get(index(array, name, key));
        }
        JsonNode child = parent.get(name);
        if (child == null && parent instanceof ObjectNode object) {
            child = JsonNodeFactory.instance.objectNode();
            object.set(name, child);
        }
        if (child == null) {
            throw new InvalidInputException(key, Rule.NO_SETTING);
        }
        return child;
    }

    private static int index(ArrayNode array, String text, String key) {
        int index = text.matches("\\d{1,6}") ? Integer.parseInt(text) : array.size();
        if (index >= array.size()) {
            throw new InvalidInputException(key, Rule.NO_SETTING);
        }
        return index;
    }
}
