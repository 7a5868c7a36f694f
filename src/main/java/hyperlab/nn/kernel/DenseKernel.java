package hyperlab.nn.kernel;

import org.ejml.data.DMatrixRMaj;

/** The three matrix products of a dense layer on EJML's arrays. W is outputs × inputs in row-major order. */
public final class DenseKernel {
    /** Below this length, a loop is faster than System.arraycopy. */
    private static final int MIN_ARRAYCOPY_LENGTH = 32;

    private final MatrixProduct product = new MatrixProduct();

    /** output = input·Wᵀ + b: batch × inputs to batch × outputs. The caller sets the shape of {@code output}. */
    public void forward(DMatrixRMaj input, double[] weights, double[] bias, DMatrixRMaj output) {
        int batch = input.numRows;
        int inputs = input.numCols;
        int outputs = output.numCols;
        for (int row = 0; row < batch; row++) {
            copy(bias, output.data, row * outputs, outputs);
        }
        product.add(batch, outputs, inputs, input.data, 0, inputs, 1, weights, 0, 1, inputs, output.data, 0);
    }

    /** weightGradient = outputGradientᵀ·input; overwritten. */
    public void weightGradient(DMatrixRMaj outputGradient, DMatrixRMaj input, double[] weightGradient) {
        int batch = input.numRows;
        int inputs = input.numCols;
        int outputs = outputGradient.numCols;
        double[] dz = outputGradient.data;
        product.set(outputs, inputs, batch, dz, 0, 1, outputs, input.data, 0, inputs, 1, weightGradient, 0);
    }

    /** inputGradient = outputGradient·W; overwritten. The caller sets its shape. */
    public void inputGradient(DMatrixRMaj outputGradient, double[] weights, DMatrixRMaj inputGradient) {
        int batch = inputGradient.numRows;
        int inputs = inputGradient.numCols;
        int outputs = outputGradient.numCols;
        double[] dz = outputGradient.data;
        product.set(batch, inputs, outputs, dz, 0, outputs, 1, weights, 0, inputs, 1, inputGradient.data, 0);
    }

    /** sums[c] = Σ_rows matrix[row, c]; overwritten. */
    public static void columnSums(DMatrixRMaj matrix, double[] sums) {
        int rows = matrix.numRows;
        int columns = matrix.numCols;
        double[] data = matrix.data;
        if (columns < MIN_ARRAYCOPY_LENGTH) {
            for (int c = 0; c < columns; c++) {
                double sum = 0;
                for (int at = c; at < rows * columns; at += columns) {
                    sum += data[at];
                }
                sums[c] = sum;
            }
            return;
        }
        System.arraycopy(data, 0, sums, 0, columns);
        for (int row = 1; row < rows; row++) {
            int at = row * columns;
            for (int c = 0; c < columns; c++) {
                sums[c] += data[at + c];
            }
        }
    }

    private static void copy(double[] from, double[] to, int toIndex, int length) {
        if (length >= MIN_ARRAYCOPY_LENGTH) {
            System.arraycopy(from, 0, to, toIndex, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            to[toIndex + i] = from[i];
        }
    }
}
