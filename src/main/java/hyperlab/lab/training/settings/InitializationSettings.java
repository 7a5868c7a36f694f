package hyperlab.lab.training.settings;

import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.InitializerConstant;
import java.util.List;

/** The initialization of the weights: the initializer, its range if it has one, or a file instead of both. */
public final class InitializationSettings {
    static final String INITIALIZER = "training.initializer";
    static final String INITIALIZER_RANGE = "training.initializerRange";
    static final String WEIGHTS = "training.weights";

    /** The available initializers, with their default parameters. */
    static final List<Initializer> AVAILABLE = List.of(
            Initializer.Auto.DEFAULT,
            new Initializer.Xavier(),
            new Initializer.He(),
            Initializer.Uniform.DEFAULT,
            new Initializer.Zero());

    private final Setting<Initializer> kind;
    private final Setting<Double> range;
    private final Setting<String> weights;

    InitializationSettings(SettingFactory factory) {
        kind = factory.<Initializer>network(
                        INITIALIZER,
                        network -> network.initializer(),
                        (network, initializer) -> network.withInitializer(initializer),
                        initializer -> LocalizedText.of("component.initializer." + initializer.name()))
                .withIdentity(Initializer::name);
        range = factory.network(
                INITIALIZER_RANGE,
                network -> Constants.valueOrNull(network.initializer(), InitializerConstant.RANGE),
                (network, value) ->
                        network.withInitializer(network.initializer().with(InitializerConstant.RANGE, value)),
                LocalizedText::number);
        weights = factory.network(
                WEIGHTS,
                network -> network.initialWeights() == null ? "" : network.initialWeights(),
                (network, file) -> network.withInitialWeights(file.isEmpty() ? null : file),
                file -> file.isEmpty() ? LocalizedText.of("training.weights.drawn") : LocalizedText.literal(file));
    }

    public Setting<Initializer> kind() {
        return kind;
    }

    /** Null for initializers other than {@code uniform}. */
    Setting<Double> range() {
        return range;
    }

    /** The path of a file from which the initial weights are read instead of random weights; empty for none. */
    public Setting<String> weights() {
        return weights;
    }

    /** The initializer with this name. If it is already selected, it keeps its current range. */
    Initializer fromName(String name) {
        Initializer current = kind.get();
        return current.name().equals(name) ? current : Initializer.byName(name);
    }
}
