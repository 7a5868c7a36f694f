package hyperlab.train;

import hyperlab.nn.Activation;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.nn.layer.Initializer;
import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Architecture and initialization of a network; the {@code network} object of an experiment file.
 *
 * @param convolutions convolutional layers before the hidden layers, at most 8; they require image data
 * @param hidden number of units in each hidden layer, at most 16 layers of 1 … 4,096
 * @param activation activation function after each hidden layer
 * @param dropout probability in [0, 1) that a unit is dropped, after each hidden layer's activation, in training only
 * @param initializer how the weights are initialized
 * @param initialWeights path of a weights file, relative to the experiment file, that is used instead of the
 *     initializer; null for none
 */
public record NetworkSettings(
        List<ConvolutionSpec> convolutions,
        List<Integer> hidden,
        Activation activation,
        double dropout,
        Initializer initializer,
        @Nullable String initialWeights) {
    public static final int MAX_CONVOLUTIONS = 8;
    public static final int MAX_LAYERS = 16;
    public static final int MAX_UNITS = 4096;
    public static final NetworkSettings DEFAULT =
            new NetworkSettings(List.of(), List.of(8, 8), new Activation.Relu(), 0, Initializer.Auto.DEFAULT, null);

    public NetworkSettings {
        convolutions = List.copyOf(convolutions);
        if (convolutions.size() > MAX_CONVOLUTIONS) {
            throw new InvalidInputException("convolutions", Rule.AT_MOST, MAX_CONVOLUTIONS, convolutions.size());
        }
        hidden = List.copyOf(hidden);
        if (hidden.size() > MAX_LAYERS) {
            throw new InvalidInputException("hidden", Rule.AT_MOST_LAYERS, MAX_LAYERS, hidden.size());
        }
        for (int units : hidden) {
            Checks.wholeWithin("hidden", units, 1, MAX_UNITS);
        }
        Checks.atLeastBelow("dropout", dropout, 0, 1);
        if (initialWeights != null) {
            Checks.path("initialWeights", initialWeights);
        }
    }

    public NetworkSettings withConvolutions(List<ConvolutionSpec> newConvolutions) {
        return new NetworkSettings(newConvolutions, hidden, activation, dropout, initializer, initialWeights);
    }

    public NetworkSettings withHidden(List<Integer> newHidden) {
        return new NetworkSettings(convolutions, newHidden, activation, dropout, initializer, initialWeights);
    }

    public NetworkSettings withActivation(Activation newActivation) {
        return new NetworkSettings(convolutions, hidden, newActivation, dropout, initializer, initialWeights);
    }

    public NetworkSettings withDropout(double newDropout) {
        return new NetworkSettings(convolutions, hidden, activation, newDropout, initializer, initialWeights);
    }

    public NetworkSettings withInitializer(Initializer newInitializer) {
        return new NetworkSettings(convolutions, hidden, activation, dropout, newInitializer, initialWeights);
    }

    public NetworkSettings withInitialWeights(@Nullable String newInitialWeights) {
        return new NetworkSettings(convolutions, hidden, activation, dropout, initializer, newInitialWeights);
    }
}
