package hyperlab.diagnosis;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Checks;

/**
 * The learning rates that a {@link RateTest} tries.
 *
 * @param lowest the first rate, &gt; 0
 * @param highest the last rate, above {@code lowest}
 * @param steps number of rates, 10 … 100,000; each is a constant factor above the one before
 */
public record RateRange(double lowest, double highest, int steps) {
    public static final int FEWEST_STEPS = 10;
    public static final int MOST_STEPS = 100_000;
    public static final RateRange DEFAULT = new RateRange(1e-6, 10, 200);

    public RateRange {
        Checks.positive("lowest", lowest);
        Checks.positive("highest", highest);
        if (highest <= lowest) {
            throw new InvalidInputException("highest", "> lowest (" + lowest + ")", highest);
        }
        Checks.wholeWithin("steps", steps, FEWEST_STEPS, MOST_STEPS);
    }

    /** The learning rate of step {@code step}, counted from 0: lowest·(highest/lowest)^(step/(steps − 1)). */
    public double rate(int step) {
        return lowest * Math.pow(highest / lowest, step / (steps - 1.0));
    }
}
