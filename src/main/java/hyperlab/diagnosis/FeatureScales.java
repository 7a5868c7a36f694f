package hyperlab.diagnosis;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * How large the numbers of each feature are, as the network gets them. Where scales are unlike, the loss is a narrow
 * ravine: no rate suits both the steep and the flat weights (LeCun, Bottou, Orr and Müller 1998, "Efficient BackProp",
 * section 4.3).
 *
 * @param mean one a feature
 * @param deviation one a feature, divisor n; 0 where all values are the same
 * @param least one a feature
 * @param greatest one a feature
 */
public record FeatureScales(double[] mean, double[] deviation, double[] least, double[] greatest) {
    /** Of all rows, samples × features, at least one row. */
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
        least[column] = Double.POSITIVE_INFINITY;
        greatest[column] = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < features.numRows; row++) {
            double value = features.get(row, column);
            sum += value;
            least[column] = Math.min(least[column], value);
            greatest[column] = Math.max(greatest[column], value);
        }
        mean[column] = sum / features.numRows;
        double squares = 0;
        for (int row = 0; row < features.numRows; row++) {
            double off = features.get(row, column) - mean[column];
            squares += off * off;
        }
        deviation[column] = least[column] == greatest[column] ? 0 : Math.sqrt(squares / features.numRows);
    }

    /**
     * How many times wider the widest feature is than the narrowest, by standard deviation. Features of one value do not
     * count; where all numbers lie in [0, 1], as pixels do, it is 1.
     */
    public double spread() {
        boolean pixels = Arrays.stream(least).allMatch(value -> value >= 0)
                && Arrays.stream(greatest).allMatch(value -> value <= 1);
        double widest = 0;
        double narrowest = Double.POSITIVE_INFINITY;
        for (double each : deviation) {
            widest = Math.max(widest, each);
            narrowest = each > 0 ? Math.min(narrowest, each) : narrowest;
        }
        return pixels || widest == 0 ? 1 : widest / narrowest;
    }
}
