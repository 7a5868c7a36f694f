package hyperlab.diagnosis;

import hyperlab.data.DataSplit;
import hyperlab.data.Standardizer;
import hyperlab.rule.Checks;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;

/**
 * The predictions of a regression model along one feature. The other features are fixed at their mean over the training
 * data. The feature is in the original units of the data.
 *
 * @param x values of the feature, evenly spaced over the range of all data plus a margin
 * @param y the prediction for each x
 */
public record FittedCurve(double[] x, double[] y) {
    public static final int POINTS = 241;

    private static final double MARGIN = 0.04;

    /**
     * Predicts {@value #POINTS} rows.
     *
     * @param feature index of the feature, from 0
     * @param predictor {@code network::predict} of a network with one output
     */
    public static FittedCurve of(DataSplit partition, int feature, UnaryOperator<DMatrixRMaj> predictor) {
        DMatrixRMaj all = partition.all().features();
        Checks.wholeWithin("feature", feature, 0, all.numCols - 1);
        FeatureScales scales = FeatureScales.of(all);
        double extent = scales.max()[feature] - scales.min()[feature];
        double margin = extent > 0 ? MARGIN * extent : 1;
        double low = scales.min()[feature] - margin;
        double high = scales.max()[feature] + margin;
        double[] mean = new double[all.numCols];
        for (int row : partition.trainRows()) {
            for (int f = 0; f < mean.length; f++) {
                mean[f] += all.get(row, f) / partition.trainRows().length;
            }
        }
        DMatrixRMaj grid = new DMatrixRMaj(POINTS, all.numCols);
        double[] x = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            x[k] = low + k / (POINTS - 1.0) * (high - low);
            for (int f = 0; f < mean.length; f++) {
                grid.set(k, f, f == feature ? x[k] : mean[f]);
            }
        }
        Standardizer standardizer = partition.standardizer();
        DMatrixRMaj predictions = predictor.apply(standardizer == null ? grid : standardizer.scaled(grid));
        double[] y = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            y[k] = predictions.get(k, 0);
        }
        return new FittedCurve(x, y);
    }
}
