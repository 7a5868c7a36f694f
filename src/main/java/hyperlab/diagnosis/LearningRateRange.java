package hyperlab.diagnosis;

import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;

/**
 * The learning rates that a {@link LearningRateRangeTest} tries.
 *
 * @param lowest the first rate, &gt; 0
 * @param highest the last rate, above {@code lowest}
 * @param steps number of rates, 10 … 100,000; each is a constant factor above the one before
 */
public record LearningRateRange(double lowest, double highest, int steps) {
    public static final int MIN_STEPS = 10;
    public static final int MAX_STEPS = 100_000;
    public static final LearningRateRange DEFAULT = new LearningRateRange(1e-6, 10, 200);

    public LearningRateRange {
        Checks.positive("lowest", lowest);
        Checks.positive("highest", highest);
        if (highest <= lowest) {
            throw new InvalidInputException("highest", Rule.GREATER_THAN, "lowest", lowest, highest);
        }
        Checks.wholeWithin("steps", steps, MIN_STEPS, MAX_STEPS);
    }

    /** The learning rate of step {@code step}, counted from 0: lowest·(highest/lowest)^(step/(steps − 1)). */
    public double rate(int step) {
        return lowest * Math.pow(highest / lowest, step / (steps - 1.0));
    }
}
