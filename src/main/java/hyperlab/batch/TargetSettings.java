package hyperlab.batch;

import hyperlab.rule.Checks;

/**
 * Settings of the study that counts the steps to a target loss.
 *
 * @param lossFraction the target's height above the minimum loss, as a fraction of the height of the start, in (0, 1)
 * @param bestRate whether each batch size uses the best rate that was found for it; otherwise it uses the configured
 *     rate
 * @param seeds the number of runs, each with its own random seed, 1 … {@value #MAX_SEEDS}
 */
public record TargetSettings(double lossFraction, boolean bestRate, int seeds) {
    public static final int MAX_SEEDS = 101;
    public static final TargetSettings DEFAULT = new TargetSettings(0.005, true, 11);

    public TargetSettings {
        Checks.between("share", lossFraction, 0, 1);
        Checks.wholeWithin("seeds", seeds, 1, MAX_SEEDS);
    }
}
