package hyperlab.nn;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * The three products of a dense layer, as loops on EJML's arrays; W is outputs × inputs, row by row. Wide products go row
 * by row through arrays of their own, a form that the JIT compiler vectorises; narrow ones through {@link Tile}. Which
 * way is taken follows from the shapes alone. Scratch arrays grow and stay.
 */
final class DenseKernel {
    /** From this many columns on a vectorised row beats a tile in registers. */
    private static final int WIDE = 32;
    /** From this many rows on it pays to lay the weights out anew. */
    private static final int MANY_ROWS = 8;

    private double[][] rows = new double[0][];
    private double[] sums = new double[0];

    /** output = input·Wᵀ + b: batch × inputs to batch × outputs, whose shape is set by the caller. */
    void forward(DMatrixRMaj input, double[] weights, double[] bias, DMatrixRMaj output) {
        int batch = input.numRows;
        int inputs = input.numCols;
        int outputs = output.numCols;
        if (outputs >= WIDE && batch >= MANY_ROWS) {
            room(inputs, outputs);
            transpose(weights, outputs, inputs);
            for (int row = 0; row < batch; row++) {
                System.arraycopy(bias, 0, sums, 0, outputs);
                addRows(input.data, row * inputs, 1, inputs, outputs);
                System.arraycopy(sums, 0, output.data, row * outputs, outputs);
            }
            return;
        }
        for (int row = 0; row < batch; row++) {
            copy(bias, 0, output.data, row * outputs, outputs);
        }
        Tile.addProduct(batch, outputs, inputs, input.data, inputs, 1, weights, 1, inputs, output.data);
    }

    /** weightGradient = outputGradientᵀ·input, overwritten. */
    void weightGradient(DMatrixRMaj outputGradient, DMatrixRMaj input, double[] weightGradient) {
        int batch = input.numRows;
        int inputs = input.numCols;
        int outputs = outputGradient.numCols;
        if (inputs >= WIDE) {
            room(batch, inputs);
            for (int row = 0; row < batch; row++) {
                System.arraycopy(input.data, row * inputs, rows[row], 0, inputs);
            }
            for (int o = 0; o < outputs; o++) {
                Arrays.fill(sums, 0, inputs, 0);
                addRows(outputGradient.data, o, outputs, batch, inputs);
                System.arraycopy(sums, 0, weightGradient, o * inputs, inputs);
            }
            return;
        }
        Arrays.fill(weightGradient, 0);
        Tile.addProduct(outputs, inputs, batch, outputGradient.data, 1, outputs, input.data, inputs, 1, weightGradient);
    }

    /** inputGradient = outputGradient·W, overwritten; its shape is set by the caller. */
    void inputGradient(DMatrixRMaj outputGradient, double[] weights, DMatrixRMaj inputGradient) {
        int batch = inputGradient.numRows;
        int inputs = inputGradient.numCols;
        int outputs = outputGradient.numCols;
        if (inputs >= WIDE && batch >= MANY_ROWS) {
            room(outputs, inputs);
            for (int o = 0; o < outputs; o++) {
                System.arraycopy(weights, o * inputs, rows[o], 0, inputs);
            }
            for (int row = 0; row < batch; row++) {
                Arrays.fill(sums, 0, inputs, 0);
                addRows(outputGradient.data, row * outputs, 1, outputs, inputs);
                System.arraycopy(sums, 0, inputGradient.data, row * inputs, inputs);
            }
            return;
        }
        Arrays.fill(inputGradient.data, 0, batch * inputs, 0);
        Tile.addProduct(
                batch, inputs, outputs, outputGradient.data, outputs, 1, weights, inputs, 1, inputGradient.data);
    }

    /** sums[c] = Σ_rows matrix[row, c], overwritten. */
    static void columnSums(DMatrixRMaj matrix, double[] sums) {
        int columns = matrix.numCols;
        double[] data = matrix.data;
        copy(data, 0, sums, 0, columns);
        for (int row = 1; row < matrix.numRows; row++) {
            int at = row * columns;
            for (int c = 0; c < columns; c++) {
                sums[c] += data[at + c];
            }
        }
    }

    /** For a few numbers a loop is quicker than a call of the runtime. */
    private static void copy(double[] from, int fromIndex, double[] to, int toIndex, int length) {
        if (length >= WIDE) {
            System.arraycopy(from, fromIndex, to, toIndex, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            to[toIndex + i] = from[fromIndex + i];
        }
    }

    /** sums += Σᵢ factors[from + i·stride]·rows[i] for i &lt; count. */
    private void addRows(double[] factors, int from, int stride, int count, int length) {
        int at = from;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            addFour(
                    factors[at],
                    rows[i],
                    factors[at + stride],
                    rows[i + 1],
                    factors[at + 2 * stride],
                    rows[i + 2],
                    factors[at + 3 * stride],
                    rows[i + 3],
                    sums,
                    length);
            at += 4 * stride;
        }
        for (; i < count; i++) {
            addOne(factors[at], rows[i], sums, length);
            at += stride;
        }
    }

    private static void addFour(
            double a,
            double[] rowA,
            double b,
            double[] rowB,
            double c,
            double[] rowC,
            double d,
            double[] rowD,
            double[] sums,
            int length) {
        for (int j = 0; j < length; j++) {
            sums[j] += (a * rowA[j] + b * rowB[j]) + (c * rowC[j] + d * rowD[j]);
        }
    }

    private static void addOne(double a, double[] row, double[] sums, int length) {
        for (int j = 0; j < length; j++) {
            sums[j] += a * row[j];
        }
    }

    /** rows[k][o] = weights[o, k], eight weights' rows at a time. */
    private void transpose(double[] weights, int outputs, int inputs) {
        for (int from = 0; from < outputs; from += 8) {
            int to = Math.min(outputs, from + 8);
            for (int k = 0; k < inputs; k++) {
                double[] row = rows[k];
                for (int o = from; o < to; o++) {
                    row[o] = weights[o * inputs + k];
                }
            }
        }
    }

    private void room(int count, int length) {
        if (sums.length < length) {
            sums = new double[length];
        }
        if (rows.length < count) {
            rows = Arrays.copyOf(rows, count);
        }
        for (int i = 0; i < count; i++) {
            if (rows[i] == null || rows[i].length < length) {
                rows[i] = new double[length];
            }
        }
    }
}
