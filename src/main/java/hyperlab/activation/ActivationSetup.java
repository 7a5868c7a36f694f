package hyperlab.activation;

import hyperlab.nn.Activation;
import hyperlab.nn.ActivationSelection;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Checks;
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
 * @param learned training that learns PReLU slopes; at least one hidden layer
 * @param curve the curve that a Maxout unit learns
 * @param dead training that counts dead units at several learning rates; at least one hidden layer
 * @param race training that compares seven functions
 * @param linear training that compares linear and nonlinear networks; the data must have two features
 */
public record ActivationSetup(
        ActivationSelection selection,
        Constants constants,
        double saturation,
        Topic topic,
        long seed,
        DepthSettings depth,
        TrainingChoice learned,
        MaxoutCurve curve,
        TrainingChoice dead,
        TrainingChoice race,
        TrainingChoice linear) {
    /** The valid values of {@code linear.source}. */
    public static final List<String> OF_TWO_FEATURES =
            List.of("circle", "xor", "gauss", "spiral", "moons", "blobs", "checker");

    public static final ActivationSetup DEFAULT = new ActivationSetup(
            new ActivationSelection(
                    List.of(
                            new Activation.Sigmoid(),
                            new Activation.Tanh(),
                            new Activation.Relu(),
                            Activation.Elu.DEFAULT),
                    -6,
                    6,
                    2),
            Constants.DEFAULT,
            0.05,
            Topic.SHAPE,
            42,
            DepthSettings.DEFAULT,
            new TrainingChoice("breastCancer", List.of(16, 16, 16), 0.1, 60, 5),
            MaxoutCurve.PARABOLA,
            new TrainingChoice("digits", List.of(32, 32), 2, 8, 3),
            new TrainingChoice("digits", List.of(16, 16, 16, 16, 16), 0.05, 40, 3),
            new TrainingChoice("moons", List.of(8, 8, 8), 0.1, 60, 1));

    public ActivationSetup {
        Checks.between("saturation", saturation, 0, 1);
        constants = constants.with(selection.activations());
        hidden("learned.hidden", learned);
        hidden("dead.hidden", dead);
        if (!OF_TWO_FEATURES.contains(linear.source())) {
            throw new InvalidInputException("linear.source", "one of " + String.join(", ", OF_TWO_FEATURES), linear.source());
        }
    }

    private static void hidden(String name, TrainingChoice choice) {
        if (choice.hidden().isEmpty()) {
            throw new InvalidInputException(name, "at least one layer", "none");
        }
    }

    public ActivationSetup withSelection(ActivationSelection newSelection, Constants newConstants) {
        return new ActivationSetup(
                newSelection, newConstants, saturation, topic, seed, depth, learned, curve, dead, race, linear);
    }

    public ActivationSetup withSaturation(double newShare) {
        return new ActivationSetup(
                selection, constants, newShare, topic, seed, depth, learned, curve, dead, race, linear);
    }

    public ActivationSetup withTopic(Topic newTopic) {
        return new ActivationSetup(
                selection, constants, saturation, newTopic, seed, depth, learned, curve, dead, race, linear);
    }

    public ActivationSetup withSeed(long newSeed) {
        return new ActivationSetup(
                selection, constants, saturation, topic, newSeed, depth, learned, curve, dead, race, linear);
    }

    public ActivationSetup withDepth(DepthSettings newDepth) {
        return new ActivationSetup(
                selection, constants, saturation, topic, seed, newDepth, learned, curve, dead, race, linear);
    }

    public ActivationSetup withLearned(TrainingChoice newLearned) {
        return new ActivationSetup(
                selection, constants, saturation, topic, seed, depth, newLearned, curve, dead, race, linear);
    }

    public ActivationSetup withCurve(MaxoutCurve newCurve) {
        return new ActivationSetup(
                selection, constants, saturation, topic, seed, depth, learned, newCurve, dead, race, linear);
    }

    public ActivationSetup withDead(TrainingChoice newDead) {
        return new ActivationSetup(
                selection, constants, saturation, topic, seed, depth, learned, curve, newDead, race, linear);
    }

    public ActivationSetup withRace(TrainingChoice newRace) {
        return new ActivationSetup(
                selection, constants, saturation, topic, seed, depth, learned, curve, dead, newRace, linear);
    }

    public ActivationSetup withLinear(TrainingChoice newLinear) {
        return new ActivationSetup(
                selection, constants, saturation, topic, seed, depth, learned, curve, dead, race, newLinear);
    }
}
