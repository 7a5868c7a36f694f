package hyperlab.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.activation.ActivationSetup;
import hyperlab.activation.Constants;
import hyperlab.activation.DepthSettings;
import hyperlab.activation.MaxoutCurve;
import hyperlab.activation.Topic;
import hyperlab.activation.TrainingChoice;
import hyperlab.data.Sources;
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
    private static final ActivationSetup DEFAULT_SETUP = ActivationSetup.DEFAULT;
    private static final List<String> SOURCES = Stream.concat(Sources.generators().stream(), Sources.bundled().stream())
            .toList();

    private ActivationFormat() {}

    static ActivationSetup read(ObjectNode node) {
        JsonObjectReader keys = new JsonObjectReader(node);
        keys.text("format", FORMAT);
        ActivationSetup setup = new ActivationSetup(
                new ActivationSelection(
                        keys.list("activations", inner -> ComponentFormat.activation(inner, "relu"), DEFAULT.activations()),
                        keys.number("from", DEFAULT.from()),
                        keys.number("to", DEFAULT.to()),
                        keys.number("probe", DEFAULT.probe())),
                keys.object("constants", ActivationFormat::constants),
                keys.number("saturation", DEFAULT_SETUP.saturation()),
                keys.oneOf("topic", Topic.values(), Topic::fileName, DEFAULT_SETUP.topic()),
                keys.longInteger("seed", DEFAULT_SETUP.seed()),
                keys.object("depth", ActivationFormat::depth),
                keys.object("learned", inner -> choice(inner, SOURCES, DEFAULT_SETUP.learned())),
                keys.oneOf("curve", MaxoutCurve.values(), MaxoutCurve::fileName, DEFAULT_SETUP.curve()),
                keys.object("dead", inner -> choice(inner, SOURCES, DEFAULT_SETUP.dead())),
                keys.object("race", inner -> choice(inner, SOURCES, DEFAULT_SETUP.race())),
                keys.object("linear", inner -> choice(inner, ActivationSetup.OF_TWO_FEATURES, DEFAULT_SETUP.linear())));
        keys.rejectUnknownKeys();
        return setup;
    }

    private static Constants constants(JsonObjectReader keys) {
        Constants defaults = Constants.DEFAULT;
        return new Constants(
                keys.number("leakySlope", defaults.leakySlope()),
                keys.number("preluSlope", defaults.preluSlope()),
                keys.number("eluAlpha", defaults.eluAlpha()),
                keys.integer(
                        "maxoutPieces",
                        defaults.maxoutPieces(),
                        Activation.Maxout.FEWEST_PIECES,
                        Activation.Maxout.MOST_PIECES));
    }

    private static DepthSettings depth(JsonObjectReader keys) {
        DepthSettings defaults = DEFAULT_SETUP.depth();
        return new DepthSettings(
                keys.integer("layers", defaults.layers(), 2, DepthSettings.MOST_LAYERS),
                keys.integer("width", defaults.width(), 2, DepthSettings.MOST_WIDTH),
                keys.oneOf("compare", DepthSettings.Compare.values(), DepthSettings.Compare::fileName, defaults.compare()),
                keys.oneOf("initializer", DepthSettings.Start.values(), DepthSettings.Start::fileName, defaults.start()),
                keys.number("range", defaults.range()),
                keys.integer("seeds", defaults.seeds(), 1, DepthSettings.MOST_SEEDS));
    }

    private static TrainingChoice choice(JsonObjectReader keys, List<String> sources, TrainingChoice defaults) {
        return new TrainingChoice(
                keys.choice("source", sources, defaults.source()),
                keys.integers("hidden", defaults.hidden(), 1, NetworkSettings.MAX_UNITS),
                keys.number("learningRate", defaults.learningRate()),
                keys.integer("epochs", defaults.epochs(), 1, TrainingChoice.MOST_EPOCHS),
                keys.integer("seeds", defaults.seeds(), 1, TrainingChoice.MOST_SEEDS));
    }

    static ObjectNode write(ActivationSetup setup) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        ArrayNode activations = node.putArray("activations");
        ActivationSelection selection = setup.selection();
        selection.activations().forEach(activation -> activations.add(ComponentFormat.write(activation)));
        node.put("from", selection.from());
        node.put("to", selection.to());
        node.put("probe", selection.probe());
        Constants constants = setup.constants();
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
                .put("compare", depth.compare().fileName())
                .put("initializer", depth.start().fileName())
                .put("range", depth.range())
                .put("seeds", depth.seeds());
        node.set("learned", write(setup.learned()));
        node.put("curve", setup.curve().fileName());
        node.set("dead", write(setup.dead()));
        node.set("race", write(setup.race()));
        node.set("linear", write(setup.linear()));
        return node;
    }

    private static ObjectNode write(TrainingChoice choice) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("source", choice.source());
        ArrayNode hidden = node.putArray("hidden");
        choice.hidden().forEach(hidden::add);
        return node.put("learningRate", choice.learningRate())
                .put("epochs", choice.epochs())
                .put("seeds", choice.seeds());
    }
}
