package hyperlab.lab.training.run;

import hyperlab.data.PredictionTask;
import hyperlab.nn.Ensemble;
import hyperlab.nn.Loss;
import hyperlab.train.BatchSize;

/**
 * Facts about a run that are known once its data have been read.
 *
 * @param task classification or regression
 * @param loss the loss function shown in the charts
 * @param parameters number of trained parameters: weights, biases and learned slopes, of all networks
 * @param features number of inputs of the network
 * @param trainRows number of training samples
 * @param validationRows number of validation samples
 * @param testRows number of test samples
 * @param droppedRows number of rows dropped because of missing values
 * @param scaleRatio how much the scales of the training columns differ, {@link hyperlab.diagnosis.FeatureScales#scaleRatio}
 * @param scaleRatioBefore the same before the features were standardized, {@link hyperlab.data.Standardizer#scaleRatio}; 1
 *     if they are not
 * @param baselineLoss the lowest training loss that is possible without the features, {@link hyperlab.diagnosis.BaselineLoss}
 */
public record RunFacts(
        PredictionTask task,
        Loss loss,
        long parameters,
        int features,
        int trainRows,
        int validationRows,
        int testRows,
        int droppedRows,
        double scaleRatio,
        double scaleRatioBefore,
        double baselineLoss) {
    /** See {@link #parameters()}. */
    public static long countParameters(Ensemble ensemble) {
        return ensemble.members().stream()
                .flatMap(network -> network.parameters().stream())
                .mapToLong(block -> block.values().length)
                .sum();
    }

    /** The number of optimizer steps in one epoch. */
    public int stepsPerEpoch(BatchSize size) {
        int batch = size.effective(trainRows);
        return (trainRows + batch - 1) / batch;
    }

    /** The number of samples in the last batch of an epoch. */
    int lastBatchSize(BatchSize size) {
        return trainRows - (stepsPerEpoch(size) - 1) * size.effective(trainRows);
    }
}
