package hyperlab.tune;

import hyperlab.random.RandomStream;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The hyperparameters of a search, each with its possible values. A point of the space is a point of the unit cube,
 * with one coordinate per hyperparameter.
 *
 * @param parameters 1 … 12; the keys must differ, which is not checked here
 */
public record SearchSpace(List<Hyperparameter> parameters) {
    public static final int MAX_PARAMETERS = 12;

    public SearchSpace {
        parameters = List.copyOf(parameters);
        if (parameters.isEmpty() || parameters.size() > MAX_PARAMETERS) {
            throw new InvalidInputException("space", Rule.SEARCH_SPACE_SIZE, MAX_PARAMETERS, parameters.size());
        }
    }

    /**
     * One hyperparameter.
     *
     * @param key the dotted key of an experiment file, such as {@code training.learningRate}, or a variable of a test
     *     function
     */
    public record Hyperparameter(String key, SearchDimension dimension) {}

    /** The number of hyperparameters. */
    public int dimensions() {
        return parameters.size();
    }

    /** The keys in order. */
    public List<String> keys() {
        return parameters.stream().map(Hyperparameter::key).toList();
    }

    /** The values at {@code point}, by key, in order. */
    public Map<String, String> values(double[] point) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < point.length; i++) {
            values.put(parameters.get(i).key(), parameters.get(i).dimension().value(point[i]));
        }
        return values;
    }

    /**
     * Returns the point with these values, the inverse of {@link #values}.
     *
     * @throws InvalidInputException if a value is missing or not on its axis
     */
    public double[] point(Map<String, String> values) {
        double[] point = new double[dimensions()];
        for (int i = 0; i < point.length; i++) {
            Hyperparameter parameter = parameters.get(i);
            String value = values.get(parameter.key());
            if (value == null) {
                throw new InvalidInputException(parameter.key(), Rule.REQUIRED);
            }
            try {
                point[i] = parameter.dimension().toUnit(value);
            } catch (InvalidInputException error) {
                throw error.withPrefix(parameter.key());
            }
        }
        return point;
    }

    /** Returns the canonical point of all points that have the same values as {@code point}. */
    public double[] snap(double[] point) {
        double[] snapped = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            snapped[i] = parameters.get(i).dimension().snap(point[i]);
        }
        return snapped;
    }

    /** The length of {@link #features(double[])}. */
    public int featureCount() {
        return parameters.stream()
                .mapToInt(parameter -> parameter.dimension().features())
                .sum();
    }

    /** The features of {@code point} that a model is fitted to. */
    public double[] features(double[] point) {
        double[] features = new double[featureCount()];
        int offset = 0;
        for (int i = 0; i < point.length; i++) {
            SearchDimension axis = parameters.get(i).dimension();
            axis.features(point[i], features, offset);
            offset += axis.features();
        }
        return features;
    }

    /** Draws a point uniformly. */
    public double[] draw(RandomStream stream) {
        double[] point = new double[dimensions()];
        for (int i = 0; i < point.length; i++) {
            point[i] = stream.nextDouble();
        }
        return snap(point);
    }
}
