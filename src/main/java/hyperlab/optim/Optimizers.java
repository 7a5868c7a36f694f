package hyperlab.optim;

import java.util.List;

/** The optimizers there are. */
public final class Optimizers {
    private static final List<Optimizer> ALL = List.of(
            Sgd.DEFAULT,
            AdaGrad.DEFAULT,
            RmsProp.DEFAULT,
            AdaDelta.DEFAULT,
            Adam.DEFAULT,
            NAdam.DEFAULT,
            AdamW.DEFAULT);

    private Optimizers() {}

    /** Each with its usual constants, in the order in which files name them. */
    public static List<Optimizer> all() {
        return ALL;
    }

    /** The one of that name, with its usual constants. */
    public static Optimizer named(String name) {
        return ALL.stream()
                .filter(optimizer -> optimizer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }
}
