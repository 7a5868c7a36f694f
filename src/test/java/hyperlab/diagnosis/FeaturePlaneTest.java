package hyperlab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.data.Standardizer;
import hyperlab.nn.ReferenceNetworks;
import hyperlab.train.TestPartitions;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Compares with NumPy's decomposition (planes.py) and with planes calculated by hand. */
class FeaturePlaneTest {
    private static final JsonNode REFERENCE = ReferenceNetworks.read("/hyperlab/diagnosis/planes.json");

    private static DataSet bundled(String name) {
        return DataSplitter.load(dataOf(name), 1, null);
    }

    private static DataSettings dataOf(String name) {
        DataSettings given = DataSettings.DEFAULT;
        return new DataSettings(name, null, 0, given.trainFraction(), given.split(), given.standardize(), null, null);
    }

    @Test
    void principalComponentsAgreeWithNumPy() {
        DMatrixRMaj wine = bundled("wine").features();
        agree("iris", PrincipalComponents.of(bundled("iris").features()));
        agree("wine", PrincipalComponents.of(Standardizer.fit(wine).scaled(wine)));
    }

    private static void agree(String name, PrincipalComponents found) {
        JsonNode expected = REFERENCE.get(name);
        assertArrayEquals(ReferenceNetworks.numbers(expected.get("first")), found.first(), 1e-4);
        assertArrayEquals(ReferenceNetworks.numbers(expected.get("second")), found.second(), 1e-4);
        assertEquals(expected.get("share").asDouble(), found.explainedVarianceRatio(), 1e-9);
    }

    @Test
    void singleFeatureOrValueHasNoSecondDirection() {
        PrincipalComponents line = PrincipalComponents.of(new DMatrixRMaj(new double[][] {{1}, {3}}));
        assertArrayEquals(new double[] {1}, line.first());
        assertArrayEquals(new double[] {0}, line.second());
        assertEquals(1, line.explainedVarianceRatio());
        assertEquals(
                1,
                PrincipalComponents.of(new DMatrixRMaj(new double[][] {{2, 2}, {2, 2}}))
                        .explainedVarianceRatio());
    }

    @Test
    void pairFixesOtherFeaturesAtTrainingMean() {
        DataSplit part =
                TestPartitions.of(new double[][] {{0, 1, 5}, {2, 3, 7}, {4, 9, 100}}, new double[] {0, 1, 2}, 2, 0);
        FeaturePlane plane = FeaturePlane.ofFeatures(part, 2, 0);
        assertEquals(7, plane.x(part.all().features(), 1));
        assertEquals(2, plane.y(part.all().features(), 1));
        assertEquals(1, plane.explainedVarianceRatio());
        List<DMatrixRMaj> asked = new ArrayList<>();
        DecisionMap.of(
                part,
                plane,
                grid -> {
                    asked.add(grid);
                    return new DMatrixRMaj(grid.numRows, 1);
                },
                3,
                3);
        for (int row = 0; row < 9; row++) {
            assertEquals(2, asked.get(0).get(row, 1), 1e-12);
        }
        assertEquals(52.5, asked.get(0).get(4, 2), 1e-12);
        assertEquals(2, asked.get(0).get(4, 0), 1e-12);
    }

    @Test
    void mapCoversTheWindowAndAllData() {
        DataSplit part = TestPartitions.of(new double[][] {{0, 0}, {10, 1}, {5, 2}}, new double[] {0, 1, 2}, 2, 0);
        FeaturePlane plane = FeaturePlane.ofFeatures(part, 0, 1);
        DecisionMap map = DecisionMap.of(
                part, plane, new DecisionMap.Window(-4, 6, -1, 1), grid -> new DMatrixRMaj(grid.numRows, 1), 3, 3);
        // 8 % of the extent of the data are left around them.
        assertEquals(-4, map.xLow());
        assertEquals(10.8, map.xHigh(), 1e-12);
        assertEquals(-1, map.yLow());
        assertEquals(2.16, map.yHigh(), 1e-12);
    }

    @Test
    void projectsSampleToNearestPlanePoint() {
        DataSettings settings = dataOf("wine");
        DataSplit part = DataSplitter.loadAndSplit(
                new DataSettings("wine", null, 0, 0.8, settings.split(), true, null, null), 5, null);
        FeaturePlane plane = FeaturePlane.ofPrincipalComponents(part);
        DMatrixRMaj point = new DMatrixRMaj(1, part.all().features().numCols);
        plane.writeFeatures(1.5, -0.5, point, 0);
        assertEquals(1.5, plane.x(point, 0), 1e-9);
        assertEquals(-0.5, plane.y(point, 0), 1e-9);
        assertTrue(plane.explainedVarianceRatio() > 0.5 && plane.explainedVarianceRatio() < 0.6);
    }

    @Test
    void fittedCurveVariesOneFeatureWithOthersAtMean() {
        DataSplit plain = TestPartitions.of(new double[][] {{0, 10}, {4, 30}, {2, 20}}, new double[] {0, 1, 2}, 2, 0);
        Standardizer standardizer = new Standardizer(new double[] {2, 20}, new double[] {2, 10});
        DataSplit scaled = TestPartitions.standardized(plain, standardizer);
        FittedCurve fit = FittedCurve.of(scaled, 0, grid -> {
            DMatrixRMaj values = new DMatrixRMaj(grid.numRows, 1);
            for (int row = 0; row < grid.numRows; row++) {
                values.set(row, 0, grid.get(row, 0) + 100 * grid.get(row, 1));
            }
            return values;
        });
        assertEquals(-0.16, fit.x()[0], 1e-12);
        assertEquals(4.16, fit.x()[FittedCurve.POINTS - 1], 1e-12);
        // (x − 2)/2 for the feature itself; 20, the mean of the training rows, becomes 0.
        assertEquals(-1.08, fit.y()[0], 1e-12);
        assertEquals(1.08, fit.y()[FittedCurve.POINTS - 1], 1e-12);
    }

    @Test
    void worstMistakesHaveHighestConfidenceOrError() {
        DataSet classes = TestPartitions.of(new double[4][1], new double[] {0, 1, 0, 1}, 3, 2)
                .all();
        DMatrixRMaj shares = new DMatrixRMaj(new double[][] {{0.4, 0.6}, {0.1, 0.9}, {0.2, 0.8}, {0.7, 0.3}});
        WorstPredictions found = WorstPredictions.of(classes, shares, 2);
        assertEquals(3, found.wrongCount());
        assertEquals(4, found.samples());
        assertEquals(
                List.of(
                        new WorstPredictions.Misprediction(2, 0, 1, 0.8),
                        new WorstPredictions.Misprediction(3, 1, 0, 0.7)),
                found.worst());
        DataSet numbers = TestPartitions.of(new double[3][1], new double[] {1, 2, 3}, 2, 0)
                .all();
        WorstPredictions off = WorstPredictions.of(numbers, new DMatrixRMaj(new double[][] {{1}, {5}, {2.5}}), 5);
        assertEquals(
                List.of(1, 2, 0),
                off.worst().stream().map(WorstPredictions.Misprediction::row).toList());
        assertEquals(3, off.worst().get(0).error());
    }
}
