package hyperlab.nn;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** The products of a dense layer, as loops on EJML's arrays. W is outputs × inputs, row by row. */
final class DenseKernel {

    /** output = input·Wᵀ + b: batch × inputs to batch × outputs, whose shape is set by the caller. */
    void forward(DMatrixRMaj input, double[] weights, double[] bias, DMatrixRMaj output) {
        int inputs = input.numCols;
        int outputs = output.numCols;
        for (int row = 0; row < input.numRows; row++) {
            for (int o = 0; o < outputs; o++) {
                double sum = bias[o];
                for (int k = 0; k < inputs; k++) {
                    sum += input.data[row * inputs + k] * weights[o * inputs + k];
                }
                output.data[row * outputs + o] = sum;
            }
        }
    }

    /** weightGradient = outputGradientᵀ·input, overwritten. */
    void weightGradient(DMatrixRMaj outputGradient, DMatrixRMaj input, double[] weightGradient) {
        int inputs = input.numCols;
        int outputs = outputGradient.numCols;
        Arrays.fill(weightGradient, 0);
        for (int row = 0; row < input.numRows; row++) {
            for (int o = 0; o < outputs; o++) {
                double g = outputGradient.data[row * outputs + o];
                for (int k = 0; k < inputs; k++) {
                    weightGradient[o * inputs + k] += g * input.data[row * inputs + k];
                }
            }
        }
    }

    /** inputGradient = outputGradient·W, overwritten; its shape is set by the caller. */
    void inputGradient(DMatrixRMaj outputGradient, double[] weights, DMatrixRMaj inputGradient) {
        int inputs = inputGradient.numCols;
        int outputs = outputGradient.numCols;
        for (int row = 0; row < inputGradient.numRows; row++) {
            Arrays.fill(inputGradient.data, row * inputs, (row + 1) * inputs, 0);
            for (int o = 0; o < outputs; o++) {
                double g = outputGradient.data[row * outputs + o];
                for (int k = 0; k < inputs; k++) {
                    inputGradient.data[row * inputs + k] += g * weights[o * inputs + k];
                }
            }
        }
    }

    /** sums[c] = Σ_rows matrix[row, c], overwritten. */
    static void columnSums(DMatrixRMaj matrix, double[] sums) {
        int columns = matrix.numCols;
        Arrays.fill(sums, 0, columns, 0);
        int at = 0;
        for (int row = 0; row < matrix.numRows; row++) {
            for (int c = 0; c < columns; c++) {
                sums[c] += matrix.data[at++];
            }
        }
    }
}
