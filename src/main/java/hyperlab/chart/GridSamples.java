package hyperlab.chart;

import hyperlab.descent.ObjectiveFunction;

/** A function of two variables sampled on a grid over a window. Immutable. */
public final class GridSamples {
    private final ObjectiveFunction.PlotWindow window;
    private final int columns;
    private final int rows;
    private final double[] values;

    /**
     * @param heights row by row from the low ends of the window, {@code columns}·{@code rows} values; must not be
     *     modified
     */
    public GridSamples(ObjectiveFunction.PlotWindow window, int columns, int rows, double[] heights) {
        this.window = window;
        this.columns = columns;
        this.rows = rows;
        this.values = heights;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** Returns f at a sample; row 0 is at the low end of y. NaN or infinite in a hole. */
    public double value(int column, int row) {
        return values[row * columns + column];
    }

    /** Returns the x of a column, which may be fractional. */
    double x(double column) {
        return window.xLow() + (window.xHigh() - window.xLow()) * column / (columns - 1);
    }

    /** Returns the y of a row, which may be fractional. */
    double y(double row) {
        return window.yLow() + (window.yHigh() - window.yLow()) * row / (rows - 1);
    }
}
