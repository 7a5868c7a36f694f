package hyperlab.app.training;

import hyperlab.nn.Initializer;
import java.util.List;

/** How the weights start: which initializer, its range where it has one, or a file in place of both. */
final class StartSettings {
    static final String INITIALIZER = "training.initializer";
    static final String INITIALIZER_RANGE = "training.initializerRange";
    static final String WEIGHTS = "training.weights";

    /** The initializers on offer, with their customary numbers. */
    static final List<Initializer> OFFERED = List.of(
            Initializer.Auto.DEFAULT,
            new Initializer.Xavier(),
            new Initializer.He(),
            Initializer.Uniform.DEFAULT,
            new Initializer.Zero());

    private final Setting<Initializer> kind;
    private final Setting<Double> range;
    private final Setting<String> weights;

    StartSettings(SettingMaker maker) {
        kind = maker.<Initializer>network(
                        INITIALIZER,
                        network -> network.initializer(),
                        (network, initializer) -> network.withInitializer(initializer),
                        initializer -> Words.of("training.initializer." + initializer.name()))
                .comparedBy(Initializer::name);
        range = maker.network(
                INITIALIZER_RANGE,
                network -> network.initializer() instanceof Initializer.Uniform uniform ? uniform.range() : null,
                (network, value) -> network.initializer() instanceof Initializer.Uniform
                        ? network.withInitializer(new Initializer.Uniform(value))
                        : network,
                Words::number);
        weights = maker.network(
                WEIGHTS,
                network -> network.initialWeights() == null ? "" : network.initialWeights(),
                (network, file) -> network.withInitialWeights(file.isEmpty() ? null : file),
                file -> file.isEmpty() ? Words.of("training.weights.drawn") : Words.plain(file));
    }

    Setting<Initializer> kind() {
        return kind;
    }

    /** Null for other initializers than {@code uniform}. */
    Setting<Double> range() {
        return range;
    }

    /** The path of a file that the weights are read from in place of being drawn; empty for none. */
    Setting<String> weights() {
        return weights;
    }

    /** The initializer of that name, with the range of now where it is the one at hand. */
    Initializer named(String name) {
        Initializer now = kind.get();
        return now.name().equals(name)
                ? now
                : OFFERED.stream()
                        .filter(initializer -> initializer.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(name));
    }
}
