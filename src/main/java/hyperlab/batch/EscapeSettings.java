package hyperlab.batch;

import hyperlab.rule.Checks;

/**
 * Settings of the escape study: many noisy descents that start in the shallower of two wells.
 *
 * @param noise S, the standard deviation of the gradient error of one sample, ≥ 0; that of a batch is {@code S/√B}
 * @param tilt the tilt of the double well, 0 … 0.35: a larger tilt makes the other well deeper
 * @param steps the number of steps of each descent, 1 … {@value #MAX_STEPS}
 * @param runs the number of descents for each batch size and rate, 1 … {@value #MAX_RUNS}
 */
public record EscapeSettings(double noise, double tilt, int steps, int runs) {
    public static final double MAX_TILT = 0.35;
    public static final int MAX_STEPS = 10_000;
    public static final int MAX_RUNS = 10_000;
    public static final EscapeSettings DEFAULT = new EscapeSettings(4, 0.1, 200, 200);

    public EscapeSettings {
        Checks.notNegative("noise", noise);
        Checks.within("tilt", tilt, 0, MAX_TILT);
        Checks.wholeWithin("steps", steps, 1, MAX_STEPS);
        Checks.wholeWithin("runs", runs, 1, MAX_RUNS);
    }
}
