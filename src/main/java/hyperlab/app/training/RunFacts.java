package hyperlab.app.training;

import hyperlab.data.Task;
import hyperlab.nn.Ensemble;
import hyperlab.nn.Loss;
import hyperlab.train.BatchSize;

/**
 * What is known of a run once its data are read.
 *
 * @param task classification or regression
 * @param loss what the charts show
 * @param parameters numbers that training sets: weights, biases, learned slopes, of all networks
 * @param features numbers that the network gets of each sample
 * @param trainRows samples that train
 * @param validationRows samples that validate
 * @param testRows samples held out for the test
 * @param droppedRows rows left out for a missing value
 * @param spread how unlike the training columns' scales are, {@link hyperlab.diagnosis.FeatureScales#spread}
 * @param prior the training loss that can be had without the features, {@link hyperlab.diagnosis.PriorLoss}
 */
record RunFacts(
        Task task,
        Loss loss,
        long parameters,
        int features,
        int trainRows,
        int validationRows,
        int testRows,
        int droppedRows,
        double spread,
        double prior) {
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
}
