package hyperlab.lab.training.settings;

import hyperlab.data.DataGenerator;
import hyperlab.data.DataSettings;
import hyperlab.data.PointSet;
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
            case "data" -> samples(experiment.data());
            case "network" -> network(experiment.network());
            case "optimizer" ->
                LocalizedText.of("component.optimizer."
                        + experiment.training().optimizer().name());
            case "schedule" ->
                LocalizedText.of(
                        "training.schedule.summary",
                        LocalizedText.of("component.schedule."
                                + experiment.training().schedule().name()),
                        Integer.toString(experiment.training().epochs()));
            default ->
                experiment.ensemble() == 1
                        ? LocalizedText.literal(Long.toString(experiment.seed()))
                        : LocalizedText.of(
                                "training.seeds.summary",
                                Long.toString(experiment.seed()),
                                Integer.toString(experiment.ensemble()));
        };
    }

    private static LocalizedText samples(DataSettings data) {
        Integer chosen = data.samples();
        if (DataGenerator.named(data.source()).isPresent()) {
            return LocalizedText.of(
                    "training.data.summary",
                    Integer.toString(chosen == null ? DataGenerator.DEFAULT_SAMPLES : chosen),
                    LocalizedText.number(data.noise()));
        }
        PointSet points = data.points();
        if (points != null && chosen == null) {
            return LocalizedText.of("training.points.count", Integer.toString(points.size()));
        }
        return chosen == null
                ? LocalizedText.of("training.data.summary.all")
                : LocalizedText.of("training.data.summary.rows", chosen.toString());
    }

    /** The name of the data set, or of the user's file. */
    public static LocalizedText data(Experiment experiment) {
        return experiment.data().csv() == null
                ? SampleSettings.sourceText(experiment.data().source())
                : LocalizedText.literal(fileName(experiment.data().csv().file()));
    }

    /** The path without its folders; a file from another system may have backslashes. */
    private static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
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
