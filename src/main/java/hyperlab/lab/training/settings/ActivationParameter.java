package hyperlab.lab.training.settings;

import hyperlab.nn.Activation;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The available activation functions, and the one parameter that some of them have. */
final class ActivationParameter {
    static final List<Activation> AVAILABLE = List.of(
            new Activation.Relu(),
            Activation.LeakyRelu.DEFAULT,
            Activation.Prelu.DEFAULT,
            Activation.Elu.DEFAULT,
            Activation.Maxout.DEFAULT,
            new Activation.Tanh(),
            new Activation.Sigmoid(),
            new Activation.Softplus(),
            new Activation.Selu(),
            new Activation.Gelu(),
            new Activation.Silu(),
            new Activation.Mish(),
            new Activation.Linear());

    private ActivationParameter() {}

    /** The function with this name and its default parameter. */
    static Activation fromName(String name) {
        return AVAILABLE.stream()
                .filter(activation -> activation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** The parameter of a function; null if it has none. */
    static @Nullable Double valueOf(Activation activation) {
        if (activation instanceof Activation.LeakyRelu leaky) {
            return leaky.slope();
        }
        if (activation instanceof Activation.Prelu prelu) {
            return prelu.slope();
        }
        if (activation instanceof Activation.Elu elu) {
            return elu.alpha();
        }
        return activation instanceof Activation.Maxout maxout ? (double) maxout.pieces() : null;
    }

    /** Message key of the parameter's name; empty for a function without a parameter. */
    static String nameKey(Activation activation) {
        if (activation instanceof Activation.Maxout) {
            return "training.pieces";
        }
        if (activation instanceof Activation.Elu) {
            return "training.alpha";
        }
        return valueOf(activation) == null ? "" : "training.slope";
    }

    static Activation with(Activation activation, double value) {
        if (activation instanceof Activation.LeakyRelu) {
            return new Activation.LeakyRelu(value);
        }
        if (activation instanceof Activation.Prelu) {
            return new Activation.Prelu(value);
        }
        if (activation instanceof Activation.Elu) {
            return new Activation.Elu(value);
        }
        if (activation instanceof Activation.Maxout) {
            return new Activation.Maxout(requireInteger("pieces", value));
        }
        return activation;
    }

    private static int requireInteger(String name, double value) {
        if (value != Math.rint(value)) {
            throw new InvalidInputException(name, Rule.WHOLE, value);
        }
        return (int) value;
    }
}
