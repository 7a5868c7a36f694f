package hyperlab.app.training;

import hyperlab.app.Undo;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The experiment that is being set up, with a property for each setting. */
final class ExperimentSettings {
    /** Names of the settings of the data. */
    static final Set<String> DATA = Set.of(
            "training.source",
            "training.samples",
            "training.noise",
            "training.trainFraction",
            "training.split",
            "training.ownSplit",
            "training.splitSeed",
            "training.folds",
            "training.fold",
            "training.testFraction",
            "training.standardize",
            "training.csv",
            "training.csv.task",
            "training.csv.features",
            "training.image");

    /** Names of the settings that the initial weights depend on. */
    static final Set<String> NETWORK = Set.of(
            LayerSettings.CONVOLUTIONS,
            "training.hidden",
            "training.activation",
            "training.activationParameter",
            StartSettings.INITIALIZER,
            StartSettings.INITIALIZER_RANGE,
            StartSettings.WEIGHTS);

    private final ObjectProperty<Experiment> experiment =
            new SimpleObjectProperty<>(this, "experiment", Experiment.DEFAULT);
    private final Undo undo;
    private final SettingMaker maker;
    private final SampleSettings data;
    private final TableSettings table;
    private final LayerSettings network;
    private final LearningSettings learning;
    private final Setting<Integer> ensemble;
    private final Setting<Long> seed;

    ExperimentSettings(Undo undo) {
        this.undo = undo;
        maker = new SettingMaker(experiment, undo);
        data = new SampleSettings(maker);
        table = new TableSettings(maker);
        network = new LayerSettings(maker);
        learning = new LearningSettings(maker);
        ensemble = maker.setting(
                "training.ensemble",
                Experiment::ensemble,
                Experiment::withEnsemble,
                members -> Words.plain(members.toString()));
        seed = maker.setting(
                "training.seed", Experiment::seed, Experiment::withSeed, value -> Words.plain(value.toString()));
    }

    // properties

    /** The whole. */
    ObjectProperty<Experiment> experiment() {
        return experiment;
    }

    SampleSettings data() {
        return data;
    }

    /** Its settings are null unless the source is {@code csv}. */
    TableSettings table() {
        return table;
    }

    LayerSettings network() {
        return network;
    }

    LearningSettings learning() {
        return learning;
    }

    Setting<Integer> ensemble() {
        return ensemble;
    }

    Setting<Long> seed() {
        return seed;
    }

    /** How many hyperparameters the experiment has: settings of the network and its training, not of the data. */
    int hyperparameterCount() {
        return (int) maker.all().stream()
                .filter(setting -> !DATA.contains(setting.nameKey()) && setting.get() != null)
                .filter(setting -> setting != network.convolutions()
                        || !network.convolutions().get().isEmpty())
                .filter(setting -> !setting.get().equals(""))
                .count();
    }

    /** An experiment with one setting, by its name, taken from another. */
    Experiment copy(String nameKey, Experiment from, Experiment to) {
        Experiment copied = to;
        for (Setting<?> setting : maker.all()) {
            if (setting.nameKey().equals(nameKey)) {
                copied = setting.copied(from, copied);
            }
        }
        return copied;
    }

    /** Sets all at once, as one change that undo knows by {@code nameKey}. */
    void replace(String nameKey, Experiment changed) {
        Experiment before = experiment.get();
        undo.settle();
        experiment.set(changed);
        undo.did(nameKey, experiment, before, changed, experiment::set);
        undo.settle();
    }

    /** The value that the setting of that name has in an experiment, in words; of none where it has no such setting. */
    Words say(String nameKey, Experiment given) {
        return maker.all().stream()
                .filter(setting -> setting.nameKey().equals(nameKey))
                .map(setting -> setting.said(given))
                .findFirst()
                .orElse(Words.of("training.noLayers"));
    }

    /** What is not the same in two experiments, by name; names of experiments do not count. */
    List<Difference> differences(Experiment before, Experiment after) {
        List<Difference> found = maker.all().stream()
                .map(setting -> setting.between(before, after))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(ArrayList::new));
        Integer samplesBefore = before.data().samples();
        Integer samplesAfter = after.data().samples();
        boolean sameSource = before.data().source().equals(after.data().source());
        if (sameSource && (samplesBefore == null) != (samplesAfter == null)) {
            found.add(new Difference("training.samples", saySamples(samplesBefore), saySamples(samplesAfter)));
        }
        if (found.isEmpty() && !before.withName("").equals(after.withName(""))) {
            found.add(Difference.UNNAMED);
        }
        return List.copyOf(found);
    }

    private static Words saySamples(@Nullable Integer samples) {
        return samples == null ? Words.of("training.samples.all") : Words.plain(samples.toString());
    }
}
