package hyperlab.train;

import hyperlab.data.DataSplit;
import hyperlab.nn.Ensemble;
import hyperlab.nn.Evaluation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What an {@link EndpointRun} observes of a run, step by step. */
final class EndpointTrack {
    private final TrainingSettings settings;
    private final DataSplit partition;
    private final EndpointRun.EndpointCriteria criteria;
    private final double initialLoss;
    private final double maxLoss;
    private double[] epochLosses = new double[16];
    private double sum;
    private int samples;
    private int epoch;
    private int epochsToTarget = -1;
    private double bestValidationLoss;
    private int bestEpoch;

    /** @param initial the training and validation loss before the first step */
    EndpointTrack(
            TrainingSettings settings,
            DataSplit partition,
            EndpointRun.EndpointCriteria criteria,
            InitialLosses initial) {
        this.settings = settings;
        this.partition = partition;
        this.criteria = criteria;
        this.initialLoss = initial.train();
        this.maxLoss = criteria.maxLossRatio() * Math.max(1, initialLoss);
        this.bestValidationLoss = initial.validation();
        if (initialLoss <= criteria.target()) {
            epochsToTarget = 0;
        }
    }

    /**
     * The losses before the first step.
     *
     * @param validation NaN if no run needs it
     */
    record InitialLosses(double train, double validation) {
        static InitialLosses of(Ensemble ensemble, DataSplit partition, boolean needsValidation) {
            return new InitialLosses(
                    trainLoss(ensemble, partition), needsValidation ? validationLoss(ensemble, partition) : Double.NaN);
        }
    }

    private static double trainLoss(Ensemble ensemble, DataSplit partition) {
        return ensemble.evaluate(partition.train().features(), partition.train().targets())
                .loss();
    }

    private static double validationLoss(Ensemble ensemble, DataSplit partition) {
        return ensemble.evaluate(
                        partition.validation().features(),
                        partition.validation().targets())
                .loss();
    }

    /** Whether the run has diverged before its first step. */
    boolean divergesAtStart() {
        return !Double.isFinite(initialLoss);
    }

    int epoch() {
        return epoch;
    }

    /** Whether the run ends after the finished epochs. */
    boolean hasEnded() {
        return epoch >= settings.epochs() || (settings.patience() > 0 && epoch - bestEpoch >= settings.patience());
    }

    /** The rate of the current epoch. */
    double rate() {
        return LayerRates.scheduled(settings, settings.learningRate(), epoch);
    }

    /** The rates of the layers in the current epoch; null if all layers have the same rate. */
    double @Nullable [] layerRates() {
        return LayerRates.at(settings, epoch);
    }

    void startEpoch() {
        sum = 0;
        samples = 0;
    }

    /** Adds a step. Returns false, and adds nothing, if the run has diverged. */
    boolean addStep(double loss, int batchSamples) {
        if (!Double.isFinite(loss) || loss > maxLoss) {
            return false;
        }
        samples += batchSamples;
        sum += loss * batchSamples;
        return true;
    }

    /** @param ensemble evaluated if the run needs it */
    void endEpoch(Ensemble ensemble) {
        if (epoch == epochLosses.length) {
            epochLosses = Arrays.copyOf(epochLosses, 2 * epoch);
        }
        epochLosses[epoch] = sum / samples;
        epoch++;
        if (waitsForTarget()) {
            epochsToTarget = trainLoss(ensemble, partition) <= criteria.target() ? epoch : -1;
        }
        if (settings.patience() > 0) {
            double loss = validationLoss(ensemble, partition);
            if (loss < bestValidationLoss || (Double.isNaN(bestValidationLoss) && !Double.isNaN(loss))) {
                bestValidationLoss = loss;
                bestEpoch = epoch;
            }
        }
    }

    private boolean waitsForTarget() {
        return epochsToTarget < 0 && !Double.isNaN(criteria.target());
    }

    /** Whether {@link #endEpoch} evaluates the networks. */
    boolean needsEvaluation() {
        return waitsForTarget() || settings.patience() > 0;
    }

    /** The result of a run that diverged within the epoch, after the steps that were added. */
    EndpointRun.EndpointResult diverged(Ensemble ensemble) {
        double fraction = (double) samples / partition.train().samples();
        return result(true, epoch + fraction, null, null, ensemble);
    }

    /** The result of a run that has ended. */
    EndpointRun.EndpointResult ended(Ensemble ensemble) {
        Evaluation train = ensemble.evaluate(
                partition.train().features(), partition.train().targets());
        if (!Double.isFinite(train.loss())) {
            return result(true, epoch, null, null, ensemble);
        }
        Evaluation validation = ensemble.evaluate(
                partition.validation().features(), partition.validation().targets());
        return result(false, epoch, train, validation, ensemble);
    }

    private EndpointRun.EndpointResult result(
            boolean diverged,
            double epochs,
            @Nullable Evaluation train,
            @Nullable Evaluation validation,
            Ensemble ensemble) {
        return new EndpointRun.EndpointResult(
                diverged,
                epochs,
                initialLoss,
                train,
                validation,
                epochsToTarget,
                Arrays.copyOf(epochLosses, epoch),
                ensemble);
    }
}
