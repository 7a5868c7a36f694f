package hyperlab.lab.activation;

import hyperlab.activation.ActivationConstants;
import hyperlab.nn.Activation;

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
    HARDSWISH("hardswish", 13, false),
    LINEAR("linear", 12, false);

    private final String id;
    private final int series;
    private final boolean selectedByDefault;

    ActivationKind(String id, int series, boolean shownAtFirst) {
        this.id = id;
        this.series = series;
        this.selectedByDefault = shownAtFirst;
    }

    /** The name used in files. */
    public String id() {
        return id;
    }

    /** The message key of the function's name within text. */
    String nameKey() {
        return "component.activation." + id + ".inText";
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
            case HARDSWISH -> new Activation.Hardswish();
            case LINEAR -> new Activation.Linear();
        };
    }

    static ActivationKind of(Activation activation) {
        return activation.accept(new KindVisitor());
    }

    private static final class KindVisitor implements Activation.Visitor<ActivationKind> {
        @Override
        public ActivationKind visit(Activation.Sigmoid sigmoid) {
            return SIGMOID;
        }

        @Override
        public ActivationKind visit(Activation.Tanh tanh) {
            return TANH;
        }

        @Override
        public ActivationKind visit(Activation.Relu relu) {
            return RELU;
        }

        @Override
        public ActivationKind visit(Activation.LeakyRelu leakyRelu) {
            return LEAKY_RELU;
        }

        @Override
        public ActivationKind visit(Activation.Prelu prelu) {
            return PRELU;
        }

        @Override
        public ActivationKind visit(Activation.Elu elu) {
            return ELU;
        }

        @Override
        public ActivationKind visit(Activation.Maxout maxout) {
            return MAXOUT;
        }

        @Override
        public ActivationKind visit(Activation.Linear linear) {
            return LINEAR;
        }

        @Override
        public ActivationKind visit(Activation.Softplus softplus) {
            return SOFTPLUS;
        }

        @Override
        public ActivationKind visit(Activation.Selu selu) {
            return SELU;
        }

        @Override
        public ActivationKind visit(Activation.Gelu gelu) {
            return GELU;
        }

        @Override
        public ActivationKind visit(Activation.Silu silu) {
            return SILU;
        }

        @Override
        public ActivationKind visit(Activation.Mish mish) {
            return MISH;
        }

        @Override
        public ActivationKind visit(Activation.Hardswish hardswish) {
            return HARDSWISH;
        }
    }
}
