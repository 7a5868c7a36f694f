package hyperlab.cases;

import hyperlab.data.DataSet;
import hyperlab.data.PredictionTask;
import hyperlab.optim.Adam;
import hyperlab.optim.Penalty;
import hyperlab.optim.Schedule;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingSettings;
import java.util.List;

/**
 * The linear model with which a tuned network is compared. It has no hidden layer, no convolution, no dropout, no
 * penalty and no ensemble, and its features are standardized, except for images. For classes it is a softmax regression
 * with the other settings of the tuned experiment. For numbers it is a linear least-squares model: Adam with a cosine
 * schedule from a rate at which the bias can travel ten times the largest target in the given steps. The batch size and
 * the number of epochs are those of the tuned experiment.
 */
public final class LinearReference {
    private static final double RATE_MARGIN = 10;

    private LinearReference() {}

    /**
     * Creates the linear reference of a tuned experiment.
     *
     * @param data the experiment's loaded data
     * @param trainingRows number of training rows
     */
    public static Experiment of(Experiment after, DataSet data, int trainingRows) {
        TrainingSettings training = after.training().withPenalty(Penalty.NONE);
        if (data.task() == PredictionTask.REGRESSION) {
            double largest = 0;
            for (double target : data.targets()) {
                largest = Math.max(largest, Math.abs(target));
            }
            int batch = training.batchSize().effective(trainingRows);
            int stepsPerEpoch = (trainingRows + batch - 1) / batch;
            double steps = (double) Math.max(1, training.epochs()) * stepsPerEpoch;
            training = training.withOptimizer(Adam.DEFAULT)
                    .withSchedule(Schedule.CosineAnnealing.DEFAULT)
                    .withLearningRate(Baseline.roundToOneDigit(RATE_MARGIN * Math.max(largest, 1) / steps));
        }
        return new Experiment(
                after.name(),
                after.seed(),
                after.data().withStandardize(data.image() == null),
                after.network()
                        .withConvolutions(List.of())
                        .withHidden(List.of())
                        .withDropout(0),
                training,
                1);
    }

    /** Rejects an experiment whose model is not linear. */
    static void requireLinear(Experiment experiment) {
        if (!experiment.network().hidden().isEmpty()
                || !experiment.network().convolutions().isEmpty()) {
            throw new InvalidInputException("linear.network", Rule.NO_HIDDEN_LAYER);
        }
    }
}
