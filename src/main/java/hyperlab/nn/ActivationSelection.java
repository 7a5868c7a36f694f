package hyperlab.nn;

import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;

/**
 * The activation functions to compare in one chart, as displayed, saved and exported by the Activation lab.
 *
 * @param activations at least one, with distinct names
 * @param from left end of the x axis
 * @param to right end, greater than {@code from}
 * @param probe the x at which values are read
 */
public record ActivationSelection(List<Activation> activations, double from, double to, double probe) {
    public ActivationSelection {
        activations = List.copyOf(activations);
        if (activations.isEmpty()) {
            throw new InvalidInputException("activations", Rule.AT_LEAST_ONE_FUNCTION);
        }
        if (activations.stream().map(Activation::name).distinct().count() < activations.size()) {
            throw new InvalidInputException("activations", Rule.FUNCTION_TWICE);
        }
        Checks.finite("from", from);
        Checks.finite("to", to);
        Checks.finite("probe", probe);
        if (from >= to) {
            throw new InvalidInputException("to", Rule.GREATER_THAN, "from", from, to);
        }
    }
}
