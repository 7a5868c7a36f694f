package hyperlab.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.activation.ActivationConstants;
import hyperlab.activation.ActivationLabSettings;
import hyperlab.activation.ActivationTopic;
import hyperlab.activation.ActivationTrainingSettings;
import hyperlab.activation.DepthSettings;
import hyperlab.activation.MaxoutCurve;
import hyperlab.data.DataSources;
import hyperlab.file.json.ComponentFormat;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.nn.Activation;
import hyperlab.nn.ActivationSelection;
import hyperlab.train.NetworkSettings;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code hyperlab-activation/1} as a JSON tree: the Activation lab's settings.
 *
 * <pre>{@code
 * {
 *   "format": "hyperlab-activation/1",
 *   "activations": [ {"name": "relu"}, {"name": "leakyRelu", "slope": 0.01} ],
 *   "from": -5.0, "to": 5.0, "probe": 1.0,
 *   "constants": {"leakySlope": 0.01, "preluSlope": 0.25, "eluAlpha": 1.0, "maxoutPieces": 2},
 *   "saturation": 0.05,
 *   "topic": "shape",
 *   "seed": 42,
 *   "depth": {"layers": 30, "width": 64, "compare": "functions", "initializer": "auto", "range": 0.5, "seeds": 10},
 *   "learned": {"source": "breastCancer", "hidden": [16, 16, 16], "learningRate": 0.1, "epochs": 60, "seeds": 5},
 *   "curve": "parabola",
 *   "dead": {…}, "race": {…}, "linear": {…}
 * }
 * }</pre>
 *
 * Every key except {@code format} is optional. The defaults are only ReLU, from −5 to 5, probed at 1, and otherwise the
 * lab's initial settings. A function has the same form as {@code network.activation} in an experiment;
 * {@code constants} apply to functions that are not among {@code activations}. All keys are written.
 */
final class ActivationFormat {
    static final String FORMAT = "hyperlab-activation/1";

    private static final ActivationSelection DEFAULT =
            new ActivationSelection(List.of(new Activation.Relu()), -5, 5, 1);
    private static final ActivationLabSettings DEFAULT_SETUP = ActivationLabSettings.DEFAULT;
    private static final List<String> SOURCES = Stream.concat(
                    DataSources.generators().stream(), DataSources.bundled().stream())
            .toList();

    private ActivationFormat() {}

    static ActivationLabSettings read(ObjectNode node) {
        JsonObjectReader keys = new JsonObjectReader(node);
        keys.text("format", FORMAT);
        ActivationLabSettings setup = new ActivationLabSettings(
                new ActivationSelection(
                        keys.list(
                                "activations",
                                inner -> ComponentFormat.activation(inner, "relu"),
                                DEFAULT.activations()),
                        keys.number("from", DEFAULT.from()),
                        keys.number("to", DEFAULT.to()),
                        keys.number("probe", DEFAULT.probe())),
                keys.object("constants", ActivationFormat::constants),
                keys.number("saturation", DEFAULT_SETUP.saturation()),
                keys.oneOf("topic", ActivationTopic.values(), ActivationTopic::fileName, DEFAULT_SETUP.topic()),
                keys.longInteger("seed", DEFAULT_SETUP.seed()),
                keys.object("depth", ActivationFormat::depth),
                keys.object("learned", inner -> choice(inner, SOURCES, DEFAULT_SETUP.slopeTraining())),
                keys.oneOf("curve", MaxoutCurve.values(), MaxoutCurve::fileName, DEFAULT_SETUP.maxoutCurve()),
                keys.object("dead", inner -> choice(inner, SOURCES, DEFAULT_SETUP.deadUnitTraining())),
                keys.object("race", inner -> choice(inner, SOURCES, DEFAULT_SETUP.raceTraining())),
                keys.object(
                        "linear",
                        inner -> choice(
                                inner, ActivationLabSettings.TWO_FEATURE_SOURCES, DEFAULT_SETUP.linearTraining())));
        keys.rejectUnknownKeys();
        return setup;
    }

    private static ActivationConstants constants(JsonObjectReader keys) {
        ActivationConstants defaults = ActivationConstants.DEFAULT;
        return new ActivationConstants(
                keys.number("leakySlope", defaults.leakySlope()),
                keys.number("preluSlope", defaults.preluSlope()),
                keys.number("eluAlpha", defaults.eluAlpha()),
                keys.integer(
                        "maxoutPieces",
                        defaults.maxoutPieces(),
                        Activation.Maxout.MIN_PIECES,
                        Activation.Maxout.MAX_PIECES));
    }

    private static DepthSettings depth(JsonObjectReader keys) {
        DepthSettings defaults = DEFAULT_SETUP.depth();
        return new DepthSettings(
                keys.integer("layers", defaults.layers(), 2, DepthSettings.MAX_LAYERS),
                keys.integer("width", defaults.width(), 2, DepthSettings.MAX_WIDTH),
                keys.oneOf(
                        "compare",
                        DepthSettings.DepthComparison.values(),
                        DepthSettings.DepthComparison::fileName,
                        defaults.comparison()),
                keys.oneOf(
                        "initializer",
                        DepthSettings.WeightInitialization.values(),
                        DepthSettings.WeightInitialization::fileName,
                        defaults.initialization()),
                keys.number("range", defaults.range()),
                keys.integer("seeds", defaults.seeds(), 1, DepthSettings.MAX_SEEDS));
    }

    private static ActivationTrainingSettings choice(
            JsonObjectReader keys, List<String> sources, ActivationTrainingSettings defaults) {
        return new ActivationTrainingSettings(
                keys.choice("source", sources, defaults.source()),
                keys.integers("hidden", defaults.hidden(), 1, NetworkSettings.MAX_UNITS),
                keys.number("learningRate", defaults.learningRate()),
                keys.integer("epochs", defaults.epochs(), 1, ActivationTrainingSettings.MAX_EPOCHS),
                keys.integer("seeds", defaults.seeds(), 1, ActivationTrainingSettings.MAX_SEEDS));
    }

    static ObjectNode write(ActivationLabSettings setup) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        ArrayNode activations = node.putArray("activations");
        ActivationSelection selection = setup.selection();
        selection.activations().forEach(activation -> activations.add(ComponentFormat.write(activation)));
        node.put("from", selection.from());
        node.put("to", selection.to());
        node.put("probe", selection.probe());
        ActivationConstants constants = setup.constants();
        node.putObject("constants")
                .put("leakySlope", constants.leakySlope())
                .put("preluSlope", constants.preluSlope())
                .put("eluAlpha", constants.eluAlpha())
                .put("maxoutPieces", constants.maxoutPieces());
        node.put("saturation", setup.saturation());
        node.put("topic", setup.topic().fileName());
        node.put("seed", setup.seed());
        DepthSettings depth = setup.depth();
        node.putObject("depth")
                .put("layers", depth.layers())
                .put("width", depth.width())
                .put("compare", depth.comparison().fileName())
                .put("initializer", depth.initialization().fileName())
                .put("range", depth.range())
                .put("seeds", depth.seeds());
        node.set("learned", write(setup.slopeTraining()));
        node.put("curve", setup.maxoutCurve().fileName());
        node.set("dead", write(setup.deadUnitTraining()));
        node.set("race", write(setup.raceTraining()));
        node.set("linear", write(setup.linearTraining()));
        return node;
    }

    private static ObjectNode write(ActivationTrainingSettings choice) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("source", choice.source());
        ArrayNode hidden = node.putArray("hidden");
        choice.hidden().forEach(hidden::add);
        return node.put("learningRate", choice.learningRate())
                .put("epochs", choice.epochs())
                .put("seeds", choice.seeds());
    }
}
