package hyperlab.app.training;

import hyperlab.nn.Activation;
import hyperlab.train.NetworkSettings;
import java.util.List;

/** Network settings with one thing changed. */
final class NetworkEdits {
    private NetworkEdits() {}

    static NetworkSettings withHidden(NetworkSettings network, List<Integer> hidden) {
        return new NetworkSettings(
                hidden, network.activation(), network.dropout(), network.initializer(), network.initialWeights());
    }

    static NetworkSettings withActivation(NetworkSettings network, Activation activation) {
        return new NetworkSettings(
                network.hidden(), activation, network.dropout(), network.initializer(), network.initialWeights());
    }

    static NetworkSettings withDropout(NetworkSettings network, double dropout) {
        return new NetworkSettings(
                network.hidden(), network.activation(), dropout, network.initializer(), network.initialWeights());
    }
}
