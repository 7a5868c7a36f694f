package hyperlab.diagnosis;

import hyperlab.data.DataSplit;
import hyperlab.data.Standardizer;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jspecify.annotations.Nullable;

/**
 * The predictions on a grid over two features or over a {@link FeaturePlane}, in the original units of the data.
 *
 * @param xLow x of the first column
 * @param xHigh x of the last column
 * @param yLow y of the first row
 * @param yHigh y of the last row
 * @param columns ≥ 2, evenly spaced
 * @param rows ≥ 2, evenly spaced
 * @param predictions (rows·columns) × outputs, row by row from (xLow, yLow); must not be modified
 */
public record DecisionMap(
        double xLow, double xHigh, double yLow, double yHigh, int columns, int rows, DMatrixRMaj predictions) {
    /** Columns and rows for smooth boundaries at low cost: 161² = 25,921 predictions. */
    public static final int RESOLUTION = 161;

    /** Grid points with many features are predicted in blocks of rows, so that they need little memory. */
    static final int MAX_BLOCK_VALUES = 1 << 18;

    /** Margin around the data, as a share of its extent. */
    private static final double MARGIN = 0.08;

    /** A part of the plane. */
    public record Window(double xLow, double xHigh, double yLow, double yHigh) {
        /** The smallest window that contains this and another one. */
        public Window including(Window other) {
            return new Window(
                    Math.min(xLow, other.xLow),
                    Math.max(xHigh, other.xHigh),
                    Math.min(yLow, other.yLow),
                    Math.max(yHigh, other.yHigh));
        }
    }

    /**
     * Covers all data plus a margin. Predicts {@code columns·rows} rows.
     *
     * @param partition of data with two features
     * @param predictor from samples × 2 features, standardized if the run's are, to samples × outputs:
     *     {@code network::predict}
     * @throws InvalidInputException unless there are two features
     */
    public static DecisionMap of(DataSplit partition, UnaryOperator<DMatrixRMaj> predictor, int columns, int rows) {
        int features = partition.all().features().numCols;
        if (features != 2) {
            throw new InvalidInputException("features", Rule.TWO_FEATURES, features);
        }
        return of(partition, FeaturePlane.ofFeatures(partition, 0, 1), predictor, columns, rows);
    }

    /** Covers all data, projected onto a plane, plus a margin. The data may have any number of features. */
    public static DecisionMap of(
            DataSplit partition, FeaturePlane plane, UnaryOperator<DMatrixRMaj> predictor, int columns, int rows) {
        return of(partition, plane, null, predictor, columns, rows);
    }

    /**
     * Covers all data, projected onto a plane, plus a margin. The data may have any number of features.
     *
     * @param least the part of the plane that is covered in any case; null for none
     */
    public static DecisionMap of(
            DataSplit partition,
            FeaturePlane plane,
            @Nullable Window least,
            UnaryOperator<DMatrixRMaj> predictor,
            int columns,
            int rows) {
        DMatrixRMaj features = partition.all().features();
        DMatrixRMaj projected = new DMatrixRMaj(features.numRows, 2);
        for (int row = 0; row < features.numRows; row++) {
            projected.set(row, 0, plane.x(features, row));
            projected.set(row, 1, plane.y(features, row));
        }
        FeatureScales scales = FeatureScales.of(projected);
        double marginX = margin(scales, 0);
        double marginY = margin(scales, 1);
        Window ofData = new Window(
                scales.min()[0] - marginX,
                scales.max()[0] + marginX,
                scales.min()[1] - marginY,
                scales.max()[1] + marginY);
        Window window = least == null ? ofData : ofData.including(least);
        Standardizer standardizer = partition.standardizer();
        DMatrixRMaj predictions = new DMatrixRMaj(0, 0);
        int blockRows = Math.max(1, MAX_BLOCK_VALUES / (columns * features.numCols));
        for (int first = 0; first < rows; first += blockRows) {
            int count = Math.min(blockRows, rows - first);
            DMatrixRMaj block = new DMatrixRMaj(count * columns, features.numCols);
            for (int row = 0; row < count; row++) {
                double y = window.yLow + (first + row) / (rows - 1.0) * (window.yHigh - window.yLow);
                for (int column = 0; column < columns; column++) {
                    double x = window.xLow + column / (columns - 1.0) * (window.xHigh - window.xLow);
                    plane.writeFeatures(x, y, block, row * columns + column);
                }
            }
            DMatrixRMaj predicted = predictor.apply(standardizer == null ? block : standardizer.scaled(block));
            predictions.reshape(rows * columns, predicted.numCols);
            CommonOps_DDRM.insert(predicted, predictions, first * columns, 0);
        }
        return new DecisionMap(window.xLow, window.xHigh, window.yLow, window.yHigh, columns, rows, predictions);
    }

    private static double margin(FeatureScales scales, int axis) {
        double extent = scales.max()[axis] - scales.min()[axis];
        return extent > 0 ? MARGIN * extent : 1;
    }

    /** Whether the predictions are class probabilities. */
    public boolean isClassification() {
        return predictions.numCols > 1;
    }

    /** Returns one output at a grid point. */
    public double output(int column, int row, int output) {
        return predictions.get(row * columns + column, output);
    }
}
