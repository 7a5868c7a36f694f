package hyperlab.activation;

import hyperlab.nn.Activation;
import java.util.List;

/**
 * The constants of all activation functions that have one, whether they are plotted or not.
 *
 * @param leakySlope negative slope of Leaky ReLU
 * @param preluSlope initial value of PReLU's learned slopes
 * @param eluAlpha α of ELU
 * @param maxoutPieces number of pieces of Maxout
 */
public record ActivationConstants(double leakySlope, double preluSlope, double eluAlpha, int maxoutPieces) {
    public static final ActivationConstants DEFAULT = new ActivationConstants(
            Activation.LeakyRelu.DEFAULT.slope(),
            Activation.Prelu.DEFAULT.slope(),
            Activation.Elu.DEFAULT.alpha(),
            Activation.Maxout.DEFAULT.pieces());

    /** Validates each constant with the constructor of its function. */
    public ActivationConstants {
        new Activation.LeakyRelu(leakySlope);
        new Activation.Prelu(preluSlope);
        new Activation.Elu(eluAlpha);
        new Activation.Maxout(maxoutPieces);
    }

    /** Returns these constants, replaced by the constants of the given functions where they have any. */
    public ActivationConstants with(List<Activation> functions) {
        ActivationConstants result = this;
        for (Activation function : functions) {
            result = result.with(function);
        }
        return result;
    }

    private ActivationConstants with(Activation function) {
        if (function instanceof Activation.LeakyRelu leaky) {
            return new ActivationConstants(leaky.slope(), preluSlope, eluAlpha, maxoutPieces);
        } else if (function instanceof Activation.Prelu prelu) {
            return new ActivationConstants(leakySlope, prelu.slope(), eluAlpha, maxoutPieces);
        } else if (function instanceof Activation.Elu elu) {
            return new ActivationConstants(leakySlope, preluSlope, elu.alpha(), maxoutPieces);
        } else if (function instanceof Activation.Maxout maxout) {
            return new ActivationConstants(leakySlope, preluSlope, eluAlpha, maxout.pieces());
        }
        return this;
    }

    /** The seven functions of this topic with these constants: sigmoid, tanh, ReLU, Leaky ReLU, PReLU, ELU, Maxout. */
    public List<Activation> sevenFunctions() {
        return List.of(
                new Activation.Sigmoid(),
                new Activation.Tanh(),
                new Activation.Relu(),
                new Activation.LeakyRelu(leakySlope),
                new Activation.Prelu(preluSlope),
                new Activation.Elu(eluAlpha),
                new Activation.Maxout(maxoutPieces));
    }
}
