package hyperlab.chart;

import hyperlab.descent.Objective;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * A function of two variables sampled on a grid over a window. Immutable; make a new one when the function or the window
 * changes, and keep it while only what lies on it does: {@link SurfaceChart} draws the ground anew for a new one alone.
 *
 * <p>Heights are told apart by the share of the window that lies below them, so that a picture has the same number of
 * contours whatever the function, and a narrow valley is seen as well as a bowl: around a minimum, where the area below
 * a height grows with the square of the distance, the root of that share grows evenly.
 */
public final class Surface {
    /** Samples along each side, enough for smooth contours in a narrow valley. */
    public static final int SAMPLES = 161;

    private final Objective.Window window;
    private final int columns;
    private final int rows;
    private final Heights grid;
    private final double[] sorted;
    private final double[] depths;

    private Surface(Objective.Window window, int columns, int rows, double[] heights) {
        this.window = window;
        this.columns = columns;
        this.rows = rows;
        this.grid = new Heights(window, columns, rows, heights);
        this.sorted = Arrays.stream(heights).filter(Double::isFinite).sorted().toArray();
        this.depths = Arrays.stream(heights)
                .map(height -> Double.isFinite(height) ? depth(height) : Double.NaN)
                .toArray();
    }

    /** Samples {@code f} over {@code window}; where it is not finite there is a hole. */
    public static Surface of(DoubleBinaryOperator f, Objective.Window window) {
        return of(f, window, SAMPLES, SAMPLES);
    }

    /** As {@link #of(DoubleBinaryOperator, Objective.Window)} with as many columns and rows of samples, ≥ 2 each. */
    public static Surface of(DoubleBinaryOperator f, Objective.Window window, int columns, int rows) {
        if (columns < 2 || rows < 2) {
            throw new IllegalArgumentException("at least 2 × 2 samples, got " + columns + " × " + rows);
        }
        double[] heights = new double[columns * rows];
        for (int row = 0; row < rows; row++) {
            double y = between(window.yLow(), window.yHigh(), row, rows);
            for (int column = 0; column < columns; column++) {
                heights[row * columns + column] =
                        f.applyAsDouble(between(window.xLow(), window.xHigh(), column, columns), y);
            }
        }
        return new Surface(window, columns, rows, heights);
    }

    private static double between(double low, double high, double place, int places) {
        return low + (high - low) * place / (places - 1);
    }

    /** What part of the plane it shows. */
    public Objective.Window window() {
        return window;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** f at the samples. */
    Heights heights() {
        return grid;
    }

    /** The depth between the samples, linear along each side (bilinear); NaN beside a hole. */
    double depthAt(double column, double row) {
        int left = (int) Math.max(0, Math.min(columns - 2, Math.floor(column)));
        int low = (int) Math.max(0, Math.min(rows - 2, Math.floor(row)));
        double across = column - left;
        double up = row - low;
        int corner = low * columns + left;
        double bottom = depths[corner] * (1 - across) + depths[corner + 1] * across;
        double top = depths[corner + columns] * (1 - across) + depths[corner + columns + 1] * across;
        return bottom * (1 - up) + top * up;
    }

    /** 0 at the lowest height, 1 at the highest: √ of the share of the window that lies below {@code height}. */
    double depth(double height) {
        if (sorted.length < 2 || !(sorted[sorted.length - 1] > sorted[0])) {
            return 0;
        }
        int found = Arrays.binarySearch(sorted, height);
        double rank;
        if (found >= 0) {
            rank = found;
        } else {
            int above = -found - 1;
            if (above == 0) {
                return 0;
            }
            if (above == sorted.length) {
                return 1;
            }
            double span = sorted[above] - sorted[above - 1];
            rank = above - 1 + (height - sorted[above - 1]) / span;
        }
        return Math.sqrt(rank / (sorted.length - 1));
    }

    /** {@code count} heights whose depths are evenly spaced, lowest first; none where the surface is flat. */
    double[] levels(int count) {
        if (depth(Double.MAX_VALUE) == 0) {
            return new double[0];
        }
        return IntStream.rangeClosed(1, count)
                .mapToDouble(k -> atRank(Math.pow(k / (count + 1.0), 2) * (sorted.length - 1)))
                .distinct()
                .toArray();
    }

    private double atRank(double rank) {
        int below = (int) Math.floor(rank);
        return sorted[below] + (rank - below) * (sorted[below + 1] - sorted[below]);
    }
}
