package hyperlab.train;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.nn.Ensemble;
import hyperlab.nn.Evaluation;
import hyperlab.rule.Checks;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A training run of which only the end matters. It performs the same steps as a {@link TrainingRun} with the same
 * settings, with the same numbers, bit for bit, but evaluates whole data sets only where the result needs it, and stops
 * as soon as the run has diverged. Use from one thread at a time.
 */
public final class EndpointRun {
    private final TrainingSettings settings;
    private final DataSplit partition;
    private final EnsembleTrainer members;
    private final EndpointCriteria criteria;
    private final double initialLoss;
    private final double maxLoss;
    private double[] epochLosses = new double[16];
    private int epoch;
    private int epochsToTarget = -1;
    private double bestValidationLoss;
    private int bestEpoch;

    /**
     * What else a run is observed for.
     *
     * @param maxLossRatio a batch loss above this many times the training loss before the first step, or above this if
     *     that loss is below 1, counts as divergence; &gt; 0, infinite for never
     * @param target the training loss that is waited for; NaN for none
     */
    public record EndpointCriteria(double maxLossRatio, double target) {
        public EndpointCriteria {
            Checks.notNegative("maxLossRatio", Math.min(maxLossRatio, Double.MAX_VALUE));
        }
    }

    /**
     * How a run ended.
     *
     * @param diverged whether the run was stopped by a loss or weight that is not finite, or by a batch loss above the
     *     limit
     * @param epochs number of epochs; if it diverged, with the fraction of the samples of the last epoch before that
     * @param initialLoss training loss before the first step
     * @param train loss and accuracy on the training set after the last epoch; null if it diverged
     * @param validation the same on the validation set
     * @param epochsToTarget the first epoch after which the training loss is at most the target; −1 if there is none
     * @param epochLosses the mean of the batch losses over the samples of each finished epoch
     * @param ensemble the trained networks
     */
    public record EndpointResult(
            boolean diverged,
            double epochs,
            double initialLoss,
            @Nullable Evaluation train,
            @Nullable Evaluation validation,
            int epochsToTarget,
            double[] epochLosses,
            Ensemble ensemble) {}

    /**
     * Initializes the networks.
     *
     * @throws hyperlab.rule.InvalidInputException as {@link TrainingRun}
     */
    public EndpointRun(Experiment experiment, DataSplit partition, EndpointCriteria criteria) {
        this.settings = experiment.training();
        this.partition = partition;
        this.criteria = criteria;
        this.members = new EnsembleTrainer(experiment, partition, null);
        this.initialLoss = evaluate(partition.train()).loss();
        this.maxLoss = criteria.maxLossRatio() * Math.max(1, initialLoss);
        this.bestValidationLoss =
                settings.patience() > 0 ? evaluate(partition.validation()).loss() : Double.NaN;
        if (initialLoss <= criteria.target()) {
            epochsToTarget = 0;
        }
    }

    /**
     * Trains to the end.
     *
     * @param cancelled checked at each step; true stops the run
     * @return the result; null if cancelled
     */
    public @Nullable EndpointResult run(BooleanSupplier cancelled) {
        if (!Double.isFinite(initialLoss)) {
            return diverged(0);
        }
        while (epoch < settings.epochs() && !stopsEarly()) {
            double rate = LayerRates.scheduled(settings, settings.learningRate(), epoch);
            double[] layerRates = LayerRates.at(settings, epoch);
            members.startEpoch();
            double sum = 0;
            int samples = 0;
            while (members.hasNext()) {
                if (cancelled.getAsBoolean()) {
                    return null;
                }
                boolean finite = members.step(settings.batchSize().samples(), rate, layerRates);
                double loss = members.batchLoss();
                if (!finite || loss > maxLoss) {
                    return diverged(samples);
                }
                samples += members.batchSamples();
                sum += loss * members.batchSamples();
            }
            if (!members.weightsAreFinite()) {
                return diverged(samples);
            }
            endEpoch(sum / samples);
        }
        Evaluation train = evaluate(partition.train());
        if (!Double.isFinite(train.loss())) {
            return diverged(0);
        }
        return result(false, epoch, train, evaluate(partition.validation()));
    }

    private void endEpoch(double meanLoss) {
        if (epoch == epochLosses.length) {
            epochLosses = Arrays.copyOf(epochLosses, 2 * epoch);
        }
        epochLosses[epoch] = meanLoss;
        epoch++;
        if (epochsToTarget < 0 && !Double.isNaN(criteria.target())) {
            epochsToTarget = evaluate(partition.train()).loss() <= criteria.target() ? epoch : -1;
        }
        if (settings.patience() > 0) {
            double loss = evaluate(partition.validation()).loss();
            if (loss < bestValidationLoss || (Double.isNaN(bestValidationLoss) && !Double.isNaN(loss))) {
                bestValidationLoss = loss;
                bestEpoch = epoch;
            }
        }
    }

    private boolean stopsEarly() {
        return settings.patience() > 0 && epoch - bestEpoch >= settings.patience();
    }

    private EndpointResult diverged(int samples) {
        double fraction = (double) samples / partition.train().samples();
        return result(true, epoch + fraction, null, null);
    }

    private EndpointResult result(
            boolean diverged, double epochs, @Nullable Evaluation train, @Nullable Evaluation validation) {
        return new EndpointResult(
                diverged,
                epochs,
                initialLoss,
                train,
                validation,
                epochsToTarget,
                Arrays.copyOf(epochLosses, epoch),
                members.ensemble());
    }

    private Evaluation evaluate(DataSet part) {
        return members.ensemble().evaluate(part.features(), part.targets());
    }
}
