package hyperlab.optim;

import java.util.List;

/** The list of all optimizers. */
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

    /** All optimizers with their default constants, in the order used in files. */
    public static List<Optimizer> all() {
        return ALL;
    }

    /**
     * The optimizer with this name, with its default constants.
     *
     * @throws IllegalArgumentException if there is no such optimizer
     */
    public static Optimizer byName(String name) {
        return ALL.stream()
                .filter(optimizer -> optimizer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }
}
