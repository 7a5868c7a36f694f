package hyperlab.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of an example Maxout unit with one input, used for plots because an untrained unit has no shape of its own.
 * Their slopes are evenly spaced in [−1, 1], and each line is tangent to the parabola ½x² + ½. Two lines give |x|; the
 * more lines there are, the closer their upper envelope is to the parabola.
 *
 * @param pieces number of lines, ≥ 2
 */
public record ExampleMaxoutUnit(int pieces) {
    /** The upper envelope: the maximum of the lines at x. */
    public double value(double x) {
        return line(winner(x), x);
    }

    /** The slope of the line with the largest value at x; in a tie, the lowest piece wins. */
    public double derivative(double x) {
        return slope(winner(x));
    }

    /** The value of one line at x; pieces are counted from 0. */
    public double line(int piece, double x) {
        double slope = slope(piece);
        return slope * x + (1 - slope * slope) / 2;
    }

    /** The x values, ascending, at which neighboring lines cross, halfway between their points of tangency. */
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
