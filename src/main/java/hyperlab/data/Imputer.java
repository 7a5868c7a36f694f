package hyperlab.data;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Fills the gaps of features, which are NaN, with the mean or median of the rows it was fitted on; with 0 if a feature
 * has no value there, as in scikit-learn's SimpleImputer with {@code keep_empty_features}.
 *
 * @param values one for each feature
 */
public record Imputer(double[] values) {
    /**
     * Fits an imputer.
     *
     * @param rows samples × features
     */
    static Imputer fit(DMatrixRMaj rows, MissingValues missing) {
        double[] values = new double[rows.numCols];
        double[] column = new double[rows.numRows];
        for (int j = 0; j < rows.numCols; j++) {
            int count = 0;
            for (int i = 0; i < rows.numRows; i++) {
                double value = rows.data[i * rows.numCols + j];
                if (!Double.isNaN(value)) {
                    column[count++] = value;
                }
            }
            values[j] = missing == MissingValues.MEDIAN ? median(column, count) : mean(column, count);
        }
        return new Imputer(values);
    }

    private static double mean(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return count == 0 ? 0 : sum / count;
    }

    /** The middle value, or the mean of the two in the middle. Sorts the values. */
    private static double median(double[] values, int count) {
        if (count == 0) {
            return 0;
        }
        Arrays.sort(values, 0, count);
        double upper = values[count / 2];
        return count % 2 == 1 ? upper : values[count / 2 - 1] + (upper - values[count / 2 - 1]) / 2;
    }

    /** Returns the rows without gaps in a new matrix of the same shape. */
    DMatrixRMaj filled(DMatrixRMaj rows) {
        DMatrixRMaj filled = rows.copy();
        for (int i = 0; i < filled.data.length; i++) {
            if (Double.isNaN(filled.data[i])) {
                filled.data[i] = values[i % rows.numCols];
            }
        }
        return filled;
    }
}
