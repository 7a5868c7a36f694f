package hyperlab.diagnosis;

import java.util.function.DoublePredicate;

/**
 * The activity of one layer's units, over all given samples and, for a convolution, all positions. A unit is one output
 * of a dense layer or one filter; for Maxout it is one of its pieces, which share a single output.
 *
 * <ul>
 *   <li>A unit is <em>dead</em> if it passes no gradient for any sample, f′(z) = 0, so the weights that feed it are not
 *       updated. For ReLU this means an output of 0 for every sample (Maas, Hannun and Ng 2013); for Maxout, a piece
 *       that is never the largest. Leaky ReLU, PReLU (unless its slope is 0), ELU and smooth functions have no such
 *       units, although rounding can make f′ exactly 0 far from the origin.
 *   <li>A unit is <em>one-sided</em> if z ≤ 0 for every sample. In the ReLU family it then always stays on its negative
 *       side, where Leaky ReLU and PReLU are linear.
 *   <li>A unit is <em>saturated</em> in a sample if |f′(z)| is below a given share of the largest |f′| of the function,
 *       the same region that {@link hyperlab.nn.ActivationShape#saturatedIntervals} shades. For ReLU this is the
 *       negative side, where about half of the samples normally lie; for sigmoid and tanh it is both flat ends.
 * </ul>
 *
 * @param activeShares per unit: share of samples with f′(z) ≠ 0, or in which the Maxout piece is the largest
 * @param negativeShares per unit: share of samples with z ≤ 0; NaN for Maxout
 * @param saturatedShares per unit: share of samples in which it is saturated; NaN for Maxout
 */
public record UnitActivity(double[] activeShares, double[] negativeShares, double[] saturatedShares) {
    /** The number of units, or of pieces for Maxout. */
    public int units() {
        return activeShares.length;
    }

    /** The number of dead units. */
    public int deadCount() {
        return count(activeShares, share -> share == 0);
    }

    /** The number of one-sided units; 0 for Maxout. */
    public int oneSidedCount() {
        return count(negativeShares, share -> share == 1);
    }

    /** The number of units that are saturated in at least this share of the samples; 0 for Maxout. */
    public int saturatedCount(double share) {
        return count(saturatedShares, each -> each >= share);
    }

    /** The share of all unit–sample pairs that are saturated; NaN for Maxout. */
    public double saturatedShare() {
        double sum = 0;
        for (double share : saturatedShares) {
            sum += share;
        }
        return sum / saturatedShares.length;
    }

    private static int count(double[] shares, DoublePredicate test) {
        int count = 0;
        for (double share : shares) {
            count += test.test(share) ? 1 : 0;
        }
        return count;
    }
}
