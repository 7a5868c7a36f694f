package hyperlab.diagnosis;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.data.Standardizer;
import hyperlab.rule.Checks;
import org.ejml.data.DMatrixRMaj;

/**
 * A plane through feature space on which predictions and samples are drawn. It is spanned either by two features, with
 * the others fixed at their mean over the training data, or by the first two principal components of the training data
 * as the network receives it. Its points are in the original units of the data. Immutable.
 */
public final class FeaturePlane {
    private final double[] origin;
    private final double[] xDirection;
    private final double[] yDirection;
    private final double[] xProjection;
    private final double[] yProjection;
    private final double explainedVarianceRatio;

    private FeaturePlane(
            double[] origin,
            double[] xDirection,
            double[] yDirection,
            double[] xProjection,
            double[] yProjection,
            double explainedVarianceRatio) {
        this.origin = origin;
        this.xDirection = xDirection;
        this.yDirection = yDirection;
        this.xProjection = xProjection;
        this.yProjection = yProjection;
        this.explainedVarianceRatio = explainedVarianceRatio;
    }

    /** The plane of two different features, given by their indices from 0. */
    public static FeaturePlane ofFeatures(DataSplit partition, int first, int second) {
        DataSet data = partition.all();
        int features = data.features().numCols;
        Checks.wholeWithin("first", first, 0, features - 1);
        Checks.wholeWithin("second", second, 0, features - 1);
        double[] origin = new double[features];
        for (int row : partition.trainRows()) {
            for (int f = 0; f < features; f++) {
                origin[f] += data.features().get(row, f) / partition.trainRows().length;
            }
        }
        origin[first] = 0;
        origin[second] = 0;
        double[] xDirection = new double[features];
        double[] yDirection = new double[features];
        xDirection[first] = 1;
        yDirection[second] = 1;
        return new FeaturePlane(origin, xDirection, yDirection, xDirection, yDirection, 1);
    }

    /**
     * The plane of the two directions in which the training data varies most. The data is standardized if the network's
     * inputs are. Uses only the first {@value PrincipalComponents#MAX_ROWS} training rows.
     */
    public static FeaturePlane ofPrincipalComponents(DataSplit partition) {
        PrincipalComponents components =
                PrincipalComponents.of(partition.train().features());
        Standardizer standardizer = partition.standardizer();
        double[] origin = components.mean().clone();
        double[] xDirection = components.first().clone();
        double[] yDirection = components.second().clone();
        double[] xProjection = xDirection.clone();
        double[] yProjection = yDirection.clone();
        for (int f = 0; f < origin.length && standardizer != null; f++) {
            double deviation = standardizer.deviation()[f];
            origin[f] = standardizer.mean()[f] + deviation * origin[f];
            xDirection[f] *= deviation;
            yDirection[f] *= deviation;
            xProjection[f] /= deviation;
            yProjection[f] /= deviation;
        }
        return new FeaturePlane(
                origin, xDirection, yDirection, xProjection, yProjection, components.explainedVarianceRatio());
    }

    /**
     * The share of the training data's variance that the principal components explain, in [0, 1]; 1 for a pair of
     * features.
     */
    public double explainedVarianceRatio() {
        return explainedVarianceRatio;
    }

    /** A sample's first coordinate: its projection onto the plane, which ignores its distance from the plane. */
    public double x(DMatrixRMaj features, int row) {
        return project(xProjection, features, row);
    }

    /** A sample's second coordinate. */
    public double y(DMatrixRMaj features, int row) {
        return project(yProjection, features, row);
    }

    private double project(double[] direction, DMatrixRMaj features, int row) {
        double sum = 0;
        for (int f = 0; f < direction.length; f++) {
            sum += direction[f] == 0 ? 0 : direction[f] * (features.get(row, f) - origin[f]);
        }
        return sum;
    }

    /** Writes the features of the plane's point (x, y) into a row. */
    void writeFeatures(double x, double y, DMatrixRMaj features, int row) {
        for (int f = 0; f < origin.length; f++) {
            features.set(row, f, origin[f] + x * xDirection[f] + y * yDirection[f]);
        }
    }
}
