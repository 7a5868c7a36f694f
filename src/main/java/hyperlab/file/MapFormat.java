package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.MeanFieldNetwork;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension;
import java.util.List;
import java.util.function.Function;

/**
 * {@code hyperlab-map/1} as a JSON tree: what each pixel trains, in at most one of {@code experiment}, {@code descent}
 * and {@code meanField}; the two axes; and the color.
 *
 * <pre>{@code
 * {
 *   "format": "hyperlab-map/1",
 *   "experiment": { "format": "hyperlab-experiment/1", … },
 *   "x": {"key": "training.learningRate", "type": "log", "low": 0.003, "high": 30.0, "count": 64},
 *   "y": {"key": "training.batchSize", "type": "integer", "low": 1, "high": 128, "count": 128, "spacing": "log"},
 *   "color": "trainLoss",
 *   "target": 0.1,
 *   "seeds": 1
 * }
 * }</pre>
 *
 * {@code meanField} has the keys {@code width}, {@code samples}, {@code steps}, {@code layerRates} and {@code seed}. The
 * types of an axis are those of a search space; {@code count} limits the number of its values, and {@code spacing},
 * {@code linear} or {@code log}, is for whole numbers. {@code x} and {@code y} are required; the default of what is
 * trained is the default experiment.
 */
final class MapFormat {
    static final String FORMAT = "hyperlab-map/1";

    private static final int COUNT = 64;
    private static final List<String> SPACINGS = List.of("linear", "log");

    private MapFormat() {}

    static MapSpecification read(ObjectNode node) {
        JsonObjectReader keys = new JsonObjectReader(node);
        keys.text("format", FORMAT);
        MapSpecification map = new MapSpecification(
                subject(keys),
                axis(keys, "x"),
                axis(keys, "y"),
                keys.oneOf("color", MapColor.values(), MapColor::fileName, MapColor.TRAIN_LOSS),
                keys.number("target", MapSpecification.DEFAULT_TARGET),
                keys.integer("seeds", 1, 1, MapSpecification.MAX_SEEDS));
        keys.rejectUnknownKeys();
        return map;
    }

    private static MapSubject subject(JsonObjectReader keys) {
        if (keys.has("descent")) {
            rejectSecond(keys, "descent", "experiment");
            rejectSecond(keys, "descent", "meanField");
            return new MapSubject.OfDescent(document(keys, "descent", DescentFormat::read));
        }
        if (keys.has("meanField")) {
            rejectSecond(keys, "meanField", "experiment");
            return new MapSubject.OfMeanField(keys.object("meanField", MapFormat::meanField));
        }
        return new MapSubject.OfExperiment(
                keys.has("experiment") ? document(keys, "experiment", ExperimentFormat::read) : Experiment.DEFAULT);
    }

    private static void rejectSecond(JsonObjectReader keys, String first, String second) {
        if (keys.has(second)) {
            throw new InvalidInputException(second, Rule.ONE_SUBJECT, first);
        }
    }

    private static <T> T document(JsonObjectReader keys, String key, Function<ObjectNode, T> read) {
        JsonNode value = keys.value(key);
        if (!(value instanceof ObjectNode object)) {
            throw JsonObjectReader.invalid(
                    key, Rule.OBJECT, value == null ? JsonNodeFactory.instance.nullNode() : value);
        }
        try {
            return read.apply(object);
        } catch (InvalidInputException error) {
            throw error.withPrefix(key);
        }
    }

    private static MeanFieldNetwork meanField(JsonObjectReader keys) {
        MeanFieldNetwork fallback = MeanFieldNetwork.DEFAULT;
        return new MeanFieldNetwork(
                keys.integer("width", fallback.width(), 1, MeanFieldNetwork.MAX_WIDTH),
                keys.integer("samples", fallback.samples(), 1, MeanFieldNetwork.MAX_SAMPLES),
                keys.integer("steps", fallback.steps(), 1, MeanFieldNetwork.MAX_STEPS),
                keys.numbers("layerRates", fallback.layerRates()),
                keys.longInteger("seed", fallback.seed()));
    }

    private static MapAxis axis(JsonObjectReader keys, String name) {
        if (!keys.has(name)) {
            throw new InvalidInputException(name, Rule.REQUIRED);
        }
        return keys.object(name, inner -> {
            String key = inner.text("key", "");
            if (key.isEmpty()) {
                throw new InvalidInputException("key", Rule.REQUIRED);
            }
            SearchDimension dimension = StudyFormat.axis(inner);
            int count = inner.integer("count", COUNT, 2, MapAxis.MAX_COUNT);
            return new MapAxis(
                    key,
                    dimension,
                    count,
                    inner.choice("spacing", SPACINGS, "linear").equals("log"));
        });
    }

    static ObjectNode write(MapSpecification map) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        map.subject().accept(new MapSubject.Visitor<>() {
            @Override
            public ObjectNode visit(MapSubject.OfExperiment of) {
                return node.set("experiment", ExperimentFormat.write(of.experiment()));
            }

            @Override
            public ObjectNode visit(MapSubject.OfDescent of) {
                return node.set("descent", DescentFormat.write(of.setup()));
            }

            @Override
            public ObjectNode visit(MapSubject.OfMeanField of) {
                return node.set("meanField", write(of.network()));
            }
        });
        node.set("x", write(map.x()));
        node.set("y", write(map.y()));
        node.put("color", map.color().fileName());
        node.put("target", map.target());
        node.put("seeds", map.seeds());
        return node;
    }

    private static ObjectNode write(MeanFieldNetwork network) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("width", network.width());
        node.put("samples", network.samples());
        node.put("steps", network.steps());
        ArrayNode rates = node.putArray("layerRates");
        network.layerRates().forEach(rates::add);
        node.put("seed", network.seed());
        return node;
    }

    private static ObjectNode write(MapAxis axis) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("key", axis.key());
        node.setAll(StudyFormat.write(axis.dimension()));
        node.put("count", axis.count());
        if (axis.logarithmic()) {
            node.put("spacing", "log");
        }
        return node;
    }
}
