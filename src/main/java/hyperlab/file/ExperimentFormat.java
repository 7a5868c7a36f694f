package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.json.ComponentFormat;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.nn.Loss;
import hyperlab.nn.layer.Initializer;
import hyperlab.optim.L1Method;
import hyperlab.optim.Penalty;
import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingSettings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code hyperlab-experiment/1} as a JSON tree. Every key except {@code format} is optional. All keys are written,
 * except optional values that are not set ({@code data.samples}, {@code data.image}, {@code data.task},
 * {@code data.features}, {@code data.categories}, {@code data.points}, the format of a table, {@code data.splitSeed},
 * {@code network.initialWeights}, {@code training.layerRates}). A run's record adds {@code dataSha256} and
 * {@code version}, which are ignored when reading.
 */
final class ExperimentFormat {
    static final String FORMAT = "hyperlab-experiment/1";

    private static final Experiment DEFAULT = Experiment.DEFAULT;
    private static final String AUTO = "auto";
    private static final Map<String, String> KEYS_BY_LAST_NAME = keysByLastName();

    /** The runs that accompany the experiment, in the form of {@link RunsFormat}; only the window reads them. */
    static final String RUNS = "runs";

    private ExperimentFormat() {}

    static Experiment read(ObjectNode node) {
        JsonObjectReader keys = new JsonObjectReader(node);
        keys.text("format", FORMAT);
        keys.text("dataSha256", "");
        keys.text("version", "");
        keys.value(RUNS);
        Experiment experiment = new Experiment(
                keys.text("name", DEFAULT.name()),
                keys.longInteger("seed", DEFAULT.seed()),
                keys.object("data", DataSettingsFormat::read),
                keys.object("network", ExperimentFormat::network),
                keys.object("training", ExperimentFormat::training),
                keys.integer("ensemble", DEFAULT.ensemble(), 1, Experiment.MAX_MEMBERS));
        keys.rejectUnknownKeys(key -> nearest(key, keys.knownKeys()));
        return experiment;
    }

    static ObjectNode write(Experiment experiment) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        node.put("name", experiment.name());
        node.put("seed", experiment.seed());
        node.set("data", DataSettingsFormat.write(experiment.data()));
        node.set("network", write(experiment.network()));
        node.set("training", write(experiment.training()));
        node.put("ensemble", experiment.ensemble());
        return node;
    }

    private static NetworkSettings network(JsonObjectReader keys) {
        NetworkSettings fallback = DEFAULT.network();
        return new NetworkSettings(
                keys.list("convolutions", ExperimentFormat::convolution, fallback.convolutions()),
                keys.integers("hidden", fallback.hidden(), 1, NetworkSettings.MAX_UNITS),
                keys.object(
                        "activation",
                        inner -> ComponentFormat.activation(
                                inner, fallback.activation().name())),
                keys.number("dropout", fallback.dropout()),
                initializer(keys),
                keys.optionalText("initialWeights"));
    }

    private static ConvolutionSpec convolution(JsonObjectReader keys) {
        ConvolutionSpec fallback = ConvolutionSpec.DEFAULT;
        return new ConvolutionSpec(
                keys.integer("filters", fallback.filters(), 1, ConvolutionSpec.MAX_FILTERS),
                keys.integer("kernel", fallback.kernel(), 1, ConvolutionSpec.MAX_KERNEL),
                keys.integer("stride", fallback.stride()),
                keys.integer("padding", fallback.padding()),
                keys.integer("pool", fallback.pool()));
    }

    private static Initializer initializer(JsonObjectReader keys) {
        String fallback = DEFAULT.network().initializer().name();
        JsonNode value = keys.value("initializer");
        if (value == null || !value.isTextual()) {
            return keys.object("initializer", inner -> ComponentFormat.initializer(inner, fallback));
        }
        try {
            return ComponentFormat.initializer(
                    new JsonObjectReader(JsonNodeFactory.instance.objectNode().set("name", value)), fallback);
        } catch (InvalidInputException error) {
            throw error.withName("initializer");
        }
    }

    private static TrainingSettings training(JsonObjectReader keys) {
        TrainingSettings fallback = DEFAULT.training();
        return new TrainingSettings(
                loss(keys),
                keys.object(
                        "optimizer",
                        inner -> ComponentFormat.optimizer(
                                inner, fallback.optimizer().name())),
                keys.number("learningRate", fallback.learningRate()),
                keys.numbers("layerRates", fallback.layerRates()),
                keys.object(
                        "schedule",
                        inner -> ComponentFormat.schedule(
                                inner, fallback.schedule().name())),
                ComponentFormat.batchSize(keys, fallback.batchSize()),
                keys.flag("shuffle", fallback.shuffle()),
                keys.integer("epochs", fallback.epochs(), 0, TrainingSettings.MAX_EPOCHS),
                keys.object(
                        "penalty",
                        inner -> new Penalty(
                                inner.number("l1", fallback.penalty().l1()),
                                inner.number("l2", fallback.penalty().l2()),
                                inner.oneOf(
                                        "method",
                                        L1Method.values(),
                                        L1Method::fileName,
                                        fallback.penalty().method()))),
                keys.integerAtLeast("patience", fallback.patience(), 0));
    }

    private static @Nullable Loss loss(JsonObjectReader keys) {
        List<String> names = Stream.concat(
                        Stream.of(AUTO), Arrays.stream(Loss.values()).map(Loss::fileName))
                .toList();
        String name = keys.choice("loss", names, AUTO);
        for (Loss loss : Loss.values()) {
            if (loss.fileName().equals(name)) {
                return loss;
            }
        }
        return null;
    }

    private static ObjectNode write(NetworkSettings network) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode convolutions = node.putArray("convolutions");
        for (ConvolutionSpec convolution : network.convolutions()) {
            convolutions
                    .addObject()
                    .put("filters", convolution.filters())
                    .put("kernel", convolution.kernel())
                    .put("stride", convolution.stride())
                    .put("padding", convolution.padding())
                    .put("pool", convolution.pool());
        }
        ArrayNode hidden = node.putArray("hidden");
        network.hidden().forEach(hidden::add);
        node.set("activation", ComponentFormat.write(network.activation()));
        node.put("dropout", network.dropout());
        ObjectNode initializer = ComponentFormat.write(network.initializer());
        node.set("initializer", initializer.size() == 1 ? initializer.get("name") : initializer);
        if (network.initialWeights() != null) {
            node.put("initialWeights", network.initialWeights());
        }
        return node;
    }

    private static ObjectNode write(TrainingSettings training) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Loss loss = training.loss();
        node.put("loss", loss == null ? AUTO : loss.fileName());
        node.set("optimizer", ComponentFormat.write(training.optimizer()));
        node.put("learningRate", training.learningRate());
        if (!training.layerRates().isEmpty()) {
            ArrayNode rates = node.putArray("layerRates");
            training.layerRates().forEach(rates::add);
        }
        node.set("schedule", ComponentFormat.write(training.schedule()));
        node.set("batchSize", ComponentFormat.write(training.batchSize()));
        node.put("shuffle", training.shuffle());
        node.put("epochs", training.epochs());
        ObjectNode penalty = node.putObject("penalty");
        penalty.put("l1", training.penalty().l1());
        penalty.put("l2", training.penalty().l2());
        penalty.put("method", training.penalty().method().fileName());
        node.put("patience", training.patience());
        return node;
    }

    private static String nearest(String key, Set<String> top) {
        Set<String> names = new LinkedHashSet<>(top);
        names.addAll(KEYS_BY_LAST_NAME.keySet());
        String nearest = ClosestMatch.of(key, names);
        return top.contains(nearest) ? nearest : KEYS_BY_LAST_NAME.getOrDefault(nearest, nearest);
    }

    /**
     * Maps last names to dotted keys, so that the error for a top-level {@code learningRate} suggests
     * {@code training.learningRate}.
     */
    private static Map<String, String> keysByLastName() {
        Map<String, String> keys = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> section : write(Experiment.DEFAULT).properties()) {
            Set<Map.Entry<String, JsonNode>> inner = section.getValue().properties();
            inner.forEach(entry -> keys.putIfAbsent(entry.getKey(), section.getKey() + "." + entry.getKey()));
        }
        return keys;
    }
}
