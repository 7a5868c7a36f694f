package hyperlab.descent;

import hyperlab.optim.OptimizerState;
import hyperlab.optim.StepTerms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The recorded path of a descent. Row k is the state at the start of step k, with the gradient and the rate that step k
 * uses, so a descent of N steps has rows 0 … N. Every number in it is finite. If a descent reaches a non-finite number,
 * its path ends at the last finite row and {@link #diverged()} is true.
 */
public final class DescentPath {
    /** The optimizer state is stored once every this many rows; the states in between are recomputed. */
    private static final int STATE_INTERVAL = 64;

    private final int dimensions;
    private final double[] points;
    private final double[] values;
    private final double[] gradients;
    private final double[] rates;
    private final List<OptimizerState> states = new ArrayList<>();
    private int rows;
    private boolean diverged;

    DescentPath(int dimensions, int maxRows) {
        this.dimensions = dimensions;
        points = new double[dimensions * maxRows];
        values = new double[maxRows];
        gradients = new double[dimensions * maxRows];
        rates = new double[maxRows];
    }

    /**
     * Appends a row and copies its arrays.
     *
     * @param state the state of the optimizer before the step
     */
    void add(double[] point, double value, double[] gradient, double rate, OptimizerState state) {
        if (rows % STATE_INTERVAL == 0) {
            states.add(state.copy());
        }
        System.arraycopy(point, 0, points, rows * dimensions, dimensions);
        System.arraycopy(gradient, 0, gradients, rows * dimensions, dimensions);
        values[rows] = value;
        rates[rows] = rate;
        rows++;
    }

    void markDiverged() {
        diverged = true;
    }

    /** The number of variables of the function: 1 or 2. */
    public int dimensions() {
        return dimensions;
    }

    /** Steps + 1, or fewer if the descent diverged; 0 if the function is not finite at the start. */
    public int rows() {
        return rows;
    }

    /** The number of steps that ended at a finite point: {@code rows() − 1}, at least 0. */
    public int steps() {
        return Math.max(0, rows - 1);
    }

    /** Whether the descent reached a non-finite number. */
    public boolean diverged() {
        return diverged;
    }

    /** The coordinate {@code dimension} (0 or 1) of the point at row {@code row}. */
    public double coordinate(int row, int dimension) {
        return points[index(row, dimension)];
    }

    /** The first variable at row {@code row}. */
    public double x(int row) {
        return coordinate(row, 0);
    }

    /** The second variable at row {@code row}; only for a function of two variables. */
    public double y(int row) {
        return coordinate(row, 1);
    }

    /** The value of f at row {@code row}. */
    public double value(int row) {
        checkRow(row);
        return values[row];
    }

    /** The coordinate {@code dimension} of the gradient that step {@code row} uses, including noise. */
    public double gradient(int row, int dimension) {
        return gradients[index(row, dimension)];
    }

    /** The learning rate that step {@code row} uses. */
    public double learningRate(int row) {
        checkRow(row);
        return rates[row];
    }

    /** The terms of the update in step {@code row}, computed from the optimizer state at that row. */
    public StepTerms terms(int row) {
        checkRow(row);
        OptimizerState state = states.get(row / STATE_INTERVAL).copy();
        double[] scratch = new double[dimensions];
        for (int earlierRow = row - row % STATE_INTERVAL; earlierRow < row; earlierRow++) {
            state.step(scratch, gradientAt(earlierRow), rates[earlierRow]);
        }
        return state.terms(gradientAt(row));
    }

    private double[] gradientAt(int row) {
        return Arrays.copyOfRange(gradients, row * dimensions, (row + 1) * dimensions);
    }

    /** The first row whose value is at most {@code value}; empty if there is none. */
    public OptionalInt firstRowAtOrBelow(double value) {
        for (int row = 0; row < rows; row++) {
            if (values[row] <= value) {
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    /** The header of {@code path.csv}. */
    public static List<String> csvColumns() {
        return List.of("step", "x", "y", "value", "gradientX", "gradientY", "learningRate");
    }

    /** The cells of row {@code row} in {@code path.csv}; the y columns are empty for a function of one variable. */
    public List<String> csvCells(int row) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(row));
        cells.add(Double.toString(x(row)));
        cells.add(dimensions == 2 ? Double.toString(y(row)) : "");
        cells.add(Double.toString(value(row)));
        cells.add(Double.toString(gradient(row, 0)));
        cells.add(dimensions == 2 ? Double.toString(gradient(row, 1)) : "");
        cells.add(Double.toString(learningRate(row)));
        return cells;
    }

    private int index(int row, int dimension) {
        checkRow(row);
        if (dimension < 0 || dimension >= dimensions) {
            throw new IndexOutOfBoundsException("dimension " + dimension + " of " + dimensions);
        }
        return row * dimensions + dimension;
    }

    private void checkRow(int row) {
        if (row < 0 || row >= rows) {
            throw new IndexOutOfBoundsException("row " + row + " of " + rows);
        }
    }
}
