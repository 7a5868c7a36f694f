package hyperlab.chart;

import hyperlab.descent.Objective;

/** A function of two variables sampled on a grid over a window. Immutable. */
final class Heights {
    private final Objective.Window window;
    private final int columns;
    private final int rows;
    private final double[] heights;

    /** @param heights row by row from the window's low ends, {@code columns}·{@code rows} of them; not to be changed */
    Heights(Objective.Window window, int columns, int rows, double[] heights) {
        this.window = window;
        this.columns = columns;
        this.rows = rows;
        this.heights = heights;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** f at a sample; row 0 lies at the window's low end of y. NaN or infinite in a hole. */
    double at(int column, int row) {
        return heights[row * columns + column];
    }

    /** Which x lies {@code column} columns from the left, between two columns too. */
    double x(double column) {
        return window.xLow() + (window.xHigh() - window.xLow()) * column / (columns - 1);
    }

    /** Which y lies {@code row} rows above the lowest, between two rows too. */
    double y(double row) {
        return window.yLow() + (window.yHigh() - window.yLow()) * row / (rows - 1);
    }
}
