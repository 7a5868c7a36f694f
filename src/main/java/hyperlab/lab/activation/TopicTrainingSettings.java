package hyperlab.lab.activation;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.activation.ActivationTrainingSettings;
import hyperlab.ui.SettingsState;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;

/** The training settings of one topic, each as a property. */
public final class TopicTrainingSettings {
    private final ObjectProperty<String> source;
    private final ObjectProperty<List<Integer>> hidden;
    private final DoubleProperty learningRate;
    private final DoubleProperty epochs;
    private final DoubleProperty seeds;

    TopicTrainingSettings(
            SettingsState<ActivationLabSettings> settingsState,
            Function<ActivationLabSettings, ActivationTrainingSettings> getter,
            BiFunction<ActivationLabSettings, ActivationTrainingSettings, ActivationLabSettings> setter) {
        source = settingsState.part(
                "activation.undo.source",
                setup -> getter.apply(setup).source(),
                (setup, name) -> setter.apply(setup, getter.apply(setup).withSource(name)));
        hidden = settingsState.part(
                "activation.undo.hidden",
                setup -> getter.apply(setup).hidden(),
                (setup, units) -> setter.apply(setup, getter.apply(setup).withHidden(units)));
        learningRate = settingsState.number(
                "activation.undo.learningRate",
                setup -> getter.apply(setup).learningRate(),
                (setup, rate) -> setter.apply(setup, getter.apply(setup).withLearningRate(rate)));
        epochs = settingsState.number(
                "activation.undo.epochs",
                setup -> (double) getter.apply(setup).epochs(),
                (setup, n) -> setter.apply(setup, getter.apply(setup).withEpochs(n.intValue())));
        seeds = settingsState.number(
                "activation.undo.seeds",
                setup -> (double) getter.apply(setup).seeds(),
                (setup, n) -> setter.apply(setup, getter.apply(setup).withSeeds(n.intValue())));
    }

    public ObjectProperty<String> sourceProperty() {
        return source;
    }

    /** The number of units of each hidden layer. */
    public ObjectProperty<List<Integer>> hiddenProperty() {
        return hidden;
    }

    public DoubleProperty learningRateProperty() {
        return learningRate;
    }

    public DoubleProperty epochsProperty() {
        return epochs;
    }

    /** The number of trainings, one for each seed. */
    public DoubleProperty seedsProperty() {
        return seeds;
    }
}
