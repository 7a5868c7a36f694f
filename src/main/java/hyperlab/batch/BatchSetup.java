package hyperlab.batch;

import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;

/**
 * Everything that the Batch size lab displays, saves and exports.
 *
 * @param seed the seed of all random draws
 * @param model the data set columns that the model uses
 * @param training the mini-batch settings
 * @param start the initial values of the two weights, the same for every run
 * @param comparisonBasis what is equal for the compared runs: those with batch size 1, B and N
 * @param steps the number of steps of the run with batch size B if steps or seconds are equal, 1 … {@value #MAX_STEPS}
 * @param epochs the number of epochs of all runs if epochs are equal, 1 … {@value #MAX_EPOCHS}
 * @param target the settings of the study that counts the steps to a target loss
 * @param escape the settings of the study of escapes from a well
 */
public record BatchSetup(
        long seed,
        TwoWeightModelSettings model,
        BatchSettings training,
        List<Double> start,
        ComparisonBasis comparisonBasis,
        int steps,
        int epochs,
        TargetSettings target,
        EscapeSettings escape) {
    public static final int MAX_STEPS = 2_000;
    public static final int MAX_EPOCHS = 100;
    public static final BatchSetup DEFAULT = new BatchSetup(
            42,
            TwoWeightModelSettings.DEFAULT,
            BatchSettings.DEFAULT,
            List.of(-0.75, 1.15),
            ComparisonBasis.STEPS,
            30,
            6,
            TargetSettings.DEFAULT,
            EscapeSettings.DEFAULT);

    public BatchSetup {
        start = List.copyOf(start);
        if (start.size() != 2) {
            throw new InvalidInputException("start", Rule.TWO_NUMBERS, start);
        }
        start.forEach(weight -> Checks.finite("start", weight));
        Checks.wholeWithin("steps", steps, 1, MAX_STEPS);
        Checks.wholeWithin("epochs", epochs, 1, MAX_EPOCHS);
    }

    public BatchSetup withSeed(long newSeed) {
        return new BatchSetup(newSeed, model, training, start, comparisonBasis, steps, epochs, target, escape);
    }

    public BatchSetup withModel(TwoWeightModelSettings newModel) {
        return new BatchSetup(seed, newModel, training, start, comparisonBasis, steps, epochs, target, escape);
    }

    public BatchSetup withTraining(BatchSettings newTraining) {
        return new BatchSetup(seed, model, newTraining, start, comparisonBasis, steps, epochs, target, escape);
    }

    public BatchSetup withStart(double w1, double w2) {
        return new BatchSetup(seed, model, training, List.of(w1, w2), comparisonBasis, steps, epochs, target, escape);
    }

    public BatchSetup withComparisonBasis(ComparisonBasis newComparisonBasis) {
        return new BatchSetup(seed, model, training, start, newComparisonBasis, steps, epochs, target, escape);
    }

    public BatchSetup withSteps(int newSteps) {
        return new BatchSetup(seed, model, training, start, comparisonBasis, newSteps, epochs, target, escape);
    }

    public BatchSetup withEpochs(int newEpochs) {
        return new BatchSetup(seed, model, training, start, comparisonBasis, steps, newEpochs, target, escape);
    }

    public BatchSetup withTarget(TargetSettings newTarget) {
        return new BatchSetup(seed, model, training, start, comparisonBasis, steps, epochs, newTarget, escape);
    }

    public BatchSetup withEscape(EscapeSettings newEscape) {
        return new BatchSetup(seed, model, training, start, comparisonBasis, steps, epochs, target, newEscape);
    }

    /** The initial value of w₁. */
    public double startX() {
        return start.get(0);
    }

    /** The initial value of w₂. */
    public double startY() {
        return start.get(1);
    }
}
