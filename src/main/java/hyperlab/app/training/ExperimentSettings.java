package hyperlab.app.training;

import hyperlab.app.UndoHistory;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The experiment being configured, with one property for each setting. */
final class ExperimentSettings {
    /** Name keys of the data settings. */
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

    /** Name keys of the settings that determine the initial weights. */
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
    private final UndoHistory undo;
    private final SettingMaker maker;
    private final SampleSettings data;
    private final TableSettings table;
    private final LayerSettings network;
    private final LearningSettings learning;
    private final Setting<Integer> ensemble;
    private final Setting<Long> seed;

    ExperimentSettings(UndoHistory undo) {
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

    /** The complete experiment. */
    ObjectProperty<Experiment> experiment() {
        return experiment;
    }

    SampleSettings data() {
        return data;
    }

    /** The values of these settings are null unless the source is {@code csv}. */
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

    /**
     * The number of hyperparameters of the experiment: the settings of the network and its training, but not of the
     * data.
     */
    int hyperparameterCount() {
        return (int) maker.all().stream()
                .filter(setting -> !DATA.contains(setting.nameKey()) && setting.get() != null)
                .filter(setting -> setting != network.convolutions()
                        || !network.convolutions().get().isEmpty())
                .filter(setting -> !setting.get().equals(""))
                .count();
    }

    /** Returns {@code to} with one setting, given by its name key, copied from {@code from}. */
    Experiment copy(String nameKey, Experiment from, Experiment to) {
        Experiment copied = to;
        for (Setting<?> setting : maker.all()) {
            if (setting.nameKey().equals(nameKey)) {
                copied = setting.copied(from, copied);
            }
        }
        return copied;
    }

    /** Replaces the complete experiment as one undoable change with the name {@code nameKey}. */
    void replace(String nameKey, Experiment changed) {
        Experiment before = experiment.get();
        undo.settle();
        experiment.set(changed);
        undo.record(nameKey, experiment, before, changed, experiment::set);
        undo.settle();
    }

    /** A description of the setting's value in an experiment; "none" if the experiment has no such setting. */
    Words say(String nameKey, Experiment given) {
        return maker.all().stream()
                .filter(setting -> setting.nameKey().equals(nameKey))
                .map(setting -> setting.said(given))
                .findFirst()
                .orElse(Words.of("training.noLayers"));
    }

    /** The settings that differ between two experiments. The names of the experiments are ignored. */
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
