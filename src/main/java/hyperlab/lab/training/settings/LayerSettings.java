package hyperlab.lab.training.settings;

import hyperlab.nn.Activation;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.train.NetworkSettings;
import java.util.List;

/** The settings of the network: its layers, activation function, initialization and dropout. */
public final class LayerSettings {
    static final String CONVOLUTIONS = "training.convolutions";

    private final Setting<List<ConvolutionSpec>> convolutions;
    private final Setting<List<Integer>> hidden;
    private final Setting<Activation> activation;
    private final Setting<Double> activationParameter;
    private final InitializationSettings start;
    private final Setting<Double> dropout;

    LayerSettings(SettingFactory factory) {
        convolutions = factory.network(
                CONVOLUTIONS,
                NetworkSettings::convolutions,
                NetworkSettings::withConvolutions,
                ConvolutionalLayersFormat::describe);
        hidden = factory.network(
                "training.hidden", NetworkSettings::hidden, NetworkSettings::withHidden, HiddenLayersFormat::describe);
        activation = factory.network(
                        "training.activation",
                        NetworkSettings::activation,
                        NetworkSettings::withActivation,
                        function -> LocalizedText.of("component.activation." + function.name()))
                .withIdentity(Activation::name);
        activationParameter = factory.network(
                "training.activationParameter",
                network -> ActivationParameter.valueOf(network.activation()),
                (network, value) -> network.withActivation(ActivationParameter.with(network.activation(), value)),
                LocalizedText::number);
        start = new InitializationSettings(factory);
        dropout = factory.network(
                "training.dropout", NetworkSettings::dropout, NetworkSettings::withDropout, LocalizedText::number);
    }

    /** The convolutional layers; empty for none. */
    public Setting<List<ConvolutionSpec>> convolutions() {
        return convolutions;
    }

    public Setting<List<Integer>> hidden() {
        return hidden;
    }

    public Setting<Activation> activation() {
        return activation;
    }

    /** Slope, alpha or number of pieces of the activation function; null if it has no parameter. */
    Setting<Double> activationParameter() {
        return activationParameter;
    }

    /** The initialization of the weights. */
    public InitializationSettings start() {
        return start;
    }

    public Setting<Double> dropout() {
        return dropout;
    }
}
