package hyperlab.app.training;

import hyperlab.data.Task;
import hyperlab.nn.Ensemble;
import hyperlab.nn.Loss;
import hyperlab.train.BatchSize;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * What is known of a run once its data are read.
 *
 * @param task classification or regression
 * @param loss what the charts show
 * @param parameters numbers that training sets: weights, biases, learned slopes, of all networks
 * @param trainRows samples that train
 * @param validationRows samples that validate
 * @param droppedRows rows left out for a missing value
 * @param spread how many times wider the widest training column is than the narrowest, by standard deviation; 1 for one,
 *     and where all numbers lie in [0, 1], as pixels do
 */
record RunFacts(
        Task task, Loss loss, long parameters, int trainRows, int validationRows, int droppedRows, double spread) {
    /** See {@link #parameters()}. */
    static long parametersOf(Ensemble ensemble) {
        return ensemble.members().stream()
                .flatMap(network -> network.parameters().stream())
                .mapToLong(block -> block.values().length)
                .sum();
    }

    /** Optimizer steps in one epoch. */
    int stepsPerEpoch(BatchSize size) {
        int batch = size.of(trainRows);
        return (trainRows + batch - 1) / batch;
    }

    /** Samples in the last batch of an epoch. */
    int lastBatch(BatchSize size) {
        return trainRows - (stepsPerEpoch(size) - 1) * size.of(trainRows);
    }

    /** See {@link #spread()}; columns of one value do not count. */
    static double spreadOf(DMatrixRMaj features) {
        if (Arrays.stream(features.data).allMatch(value -> value >= 0 && value <= 1)) {
            return 1;
        }
        double widest = 0;
        double narrowest = Double.POSITIVE_INFINITY;
        for (int column = 0; column < features.numCols; column++) {
            double deviation = deviation(features, column);
            if (deviation > 0) {
                widest = Math.max(widest, deviation);
                narrowest = Math.min(narrowest, deviation);
            }
        }
        return widest > 0 ? widest / narrowest : 1;
    }

    private static double deviation(DMatrixRMaj features, int column) {
        double mean = 0;
        for (int row = 0; row < features.numRows; row++) {
            mean += features.get(row, column) / features.numRows;
        }
        double squares = 0;
        for (int row = 0; row < features.numRows; row++) {
            double off = features.get(row, column) - mean;
            squares += off * off / features.numRows;
        }
        return Math.sqrt(squares);
    }
}
