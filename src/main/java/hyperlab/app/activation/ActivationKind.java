package hyperlab.app.activation;

import hyperlab.nn.Activation;
import java.util.Arrays;
import java.util.Optional;

/** The seven functions of the lab, in the order of the source text; each keeps its colour, dash and marker. */
public enum ActivationKind {
    SIGMOID("sigmoid", true),
    TANH("tanh", true),
    RELU("relu", true),
    LEAKY_RELU("leakyRelu", false),
    PRELU("prelu", false),
    ELU("elu", true),
    MAXOUT("maxout", false);

    private final String id;
    private final boolean shownAtFirst;

    ActivationKind(String id, boolean shownAtFirst) {
        this.id = id;
        this.shownAtFirst = shownAtFirst;
    }

    /** As in files; message keys are {@code activation.name.} and this. */
    public String id() {
        return id;
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
