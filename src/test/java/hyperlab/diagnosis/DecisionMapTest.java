package hyperlab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.data.Standardizer;
import hyperlab.file.ExperimentOverrides;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class DecisionMapTest {
    private static final int SIDE = DecisionMap.RESOLUTION;

    /** The first pixel of the image in the middle of the picture, and the sum of all. */
    private static DMatrixRMaj outputs(DMatrixRMaj features) {
        DMatrixRMaj outputs = new DMatrixRMaj(features.numRows, 2);
        for (int row = 0; row < features.numRows; row++) {
            double sum = 0;
            for (int column = 0; column < features.numCols; column++) {
                sum += features.get(row, column);
            }
            outputs.set(row, 0, features.get(row, features.numCols / 2));
            outputs.set(row, 1, sum);
        }
        return outputs;
    }

    @Test
    void manyFeaturesArePredictedInBlocks() {
        Experiment experiment = ExperimentOverrides.with(Experiment.DEFAULT, List.of("data.source=digits"));
        DataSplit split = DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), null);
        FeaturePlane plane = FeaturePlane.ofFeatures(split, 27, 36);
        List<Integer> sizes = new ArrayList<>();
        DecisionMap map = DecisionMap.of(
                split,
                plane,
                features -> {
                    sizes.add(features.getNumElements());
                    return outputs(features);
                },
                SIDE,
                SIDE);

        int features = split.all().features().numCols;
        assertTrue(sizes.size() > 1, "one block only");
        assertTrue(sizes.stream().allMatch(size -> size <= DecisionMap.MAX_BLOCK_VALUES), sizes.toString());
        assertEquals(
                SIDE * SIDE * features, sizes.stream().mapToInt(size -> size).sum());
        Standardizer standardizer = split.standardizer();
        DMatrixRMaj point = new DMatrixRMaj(1, features);
        for (int row : new int[] {0, 1, SIDE / 2, SIDE - 1}) {
            for (int column : new int[] {0, SIDE / 3, SIDE - 1}) {
                double x = map.xLow() + column / (SIDE - 1.0) * (map.xHigh() - map.xLow());
                double y = map.yLow() + row / (SIDE - 1.0) * (map.yHigh() - map.yLow());
                plane.writeFeatures(x, y, point, 0);
                DMatrixRMaj expected = outputs(standardizer == null ? point : standardizer.scaled(point));
                assertEquals(expected.get(0, 0), map.output(column, row, 0), 1e-12);
                assertEquals(expected.get(0, 1), map.output(column, row, 1), 1e-9);
            }
        }
    }
}
