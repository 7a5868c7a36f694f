package hyperlab.diagnosis;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * The scale of each feature as the network receives it. If the scales differ widely, the loss has a narrow valley, and
 * no single rate suits both its steep and its flat directions (LeCun, Bottou, Orr and Müller 1998, "Efficient
 * BackProp", section 4.3).
 *
 * @param mean one per feature
 * @param deviation standard deviation with divisor n, one per feature; 0 if all values are the same
 * @param min the minimum, one per feature
 * @param max the maximum, one per feature
 */
public record FeatureScales(double[] mean, double[] deviation, double[] min, double[] max) {
    /** Measures all rows of samples × features; at least one row is required. */
    public static FeatureScales of(DMatrixRMaj features) {
        int columns = features.numCols;
        FeatureScales scales =
                new FeatureScales(new double[columns], new double[columns], new double[columns], new double[columns]);
        for (int column = 0; column < columns; column++) {
            scales.measure(features, column);
        }
        return scales;
    }

    private void measure(DMatrixRMaj features, int column) {
        double sum = 0;
        min[column] = Double.POSITIVE_INFINITY;
        max[column] = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < features.numRows; row++) {
            double value = features.get(row, column);
            sum += value;
            min[column] = Math.min(min[column], value);
            max[column] = Math.max(max[column], value);
        }
        mean[column] = sum / features.numRows;
        double squares = 0;
        for (int row = 0; row < features.numRows; row++) {
            double off = features.get(row, column) - mean[column];
            squares += off * off;
        }
        deviation[column] = min[column] == max[column] ? 0 : Math.sqrt(squares / features.numRows);
    }

    /**
     * The ratio of the largest to the smallest standard deviation of a feature. Constant features are ignored. If all
     * values lie in [0, 1], as pixels do, the ratio is 1.
     */
    public double scaleRatio() {
        boolean pixels = Arrays.stream(min).allMatch(value -> value >= 0)
                && Arrays.stream(max).allMatch(value -> value <= 1);
        double widest = 0;
        double narrowest = Double.POSITIVE_INFINITY;
        for (double each : deviation) {
            widest = Math.max(widest, each);
            narrowest = each > 0 ? Math.min(narrowest, each) : narrowest;
        }
        return pixels || widest == 0 ? 1 : widest / narrowest;
    }
}
