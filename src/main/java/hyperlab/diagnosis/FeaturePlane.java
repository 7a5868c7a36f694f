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
    private final double[] across;
    private final double[] up;
    private final double[] alongAcross;
    private final double[] alongUp;
    private final double share;

    private FeaturePlane(
            double[] origin, double[] across, double[] up, double[] alongAcross, double[] alongUp, double share) {
        this.origin = origin;
        this.across = across;
        this.up = up;
        this.alongAcross = alongAcross;
        this.alongUp = alongUp;
        this.share = share;
    }

    /** The plane of two different features, given by their indices from 0. */
    public static FeaturePlane pair(DataSplit partition, int first, int second) {
        DataSet whole = partition.all();
        int features = whole.features().numCols;
        Checks.wholeWithin("first", first, 0, features - 1);
        Checks.wholeWithin("second", second, 0, features - 1);
        double[] origin = new double[features];
        for (int row : partition.trainRows()) {
            for (int f = 0; f < features; f++) {
                origin[f] += whole.features().get(row, f) / partition.trainRows().length;
            }
        }
        origin[first] = 0;
        origin[second] = 0;
        double[] across = new double[features];
        double[] up = new double[features];
        across[first] = 1;
        up[second] = 1;
        return new FeaturePlane(origin, across, up, across, up, 1);
    }

    /**
     * The plane of the two directions in which the training data varies most. The data is standardized if the network's
     * inputs are. Uses only the first {@value PrincipalComponents#MOST_ROWS} training rows.
     */
    public static FeaturePlane principal(DataSplit partition) {
        PrincipalComponents found = PrincipalComponents.of(partition.train().features());
        Standardizer standardizer = partition.standardizer();
        double[] origin = found.mean().clone();
        double[] across = found.first().clone();
        double[] up = found.second().clone();
        double[] alongAcross = across.clone();
        double[] alongUp = up.clone();
        for (int f = 0; f < origin.length && standardizer != null; f++) {
            double deviation = standardizer.deviation()[f];
            origin[f] = standardizer.mean()[f] + deviation * origin[f];
            across[f] *= deviation;
            up[f] *= deviation;
            alongAcross[f] /= deviation;
            alongUp[f] /= deviation;
        }
        return new FeaturePlane(origin, across, up, alongAcross, alongUp, found.share());
    }

    /**
     * The share of the training data's variance that the principal components explain, in [0, 1]; 1 for a pair of
     * features.
     */
    public double share() {
        return share;
    }

    /** A sample's first coordinate: its projection onto the plane, which ignores its distance from the plane. */
    public double x(DMatrixRMaj features, int row) {
        return along(alongAcross, features, row);
    }

    /** A sample's second coordinate. */
    public double y(DMatrixRMaj features, int row) {
        return along(alongUp, features, row);
    }

    private double along(double[] direction, DMatrixRMaj features, int row) {
        double sum = 0;
        for (int f = 0; f < direction.length; f++) {
            sum += direction[f] == 0 ? 0 : direction[f] * (features.get(row, f) - origin[f]);
        }
        return sum;
    }

    /** Writes the features of the plane's point (x, y) into a row. */
    void point(double x, double y, DMatrixRMaj features, int row) {
        for (int f = 0; f < origin.length; f++) {
            features.set(row, f, origin[f] + x * across[f] + y * up[f]);
        }
    }
}
