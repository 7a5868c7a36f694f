package hyperlab.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.descent.ComparedHyperparameter;
import hyperlab.descent.DescentDisplay;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.descent.ProgressMeasure;
import hyperlab.descent.RepeatedNoiseSettings;
import hyperlab.file.json.ComponentFormat;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code hyperlab-descent/1} as a JSON tree: the Learning rate lab's settings.
 *
 * <pre>{@code
 * {
 *   "format": "hyperlab-descent/1",
 *   "function": "parabola",
 *   "parameters": {"curvature": 1.0},
 *   "start": [3.2],
 *   "steps": 20,
 *   "contest": "rates",
 *   "racers": [ {"learningRate": 0.1, "optimizer": {"name": "sgd", "momentum": 0.0, "nesterov": false},
 *                "schedule": {"name": "constant", "warmup": 0}, "visible": true} ],
 *   "display": {"measure": "value", "logarithmic": true, "tolerance": 0.01, "arrows": true},
 *   "noise": {"on": false, "deviation": 2.0, "batchSize": 1, "walks": 200, "seed": 42}
 * }
 * }</pre>
 *
 * Every key except {@code format} is optional. The defaults are a parabola, the function's default parameters and start
 * point, and 20 steps of one descent path with learning rate 0.1 and plain SGD. {@code optimizer} and {@code schedule}
 * are as in an experiment, with steps instead of epochs; {@code contest} is {@code rates} or {@code optimizers},
 * {@code measure} is {@code value}, {@code distance} or {@code rate}. {@code function} is a name, or a formula in x, or
 * in x and y, such as {@code "x^2/4 + sin(3x)"}, which has no parameters. All keys are written, the function's
 * parameters in alphabetical order.
 */
final class DescentFormat {
    static final String FORMAT = "hyperlab-descent/1";

    private static final int STEPS = 20;
    private static final double LEARNING_RATE = 0.1;

    private DescentFormat() {}

    static DescentSetup read(ObjectNode node) {
        JsonObjectReader keys = new JsonObjectReader(node);
        keys.text("format", FORMAT);
        String function = keys.text("function", "parabola");
        Map<String, Double> parameters = keys.object("parameters", DescentFormat::constants);
        ObjectiveFunction objective = objective(function, parameters);
        List<Double> start = keys.numbers("start", objective.start());
        if (start.size() != objective.dimensions()) {
            throw new InvalidInputException(
                    "start",
                    Rule.COORDINATES_PER_VARIABLE,
                    JsonObjectReader.abbreviated(function),
                    objective.dimensions(),
                    start.size());
        }
        DescentSetup setup = new DescentSetup(
                function,
                objective.parameters(),
                start,
                keys.integer("steps", STEPS, 1, DescentSetup.MAX_STEPS),
                keys.oneOf(
                        "contest",
                        ComparedHyperparameter.values(),
                        ComparedHyperparameter::fileName,
                        ComparedHyperparameter.RATES),
                keys.list(
                        "racers",
                        DescentFormat::racer,
                        List.of(new DescentSetup.Racer(LEARNING_RATE, Sgd.DEFAULT, true))),
                keys.object("display", DescentFormat::display),
                keys.object("noise", DescentFormat::noise));
        keys.rejectUnknownKeys();
        return setup;
    }

    static ObjectNode write(DescentSetup setup) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        node.put("function", setup.function());
        ObjectNode parameters = node.putObject("parameters");
        new TreeMap<>(objective(setup.function(), setup.parameters()).parameters()).forEach(parameters::put);
        ArrayNode start = node.putArray("start");
        setup.start().forEach(start::add);
        node.put("steps", setup.steps());
        node.put("contest", setup.comparedHyperparameter().fileName());
        ArrayNode racers = node.putArray("racers");
        for (DescentSetup.Racer racer : setup.racers()) {
            ObjectNode entry = racers.addObject().put("learningRate", racer.learningRate());
            entry.set("optimizer", ComponentFormat.write(racer.optimizer()));
            entry.set("schedule", ComponentFormat.write(racer.schedule()));
            entry.put("visible", racer.visible());
        }
        DescentDisplay display = setup.display();
        node.putObject("display")
                .put("measure", display.measure().fileName())
                .put("logarithmic", display.logarithmic())
                .put("tolerance", display.tolerance())
                .put("arrows", display.arrows());
        RepeatedNoiseSettings noise = setup.noise();
        node.putObject("noise")
                .put("on", noise.enabled())
                .put("deviation", noise.deviation())
                .put("batchSize", noise.batchSize())
                .put("walks", noise.runs())
                .put("seed", noise.seed());
        return node;
    }

    private static ObjectiveFunction objective(String function, Map<String, Double> parameters) {
        ObjectiveFunctions.of(function);
        try {
            return ObjectiveFunctions.of(function, parameters);
        } catch (InvalidInputException error) {
            throw error.withPrefix("parameters");
        }
    }

    private static Map<String, Double> constants(JsonObjectReader keys) {
        Map<String, Double> constants = new TreeMap<>();
        keys.keyNames().forEach(name -> constants.put(name, keys.number(name, 0)));
        return constants;
    }

    private static DescentSetup.Racer racer(JsonObjectReader keys) {
        return new DescentSetup.Racer(
                keys.number("learningRate", LEARNING_RATE),
                keys.object("optimizer", inner -> ComponentFormat.optimizer(inner, Sgd.DEFAULT.name())),
                keys.object("schedule", inner -> ComponentFormat.schedule(inner, Schedule.ConstantRate.DEFAULT.name())),
                keys.flag("visible", true));
    }

    private static DescentDisplay display(JsonObjectReader keys) {
        DescentDisplay defaults = DescentDisplay.DEFAULT;
        return new DescentDisplay(
                keys.oneOf("measure", ProgressMeasure.values(), ProgressMeasure::fileName, defaults.measure()),
                keys.flag("logarithmic", defaults.logarithmic()),
                keys.number("tolerance", defaults.tolerance()),
                keys.flag("arrows", defaults.arrows()));
    }

    private static RepeatedNoiseSettings noise(JsonObjectReader keys) {
        RepeatedNoiseSettings defaults = RepeatedNoiseSettings.DEFAULT;
        return new RepeatedNoiseSettings(
                keys.flag("on", defaults.enabled()),
                keys.number("deviation", defaults.deviation()),
                keys.integer("batchSize", defaults.batchSize(), 1, RepeatedNoiseSettings.MAX_BATCH_SIZE),
                keys.integer("walks", defaults.runs(), 2, RepeatedNoiseSettings.MAX_RUNS),
                keys.longInteger("seed", defaults.seed()));
    }
}
