package hyperlab.tune;

import hyperlab.random.RandomStream;
import hyperlab.rule.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The hyperparameters that are searched, each with its values. A place in it is a point of the unit cube, one coordinate
 * an axis.
 *
 * @param parameters 1 … 12, each with a key of its own
 */
public record SearchSpace(List<Parameter> parameters) {
    public static final int MOST_PARAMETERS = 12;

    public SearchSpace {
        parameters = List.copyOf(parameters);
        if (parameters.isEmpty() || parameters.size() > MOST_PARAMETERS) {
            throw new Refusal("space", "one to " + MOST_PARAMETERS + " hyperparameters", parameters.size());
        }
    }

    /**
     * One axis.
     *
     * @param key dotted, as in an experiment file: {@code training.learningRate}; or the variable of a known function
     */
    public record Parameter(String key, Axis axis) {}

    /** Number of axes. */
    public int dimensions() {
        return parameters.size();
    }

    /** The keys in order. */
    public List<String> keys() {
        return parameters.stream().map(Parameter::key).toList();
    }

    /** What {@code point} means, by key, in order. */
    public Map<String, String> values(double[] point) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < point.length; i++) {
            values.put(parameters.get(i).key(), parameters.get(i).axis().value(point[i]));
        }
        return values;
    }

    /**
     * The point that has these values: the inverse of {@link #values}.
     *
     * @throws Refusal where a value is missing, or none of its axis
     */
    public double[] point(Map<String, String> values) {
        double[] point = new double[dimensions()];
        for (int i = 0; i < point.length; i++) {
            Parameter parameter = parameters.get(i);
            String value = values.get(parameter.key());
            if (value == null) {
                throw new Refusal(parameter.key(), "must be given");
            }
            try {
                point[i] = parameter.axis().unit(value);
            } catch (Refusal refusal) {
                throw refusal.under(parameter.key());
            }
        }
        return point;
    }

    /** The point that stands for all that mean the same as {@code point}. */
    public double[] snapped(double[] point) {
        double[] snapped = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            snapped[i] = parameters.get(i).axis().snapped(point[i]);
        }
        return snapped;
    }

    /** How many numbers {@link #features(double[])} has. */
    public int featureCount() {
        return parameters.stream()
                .mapToInt(parameter -> parameter.axis().features())
                .sum();
    }

    /** What a model sees of {@code point}. */
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

    /** A point drawn uniformly. */
    public double[] draw(RandomStream stream) {
        double[] point = new double[dimensions()];
        for (int i = 0; i < point.length; i++) {
            point[i] = stream.nextDouble();
        }
        return snapped(point);
    }
}
