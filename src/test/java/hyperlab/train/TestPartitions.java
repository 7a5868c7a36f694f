package hyperlab.train;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.data.PredictionTask;
import hyperlab.data.Standardizer;
import hyperlab.image.ImageShape;
import hyperlab.random.RandomStream;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Test data, split in row order. */
public final class TestPartitions {
    private TestPartitions() {}

    /**
     * The first {@code train} rows form the training set and the rest the validation set; {@code classes} is 0 for
     * regression.
     */
    public static DataSplit of(double[][] features, double[] targets, int train, int classes) {
        return of(features, targets, train, classes, null);
    }

    /** The same split, whose features were standardized in this way. */
    public static DataSplit standardized(DataSplit plain, Standardizer standardizer) {
        return new DataSplit(
                plain.all(),
                plain.train(),
                plain.validation(),
                plain.trainRows(),
                plain.validationRows(),
                standardizer);
    }

    /** The same, with each row an image of this shape; null for no images. */
    public static DataSplit of(
            double[][] features, double[] targets, int train, int classes, @Nullable ImageShape image) {
        DMatrixRMaj matrix = new DMatrixRMaj(features);
        List<String> names =
                IntStream.range(0, matrix.numCols).mapToObj(i -> "x" + i).toList();
        List<String> classNames =
                IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        PredictionTask task = classes > 0 ? PredictionTask.CLASSIFICATION : PredictionTask.REGRESSION;
        DataSet data = new DataSet("test", matrix, targets, new DataSet.Columns(names, "y", task, classNames))
                .withImage(image);
        int[] trainRows = IntStream.range(0, train).toArray();
        int[] validationRows = IntStream.range(train, targets.length).toArray();
        return new DataSplit(data, data.rows(trainRows), data.rows(validationRows), trainRows, validationRows, null);
    }

    /** Two clouds of 20 points each, split into 30 training and 10 validation rows. */
    public static DataSplit twoClouds() {
        RandomStream stream = RandomStream.named(3, "clouds");
        double[][] features = new double[40][];
        double[] targets = new double[40];
        for (int row = 0; row < 40; row++) {
            targets[row] = row % 2;
            double center = 2 * targets[row] - 1;
            features[row] = new double[] {center + stream.nextGaussian(), center + stream.nextGaussian()};
        }
        return of(features, targets, 30, 2);
    }

    /** y = x₀ − 2x₁, split into 16 training and 8 validation rows. */
    public static DataSplit plane() {
        RandomStream stream = RandomStream.named(4, "plane");
        double[][] features = new double[24][];
        double[] targets = new double[24];
        for (int row = 0; row < 24; row++) {
            features[row] = new double[] {stream.nextDouble(-1, 1), stream.nextDouble(-1, 1)};
            targets[row] = features[row][0] - 2 * features[row][1];
        }
        return of(features, targets, 16, 0);
    }
}
