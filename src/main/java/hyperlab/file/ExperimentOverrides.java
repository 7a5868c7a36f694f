package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.json.StrictJson;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sets keys of an experiment's file, as {@code --set KEY=VALUE} does. */
public final class ExperimentOverrides {
    /** Objects whose other keys depend on their name. */
    private static final Set<String> NAMED_COMPONENTS =
            Set.of("network.activation", "network.initializer", "training.optimizer", "training.schedule");

    private static final String SOURCE = "data.source";

    private ExperimentOverrides() {}

    /**
     * The experiment with one key set.
     *
     * @param key dotted, such as {@code training.learningRate}
     * @param value JSON, or a text without quotes; {@code null} for the default
     * @throws InvalidInputException for an unknown key, with the closest known key, or for an invalid value
     */
    public static Experiment with(Experiment experiment, String key, String value) {
        return with(experiment, List.of(key + "=" + value));
    }

    /**
     * The experiment with some keys set.
     *
     * @param values JSON, or texts without quotes, by dotted keys
     * @throws InvalidInputException for an unknown key or an invalid value
     */
    public static Experiment with(Experiment experiment, Map<String, String> values) {
        return with(
                experiment,
                values.entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .toList());
    }

    /**
     * The experiment with all of these set, each as KEY=VALUE. Names and the source are set before the keys that depend
     * on them, in any order of the list. A new name drops the constants of the old one; {@code training.optimizer=sgd}
     * is short for {@code training.optimizer.name=sgd}.
     */
    public static Experiment with(Experiment experiment, List<String> assignments) {
        List<Assignment> sorted = new ArrayList<>();
        for (String assignment : assignments) {
            sorted.add(Assignment.of(assignment));
        }
        sorted.sort(Comparator.comparing(assignment -> !assignment.choosesName()));
        ObjectNode tree = ExperimentFormat.write(experiment);
        for (Assignment assignment : sorted) {
            assignment.apply(tree);
        }
        return ExperimentFormat.read(tree);
    }

    /**
     * The experiment's value for one key, as JSON; {@code null} if it is not set.
     *
     * @param key dotted, such as {@code training.learningRate}
     */
    public static String value(Experiment experiment, String key) {
        JsonNode value = ExperimentFormat.write(experiment);
        for (String step : key.split("\\.", -1)) {
            value = value.path(step);
        }
        return value.isMissingNode() ? "null" : value.toString();
    }

    /** The component that a key belongs to, such as {@code training.optimizer}; the key itself if it has none. */
    static String component(String key) {
        return NAMED_COMPONENTS.stream()
                .filter(component -> key.startsWith(component + "."))
                .findFirst()
                .orElse(key);
    }

    /**
     * The assignments that turn one experiment into another, as few as possible, each as KEY=VALUE: {@link #with(
     * Experiment, List)} of {@code before} and these is {@code after}.
     */
    public static List<String> difference(Experiment before, Experiment after) {
        Map<String, JsonNode> old = leaves(ExperimentFormat.write(before));
        Map<String, JsonNode> wanted = leaves(ExperimentFormat.write(after));
        List<String> assignments = new ArrayList<>();
        wanted.forEach((key, value) -> {
            if (!value.equals(old.get(key))) {
                assignments.add(key + "=" + (value.isTextual() ? value.textValue() : value));
            }
        });
        old.keySet().stream()
                .filter(key -> wanted.keySet().stream().noneMatch(other -> (key + ".").startsWith(other + ".")))
                .forEach(key -> assignments.add(key + "=null"));
        for (String assignment : List.copyOf(assignments)) {
            List<String> others = new ArrayList<>(assignments);
            others.remove(assignment);
            if (isEnough(before, others, after)) {
                assignments.remove(assignment);
            }
        }
        return assignments;
    }

    private static boolean isEnough(Experiment before, List<String> assignments, Experiment after) {
        try {
            return with(before, assignments).equals(after);
        } catch (InvalidInputException incomplete) {
            return false;
        }
    }

    /** The dotted keys of all values that an experiment has in its file. */
    public static List<String> keys(Experiment experiment) {
        return List.copyOf(leaves(ExperimentFormat.write(experiment)).keySet());
    }

    /** All values that are not objects, by their dotted keys. */
    private static Map<String, JsonNode> leaves(ObjectNode tree) {
        Map<String, JsonNode> leaves = new TreeMap<>();
        tree.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode inner) {
                leaves(inner).forEach((key, value) -> leaves.put(field.getKey() + "." + key, value));
            } else {
                leaves.put(field.getKey(), field.getValue());
            }
        });
        return leaves;
    }

    /**
     * Sets one element of a list, such as {@code network.hidden.0}. A missing list of layer rates first gets the
     * learning rate for each layer.
     */
    private record Assignment(List<String> path, JsonNode value) {
        private static final String LAYER_RATES = "layerRates";

        private boolean isElement() {
            return path.size() > 2 && path.get(path.size() - 1).matches("\\d{1,2}");
        }

        /** Returns false if there is no such element. */
        private boolean applyToElement(ObjectNode tree) {
            JsonNode parent = tree;
            for (String step : path.subList(0, path.size() - 2)) {
                parent = parent.path(step);
            }
            String name = path.get(path.size() - 2);
            if (parent instanceof ObjectNode object && name.equals(LAYER_RATES) && !object.has(name)) {
                JsonNode network = tree.path("network");
                int layers = network.path("convolutions").size()
                        + network.path("hidden").size()
                        + 1;
                ArrayNode rates = object.putArray(name);
                for (int layer = 0; layer < layers; layer++) {
                    rates.add(object.path("learningRate"));
                }
            }
            int index = Integer.parseInt(path.get(path.size() - 1));
            if (parent.path(name) instanceof ArrayNode list && index < list.size()) {
                list.set(index, value);
                return true;
            }
            return false;
        }

        static Assignment of(String text) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new InvalidInputException("--set", Rule.KEY_VALUE, text);
            }
            String key = text.substring(0, equals).strip();
            JsonNode value = parsed(text.substring(equals + 1).strip());
            if (NAMED_COMPONENTS.contains(key) && value.isTextual()) {
                key += ".name";
            }
            return new Assignment(List.of(key.split("\\.", -1)), value);
        }

        private static JsonNode parsed(String value) {
            try {
                return StrictJson.value(value, "value");
            } catch (InvalidInputException noJson) {
                return JsonNodeFactory.instance.textNode(value);
            }
        }

        boolean choosesName() {
            return String.join(".", path).equals(SOURCE)
                    || path.get(path.size() - 1).equals("name");
        }

        void apply(ObjectNode tree) {
            if (isElement() && applyToElement(tree)) {
                return;
            }
            ObjectNode parent = tree;
            for (String step : path.subList(0, path.size() - 1)) {
                JsonNode child = parent.get(step);
                if (child instanceof ObjectNode object) {
                    parent = object;
                } else {
                    ObjectNode created = parent.putObject(step);
                    if (step.equals("initializer") && child != null) {
                        created.set("name", child);
                    }
                    parent = created;
                }
            }
            String last = path.get(path.size() - 1);
            String parentPath = String.join(".", path.subList(0, path.size() - 1));
            if (last.equals("name") && NAMED_COMPONENTS.contains(parentPath) && !value.equals(parent.get(last))) {
                parent.removeAll();
            }
            if (String.join(".", path).equals(SOURCE) && !value.equals(parent.get(last))) {
                parent.remove(DataSettingsFormat.SOURCE_KEYS);
            }
            if (value.isNull()) {
                parent.remove(last);
            } else {
                parent.set(last, value);
            }
        }
    }
}
