package hyperlab.chart.training;

import hyperlab.data.DataSplit;
import hyperlab.diagnosis.DecisionMap;
import java.util.function.DoubleBinaryOperator;
import org.ejml.data.DMatrixRMaj;

/** Pictures of decision boundaries whose predictions are a function of the point. */
final class BoundaryPictures {
    private BoundaryPictures() {}

    /**
     * The picture of a function on a grid of {@code side × side} points.
     *
     * @param classes whether f is the probability of the first of two classes; otherwise, it is the predicted number
     */
    static BoundaryChartModel of(DataSplit partition, boolean classes, DoubleBinaryOperator f, int side) {
        DecisionMap map = DecisionMap.of(
                partition,
                grid -> {
                    DMatrixRMaj outputs = new DMatrixRMaj(grid.numRows, classes ? 2 : 1);
                    for (int row = 0; row < grid.numRows; row++) {
                        double value = f.applyAsDouble(grid.get(row, 0), grid.get(row, 1));
                        outputs.set(row, 0, value);
                        if (classes) {
                            outputs.set(row, 1, 1 - value);
                        }
                    }
                    return outputs;
                },
                side,
                side);
        return BoundaryChartModel.of(partition, map);
    }
}
