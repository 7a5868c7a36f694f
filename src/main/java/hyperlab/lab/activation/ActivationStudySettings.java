package hyperlab.lab.activation;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.activation.DepthSettings;
import hyperlab.activation.MaxoutCurve;
import hyperlab.ui.SettingsState;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;

/** The settings of the networks that the lab trains or sends signals through, each as a property. */
public final class ActivationStudySettings {
    private final SettingsState<ActivationLabSettings> settingsState;
    private final DoubleProperty seed;
    private final DoubleProperty layers;
    private final DoubleProperty width;
    private final ObjectProperty<DepthSettings.DepthComparison> compare;
    private final ObjectProperty<DepthSettings.WeightInitialization> start;
    private final DoubleProperty range;
    private final DoubleProperty depthSeeds;
    private final ObjectProperty<MaxoutCurve> curve;
    private final TopicTrainingSettings learned;
    private final TopicTrainingSettings dead;
    private final TopicTrainingSettings race;
    private final TopicTrainingSettings linear;

    ActivationStudySettings(SettingsState<ActivationLabSettings> settingsState) {
        this.settingsState = settingsState;
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
                setup -> setup.depth().comparison(),
                (setup, how) -> setup.withDepth(setup.depth().withComparison(how)));
        start = settingsState.part(
                "activation.undo.start",
                setup -> setup.depth().initialization(),
                (setup, kind) -> setup.withDepth(setup.depth().withInitialization(kind)));
        range = settingsState.number(
                "activation.undo.range",
                setup -> setup.depth().range(),
                (setup, to) -> setup.withDepth(setup.depth().withRange(to)));
        depthSeeds = settingsState.number(
                "activation.undo.seeds",
                setup -> (double) setup.depth().seeds(),
                (setup, n) -> setup.withDepth(setup.depth().withSeeds(n.intValue())));
        curve = settingsState.part(
                "activation.undo.curve", ActivationLabSettings::maxoutCurve, ActivationLabSettings::withMaxoutCurve);
        learned = new TopicTrainingSettings(
                settingsState, ActivationLabSettings::slopeTraining, ActivationLabSettings::withSlopeTraining);
        dead = new TopicTrainingSettings(
                settingsState, ActivationLabSettings::deadUnitTraining, ActivationLabSettings::withDeadUnitTraining);
        race = new TopicTrainingSettings(
                settingsState, ActivationLabSettings::raceTraining, ActivationLabSettings::withRaceTraining);
        linear = new TopicTrainingSettings(
                settingsState, ActivationLabSettings::linearTraining, ActivationLabSettings::withLinearTraining);
    }

    SettingsState<ActivationLabSettings> settingsState() {
        return settingsState;
    }

    /** The seed of all random numbers. */
    public DoubleProperty seedProperty() {
        return seed;
    }

    /** The number of hidden layers of the depth study. */
    public DoubleProperty layersProperty() {
        return layers;
    }

    /** The number of units of each of these layers. */
    public DoubleProperty widthProperty() {
        return width;
    }

    public ObjectProperty<DepthSettings.DepthComparison> compareProperty() {
        return compare;
    }

    /** How weights are initialized when functions are compared. */
    public ObjectProperty<DepthSettings.WeightInitialization> startProperty() {
        return start;
    }

    /** The range r of the uniform initialization in [−r, r]. */
    public DoubleProperty rangeProperty() {
        return range;
    }

    /** The number of networks for each line. */
    public DoubleProperty depthSeedsProperty() {
        return depthSeeds;
    }

    /** The curve that a Maxout unit learns. */
    public ObjectProperty<MaxoutCurve> curveProperty() {
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
