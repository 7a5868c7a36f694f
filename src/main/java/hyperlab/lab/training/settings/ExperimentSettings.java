package hyperlab.lab.training.settings;

import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.ui.SettingsState;
import hyperlab.ui.UndoHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;

/** The experiment being configured, with one property for each setting. */
public final class ExperimentSettings {
    /** Name keys of the data settings. */
    public static final Set<String> DATA_KEYS = Set.of(
            "training.source",
            SampleSettings.POINTS,
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
    public static final Set<String> NETWORK_KEYS = Set.of(
            LayerSettings.CONVOLUTIONS,
            "training.hidden",
            "training.activation",
            "training.activationParameter",
            InitializationSettings.INITIALIZER,
            InitializationSettings.INITIALIZER_RANGE,
            InitializationSettings.WEIGHTS);

    /** Rejects an invalid change in the caller, so that the control with the invalid value shows the error. */
    public static final Consumer<InvalidInputException> REJECT = error -> {
        throw error;
    };

    private final SettingsState<Experiment> state;
    private final SettingFactory factory;
    private final SampleSettings data;
    private final TableSettings table;
    private final LayerSettings network;
    private final LearningSettings learning;
    private final Setting<Integer> ensemble;
    private final Setting<Long> seed;

    /** Creates the settings of the default experiment. */
    public ExperimentSettings(UndoHistory undo) {
        this(new SettingsState<>(Experiment.DEFAULT, undo, REJECT));
    }

    /** @param state its error handler must be {@link #REJECT} */
    public ExperimentSettings(SettingsState<Experiment> state) {
        this.state = state;
        factory = new SettingFactory(state);
        data = new SampleSettings(factory);
        table = new TableSettings(factory);
        network = new LayerSettings(factory);
        learning = new LearningSettings(factory);
        ensemble = factory.setting(
                "training.ensemble",
                Experiment::ensemble,
                Experiment::withEnsemble,
                members -> LocalizedText.literal(members.toString()));
        seed = factory.setting(
                "training.seed",
                Experiment::seed,
                Experiment::withSeed,
                value -> LocalizedText.literal(value.toString()));
    }

    // properties

    /** The complete experiment. */
    public ReadOnlyObjectProperty<Experiment> experimentProperty() {
        return state.stateProperty();
    }

    public SampleSettings data() {
        return data;
    }

    /** The values of these settings are null unless the source is {@code csv}. */
    public TableSettings table() {
        return table;
    }

    public LayerSettings network() {
        return network;
    }

    public LearningSettings learning() {
        return learning;
    }

    public Setting<Integer> ensemble() {
        return ensemble;
    }

    public Setting<Long> seed() {
        return seed;
    }

    /**
     * The number of hyperparameters of the experiment: the settings of the network and its training, but not of the
     * data.
     */
    public int hyperparameterCount() {
        return (int) factory.all().stream()
                .filter(setting -> !DATA_KEYS.contains(setting.nameKey()) && setting.get() != null)
                .filter(setting -> setting != network.convolutions()
                        || !network.convolutions().get().isEmpty())
                .filter(setting -> !setting.get().equals(""))
                .count();
    }

    /** Returns {@code to} with one setting, given by its name key, copied from {@code from}. */
    public Experiment copySetting(String nameKey, Experiment from, Experiment to) {
        Experiment result = to;
        for (Setting<?> setting : factory.all()) {
            if (setting.nameKey().equals(nameKey)) {
                result = setting.copy(from, result);
            }
        }
        return result;
    }

    /** Replaces the complete experiment as one undoable change with the name {@code nameKey}. */
    public void replace(String nameKey, Experiment changed) {
        state.change(nameKey, before -> changed);
    }

    /** A description of the setting's value in an experiment; "none" if the experiment has no such setting. */
    public LocalizedText describe(String nameKey, Experiment given) {
        if (nameKey.equals(SampleSettings.SAMPLES) && given.data().points() == null) {
            return SampleSettings.countText(given.data());
        }
        return factory.all().stream()
                .filter(setting -> setting.nameKey().equals(nameKey))
                .map(setting -> setting.describe(given))
                .findFirst()
                .orElse(LocalizedText.of("training.noLayers"));
    }

    /** The settings that differ between two experiments. The names of the experiments are ignored. */
    public List<SettingDifference> differences(Experiment before, Experiment after) {
        List<SettingDifference> differences = factory.all().stream()
                .map(setting -> setting.difference(before, after))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(ArrayList::new));
        differences.replaceAll(ExperimentSettings::withMovedPoints);
        if ((before.data().samples() == null) != (after.data().samples() == null)) {
            SettingDifference samples = SampleSettings.countDifference(before.data(), after.data());
            if (samples != null) {
                differences.add(samples);
            }
        }
        if (differences.isEmpty() && !before.withName("").equals(after.withName(""))) {
            differences.add(SettingDifference.UNNAMED);
        }
        return List.copyOf(differences);
    }

    /** As many points as before can only differ in their places and classes. */
    private static SettingDifference withMovedPoints(SettingDifference difference) {
        return difference.nameKey().equals(SampleSettings.POINTS)
                        && difference.before().equals(difference.after())
                ? new SettingDifference(
                        SampleSettings.POINTS,
                        difference.before(),
                        LocalizedText.of("training.points.changed", difference.after()))
                : difference;
    }
}
