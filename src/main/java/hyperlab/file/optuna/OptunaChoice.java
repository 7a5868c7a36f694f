package hyperlab.file.optuna;

import com.fasterxml.jackson.databind.JsonNode;
import hyperlab.file.json.StrictJson;
import hyperlab.rule.InvalidInputException;
import hyperlab.tune.SearchDimension;
import java.util.Optional;

/**
 * The value of a choice. Our programs write it as JSON in a string, because Optuna has no choices that are lists or
 * objects.
 */
final class OptunaChoice {
    private OptunaChoice() {}

    /** The value in the form of the dimension; unchanged if the dimension is numeric or does not contain it. */
    static String onDimension(String value, SearchDimension dimension) {
        if (!(dimension instanceof SearchDimension.CategoricalDimension choice)
                || choice.values().contains(value)) {
            return value;
        }
        Optional<JsonNode> node =
                parse(value).flatMap(text -> text.isTextual() ? parse(text.textValue()) : Optional.of(text));
        return node.flatMap(wanted -> choice.values().stream()
                        .filter(each -> parse(each).filter(wanted::equals).isPresent())
                        .findFirst())
                .orElse(value);
    }

    private static Optional<JsonNode> parse(String json) {
        try {
            return Optional.of(StrictJson.value(json, "value"));
        } catch (InvalidInputException other) {
            return Optional.empty();
        }
    }
}
