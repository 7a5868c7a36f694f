package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.rule.Refusal;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** An experiment with some keys of its file set otherwise, as {@code --set KEY=VALUE} does. */
public final class Settings {
    /** Objects whose other keys belong to the name that they have. */
    private static final Set<String> NAMED =
            Set.of("network.activation", "network.initializer", "training.optimizer", "training.schedule");

    private static final String SOURCE = "data.source";
    /** What belongs to one source and goes when another is set. */
    private static final List<String> SOURCE_KEYS = List.of("file", "target", "features", "task", "missing", "image");

    private Settings() {}

    /**
     * The experiment with one key set.
     *
     * @param key dotted, such as {@code training.learningRate}
     * @param value JSON, or a text without quotes; {@code null} for what the key is when it is not given
     * @throws Refusal for an unknown key, naming the nearest, or a value that it may not have
     */
    public static Experiment with(Experiment experiment, String key, String value) {
        return with(experiment, List.of(key + "=" + value));
    }

    /**
     * The experiment with all of these set, each as KEY=VALUE. Names and the source are set before what belongs to them,
     * whatever the order. A new name drops the constants of the former; {@code training.optimizer=sgd} is short for
     * {@code training.optimizer.name=sgd}.
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
     * What the experiment has for one key, as JSON; {@code null} for what is not given.
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

    private record Assignment(List<String> path, JsonNode value) {
        static Assignment of(String text) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new Refusal("--set", "KEY=VALUE", text);
            }
            String key = text.substring(0, equals).strip();
            JsonNode value = parsed(text.substring(equals + 1).strip());
            if (NAMED.contains(key) && value.isTextual()) {
                key += ".name";
            }
            return new Assignment(List.of(key.split("\\.", -1)), value);
        }

        private static JsonNode parsed(String value) {
            try {
                return StrictJson.value(value, "value");
            } catch (Refusal noJson) {
                return JsonNodeFactory.instance.textNode(value);
            }
        }

        boolean choosesName() {
            return String.join(".", path).equals(SOURCE)
                    || path.get(path.size() - 1).equals("name");
        }

        void apply(ObjectNode tree) {
            ObjectNode parent = tree;
            for (String step : path.subList(0, path.size() - 1)) {
                JsonNode child = parent.get(step);
                if (child instanceof ObjectNode object) {
                    parent = object;
                } else {
                    ObjectNode made = parent.putObject(step);
                    if (step.equals("initializer") && child != null) {
                        made.set("name", child);
                    }
                    parent = made;
                }
            }
            String last = path.get(path.size() - 1);
            String place = String.join(".", path.subList(0, path.size() - 1));
            if (last.equals("name") && NAMED.contains(place) && !value.equals(parent.get(last))) {
                parent.removeAll();
            }
            if (String.join(".", path).equals(SOURCE) && !value.equals(parent.get(last))) {
                parent.remove(SOURCE_KEYS);
            }
            if (value.isNull()) {
                parent.remove(last);
            } else {
                parent.set(last, value);
            }
        }
    }
}
