package hyperlab.lab.training.settings;

import hyperlab.nn.Activation;
import hyperlab.rule.Constant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The available activation functions, and the one parameter that some of them have. */
final class ActivationParameter {
    /** The functions that are listed first, in this order. */
    private static final List<String> FIRST = List.of("relu", "leakyRelu", "prelu", "elu", "maxout", "tanh", "sigmoid");

    private static final String LAST = "linear";

    /** All functions with their default parameters, in display order. */
    static final List<Activation> AVAILABLE = Activation.all().stream()
            .sorted(Comparator.comparingInt(ActivationParameter::position))
            .toList();

    private ActivationParameter() {}

    private static int position(Activation activation) {
        int index = FIRST.indexOf(activation.name());
        if (index >= 0) {
            return index;
        }
        return activation.name().equals(LAST) ? FIRST.size() + 1 : FIRST.size();
    }

    /** The parameter; empty for a function without one. */
    static Optional<Constant> of(Activation activation) {
        return activation.constants().keySet().stream().findFirst();
    }

    /** The value of a function's parameter; null if it has none. */
    static @Nullable Double valueOf(Activation activation) {
        return activation.constants().values().stream().findFirst().orElse(null);
    }

    /** Message key of the parameter's name; empty for a function without a parameter. */
    static String nameKey(Activation activation) {
        return of(activation).map(constant -> "training." + constant.key()).orElse("");
    }

    static Activation with(Activation activation, double value) {
        return of(activation).map(constant -> activation.with(constant, value)).orElse(activation);
    }
}
