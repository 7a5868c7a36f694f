package hyperlab.app.training;

import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;

/** A short description of an experiment: its data, convolutions, activation and hidden layers. */
final class Summary {
    private Summary() {}

    static Words of(Experiment experiment) {
        Words network = network(data(experiment), experiment.network());
        int ensemble = experiment.ensemble();
        return ensemble == 1 ? network : Words.of("training.subtitle.ensemble", network, Integer.toString(ensemble));
    }

    /** A summary of a collapsed group of settings. */
    static Words ofGroup(String group, Experiment experiment) {
        return switch (group) {
            case "data" -> data(experiment);
            case "parts" ->
                Words.of(
                        "training.parts.summary",
                        Words.number(experiment.data().trainFraction()),
                        Words.of("training.split." + experiment.data().split().fileName()));
            case "network" -> network(experiment.network());
            case "training" ->
                Words.of(
                        "training.training.summary",
                        Words.of("training.optimizer."
                                + experiment.training().optimizer().name()),
                        Words.number(experiment.training().learningRate()),
                        LearningSettings.sayBatch(experiment.training().batchSize()));
            case "regularization" ->
                Words.of(
                        "training.regularization.summary",
                        Words.number(experiment.training().penalty().l1()),
                        Words.number(experiment.training().penalty().l2()),
                        Words.number(experiment.network().dropout()));
            default -> Words.plain(Long.toString(experiment.seed()));
        };
    }

    private static Words data(Experiment experiment) {
        return experiment.data().csv() == null
                ? SampleSettings.saySource(experiment.data().source())
                : Words.plain(experiment.data().csv().file());
    }

    private static Words network(NetworkSettings network) {
        Words activation =
                Words.of("training.activation." + network.activation().name());
        return network.hidden().isEmpty()
                ? Words.of("training.noLayers")
                : Words.of("training.network.summary", activation, HiddenLayers.say(network.hidden()));
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
