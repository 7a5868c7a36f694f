package hyperlab.map;

import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchDimension.CategoricalDimension;
import hyperlab.tune.SearchDimension.IntegerDimension;
import hyperlab.tune.SearchDimension.LinearDimension;
import hyperlab.tune.SearchDimension.LogDimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of an experiment that are usual on the axes of a map, with usual ranges. */
public final class ExperimentKeys {
    private static final List<String> WHOLE_ON_LOG_SCALE = List.of("training.batchSize", "network.hidden.0");
    private static final Map<String, SearchDimension> DIMENSIONS = dimensions();

    private ExperimentKeys() {}

    private static Map<String, SearchDimension> dimensions() {
        Map<String, SearchDimension> keys = new LinkedHashMap<>();
        keys.put("training.learningRate", new LogDimension(0.003, 30));
        keys.put("training.batchSize", new IntegerDimension(1, 128));
        keys.put("training.optimizer.momentum", new LinearDimension(0, 0.99));
        keys.put("training.optimizer.beta2", new LinearDimension(0.5, 0.9999));
        keys.put("training.penalty.l1", new LogDimension(1e-5, 1));
        keys.put("training.penalty.l2", new LogDimension(1e-5, 1));
        keys.put("network.dropout", new LinearDimension(0, 0.8));
        keys.put("network.hidden.0", new IntegerDimension(1, 32));
        keys.put(
                "network.hidden",
                new CategoricalDimension(List.of("[]", "[4]", "[8]", "[16]", "[4,4]", "[8,8]", "[8,8,8]")));
        keys.put("network.initializer.range", new LogDimension(0.01, 10));
        keys.put("data.noise", new LinearDimension(0, 0.5));
        keys.put("training.epochs", new IntegerDimension(1, 60));
        keys.put("training.layerRates.0", new LogDimension(0.003, 30));
        keys.put("training.layerRates.1", new LogDimension(0.003, 30));
        keys.put("seed", new IntegerDimension(1, 32));
        return keys;
    }

    /** All of them, the most usual first; not every experiment has each of them. */
    public static List<String> all() {
        return List.copyOf(DIMENSIONS.keySet());
    }

    /**
     * The axis of a key with its usual range.
     *
     * @param count maximum number of values
     * @return empty for other keys
     */
    public static Optional<MapAxis> axis(String key, int count) {
        return Optional.ofNullable(DIMENSIONS.get(key))
                .map(dimension -> new MapAxis(key, dimension, count, WHOLE_ON_LOG_SCALE.contains(key)));
    }
}
