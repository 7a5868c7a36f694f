package hyperlab.nn.kernel;

import org.ejml.data.DMatrixRMaj;

/** The bias of a dense layer: a row that is added to each sample, and the sum over the samples for its gradient. */
public final class BiasKernel {
    /** Below this length, a loop is faster than System.arraycopy. */
    private static final int MIN_ARRAYCOPY_LENGTH = 32;

    private BiasKernel() {}

    /** matrix[row, c] = values[c] for all rows; overwritten. */
    public static void fillRows(double[] values, DMatrixRMaj matrix) {
        int columns = matrix.numCols;
        for (int row = 0; row < matrix.numRows; row++) {
            copy(values, matrix.data, row * columns, columns);
        }
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
