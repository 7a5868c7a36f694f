package hyperlab.map;

import hyperlab.map.PixelTrainer.PixelValues;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The experiments of the pixels. Setting a key by its name in a file takes longer than a short training run, so the
 * most frequent keys are set directly, and the other axis, if it has another key, once for each of its values.
 * Thread-safe.
 */
final class ExperimentAxes {
    private static final String RATE = "training.learningRate";
    private static final String BATCH_SIZE = "training.batchSize";

    private final Experiment base;
    private final String xKey;
    private final String yKey;
    private final BiFunction<Experiment, Map<String, String>, Experiment> settings;
    private final Map<String, Experiment> experiments = new ConcurrentHashMap<>();

    ExperimentAxes(
            Experiment base,
            String xKey,
            String yKey,
            BiFunction<Experiment, Map<String, String>, Experiment> settings) {
        this.base = base;
        this.xKey = xKey;
        this.yKey = yKey;
        this.settings = settings;
    }

    /**
     * The experiment with the values of a pixel.
     *
     * @throws InvalidInputException if they are invalid
     */
    Experiment experiment(PixelValues values) {
        if (isDirect(xKey) && set(base, xKey, values.x()) != null) {
            Experiment other = set(base, yKey, values.y());
            return setDirectly(other == null ? cached(yKey, values.y()) : other, xKey, values.x());
        }
        if (isDirect(yKey) && set(base, yKey, values.y()) != null) {
            return setDirectly(cached(xKey, values.x()), yKey, values.y());
        }
        Map<String, String> both = new LinkedHashMap<>();
        both.put(xKey, values.x());
        both.put(yKey, values.y());
        return withValues(both);
    }

    Experiment withValues(Map<String, String> values) {
        return settings.apply(base, values);
    }

    private Experiment cached(String key, String value) {
        return experiments.computeIfAbsent(value, text -> withValues(Map.of(key, text)));
    }

    private static boolean isDirect(String key) {
        return key.equals(RATE) || key.equals(BATCH_SIZE);
    }

    private static Experiment setDirectly(Experiment experiment, String key, String value) {
        Experiment changed = set(experiment, key, value);
        if (changed == null) {
            throw new IllegalStateException(key);
        }
        return changed;
    }

    /** Returns null if the key cannot be set directly to this value. */
    private static @Nullable Experiment set(Experiment experiment, String key, String value) {
        try {
            if (key.equals(RATE)) {
                double rate = Double.parseDouble(value);
                return experiment.withTraining(experiment.training().withLearningRate(rate));
            }
            if (key.equals(BATCH_SIZE)) {
                BatchSize size = new BatchSize(Integer.parseInt(value));
                return experiment.withTraining(experiment.training().withBatchSize(size));
            }
            return null;
        } catch (NumberFormatException | InvalidInputException unusual) {
            return null;
        }
    }
}
