package hyperlab.tune;

import hyperlab.random.RandomStream;
import hyperlab.rule.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The hyperparameters of a search, each with its possible values. A point of the space is a point of the unit cube,
 * with one coordinate per hyperparameter.
 *
 * @param parameters 1 … 12; the keys must differ, which is not checked here
 */
public record SearchSpace(List<Parameter> parameters) {
    public static final int MOST_PARAMETERS = 12;

    public SearchSpace {
        parameters = List.copyOf(parameters);
        if (parameters.isEmpty() || parameters.size() > MOST_PARAMETERS) {
            throw new InvalidInputException("space", "one to " + MOST_PARAMETERS + " hyperparameters", parameters.size());
        }
    }

    /**
     * One hyperparameter.
     *
     * @param key the dotted key of an experiment file, such as {@code training.learningRate}, or a variable of a test
     *     function
     */
    public record Parameter(String key, Axis axis) {}

    /** The number of hyperparameters. */
    public int dimensions() {
        return parameters.size();
    }

    /** The keys in order. */
    public List<String> keys() {
        return parameters.stream().map(Parameter::key).toList();
    }

    /** The values at {@code point}, by key, in order. */
    public Map<String, String> values(double[] point) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < point.length; i++) {
            values.put(parameters.get(i).key(), parameters.get(i).axis().value(point[i]));
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
            Parameter parameter = parameters.get(i);
            String value = values.get(parameter.key());
            if (value == null) {
                throw new InvalidInputException(parameter.key(), "must be given");
            }
            try {
                point[i] = parameter.axis().unit(value);
            } catch (InvalidInputException refusal) {
                throw refusal.withPrefix(parameter.key());
            }
        }
        return point;
    }

    /** Returns the canonical point of all points that have the same values as {@code point}. */
    public double[] snapped(double[] point) {
        double[] snapped = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            snapped[i] = parameters.get(i).axis().snapped(point[i]);
        }
        return snapped;
    }

    /** The length of {@link #features(double[])}. */
    public int featureCount() {
        return parameters.stream()
                .mapToInt(parameter -> parameter.axis().features())
                .sum();
    }

    /** The features of {@code point} that a model is fitted to. */
    public double[] features(double[] point) {
        double[] features = new double[featureCount()];
        int at = 0;
        for (int i = 0; i < point.length; i++) {
            Axis axis = parameters.get(i).axis();
            axis.features(point[i], features, at);
            at += axis.features();
        }
        return features;
    }

    /** Draws a point uniformly. */
    public double[] draw(RandomStream stream) {
        double[] point = new double[dimensions()];
        for (int i = 0; i < point.length; i++) {
            point[i] = stream.nextDouble();
        }
        return snapped(point);
    }
}
