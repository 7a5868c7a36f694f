package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapDisplay;
import hyperlab.map.MapPoint;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.MeanFieldNetwork;
import hyperlab.map.WalkDirection;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
 *   "seeds": 1,
 *   "display": {"curves": true, "ratio": true, "best": true, "contours": false, "walk": "x",
 *     "pinned": [0.2, 16], "compared": [2.5, 16], "trialsX": [0.1, 0.3], "trialsY": [8, 64]}
 * }
 * }</pre>
 *
 * {@code meanField} has the keys {@code width}, {@code samples}, {@code steps}, {@code layerRates} and {@code seed}.
 * The types of an axis are those of a search space; {@code count} limits the number of its values, and {@code spacing},
 * {@code linear} or {@code log}, is for whole numbers. {@code x} and {@code y} are required; the default of what is
 * trained is the default experiment. {@code display} is what the window draws over the map; places are the values of
 * both axes, and those of a choice are 0, 1, 2, …
 */
final class MapFormat {
    static final String FORMAT = "hyperlab-map/1";

    private static final int COUNT = 64;
    private static final List<String> SPACINGS = List.of("linear", "log");

    private MapFormat() {}

    static MapSpecification read(ObjectNode node) {
        return readDocument(node).map();
    }

    static Document.OfMap readDocument(ObjectNode node) {
        JsonObjectReader keys = new JsonObjectReader(node);
        keys.text("format", FORMAT);
        MapSpecification map = new MapSpecification(
                subject(keys),
                axis(keys, "x"),
                axis(keys, "y"),
                keys.oneOf("color", MapColor.values(), MapColor::fileName, MapColor.TRAIN_LOSS),
                keys.number("target", MapSpecification.DEFAULT_TARGET),
                keys.integer("seeds", 1, 1, MapSpecification.MAX_SEEDS));
        MapDisplay display = keys.has("display") ? keys.object("display", MapFormat::display) : MapDisplay.DEFAULT;
        keys.rejectUnknownKeys();
        return new Document.OfMap(map, display);
    }

    private static MapDisplay display(JsonObjectReader keys) {
        MapDisplay fallback = MapDisplay.DEFAULT;
        return new MapDisplay(
                keys.flag("curves", fallback.curves()),
                keys.flag("ratio", fallback.ratio()),
                keys.flag("best", fallback.best()),
                keys.flag("contours", fallback.contours()),
                keys.oneOf("walk", WalkDirection.values(), WalkDirection::id, fallback.walk()),
                place(keys, "pinned"),
                place(keys, "compared"),
                trials(keys));
    }

    private static @Nullable MapPoint place(JsonObjectReader keys, String key) {
        return keys.has(key) ? point(key, keys.numbers(key, List.of())) : null;
    }

    private static MapPoint point(String key, List<Double> numbers) {
        if (numbers.size() != 2) {
            throw new InvalidInputException(key, Rule.MAP_PLACE, numbers.size());
        }
        return new MapPoint(numbers.get(0), numbers.get(1));
    }

    private static List<MapPoint> trials(JsonObjectReader keys) {
        List<Double> xs = keys.numbers("trialsX", List.of());
        List<Double> ys = keys.numbers("trialsY", List.of());
        if (xs.size() != ys.size()) {
            throw new InvalidInputException("trialsY", Rule.MAP_PLACE, ys.size());
        }
        return IntStream.range(0, xs.size())
                .mapToObj(k -> new MapPoint(xs.get(k), ys.get(k)))
                .toList();
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
            SearchDimension dimension = SearchSpaceFormat.dimension(inner);
            int count = inner.integer("count", COUNT, 2, MapAxis.MAX_COUNT);
            return new MapAxis(
                    key,
                    dimension,
                    count,
                    inner.choice("spacing", SPACINGS, "linear").equals("log"));
        });
    }

    static ObjectNode write(Document.OfMap document) {
        ObjectNode node = write(document.map());
        if (!document.display().equals(MapDisplay.DEFAULT)) {
            node.set("display", write(document.display()));
        }
        return node;
    }

    private static ObjectNode write(MapDisplay display) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("curves", display.curves());
        node.put("ratio", display.ratio());
        node.put("best", display.best());
        node.put("contours", display.contours());
        node.put("walk", display.walk().id());
        put(node, "pinned", display.pinned());
        put(node, "compared", display.compared());
        if (!display.trials().isEmpty()) {
            ArrayNode xs = node.putArray("trialsX");
            ArrayNode ys = node.putArray("trialsY");
            display.trials().forEach(trial -> {
                xs.add(trial.x());
                ys.add(trial.y());
            });
        }
        return node;
    }

    private static void put(ObjectNode node, String key, @Nullable MapPoint place) {
        if (place != null) {
            node.putArray(key).add(place.x()).add(place.y());
        }
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
        node.setAll(SearchSpaceFormat.write(axis.dimension()));
        node.put("count", axis.count());
        if (axis.logarithmic()) {
            node.put("spacing", "log");
        }
        return node;
    }
}
