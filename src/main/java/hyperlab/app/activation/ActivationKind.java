package hyperlab.app.activation;

import hyperlab.nn.Activation;
import java.util.Arrays;
import java.util.Optional;

/** The seven functions of the lab, in the order of the source text; each keeps its colour, dash and marker. */
public enum ActivationKind {
    SIGMOID("sigmoid", 0, true),
    TANH("tanh", 1, true),
    RELU("relu", 2, true),
    LEAKY_RELU("leakyRelu", 4, false),
    PRELU("prelu", 5, false),
    ELU("elu", 3, true),
    MAXOUT("maxout", 6, false);

    private final String id;
    private final int series;
    private final boolean shownAtFirst;

    ActivationKind(String id, int series, boolean shownAtFirst) {
        this.id = id;
        this.series = series;
        this.shownAtFirst = shownAtFirst;
    }

    /** As in files; message keys are {@code activation.name.} and this. */
    public String id() {
        return id;
    }

    /** Index of its colour, dash and marker. */
    public int series() {
        return series;
    }

    boolean isShownAtFirst() {
        return shownAtFirst;
    }

    static Optional<ActivationKind> of(Activation activation) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(activation.name()))
                .findFirst();
    }
}
