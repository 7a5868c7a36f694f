package hyperlab.app.activation;

import hyperlab.activation.ActivationSetup;
import hyperlab.activation.TrainingChoice;
import hyperlab.app.SettingsState;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;

/** The training settings of one topic, each as a property. */
public final class TrainingSettings {
    private final ObjectProperty<String> source;
    private final ObjectProperty<List<Integer>> hidden;
    private final DoubleProperty learningRate;
    private final DoubleProperty epochs;
    private final DoubleProperty seeds;

    TrainingSettings(
            SettingsState<ActivationSetup> whole,
            Function<ActivationSetup, TrainingChoice> part,
            BiFunction<ActivationSetup, TrainingChoice, ActivationSetup> with) {
        source = whole.part(
                "activation.undo.source",
                setup -> part.apply(setup).source(),
                (setup, name) -> with.apply(setup, part.apply(setup).withSource(name)));
        hidden = whole.part(
                "activation.undo.hidden",
                setup -> part.apply(setup).hidden(),
                (setup, units) -> with.apply(setup, part.apply(setup).withHidden(units)));
        learningRate = whole.number(
                "activation.undo.learningRate",
                setup -> part.apply(setup).learningRate(),
                (setup, rate) -> with.apply(setup, part.apply(setup).withLearningRate(rate)));
        epochs = whole.number(
                "activation.undo.epochs",
                setup -> (double) part.apply(setup).epochs(),
                (setup, n) -> with.apply(setup, part.apply(setup).withEpochs(n.intValue())));
        seeds = whole.number(
                "activation.undo.seeds",
                setup -> (double) part.apply(setup).seeds(),
                (setup, n) -> with.apply(setup, part.apply(setup).withSeeds(n.intValue())));
    }

    public ObjectProperty<String> source() {
        return source;
    }

    /** The number of units of each hidden layer. */
    public ObjectProperty<List<Integer>> hidden() {
        return hidden;
    }

    public DoubleProperty learningRate() {
        return learningRate;
    }

    public DoubleProperty epochs() {
        return epochs;
    }

    /** The number of trainings, one for each seed. */
    public DoubleProperty seeds() {
        return seeds;
    }
}
