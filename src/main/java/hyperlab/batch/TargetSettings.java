package hyperlab.batch;

import hyperlab.rule.Rules;

/**
 * How far down walks are followed, for the steps that each batch size takes.
 *
 * @param share of the start's height above the least loss at which the target lies, in (0, 1)
 * @param bestRate whether each batch size walks at the best rate that was found for it; otherwise at the rate set
 * @param seeds how many walks, from as many random seeds, 1 … {@value #MOST_SEEDS}
 */
public record TargetSettings(double share, boolean bestRate, int seeds) {
    public static final int MOST_SEEDS = 101;
    public static final TargetSettings DEFAULT = new TargetSettings(0.005, true, 11);

    public TargetSettings {
        Rules.between("share", share, 0, 1);
        Rules.wholeWithin("seeds", seeds, 1, MOST_SEEDS);
    }
}
