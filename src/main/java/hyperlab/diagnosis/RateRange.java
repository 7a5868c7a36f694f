package hyperlab.diagnosis;

import hyperlab.rule.Refusal;
import hyperlab.rule.Rules;

/**
 * What a {@link RateTest} tries.
 *
 * @param lowest the first rate, &gt; 0
 * @param highest the last rate, above {@code lowest}
 * @param steps optimizer steps, each at a rate a constant factor above the one before, 10 … 100,000
 */
public record RateRange(double lowest, double highest, int steps) {
    public static final int FEWEST_STEPS = 10;
    public static final int MOST_STEPS = 100_000;
    public static final RateRange DEFAULT = new RateRange(1e-6, 10, 200);

    public RateRange {
        Rules.positive("lowest", lowest);
        Rules.positive("highest", highest);
        if (highest <= lowest) {
            throw new Refusal("highest", "> lowest (" + lowest + ")", highest);
        }
        Rules.wholeWithin("steps", steps, FEWEST_STEPS, MOST_STEPS);
    }

    /** The rate of step {@code step}, from 0: lowest·(highest/lowest)^(step/(steps − 1)). */
    public double rate(int step) {
        return lowest * Math.pow(highest / lowest, step / (steps - 1.0));
    }
}
