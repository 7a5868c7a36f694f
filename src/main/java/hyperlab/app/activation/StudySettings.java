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
public final class StudySettings {
    private final SettingsState<ActivationSetup> whole;
    private final DoubleProperty seed;
    private final DoubleProperty layers;
    private final DoubleProperty width;
    private final ObjectProperty<DepthSettings.Compare> compare;
    private final ObjectProperty<DepthSettings.Start> start;
    private final DoubleProperty range;
    private final DoubleProperty depthSeeds;
    private final ObjectProperty<MaxoutCurve> curve;
    private final TrainingSettings learned;
    private final TrainingSettings dead;
    private final TrainingSettings race;
    private final TrainingSettings linear;

    StudySettings(ActivationSetup first, UndoHistory undo, Consumer<InvalidInputException> refused) {
        whole = new SettingsState<>(first, undo, refused);
        seed = whole.number(
                "activation.undo.seed", setup -> (double) setup.seed(), (setup, n) -> setup.withSeed(n.longValue()));
        layers = whole.number(
                "activation.undo.layers",
                setup -> (double) setup.depth().layers(),
                (setup, n) -> setup.withDepth(setup.depth().withLayers(n.intValue())));
        width = whole.number(
                "activation.undo.width",
                setup -> (double) setup.depth().width(),
                (setup, n) -> setup.withDepth(setup.depth().withWidth(n.intValue())));
        compare = whole.part(
                "activation.undo.compare",
                setup -> setup.depth().compare(),
                (setup, how) -> setup.withDepth(setup.depth().withCompare(how)));
        start = whole.part(
                "activation.undo.start",
                setup -> setup.depth().start(),
                (setup, kind) -> setup.withDepth(setup.depth().withStart(kind)));
        range = whole.number(
                "activation.undo.range",
                setup -> setup.depth().range(),
                (setup, to) -> setup.withDepth(setup.depth().withRange(to)));
        depthSeeds = whole.number(
                "activation.undo.seeds",
                setup -> (double) setup.depth().seeds(),
                (setup, n) -> setup.withDepth(setup.depth().withSeeds(n.intValue())));
        curve = whole.part("activation.undo.curve", ActivationSetup::curve, ActivationSetup::withCurve);
        learned = new TrainingSettings(whole, ActivationSetup::learned, ActivationSetup::withLearned);
        dead = new TrainingSettings(whole, ActivationSetup::dead, ActivationSetup::withDead);
        race = new TrainingSettings(whole, ActivationSetup::race, ActivationSetup::withRace);
        linear = new TrainingSettings(whole, ActivationSetup::linear, ActivationSetup::withLinear);
    }

    SettingsState<ActivationSetup> whole() {
        return whole;
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

    public TrainingSettings learned() {
        return learned;
    }

    public TrainingSettings dead() {
        return dead;
    }

    public TrainingSettings race() {
        return race;
    }

    public TrainingSettings linear() {
        return linear;
    }
}
