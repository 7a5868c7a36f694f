package hyperlab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The expected numbers are those used to verify {@code datasets/SOURCES.md}. */
class BundledDataSetTest {
    @ParameterizedTest
    @EnumSource
    void contentMatchesCatalog(BundledDataSet bundled) {
        DataSet data = bundled.load();

        assertEquals(bundled.fileName(), data.name());
        assertEquals(bundled.samples(), data.samples());
        assertEquals(bundled.features(), data.features().numCols);
        assertEquals(bundled.task(), data.task());
        assertEquals(bundled.outputs(), data.outputs());
        assertEquals(bundled.image(), data.image());
    }

    @Test
    void isReadOnlyOnce() {
        assertSame(BundledDataSet.IRIS.load(), BundledDataSet.IRIS.load());
    }

    @Test
    void irisMatchesFishersData() {
        DataSet iris = BundledDataSet.IRIS.load();

        assertMeans(iris, 5e-7, 5.843333, 3.057333, 3.758, 1.199333);
        assertEquals(List.of("setosa", "versicolor", "virginica"), iris.classNames());
        assertCounts(iris, 50, 50, 50);
        assertRow(iris, 34, 4.9, 3.1, 1.5, 0.2);
        assertRow(iris, 37, 4.9, 3.6, 1.4, 0.1);
    }

    @Test
    void wineIsComplete() {
        DataSet wine = BundledDataSet.WINE.load();

        assertCounts(wine, 59, 71, 48);
        assertEquals(13.000618, mean(wine, "alcohol"), 5e-7);
        assertEquals(746.893258, mean(wine, "proline"), 5e-7);
    }

    @Test
    void breastCancerSortsBenignFirst() {
        DataSet cancer = BundledDataSet.BREAST_CANCER.load();

        assertEquals(List.of("benign", "malignant"), cancer.classNames());
        assertCounts(cancer, 357, 212);
        assertEquals(14.127292, mean(cancer, "meanRadius"), 5e-7);
        assertEquals(654.889104, mean(cancer, "meanArea"), 5e-7);
    }

    @Test
    void penguinsHaveFourMeasurementsOfCompleteRows() {
        DataSet penguins = BundledDataSet.PENGUINS.load();

        assertEquals(List.of("billLength", "billDepth", "flipperLength", "bodyMass"), penguins.featureNames());
        assertEquals(2, penguins.droppedRows());
        assertMeans(penguins, 5e-4, 43.92193, 17.15117, 200.9152, 4201.754);
        assertCounts(penguins, 151, 68, 123);
    }

    @Test
    void digitsAreDividedBySixteen() {
        DataSet digits = BundledDataSet.DIGITS.load();
        double[] pixels = digits.features().data;

        assertCounts(digits, 178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
        assertEquals(0, Arrays.stream(pixels).min().orElseThrow());
        assertEquals(1, Arrays.stream(pixels).max().orElseThrow());
        assertEquals(4.884165 / 16, Arrays.stream(pixels).average().orElseThrow(), 5e-8);
        assertEquals(0, digits.targets()[0]);
    }

    @Test
    void mnistHasTenThousandImagesDividedBy255() {
        DataSet mnist = BundledDataSet.MNIST.load();
        double[] pixels = mnist.features().data;

        assertCounts(mnist, 1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978);
        assertEquals(0.131126, Arrays.stream(pixels).average().orElseThrow(), 5e-7);
        assertEquals(1, Arrays.stream(pixels).max().orElseThrow());
        // The first image of MNIST's training set, a 5, is image 1,413 here.
        double[] five = Arrays.copyOfRange(pixels, 1412 * 784, 1413 * 784);
        assertEquals(5, mnist.targets()[1412]);
        assertEquals(27525, Math.round(255 * Arrays.stream(five).sum()));
        double[] row = {3, 18, 18, 18, 126, 136, 175, 26, 166, 255, 247, 127};
        int at = mnist.featureNames().indexOf("pixel5_12");
        for (int i = 0; i < row.length; i++) {
            assertEquals(row[i] / 255, five[at + i]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void firstRowsMatchFullSet(BundledDataSet bundled) {
        DataSet all = bundled.load();
        DataSet some = bundled.load(57);

        assertEquals(57, some.samples());
        assertArrayEquals(Arrays.copyOf(all.features().data, 57 * bundled.features()), some.features().data);
        assertArrayEquals(Arrays.copyOf(all.targets(), 57), some.targets());
        assertEquals(bundled.image(), some.image());
    }

    @Test
    void diabetesIsUnscaled() {
        DataSet diabetes = BundledDataSet.DIABETES.load();

        assertMeans(
                diabetes, 5e-5, 48.5181, 1.4683, 26.3758, 94.647, 189.1403, 115.4391, 49.7885, 4.0702, 4.6414, 91.2602);
        assertEquals(152.133484, Arrays.stream(diabetes.targets()).average().orElseThrow(), 5e-7);
    }

    @Test
    void autoMpgOmitsSixCarsWithoutHorsepower() {
        DataSet cars = BundledDataSet.AUTO_MPG.load();

        assertEquals(6, cars.droppedRows());
        assertEquals(
                List.of("cylinders", "displacement", "horsepower", "weight", "acceleration", "modelYear"),
                cars.featureNames());
        assertEquals(0.606, squaredCorrelation(column(cars, "horsepower"), cars.targets()), 5e-4);
    }

    @Test
    void standardizesColumnsToMeanZeroAndDeviationOne() {
        DataSet diabetes = BundledDataSet.DIABETES.load();
        DataSet scaled =
                diabetes.withFeatures(Standardizer.fit(diabetes.features()).scaled(diabetes.features()));

        // The paper scales columns to length 1, so their deviation is 1/√n.
        double root = Math.sqrt(diabetes.samples());
        assertEquals(0.03807591, column(scaled, "age")[0] / root, 5e-9);
        assertEquals(0.06169621, column(scaled, "bmi")[0] / root, 5e-9);
        assertEquals(-0.01764613, column(scaled, "s6")[0] / root, 5e-9);
    }

    private static void assertMeans(DataSet data, double tolerance, double... means) {
        for (int i = 0; i < means.length; i++) {
            assertEquals(means[i], mean(data, data.featureNames().get(i)), tolerance);
        }
    }

    private static void assertCounts(DataSet data, long... counts) {
        for (int label = 0; label < counts.length; label++) {
            double sought = label;
            assertEquals(
                    counts[label],
                    Arrays.stream(data.targets()).filter(t -> t == sought).count());
        }
    }

    private static void assertRow(DataSet data, int row, double... values) {
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], data.features().get(row, i));
        }
    }

    private static double mean(DataSet data, String feature) {
        return Arrays.stream(column(data, feature)).average().orElseThrow();
    }

    private static double[] column(DataSet data, String feature) {
        int column = data.featureNames().indexOf(feature);
        return IntStream.range(0, data.samples())
                .mapToDouble(row -> data.features().get(row, column))
                .toArray();
    }

    private static double squaredCorrelation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy * xy / (xx * yy);
    }
}
