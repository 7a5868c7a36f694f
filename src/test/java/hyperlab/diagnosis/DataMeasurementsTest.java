package hyperlab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.data.Standardizer;
import hyperlab.nn.Loss;
import hyperlab.random.RandomStream;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.TestPartitions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Measurements of data and predictions that need no network. */
class DataMeasurementsTest {
    @Test
    void featureScalesMatchColumns() {
        FeatureScales scales = FeatureScales.of(new DMatrixRMaj(new double[][] {{1, 0, 5}, {3, 0.1, 5}, {5, 0.5, 5}}));
        assertArrayEquals(new double[] {3, 0.2, 5}, scales.mean(), 1e-15);
        assertArrayEquals(new double[] {Math.sqrt(8 / 3.0), Math.sqrt(0.14 / 3), 0}, scales.deviation(), 1e-15);
        assertArrayEquals(new double[] {1, 0, 5}, scales.min());
        assertArrayEquals(new double[] {5, 0.5, 5}, scales.max());
        assertEquals(Math.sqrt(8 / 0.14), scales.scaleRatio(), 1e-12);
    }

    @Test
    void pixelsAndConstantsAreScaledEvenly() {
        assertEquals(
                1,
                FeatureScales.of(new DMatrixRMaj(new double[][] {{0, 0.99}, {1, 1}}))
                        .scaleRatio());
        assertEquals(
                1,
                FeatureScales.of(new DMatrixRMaj(new double[][] {{7, 2}, {7, 2}}))
                        .scaleRatio());
        assertTrue(FeatureScales.of(new DMatrixRMaj(new double[][] {{0, 0.99}, {-1, 1}}))
                        .scaleRatio()
                > 50);
    }

    @Test
    void baselineLossIsClassEntropyOrHalfVariance() {
        DataSet classes = TestPartitions.of(new double[4][1], new double[] {0, 1, 2, 0}, 3, 3)
                .all();
        double entropy = -(0.5 * Math.log(0.5) + 0.5 * Math.log(0.25));
        assertEquals(entropy, BaselineLoss.of(classes, classes, Loss.CROSS_ENTROPY), 1e-15);
        // ½ Σ p(1 − p) for the class frequencies ½, ¼, ¼
        assertEquals(0.3125, BaselineLoss.of(classes, classes, Loss.SQUARED_ERROR), 1e-15);
        DataSet numbers = TestPartitions.of(new double[4][1], new double[] {1, 2, 3, 6}, 3, 0)
                .all();
        assertEquals(3.5 / 2, BaselineLoss.of(numbers, numbers, Loss.SQUARED_ERROR), 1e-15);
        DataSet judged = numbers.rows(new int[] {3});
        assertEquals(4.5, BaselineLoss.of(numbers, judged, Loss.SQUARED_ERROR), 1e-15);
        DataSet fewer = classes.rows(new int[] {0, 1});
        assertEquals(Double.POSITIVE_INFINITY, BaselineLoss.of(fewer, classes, Loss.CROSS_ENTROPY));
    }

    @Test
    void drawsDistinctRowsInOrder() {
        DataSet part = TestPartitions.of(new double[50][1], rows(50), 49, 0).all();
        DataSet some = RowSampler.sample(part, 20, RandomStream.named(1, "rows"));
        assertEquals(20, Arrays.stream(some.targets()).distinct().count());
        double[] sorted = some.targets().clone();
        Arrays.sort(sorted);
        assertArrayEquals(sorted, some.targets());
        assertTrue(sorted[19] > 19, "not simply the first");
        assertSame(part, RowSampler.sample(part, 50, RandomStream.named(1, "rows")));
        assertNotSame(part, RowSampler.sample(part, 49, RandomStream.named(1, "rows")));
    }

    private static double[] rows(int count) {
        double[] rows = new double[count];
        Arrays.setAll(rows, row -> row);
        return rows;
    }

    @Test
    void confusionCountsPredictionsByClass() {
        DMatrixRMaj predictions = new DMatrixRMaj(new double[][] {{2, 1, 0}, {0, 1, 1}, {0, 0, 3}, {5, 5, 5}});
        ConfusionMatrix matrix = ConfusionMatrix.of(predictions, new double[] {0, 1, 1, 1});
        assertArrayEquals(new int[][] {{1, 0, 0}, {1, 1, 1}, {0, 0, 0}}, matrix.counts());
        assertEquals(3, matrix.classes());
        assertEquals(3, matrix.total(1));
        assertEquals(1, matrix.count(1, 2));
        assertEquals(1 / 3.0, matrix.share(1, 2));
        assertEquals(0, matrix.share(2, 2));
    }

    @Test
    void decisionMapUsesScaleOfRun() {
        DataSplit plain = TestPartitions.of(new double[][] {{0, 10}, {4, 30}, {2, 20}}, new double[] {0, 1, 2}, 2, 3);
        Standardizer standardizer = new Standardizer(new double[] {2, 20}, new double[] {2, 10});
        DataSplit scaled = TestPartitions.standardized(plain, standardizer);
        List<DMatrixRMaj> asked = new ArrayList<>();
        DecisionMap map = DecisionMap.of(
                scaled,
                grid -> {
                    asked.add(grid.copy());
                    DMatrixRMaj shares = new DMatrixRMaj(grid.numRows, 3);
                    for (int row = 0; row < grid.numRows; row++) {
                        shares.set(row, grid.get(row, 0) > 0 ? 2 : 1, 0.75);
                    }
                    return shares;
                },
                2,
                3);
        assertEquals(-0.32, map.xLow(), 1e-12);
        assertEquals(4.32, map.xHigh(), 1e-12);
        assertEquals(8.4, map.yLow(), 1e-12);
        assertEquals(31.6, map.yHigh(), 1e-12);
        // Standardized by (x − 2)/2 and (y − 20)/10; three rows from 8.4 to 31.6.
        assertEquals((-0.32 - 2) / 2, asked.get(0).get(0, 0), 1e-12);
        assertEquals((8.4 - 20) / 10, asked.get(0).get(0, 1), 1e-12);
        assertEquals((4.32 - 2) / 2, asked.get(0).get(5, 0), 1e-12);
        assertEquals(0, asked.get(0).get(3, 1), 1e-12);
        assertEquals((31.6 - 20) / 10, asked.get(0).get(5, 1), 1e-12);
        assertTrue(map.isClassification());
        assertEquals(0.75, map.output(0, 2, 1));
        assertEquals(0.75, map.output(1, 0, 2));
        assertEquals(0, map.output(1, 0, 1));
    }

    @Test
    void decisionMapOfRegressionHasValues() {
        DataSplit part = TestPartitions.of(new double[][] {{0, 3}, {0, 5}}, new double[] {1, 2}, 1, 0);
        DecisionMap map = DecisionMap.of(
                part,
                grid -> {
                    DMatrixRMaj values = new DMatrixRMaj(grid.numRows, 1);
                    for (int row = 0; row < grid.numRows; row++) {
                        values.set(row, 0, grid.get(row, 0) + grid.get(row, 1));
                    }
                    return values;
                },
                2,
                2);
        assertEquals(-1, map.xLow());
        assertEquals(1, map.xHigh());
        assertEquals(-1 + 2.84, map.output(0, 0, 0), 1e-12);
        assertEquals(1 + 5.16, map.output(1, 1, 0), 1e-12);
        DataSplit wide = TestPartitions.of(new double[2][3], new double[] {1, 2}, 1, 0);
        assertEquals(
                "features must be two for a decision boundary, got 3",
                assertThrows(InvalidInputException.class, () -> DecisionMap.of(wide, grid -> grid, 2, 2))
                        .line());
    }
}
