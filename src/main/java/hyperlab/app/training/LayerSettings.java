package hyperlab.app.training;

import hyperlab.nn.Activation;
import hyperlab.nn.Convolution;
import hyperlab.train.NetworkSettings;
import java.util.List;

/** The settings of the network: its layers, activation function, initialization and dropout. */
final class LayerSettings {
    static final String CONVOLUTIONS = "training.convolutions";

    private final Setting<List<Convolution>> convolutions;
    private final Setting<List<Integer>> hidden;
    private final Setting<Activation> activation;
    private final Setting<Double> activationParameter;
    private final StartSettings start;
    private final Setting<Double> dropout;

    LayerSettings(SettingMaker maker) {
        convolutions = maker.network(
                CONVOLUTIONS, NetworkSettings::convolutions, NetworkSettings::withConvolutions, Convolutions::say);
        hidden = maker.network(
                "training.hidden", NetworkSettings::hidden, NetworkSettings::withHidden, HiddenLayers::say);
        activation = maker.network(
                        "training.activation",
                        NetworkSettings::activation,
                        NetworkSettings::withActivation,
                        function -> Words.of("training.activation." + function.name()))
                .comparedBy(Activation::name);
        activationParameter = maker.network(
                "training.activationParameter",
                network -> ActivationParameter.of(network.activation()),
                (network, value) -> network.withActivation(ActivationParameter.with(network.activation(), value)),
                Words::number);
        start = new StartSettings(maker);
        dropout = maker.network(
                "training.dropout", NetworkSettings::dropout, NetworkSettings::withDropout, Words::number);
    }

    /** The convolutional layers; empty for none. */
    Setting<List<Convolution>> convolutions() {
        return convolutions;
    }

    Setting<List<Integer>> hidden() {
        return hidden;
    }

    Setting<Activation> activation() {
        return activation;
    }

    /** Slope, alpha or number of pieces of the activation function; null if it has no parameter. */
    Setting<Double> activationParameter() {
        return activationParameter;
    }

    /** The initialization of the weights. */
    StartSettings start() {
        return start;
    }

    Setting<Double> dropout() {
        return dropout;
    }
}
