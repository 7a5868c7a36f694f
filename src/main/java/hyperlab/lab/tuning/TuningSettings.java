package hyperlab.lab.tuning;

import hyperlab.data.DataGenerator;
import hyperlab.data.DataSettings;
import hyperlab.data.SplitSettings;
import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.SearchSpace.Hyperparameter;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import hyperlab.ui.SettingsState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;

/** The settings of a study as properties. Does not depend on the JavaFX toolkit. */
public final class TuningSettings {
    /** The maximum number of trials. */
    static final int MOST_TRIALS = 2_000;

    private final SettingsState<TuningStudy> settingsState;
    private final ObjectProperty<TuningObjective> objective;
    private final ObjectProperty<String> method;
    private final DoubleProperty noise;
    private final DoubleProperty samples;
    private final ObjectProperty<Boolean> heldOut;
    private final DoubleProperty initial;
    private final DoubleProperty reduction;
    private final DoubleProperty minimumEpochs;
    private final DoubleProperty trials;
    private final DoubleProperty parallel;
    private final DoubleProperty seed;

    TuningSettings(SettingsState<TuningStudy> settingsState) {
        this.settingsState = settingsState;
        objective = settingsState.part("tuning.objective", TuningStudy::objective, TuningStudy::withObjective);
        method = settingsState.part(
                "tuning.method",
                study -> study.method().name(),
                (study, name) -> study.method().name().equals(name) || study.isRecordOnly()
                        ? study
                        : study.withMethod(defaultMethod(name)));
        noise = settingsState.number(
                "training.noise",
                study -> data(study).noise(),
                (study, number) -> withData(study, data(study).withNoise(number)));
        heldOut = settingsState.part(
                "tuning.heldOut",
                study -> data(study).splitSettings().testFraction() > 0,
                (study, on) -> on == data(study).splitSettings().testFraction() > 0
                        ? study
                        : withData(
                                study, data(study).withSplitSettings(on ? StudyData.HELD_OUT : SplitSettings.DEFAULT)));
        samples = settingsState.number(
                "training.samples",
                study -> (double) Objects.requireNonNullElse(data(study).samples(), DataGenerator.DEFAULT_SAMPLES),
                (study, number) -> withData(study, data(study).withSamples(number.intValue())));
        initial = settingsState.number(
                "tuning.initial",
                study -> (double)
                        (study.method() instanceof SearchMethod.Bayesian bayesian
                                ? bayesian.initial()
                                : SearchMethod.Bayesian.DEFAULT.initial()),
                (study, number) -> study.method() instanceof SearchMethod.Bayesian
                        ? study.withMethod(new SearchMethod.Bayesian(number.intValue()))
                        : study);
        reduction = settingsState.number(
                "tuning.reduction",
                study -> (double) halvingSettings(study)[0],
                (study, number) -> withHalvingSettings(study, number.intValue(), halvingSettings(study)[1]));
        minimumEpochs = settingsState.number(
                "tuning.minimumEpochs",
                study -> (double) halvingSettings(study)[1],
                (study, number) -> withHalvingSettings(study, halvingSettings(study)[0], number.intValue()));
        trials = settingsState.number(
                "tuning.trials",
                study -> (double) study.trials(),
                (study, number) -> study.withTrials(number.intValue()));
        parallel = settingsState.number(
                "tuning.atOnce",
                study -> (double) study.parallel(),
                (study, number) -> study.withParallel(number.intValue()));
        seed = settingsState.number(
                "tuning.seed", study -> (double) study.seed(), (study, number) -> study.withSeed(number.longValue()));
    }

    /** A method with its default settings; Bayesian search for an unknown name. */
    static SearchMethod defaultMethod(String name) {
        return SearchMethod.all().stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElse(SearchMethod.Bayesian.DEFAULT);
    }

    private static int[] halvingSettings(TuningStudy study) {
        if (study.method() instanceof SearchMethod.Hyperband hyperband) {
            return new int[] {hyperband.reduction(), hyperband.minimumEpochs()};
        }
        SearchMethod.Halving halving =
                study.method() instanceof SearchMethod.Halving given ? given : SearchMethod.Halving.DEFAULT;
        return new int[] {halving.reduction(), halving.minimumEpochs()};
    }

    private static TuningStudy withHalvingSettings(TuningStudy study, int reduction, int minimumEpochs) {
        if (study.method() instanceof SearchMethod.Hyperband) {
            return study.withMethod(new SearchMethod.Hyperband(reduction, minimumEpochs));
        }
        return study.method() instanceof SearchMethod.Halving
                ? study.withMethod(new SearchMethod.Halving(reduction, minimumEpochs))
                : study;
    }

    /** The data settings; the default ones for a known function. */
    private static DataSettings data(TuningStudy study) {
        Experiment experiment = study.experiment();
        return experiment == null ? DataSettings.DEFAULT : experiment.data();
    }

    private static TuningStudy withData(TuningStudy study, DataSettings data) {
        Experiment experiment = study.experiment();
        return experiment == null ? study : study.withExperiment(experiment.withData(data));
    }

    // properties

    /** The noise of generated data. */
    public DoubleProperty noiseProperty() {
        return noise;
    }

    /** Whether rows of a table are held out as test data. */
    public ObjectProperty<Boolean> heldOutProperty() {
        return heldOut;
    }

    /** The number of generated samples. */
    public DoubleProperty samplesProperty() {
        return samples;
    }

    public SettingsState<TuningStudy> settingsState() {
        return settingsState;
    }

    public ObjectProperty<TuningObjective> objectiveProperty() {
        return objective;
    }

    /** The method's name as used in files. */
    public ObjectProperty<String> methodProperty() {
        return method;
    }

    /** The number of random trials before a Bayesian search uses its model. */
    public DoubleProperty initialProperty() {
        return initial;
    }

    public DoubleProperty reductionProperty() {
        return reduction;
    }

    public DoubleProperty minimumEpochsProperty() {
        return minimumEpochs;
    }

    public DoubleProperty trialsProperty() {
        return trials;
    }

    public DoubleProperty parallelTrialsProperty() {
        return parallel;
    }

    public DoubleProperty seedProperty() {
        return seed;
    }

    // commands

    /** Replaces the axis at an index. */
    public void setAxis(int index, SearchDimension axis) {
        changeSpace("tuning.space.axis", parameters -> {
            parameters.set(index, new Hyperparameter(parameters.get(index).key(), axis));
            return parameters;
        });
    }

    /** Replaces the key at an index, with the key's default axis. */
    public void setKey(int index, String key) {
        DefaultStudies.defaultAxis(settingsState.get(), key)
                .ifPresent(axis -> changeSpace("tuning.space.key", parameters -> {
                    parameters.set(index, new Hyperparameter(key, axis));
                    return parameters;
                }));
    }

    /** Adds the first unused key with its default axis. */
    public void addParameter() {
        List<String> free = DefaultStudies.unusedKeys(settingsState.get());
        if (!free.isEmpty()) {
            DefaultStudies.defaultAxis(settingsState.get(), free.get(0))
                    .ifPresent(axis -> changeSpace("tuning.space.axis", parameters -> {
                        parameters.add(new Hyperparameter(free.get(0), axis));
                        return parameters;
                    }));
        }
    }

    /** Removes an axis, unless it is the only one. */
    public void removeParameter(int index) {
        if (settingsState.get().space().dimensions() > 1) {
            changeSpace("tuning.space.axis", parameters -> {
                parameters.remove(index);
                return parameters;
            });
        }
    }

    private void changeSpace(String undoKey, UnaryOperator<List<Hyperparameter>> change) {
        settingsState.change(undoKey, study -> {
            SearchSpace space =
                    new SearchSpace(change.apply(new ArrayList<>(study.space().parameters())));
            TuningStudy changed = study.withSpace(space);
            // Points picked in another space have no meaning in this one.
            if (study.method() instanceof SearchMethod.Recorded) {
                return changed.withMethod(SearchMethod.Bayesian.DEFAULT);
            }
            return study.method() instanceof SearchMethod.Manual
                    ? changed.withMethod(new SearchMethod.Manual(List.of()))
                    : changed;
        });
    }
}
