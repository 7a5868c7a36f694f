package hyperlab.diagnosis;

import java.util.function.DoublePredicate;

/**
 * What the activations of one layer's units let through, over all samples given and, after a convolution, all places. A
 * unit is one number of a dense layer or one filter; for Maxout it is one of its pieces, which all share.
 *
 * <ul>
 *   <li>A unit is <em>dead</em> if it passes no gradient for any sample, f′(z) = 0: nothing moves the weights that feed it. Of
 *       ReLU that means an output of 0 for every sample (Maas, Hannun and Ng 2013); of Maxout, a piece that never wins.
 *       Leaky ReLU, PReLU (unless its slope is 0), ELU and smooth functions have no such units, though rounding can make
 *       f′ 0 far out.
 *   <li>It is <em>one-sided</em> if z ≤ 0 for every sample: for the ReLU family it never leaves its negative side, where
 *       Leaky ReLU and PReLU are no more than linear.
 *   <li>It is <em>saturated</em> in a sample if |f′(z)| is below a share of the largest |f′| that the function has, as
 *       {@link hyperlab.nn.ActivationShape#saturation} shades it. Of ReLU that is the negative side, and about half of the
 *       samples are as they should be; of sigmoid and tanh both flat ends.
 * </ul>
 *
 * @param passing a unit: share of samples in which f′(z) ≠ 0, or the piece wins
 * @param negative a unit: share of samples with z ≤ 0; NaN for Maxout
 * @param saturated a unit: share of samples in which it is saturated; NaN for Maxout
 */
public record UnitActivity(double[] passing, double[] negative, double[] saturated) {
    /** How many units, or pieces, there are. */
    public int units() {
        return passing.length;
    }

    /** How many are dead. */
    public int dead() {
        return count(passing, share -> share == 0);
    }

    /** How many are one-sided; 0 for Maxout. */
    public int oneSided() {
        return count(negative, share -> share == 1);
    }

    /** How many are saturated in at least this share of the samples; 0 for Maxout. */
    public int saturatedIn(double share) {
        return count(saturated, each -> each >= share);
    }

    /** Share of all units and samples that are saturated; NaN for Maxout. */
    public double saturatedShare() {
        double sum = 0;
        for (double share : saturated) {
            sum += share;
        }
        return sum / saturated.length;
    }

    private static int count(double[] shares, DoublePredicate test) {
        int count = 0;
        for (double share : shares) {
            count += test.test(share) ? 1 : 0;
        }
        return count;
    }
}
