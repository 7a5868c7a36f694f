package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.file.json.StrictJson;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.tune.FunctionTrialFactory;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.TuningStudy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The search space of a study as a JSON tree: an object with a dimension for each key of the experiment. */
final class SearchSpaceFormat {
    private static final List<String> AXES = List.of("linear", "log", "integer", "choice");

    private SearchSpaceFormat() {}

    /**
     * The space of a study.
     *
     * @param function the test function, whose space is the default; null for an experiment
     */
    static SearchSpace read(JsonObjectReader keys, @Nullable String function) {
        if (function != null && !function.equals(TuningStudy.RECORDED) && !keys.has("space")) {
            return new FunctionTrialFactory(function).space();
        }
        if (!keys.has("space")) {
            throw new InvalidInputException("space", Rule.SEARCH_SPACE_REQUIRED);
        }
        return keys.object("space", inner -> {
            List<SearchSpace.Hyperparameter> parameters = new ArrayList<>();
            for (String key : inner.keyNames()) {
                parameters.add(new SearchSpace.Hyperparameter(key, inner.object(key, SearchSpaceFormat::dimension)));
            }
            return new SearchSpace(parameters);
        });
    }

    /** The dimension of a hyperparameter or an axis of a map; the object may have other keys. */
    static SearchDimension dimension(JsonObjectReader keys) {
        String type = keys.choice("type", AXES, "");
        keys.setOwner(type);
        return switch (type) {
            case "linear" -> new SearchDimension.LinearDimension(required(keys, "low"), required(keys, "high"));
            case "log" -> new SearchDimension.LogDimension(required(keys, "low"), required(keys, "high"));
            case "integer" -> {
                required(keys, "low");
                required(keys, "high");
                yield new SearchDimension.IntegerDimension(keys.integer("low", 0), keys.integer("high", 0));
            }
            default -> new SearchDimension.CategoricalDimension(values(keys));
        };
    }

    private static double required(JsonObjectReader keys, String key) {
        if (!keys.has(key)) {
            throw new InvalidInputException(key, Rule.REQUIRED);
        }
        return keys.number(key, 0);
    }

    private static List<String> values(JsonObjectReader keys) {
        JsonNode values = keys.value("values");
        if (values == null || !values.isArray()) {
            throw values == null
                    ? new InvalidInputException("values", Rule.REQUIRED)
                    : JsonObjectReader.invalid("values", Rule.LIST, values);
        }
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.toString()));
        return texts;
    }

    static ObjectNode write(SearchSpace space) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        space.parameters().forEach(parameter -> node.set(parameter.key(), write(parameter.dimension())));
        return node;
    }

    static ObjectNode write(SearchDimension dimension) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("type", dimension.name());
        return dimension.accept(new SearchDimension.Visitor<>() {
            @Override
            public ObjectNode visit(SearchDimension.LinearDimension linear) {
                return node.put("low", linear.low()).put("high", linear.high());
            }

            @Override
            public ObjectNode visit(SearchDimension.LogDimension log) {
                return node.put("low", log.low()).put("high", log.high());
            }

            @Override
            public ObjectNode visit(SearchDimension.IntegerDimension integer) {
                return node.put("low", integer.low()).put("high", integer.high());
            }

            @Override
            public ObjectNode visit(SearchDimension.CategoricalDimension choice) {
                ArrayNode values = node.putArray("values");
                choice.values().forEach(value -> values.add(StrictJson.value(value, "values")));
                return node;
            }
        });
    }
}
