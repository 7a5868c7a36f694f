package hyperlab.activation;

import hyperlab.nn.Activation;
import hyperlab.nn.ActivationConstant;
import hyperlab.rule.Constant;
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
        return new ActivationConstants(
                valueIn(function, Activation.LeakyRelu.DEFAULT, ActivationConstant.SLOPE, leakySlope),
                valueIn(function, Activation.Prelu.DEFAULT, ActivationConstant.SLOPE, preluSlope),
                valueIn(function, Activation.Elu.DEFAULT, ActivationConstant.ALPHA, eluAlpha),
                (int) valueIn(function, Activation.Maxout.DEFAULT, ActivationConstant.PIECES, maxoutPieces));
    }

    /** The constant of {@code function} if it is of this kind, otherwise {@code current}. */
    private static double valueIn(Activation function, Activation kind, Constant constant, double current) {
        return function.name().equals(kind.name()) ? function.value(constant).orElse(current) : current;
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
