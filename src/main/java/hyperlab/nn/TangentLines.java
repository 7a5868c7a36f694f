package hyperlab.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a Maxout unit of one input that is shown, for before it is trained it has no shape of its own: their slopes
 * are spread evenly over [−1, 1], and each touches the parabola ½x² moved up by ½. Two make |x|, and the more there are,
 * the closer their upper envelope comes to the parabola.
 *
 * @param pieces how many lines, ≥ 2
 */
public record TangentLines(int pieces) {
    /** The upper envelope: the largest of the lines at x. */
    public double value(double x) {
        return line(winner(x), x);
    }

    /** The slope of the line that is the largest at x; a tie goes to the lowest piece. */
    public double derivative(double x) {
        return slope(winner(x));
    }

    /** The value at x of one of the lines, counted from 0. */
    public double line(int piece, double x) {
        double slope = slope(piece);
        return slope * x + (1 - slope * slope) / 2;
    }

    /** Where neighbouring lines cross: halfway between the points at which they touch the parabola; ascending. */
    public List<Double> kinks() {
        List<Double> kinks = new ArrayList<>();
        double gap = 2.0 / (pieces - 1);
        for (int piece = 0; piece + 1 < pieces; piece++) {
            kinks.add(-1 + gap * (piece + 0.5));
        }
        return kinks;
    }

    private int winner(double x) {
        int winner = 0;
        for (int piece = 1; piece < pieces; piece++) {
            if (line(piece, x) > line(winner, x)) {
                winner = piece;
            }
        }
        return winner;
    }

    private double slope(int piece) {
        return -1 + 2.0 * piece / (pieces - 1);
    }
}
