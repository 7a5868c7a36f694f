package hyperlab.lab.activation;

import hyperlab.activation.ActivationConstants;
import hyperlab.nn.Activation;
import java.util.Arrays;

/**
 * The activation functions of the lab: first those of the source text in its order, then the smooth variants of ReLU
 * and the identity. Each function has a fixed color, dash pattern and marker; functions that are often compared have
 * different colors.
 */
public enum ActivationKind {
    SIGMOID("sigmoid", 0, true),
    TANH("tanh", 1, true),
    RELU("relu", 2, true),
    LEAKY_RELU("leakyRelu", 4, false),
    PRELU("prelu", 5, false),
    ELU("elu", 3, true),
    MAXOUT("maxout", 6, false),
    SOFTPLUS("softplus", 7, false),
    SELU("selu", 8, false),
    GELU("gelu", 9, false),
    SILU("silu", 10, false),
    MISH("mish", 11, false),
    LINEAR("linear", 12, false);

    private final String id;
    private final int series;
    private final boolean selectedByDefault;

    ActivationKind(String id, int series, boolean shownAtFirst) {
        this.id = id;
        this.series = series;
        this.selectedByDefault = shownAtFirst;
    }

    /** The name used in files. The message key is {@code activation.name.} followed by this id. */
    public String id() {
        return id;
    }

    /** Index of the color, dash pattern and marker. */
    public int series() {
        return series;
    }

    boolean isSelectedByDefault() {
        return selectedByDefault;
    }

    /** Creates the function with these constants. */
    Activation withConstants(ActivationConstants constants) {
        return switch (this) {
            case SIGMOID -> new Activation.Sigmoid();
            case TANH -> new Activation.Tanh();
            case RELU -> new Activation.Relu();
            case LEAKY_RELU -> new Activation.LeakyRelu(constants.leakySlope());
            case PRELU -> new Activation.Prelu(constants.preluSlope());
            case ELU -> new Activation.Elu(constants.eluAlpha());
            case MAXOUT -> new Activation.Maxout(constants.maxoutPieces());
            case SOFTPLUS -> new Activation.Softplus();
            case SELU -> new Activation.Selu();
            case GELU -> new Activation.Gelu();
            case SILU -> new Activation.Silu();
            case MISH -> new Activation.Mish();
            case LINEAR -> new Activation.Linear();
        };
    }

    static ActivationKind of(Activation activation) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(activation.name()))
                .findFirst()
                .orElseThrow();
    }
}
