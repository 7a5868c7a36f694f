package hyperlab.tune;

import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The values of a trial while it ran: the objective by epoch, or what another program reported.
 *
 * @param steps whole numbers ≥ 0, in ascending order
 * @param values the finite value at each step
 * @param recorded how many finite values there were; more than there are here if they were thinned
 */
public record TrialCurve(List<Integer> steps, List<Double> values, int recorded) {
    /** No values. */
    public static final TrialCurve EMPTY = new TrialCurve(List.of(), List.of(), 0);

    /** About how many points the curves of a study have together. */
    public static final int MAX_POINTS = 4_000;

    /** Every curve keeps its first, its last and its best point. */
    private static final int MIN_POINTS = 3;

    /** How many curves of a study are kept. */
    public static final int MAX_CURVES = MAX_POINTS / MIN_POINTS;

    public TrialCurve {
        steps = List.copyOf(steps);
        values = List.copyOf(values);
        Checks.wholeWithin("curve.values", values.size(), steps.size(), steps.size());
        Checks.wholeWithin("curve.recorded", recorded, steps.size(), Integer.MAX_VALUE);
        for (int i = 0; i < steps.size(); i++) {
            Checks.wholeWithin("curve.steps", steps.get(i), i == 0 ? 0 : steps.get(i - 1) + 1, Integer.MAX_VALUE);
            if (!Double.isFinite(values.get(i))) {
                throw new InvalidInputException("curve.values", Rule.NUMBER, values.get(i));
            }
        }
    }

    /** How many points each of several curves may have. */
    public static int share(int curves) {
        return Math.max(MIN_POINTS, MAX_POINTS / Math.max(1, curves));
    }

    public boolean isThinned() {
        return steps.size() < recorded;
    }

    /**
     * Returns the curve with at most {@code most} points: the first, the last, the best one (the earliest of several),
     * and others at equal distances in the list.
     *
     * @param most at least 3
     */
    public TrialCurve thinned(int most, boolean largerIsBetter) {
        int size = steps.size();
        if (size <= most) {
            return this;
        }
        TreeSet<Integer> kept = new TreeSet<>();
        for (int k = 0; k < most - 1; k++) {
            kept.add((int) ((long) k * (size - 1) / (most - 2)));
        }
        kept.add(best(largerIsBetter));
        List<Integer> keptSteps = new ArrayList<>();
        List<Double> keptValues = new ArrayList<>();
        for (int index : kept) {
            keptSteps.add(steps.get(index));
            keptValues.add(values.get(index));
        }
        return new TrialCurve(keptSteps, keptValues, recorded);
    }

    /** The best value; NaN if there is none. */
    public double bestValue(boolean largerIsBetter) {
        return values.isEmpty() ? Double.NaN : values.get(best(largerIsBetter));
    }

    private int best(boolean largerIsBetter) {
        int best = 0;
        for (int i = 1; i < values.size(); i++) {
            if (largerIsBetter ? values.get(i) > values.get(best) : values.get(i) < values.get(best)) {
                best = i;
            }
        }
        return best;
    }
}
