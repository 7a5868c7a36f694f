package hyperlab.file.optuna;

import com.fasterxml.jackson.databind.JsonNode;
import hyperlab.tune.SearchDimension;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of a parameter. The names that were used before Optuna 3, such as {@code LogUniformDistribution},
 * are supported too. A step and a logarithmic scale of whole numbers are not kept, because a search space here has
 * neither.
 *
 * @param choices as JSON; empty for numbers
 */
record OptunaDistribution(boolean whole, boolean log, double low, double high, List<String> choices) {
    OptunaDistribution {
        choices = List.copyOf(choices);
    }

    /** Parses a distribution of a journal; null if it is not one. */
    static @Nullable OptunaDistribution of(JsonNode node) {
        String name = node.path("name").asText();
        JsonNode attributes = node.path("attributes");
        if (name.equals("CategoricalDistribution") && attributes.path("choices").isArray()) {
            List<String> choices = new ArrayList<>();
            attributes.path("choices").forEach(choice -> choices.add(choice.toString()));
            return new OptunaDistribution(false, false, 0, 0, choices);
        }
        double low = attributes.path("low").asDouble(Double.NaN);
        double high = attributes.path("high").asDouble(Double.NaN);
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            return null;
        }
        return switch (name) {
            case "FloatDistribution" ->
                new OptunaDistribution(false, attributes.path("log").asBoolean(), low, high, List.of());
            case "LogUniformDistribution" -> new OptunaDistribution(false, true, low, high, List.of());
            case "UniformDistribution", "DiscreteUniformDistribution" ->
                new OptunaDistribution(false, false, low, high, List.of());
            case "IntDistribution", "IntUniformDistribution", "IntLogUniformDistribution" ->
                new OptunaDistribution(true, false, low, high, List.of());
            default -> null;
        };
    }

    /** The value that a journal has as a number, as JSON; null if it is not in the distribution. */
    @Nullable
    String value(double internal) {
        if (!choices.isEmpty()) {
            return internal >= 0 && internal < choices.size() ? choices.get((int) internal) : null;
        }
        return whole ? Long.toString(Math.round(internal)) : Double.toString(internal);
    }

    /** The union of the ranges of two trials; choices are the same for all trials of a study. */
    OptunaDistribution union(OptunaDistribution other) {
        return new OptunaDistribution(whole, log, Math.min(low, other.low), Math.max(high, other.high), choices);
    }

    /** The dimension of a search space; a single value is a choice with one value. */
    SearchDimension dimension() {
        if (!choices.isEmpty()) {
            return new SearchDimension.CategoricalDimension(choices);
        }
        if (low == high) {
            return new SearchDimension.CategoricalDimension(
                    List.of(whole ? Long.toString(Math.round(low)) : Double.toString(low)));
        }
        if (whole) {
            return new SearchDimension.IntegerDimension((int) low, (int) high);
        }
        return log ? new SearchDimension.LogDimension(low, high) : new SearchDimension.LinearDimension(low, high);
    }
}
