package hyperlab.map;

import java.util.ArrayList;
import java.util.List;

/**
 * The box-counting dimension of the boundary between diverged and other pixels. The corners of the boxes are pixels: a
 * box of side s has (s + 1)² pixels, and shares those on its border with its neighbors, so that a boundary always
 * passes through a box. A box belongs to the boundary if it has pixels of both kinds. The dimension D is the negative
 * slope of the least-squares line through the logarithms of the number of boxes N(s) and of s: 1 for a smooth curve, 2
 * for a set that fills the plane.
 *
 * @param scales the sides of the boxes with their number of boundary boxes; only those with at least one
 * @param dimension D; NaN with fewer than two scales
 * @param standardError of the slope; NaN with fewer than three scales
 * @param boundaryShare the share of the boxes of side 1 that belong to the boundary
 */
public record BoxCounting(List<BoxCount> scales, double dimension, double standardError, double boundaryShare) {
    private static final int SMALLEST = 1;
    private static final int LARGEST = 32;
    /** The largest boxes are at least this many to a side. */
    private static final int MIN_BOXES = 4;

    /**
     * The number of boundary boxes at one scale.
     *
     * @param side s, the distance between neighboring boxes in pixels
     * @param boxes number of boxes that belong to the boundary
     */
    public record BoxCount(int side, int boxes) {}

    public BoxCounting {
        scales = List.copyOf(scales);
    }

    /**
     * Counts the boxes of sides 1, 2, 4, … 32 over all known pixels. A box with an unknown or invalid pixel is left
     * out.
     */
    public static BoxCounting of(MapSnapshot snapshot) {
        List<BoxCount> scales = new ArrayList<>();
        double share = 0;
        for (int side = SMALLEST; side <= LARGEST; side *= 2) {
            int across = (snapshot.columns() - 1) / side;
            int up = (snapshot.rows() - 1) / side;
            if (side > SMALLEST && Math.min(across, up) < MIN_BOXES) {
                break;
            }
            int boxes = 0;
            for (int row = 0; row < up; row++) {
                for (int column = 0; column < across; column++) {
                    boxes += isMixed(snapshot, column * side, row * side, side) ? 1 : 0;
                }
            }
            if (side == SMALLEST) {
                share = across * up == 0 ? 0 : (double) boxes / ((double) across * up);
            }
            if (boxes > 0) {
                scales.add(new BoxCount(side, boxes));
            }
        }
        return fitted(scales, share);
    }

    private static boolean isMixed(MapSnapshot snapshot, int fromColumn, int fromRow, int side) {
        boolean diverged = false;
        boolean other = false;
        for (int row = fromRow; row <= fromRow + side; row++) {
            for (int column = fromColumn; column <= fromColumn + side; column++) {
                if (!snapshot.isKnown(column, row)) {
                    return false;
                }
                PixelOutcome outcome = snapshot.outcome(row * snapshot.columns() + column);
                if (outcome == PixelOutcome.INVALID) {
                    return false;
                }
                diverged |= outcome == PixelOutcome.DIVERGED;
                other |= outcome != PixelOutcome.DIVERGED;
            }
        }
        return diverged && other;
    }

    private static BoxCounting fitted(List<BoxCount> scales, double share) {
        int n = scales.size();
        double meanX = 0;
        double meanY = 0;
        for (BoxCount scale : scales) {
            meanX += Math.log(scale.side()) / n;
            meanY += Math.log(scale.boxes()) / n;
        }
        double xx = 0;
        double xy = 0;
        for (BoxCount scale : scales) {
            double x = Math.log(scale.side()) - meanX;
            xx += x * x;
            xy += x * (Math.log(scale.boxes()) - meanY);
        }
        if (n < 2) {
            return new BoxCounting(scales, Double.NaN, Double.NaN, share);
        }
        double slope = xy / xx;
        double squares = 0;
        for (BoxCount scale : scales) {
            double residual = Math.log(scale.boxes()) - meanY - slope * (Math.log(scale.side()) - meanX);
            squares += residual * residual;
        }
        double error = n < 3 ? Double.NaN : Math.sqrt(squares / (n - 2) / xx);
        return new BoxCounting(scales, -slope, error, share);
    }
}
