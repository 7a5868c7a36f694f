package hyperlab.lab.training.settings;

import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;

/** A short description of an experiment: its data, convolutions, activation and hidden layers. */
public final class ExperimentSummary {
    private ExperimentSummary() {}

    public static LocalizedText of(Experiment experiment) {
        LocalizedText network = network(data(experiment), experiment.network());
        int ensemble = experiment.ensemble();
        return ensemble == 1
                ? network
                : LocalizedText.of("training.subtitle.ensemble", network, Integer.toString(ensemble));
    }

    /** A summary of a collapsed group of settings. */
    public static LocalizedText ofGroup(String group, Experiment experiment) {
        return switch (group) {
            case "data" -> data(experiment);
            case "parts" ->
                LocalizedText.of(
                        "training.parts.summary",
                        LocalizedText.number(experiment.data().trainFraction()),
                        LocalizedText.of(
                                "training.split." + experiment.data().split().fileName()));
            case "network" -> network(experiment.network());
            case "training" ->
                LocalizedText.of(
                        "training.training.summary",
                        LocalizedText.of("component.optimizer."
                                + experiment.training().optimizer().name()),
                        LocalizedText.number(experiment.training().learningRate()),
                        LearningSettings.batchSizeText(experiment.training().batchSize()));
            case "regularization" ->
                LocalizedText.of(
                        "training.regularization.summary",
                        LocalizedText.number(experiment.training().penalty().l1()),
                        LocalizedText.number(experiment.training().penalty().l2()),
                        LocalizedText.number(experiment.network().dropout()));
            default -> LocalizedText.literal(Long.toString(experiment.seed()));
        };
    }

    private static LocalizedText data(Experiment experiment) {
        return experiment.data().csv() == null
                ? SampleSettings.sourceText(experiment.data().source())
                : LocalizedText.literal(experiment.data().csv().file());
    }

    private static LocalizedText network(NetworkSettings network) {
        LocalizedText activation =
                LocalizedText.of("component.activation." + network.activation().name());
        return network.hidden().isEmpty()
                ? LocalizedText.of("training.noLayers")
                : LocalizedText.of(
                        "training.network.summary", activation, HiddenLayersFormat.describe(network.hidden()));
    }

    private static LocalizedText network(LocalizedText data, NetworkSettings network) {
        LocalizedText activation =
                LocalizedText.of("component.activation." + network.activation().name());
        if (network.convolutions().isEmpty()) {
            return network.hidden().isEmpty()
                    ? LocalizedText.of("training.subtitle.plain", data)
                    : LocalizedText.of(
                            "training.subtitle", data, activation, HiddenLayersFormat.describe(network.hidden()));
        }
        String filters = ConvolutionalLayersFormat.filters(network.convolutions());
        return network.hidden().isEmpty()
                ? LocalizedText.of("training.subtitle.convolutionsAlone", data, filters, activation)
                : LocalizedText.of(
                        "training.subtitle.convolutions",
                        data,
                        filters,
                        activation,
                        HiddenLayersFormat.describe(network.hidden()));
    }
}
