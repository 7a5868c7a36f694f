package hyperlab.app.training;

import hyperlab.train.Experiment;

/** An experiment in a few words: its data, activation and hidden layers. */
final class Summary {
    private Summary() {}

    static Words of(Experiment experiment) {
        Words data = experiment.data().csv() == null
                ? ExperimentSettings.saySource(experiment.data().source())
                : Words.plain(experiment.data().csv().file());
        Words network = experiment.network().hidden().isEmpty()
                ? Words.of("training.subtitle.plain", data)
                : Words.of(
                        "training.subtitle",
                        data,
                        Words.of("training.activation."
                                + experiment.network().activation().name()),
                        HiddenLayers.say(experiment.network().hidden()));
        int ensemble = experiment.ensemble();
        return ensemble == 1 ? network : Words.of("training.subtitle.ensemble", network, Integer.toString(ensemble));
    }
}
