package hyperlab.chart;

import hyperlab.chart.descent.SurfaceChart;
import hyperlab.descent.ObjectiveFunction;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * A function of two variables sampled on a grid over a window. Immutable. Create a new one when the function or the
 * window changes, and reuse it otherwise: {@link SurfaceChart} redraws its background only for a new one.
 *
 * <p>Colors and contours use the share of the window with lower values, so that every function has the same number of
 * contours and a narrow valley is as visible as a bowl. Around a minimum, the area below a value grows with the square
 * of the distance, so the square root of that share grows linearly.
 */
public final class Surface {
    /** Samples along each side, enough for smooth contours in a narrow valley. */
    public static final int SAMPLES = 161;

    private final ObjectiveFunction.PlotWindow window;
    private final int columns;
    private final int rows;
    private final GridSamples samples;
    private final double[] heights;
    private final double[] sortedValues;
    private final double[] normalizedRanks;

    private Surface(ObjectiveFunction.PlotWindow window, int columns, int rows, double[] heights) {
        this.window = window;
        this.columns = columns;
        this.rows = rows;
        this.heights = heights;
        this.samples = new GridSamples(window, columns, rows, heights);
        this.sortedValues =
                Arrays.stream(heights).filter(Double::isFinite).sorted().toArray();
        this.normalizedRanks = Arrays.stream(heights)
                .map(height -> Double.isFinite(height) ? normalizedRank(height) : Double.NaN)
                .toArray();
    }

    /** Samples {@code f} over {@code window}; a value that is not finite is a hole. */
    public static Surface of(DoubleBinaryOperator f, ObjectiveFunction.PlotWindow window) {
        return of(f, window, SAMPLES, SAMPLES);
    }

    /**
     * Same as {@link #of(DoubleBinaryOperator, ObjectiveFunction.Window)}, with this many columns and rows of samples.
     *
     * @throws IllegalArgumentException if there are fewer than 2 columns or rows
     */
    public static Surface of(DoubleBinaryOperator f, ObjectiveFunction.PlotWindow window, int columns, int rows) {
        if (columns < 2 || rows < 2) {
            throw new IllegalArgumentException("at least 2 × 2 samples, got " + columns + " × " + rows);
        }
        double[] heights = new double[columns * rows];
        for (int row = 0; row < rows; row++) {
            double y = gridCoordinate(window.yLow(), window.yHigh(), row, rows);
            for (int column = 0; column < columns; column++) {
                heights[row * columns + column] =
                        f.applyAsDouble(gridCoordinate(window.xLow(), window.xHigh(), column, columns), y);
            }
        }
        return new Surface(window, columns, rows, heights);
    }

    private static double gridCoordinate(double low, double high, double index, int count) {
        return low + (high - low) * index / (count - 1);
    }

    /** Returns the part of the plane that it covers. */
    public ObjectiveFunction.PlotWindow window() {
        return window;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** Returns f at the samples. */
    public GridSamples samples() {
        return samples;
    }

    /** Returns the depth between samples by bilinear interpolation; NaN next to a hole. */
    public double normalizedRankAt(double column, double row) {
        return interpolated(normalizedRanks, column, row);
    }

    /** Returns f between samples by bilinear interpolation; not finite next to a hole. */
    public double valueAt(double column, double row) {
        return interpolated(heights, column, row);
    }

    private double interpolated(double[] values, double column, double row) {
        int left = (int) Math.max(0, Math.min(columns - 2, Math.floor(column)));
        int low = (int) Math.max(0, Math.min(rows - 2, Math.floor(row)));
        double across = column - left;
        double up = row - low;
        int corner = low * columns + left;
        double bottom = values[corner] * (1 - across) + values[corner + 1] * across;
        double top = values[corner + columns] * (1 - across) + values[corner + columns + 1] * across;
        return bottom * (1 - up) + top * up;
    }

    /**
     * Returns the square root of the share of the window with values below {@code height}: 0 at the lowest value and 1
     * at the highest.
     */
    public double normalizedRank(double height) {
        if (sortedValues.length < 2 || !(sortedValues[sortedValues.length - 1] > sortedValues[0])) {
            return 0;
        }
        int searchResult = Arrays.binarySearch(sortedValues, height);
        double rank;
        if (searchResult >= 0) {
            rank = searchResult;
        } else {
            int above = -searchResult - 1;
            if (above == 0) {
                return 0;
            }
            if (above == sortedValues.length) {
                return 1;
            }
            double span = sortedValues[above] - sortedValues[above - 1];
            rank = above - 1 + (height - sortedValues[above - 1]) / span;
        }
        return Math.sqrt(rank / (sortedValues.length - 1));
    }

    /** Returns at most {@code count} heights with evenly spaced depths, lowest first; none if the surface is flat. */
    public double[] levels(int count) {
        if (normalizedRank(Double.MAX_VALUE) == 0) {
            return new double[0];
        }
        return IntStream.rangeClosed(1, count)
                .mapToDouble(k -> heightAtRank(Math.pow(k / (count + 1.0), 2) * (sortedValues.length - 1)))
                .distinct()
                .toArray();
    }

    /** Returns the value below which {@code share} of the samples are; NaN if no sample is finite. */
    public double quantile(double share) {
        return sortedValues.length == 0
                ? Double.NaN
                : sortedValues[(int) Math.round(share * (sortedValues.length - 1))];
    }

    private double heightAtRank(double rank) {
        int below = (int) Math.floor(rank);
        return sortedValues[below] + (rank - below) * (sortedValues[below + 1] - sortedValues[below]);
    }
}
