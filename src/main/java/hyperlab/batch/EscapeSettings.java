package hyperlab.batch;

import hyperlab.rule.Rules;

/**
 * Many noisy walks that begin in the shallower of two wells.
 *
 * @param noise S, the standard deviation of one sample's gradient, ≥ 0: a batch's is {@code S/√B}
 * @param tilt of the double well, 0 … 0.35: how much deeper the other well is
 * @param steps of each walk, 1 … {@value #MOST_STEPS}
 * @param runs walks for each batch size and rate, 1 … {@value #MOST_RUNS}
 */
public record EscapeSettings(double noise, double tilt, int steps, int runs) {
    public static final double MOST_TILT = 0.35;
    public static final int MOST_STEPS = 10_000;
    public static final int MOST_RUNS = 10_000;
    public static final EscapeSettings DEFAULT = new EscapeSettings(4, 0.1, 200, 200);

    public EscapeSettings {
        Rules.notNegative("noise", noise);
        Rules.within("tilt", tilt, 0, MOST_TILT);
        Rules.wholeWithin("steps", steps, 1, MOST_STEPS);
        Rules.wholeWithin("runs", runs, 1, MOST_RUNS);
    }
}
