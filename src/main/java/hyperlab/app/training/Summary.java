package hyperlab.app.training;

import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;

/** An experiment in a few words: its data, convolutions, activation and hidden layers. */
final class Summary {
    private Summary() {}

    static Words of(Experiment experiment) {
        Words data = experiment.data().csv() == null
                ? ExperimentSettings.saySource(experiment.data().source())
                : Words.plain(experiment.data().csv().file());
        Words network = network(data, experiment.network());
        int ensemble = experiment.ensemble();
        return ensemble == 1 ? network : Words.of("training.subtitle.ensemble", network, Integer.toString(ensemble));
    }

    private static Words network(Words data, NetworkSettings network) {
        Words activation =
                Words.of("training.activation." + network.activation().name());
        if (network.convolutions().isEmpty()) {
            return network.hidden().isEmpty()
                    ? Words.of("training.subtitle.plain", data)
                    : Words.of("training.subtitle", data, activation, HiddenLayers.say(network.hidden()));
        }
        String filters = Convolutions.filters(network.convolutions());
        return network.hidden().isEmpty()
                ? Words.of("training.subtitle.convolutionsAlone", data, filters, activation)
                : Words.of(
                        "training.subtitle.convolutions",
                        data,
                        filters,
                        activation,
                        HiddenLayers.say(network.hidden()));
    }
}
