package hyperlab.activation;

import hyperlab.nn.Activation;
import hyperlab.nn.ActivationSelection;
import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;

/**
 * All settings of the Activation lab, as displayed, saved and exported.
 *
 * @param selection the functions to plot; the first one is examined in detail
 * @param constants the constants of all functions; plotted functions use the constants of {@code selection}
 * @param saturation share of the largest |f′| in the plotted range below which a function counts as saturated, in (0,
 *     1)
 * @param topic the selected topic
 * @param seed for all random draws
 * @param depth settings of the signal through many layers
 * @param slopeTraining training that learns PReLU slopes; at least one hidden layer
 * @param maxoutCurve the curve that a Maxout unit learns
 * @param deadUnitTraining training that counts dead units at several learning rates; at least one hidden layer
 * @param raceTraining training that compares seven functions
 * @param linearTraining training that compares linear and nonlinear networks; the data must have two features
 */
public record ActivationLabSettings(
        ActivationSelection selection,
        ActivationConstants constants,
        double saturation,
        ActivationTopic topic,
        long seed,
        DepthSettings depth,
        ActivationTrainingSettings slopeTraining,
        MaxoutCurve maxoutCurve,
        ActivationTrainingSettings deadUnitTraining,
        ActivationTrainingSettings raceTraining,
        ActivationTrainingSettings linearTraining) {
    /** The valid values of {@code linear.source}. */
    public static final List<String> TWO_FEATURE_SOURCES =
            List.of("circle", "xor", "gauss", "spiral", "moons", "blobs", "checker");

    public static final ActivationLabSettings DEFAULT = new ActivationLabSettings(
            new ActivationSelection(
                    List.of(
                            new Activation.Sigmoid(),
                            new Activation.Tanh(),
                            new Activation.Relu(),
                            Activation.Elu.DEFAULT),
                    -6,
                    6,
                    2),
            ActivationConstants.DEFAULT,
            0.05,
            ActivationTopic.SHAPE,
            42,
            DepthSettings.DEFAULT,
            new ActivationTrainingSettings("breastCancer", List.of(16, 16, 16), 0.1, 60, 5),
            MaxoutCurve.PARABOLA,
            new ActivationTrainingSettings("digits", List.of(32, 32), 2, 8, 3),
            new ActivationTrainingSettings("digits", List.of(16, 16, 16, 16, 16), 0.05, 40, 3),
            new ActivationTrainingSettings("moons", List.of(8, 8, 8), 0.1, 60, 1));

    public ActivationLabSettings {
        Checks.between("saturation", saturation, 0, 1);
        constants = constants.with(selection.activations());
        requireHiddenLayers("learned.hidden", slopeTraining);
        requireHiddenLayers("dead.hidden", deadUnitTraining);
        if (!TWO_FEATURE_SOURCES.contains(linearTraining.source())) {
            throw new InvalidInputException(
                    "linear.source", Rule.ONE_OF, String.join(", ", TWO_FEATURE_SOURCES), linearTraining.source());
        }
    }

    private static void requireHiddenLayers(String name, ActivationTrainingSettings choice) {
        if (choice.hidden().isEmpty()) {
            throw new InvalidInputException(name, Rule.AT_LEAST_ONE_LAYER);
        }
    }

    public ActivationLabSettings withSelection(ActivationSelection newSelection, ActivationConstants newConstants) {
        return new ActivationLabSettings(
                newSelection,
                newConstants,
                saturation,
                topic,
                seed,
                depth,
                slopeTraining,
                maxoutCurve,
                deadUnitTraining,
                raceTraining,
                linearTraining);
    }

    public ActivationLabSettings withSaturation(double newSaturation) {
        return new ActivationLabSettings(
                selection,
                constants,
                newSaturation,
                topic,
                seed,
                depth,
                slopeTraining,
                maxoutCurve,
                deadUnitTraining,
                raceTraining,
                linearTraining);
    }

    public ActivationLabSettings withTopic(ActivationTopic newTopic) {
        return new ActivationLabSettings(
                selection,
                constants,
                saturation,
                newTopic,
                seed,
                depth,
                slopeTraining,
                maxoutCurve,
                deadUnitTraining,
                raceTraining,
                linearTraining);
    }

    public ActivationLabSettings withSeed(long newSeed) {
        return new ActivationLabSettings(
                selection,
                constants,
                saturation,
                topic,
                newSeed,
                depth,
                slopeTraining,
                maxoutCurve,
                deadUnitTraining,
                raceTraining,
                linearTraining);
    }

    public ActivationLabSettings withDepth(DepthSettings newDepth) {
        return new ActivationLabSettings(
                selection,
                constants,
                saturation,
                topic,
                seed,
                newDepth,
                slopeTraining,
                maxoutCurve,
                deadUnitTraining,
                raceTraining,
                linearTraining);
    }

    public ActivationLabSettings withSlopeTraining(ActivationTrainingSettings newTraining) {
        return new ActivationLabSettings(
                selection,
                constants,
                saturation,
                topic,
                seed,
                depth,
                newTraining,
                maxoutCurve,
                deadUnitTraining,
                raceTraining,
                linearTraining);
    }

    public ActivationLabSettings withMaxoutCurve(MaxoutCurve newCurve) {
        return new ActivationLabSettings(
                selection,
                constants,
                saturation,
                topic,
                seed,
                depth,
                slopeTraining,
                newCurve,
                deadUnitTraining,
                raceTraining,
                linearTraining);
    }

    public ActivationLabSettings withDeadUnitTraining(ActivationTrainingSettings newTraining) {
        return new ActivationLabSettings(
                selection,
                constants,
                saturation,
                topic,
                seed,
                depth,
                slopeTraining,
                maxoutCurve,
                newTraining,
                raceTraining,
                linearTraining);
    }

    public ActivationLabSettings withRaceTraining(ActivationTrainingSettings newTraining) {
        return new ActivationLabSettings(
                selection,
                constants,
                saturation,
                topic,
                seed,
                depth,
                slopeTraining,
                maxoutCurve,
                deadUnitTraining,
                newTraining,
                linearTraining);
    }

    public ActivationLabSettings withLinearTraining(ActivationTrainingSettings newTraining) {
        return new ActivationLabSettings(
                selection,
                constants,
                saturation,
                topic,
                seed,
                depth,
                slopeTraining,
                maxoutCurve,
                deadUnitTraining,
                raceTraining,
                newTraining);
    }
}
