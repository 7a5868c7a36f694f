package hyperlab.diagnosis;

import hyperlab.data.Partition;
import hyperlab.data.Standardizer;
import hyperlab.rule.Refusal;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;

/**
 * What is predicted on a grid over two features, in the units that the data came in.
 *
 * @param xLow the first column, of the first feature
 * @param xHigh the last column
 * @param yLow the first row, of the second feature
 * @param yHigh the last row
 * @param columns ≥ 2, evenly spaced
 * @param rows ≥ 2, evenly spaced
 * @param predictions (rows·columns) × outputs, row by row from (xLow, yLow); not to be changed
 */
public record DecisionMap(
        double xLow, double xHigh, double yLow, double yHigh, int columns, int rows, DMatrixRMaj predictions) {
    /** Columns and rows enough for smooth borders at little cost: 25,921 predictions. */
    public static final int SAMPLES = 161;

    /** Room around the data, as a share of their extent. */
    private static final double MARGIN = 0.08;

    /**
     * Over all data with some room around them. Costs the predictions of {@code columns·rows} rows.
     *
     * @param partition of data with two features
     * @param predictor from samples × 2 features, standardized where the run's are, to samples × outputs:
     *     {@code network::predict}
     */
    public static DecisionMap of(Partition partition, UnaryOperator<DMatrixRMaj> predictor, int columns, int rows) {
        int features = partition.whole().features().numCols;
        if (features != 2) {
            throw new Refusal("features", "two for a decision boundary", features);
        }
        return of(partition, FeaturePlane.pair(partition, 0, 1), predictor, columns, rows);
    }

    /** The same on a plane through data with any number of features. */
    public static DecisionMap of(
            Partition partition, FeaturePlane plane, UnaryOperator<DMatrixRMaj> predictor, int columns, int rows) {
        DMatrixRMaj features = partition.whole().features();
        DMatrixRMaj places = new DMatrixRMaj(features.numRows, 2);
        for (int row = 0; row < features.numRows; row++) {
            places.set(row, 0, plane.x(features, row));
            places.set(row, 1, plane.y(features, row));
        }
        FeatureScales scales = FeatureScales.of(places);
        double[] low = new double[2];
        double[] high = new double[2];
        for (int axis = 0; axis < 2; axis++) {
            double extent = scales.greatest()[axis] - scales.least()[axis];
            double room = extent > 0 ? MARGIN * extent : 1;
            low[axis] = scales.least()[axis] - room;
            high[axis] = scales.greatest()[axis] + room;
        }
        DMatrixRMaj grid = new DMatrixRMaj(rows * columns, features.numCols);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = low[0] + column / (columns - 1.0) * (high[0] - low[0]);
                double y = low[1] + row / (rows - 1.0) * (high[1] - low[1]);
                plane.point(x, y, grid, row * columns + column);
            }
        }
        Standardizer standardizer = partition.standardizer();
        DMatrixRMaj predictions = predictor.apply(standardizer == null ? grid : standardizer.scaled(grid));
        return new DecisionMap(low[0], high[0], low[1], high[1], columns, rows, predictions);
    }

    /** Whether it is classes that are predicted. */
    public boolean ofClasses() {
        return predictions.numCols > 1;
    }

    /** One output at a grid point. */
    public double output(int column, int row, int output) {
        return predictions.get(row * columns + column, output);
    }
}
