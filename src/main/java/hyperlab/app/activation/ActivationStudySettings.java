package hyperlab.app.activation;

import hyperlab.activation.ActivationSetup;
import hyperlab.activation.DepthSettings;
import hyperlab.activation.MaxoutCurve;
import hyperlab.app.UndoHistory;
import hyperlab.app.SettingsState;
import hyperlab.rule.InvalidInputException;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;

/** The settings of the networks that the lab trains or sends signals through, each as a property. */
public final class ActivationStudySettings {
    private final SettingsState<ActivationSetup> settingsState;
    private final DoubleProperty seed;
    private final DoubleProperty layers;
    private final DoubleProperty width;
    private final ObjectProperty<DepthSettings.Compare> compare;
    private final ObjectProperty<DepthSettings.Start> start;
    private final DoubleProperty range;
    private final DoubleProperty depthSeeds;
    private final ObjectProperty<MaxoutCurve> curve;
    private final TopicTrainingSettings learned;
    private final TopicTrainingSettings dead;
    private final TopicTrainingSettings race;
    private final TopicTrainingSettings linear;

    ActivationStudySettings(ActivationSetup first, UndoHistory undo, Consumer<InvalidInputException> onInvalidInput) {
        settingsState = new SettingsState<>(first, undo, onInvalidInput);
        seed = settingsState.number(
                "activation.undo.seed", setup -> (double) setup.seed(), (setup, n) -> setup.withSeed(n.longValue()));
        layers = settingsState.number(
                "activation.undo.layers",
                setup -> (double) setup.depth().layers(),
                (setup, n) -> setup.withDepth(setup.depth().withLayers(n.intValue())));
        width = settingsState.number(
                "activation.undo.width",
                setup -> (double) setup.depth().width(),
                (setup, n) -> setup.withDepth(setup.depth().withWidth(n.intValue())));
        compare = settingsState.part(
                "activation.undo.compare",
                setup -> setup.depth().compare(),
                (setup, how) -> setup.withDepth(setup.depth().withCompare(how)));
        start = settingsState.part(
                "activation.undo.start",
                setup -> setup.depth().start(),
                (setup, kind) -> setup.withDepth(setup.depth().withStart(kind)));
        range = settingsState.number(
                "activation.undo.range",
                setup -> setup.depth().range(),
                (setup, to) -> setup.withDepth(setup.depth().withRange(to)));
        depthSeeds = settingsState.number(
                "activation.undo.seeds",
                setup -> (double) setup.depth().seeds(),
                (setup, n) -> setup.withDepth(setup.depth().withSeeds(n.intValue())));
        curve = settingsState.part("activation.undo.curve", ActivationSetup::curve, ActivationSetup::withCurve);
        learned = new TopicTrainingSettings(settingsState, ActivationSetup::learned, ActivationSetup::withLearned);
        dead = new TopicTrainingSettings(settingsState, ActivationSetup::dead, ActivationSetup::withDead);
        race = new TopicTrainingSettings(settingsState, ActivationSetup::race, ActivationSetup::withRace);
        linear = new TopicTrainingSettings(settingsState, ActivationSetup::linear, ActivationSetup::withLinear);
    }

    SettingsState<ActivationSetup> settingsState() {
        return settingsState;
    }

    /** The seed of all random numbers. */
    public DoubleProperty seed() {
        return seed;
    }

    /** The number of hidden layers of the depth study. */
    public DoubleProperty layers() {
        return layers;
    }

    /** The number of units of each of these layers. */
    public DoubleProperty width() {
        return width;
    }

    public ObjectProperty<DepthSettings.Compare> compare() {
        return compare;
    }

    /** How weights are initialized when functions are compared. */
    public ObjectProperty<DepthSettings.Start> start() {
        return start;
    }

    /** The range r of the uniform initialization in [−r, r]. */
    public DoubleProperty range() {
        return range;
    }

    /** The number of networks for each line. */
    public DoubleProperty depthSeeds() {
        return depthSeeds;
    }

    /** The curve that a Maxout unit learns. */
    public ObjectProperty<MaxoutCurve> curve() {
        return curve;
    }

    public TopicTrainingSettings learned() {
        return learned;
    }

    public TopicTrainingSettings dead() {
        return dead;
    }

    public TopicTrainingSettings race() {
        return race;
    }

    public TopicTrainingSettings linear() {
        return linear;
    }
}
