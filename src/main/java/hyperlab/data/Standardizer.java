package hyperlab.data;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;

/**
 * Scales features by the mean and standard deviation (divisor n) of the rows it was fitted on; a constant feature has a
 * deviation of 1, as in scikit-learn's StandardScaler. Features that stand for categories stay 0 or 1: their mean is 0
 * and their deviation 1.
 *
 * @param mean one for each feature
 * @param deviation one for each feature, &gt; 0
 */
public record Standardizer(double[] mean, double[] deviation) {
    /** Fits a standardizer to {@code rows}, samples × features. */
    public static Standardizer fit(DMatrixRMaj rows) {
        return fit(rows, Set.of());
    }

    /**
     * Fits a standardizer to {@code rows}, samples × features.
     *
     * @param indicators the indices of the features that are not scaled
     */
    static Standardizer fit(DMatrixRMaj rows, Set<Integer> indicators) {
        int count = rows.numRows;
        double[] mean = new double[rows.numCols];
        double[] deviation = new double[rows.numCols];
        for (int column = 0; column < rows.numCols; column++) {
            if (indicators.contains(column)) {
                deviation[column] = 1;
                continue;
            }
            double sum = 0;
            for (int row = 0; row < count; row++) {
                sum += rows.get(row, column);
            }
            mean[column] = sum / count;
            double squaredDeviations = 0;
            for (int row = 0; row < count; row++) {
                double difference = rows.get(row, column) - mean[column];
                squaredDeviations += difference * difference;
            }
            double spread = Math.sqrt(squaredDeviations / count);
            deviation[column] = spread > 10 * Math.ulp(mean[column]) ? spread : 1;
        }
        return new Standardizer(mean, deviation);
    }

    /**
     * The ratio of the largest deviation to the smallest; 1 if there are none. Deviations of exactly 1 do not count:
     * they are those of constant features and of categories.
     */
    public double scaleRatio() {
        DoubleSummaryStatistics scales =
                Arrays.stream(deviation).filter(each -> each != 1).summaryStatistics();
        return scales.getCount() == 0 ? 1 : scales.getMax() / scales.getMin();
    }

    /** Returns the scaled rows in a new matrix of the same shape. */
    public DMatrixRMaj scaled(DMatrixRMaj rows) {
        DMatrixRMaj scaled = new DMatrixRMaj(rows);
        scale(scaled);
        return scaled;
    }

    /** Scales the rows, samples × features, in place. */
    void scale(DMatrixRMaj rows) {
        for (int i = 0; i < rows.getNumElements(); i++) {
            int column = i % rows.numCols;
            rows.data[i] = (rows.data[i] - mean[column]) / deviation[column];
        }
    }
}
