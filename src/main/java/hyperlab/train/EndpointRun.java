package hyperlab.train;

import hyperlab.data.DataSplit;
import hyperlab.nn.Ensemble;
import hyperlab.nn.Evaluation;
import hyperlab.rule.Checks;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A training run of which only the end matters. It performs the same steps as a {@link TrainingRun} with the same
 * settings, with the same numbers, bit for bit, but evaluates whole data sets only where the result needs it, and stops
 * as soon as the run has diverged. Use from one thread at a time.
 */
public final class EndpointRun {
    private final TrainingSettings settings;
    private final EnsembleTrainer members;
    private final EndpointTrack track;

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
        this.members = new EnsembleTrainer(experiment, partition, null);
        this.track = new EndpointTrack(
                settings,
                partition,
                criteria,
                EndpointTrack.InitialLosses.of(members.ensemble(), partition, settings.patience() > 0));
    }

    /**
     * Trains to the end.
     *
     * @param cancelled checked at each step; true stops the run
     * @return the result; null if canceled
     */
    public @Nullable EndpointResult run(BooleanSupplier cancelled) {
        if (track.divergesAtStart()) {
            return track.diverged(members.ensemble());
        }
        while (!track.hasEnded()) {
            double rate = track.rate();
            double[] layerRates = track.layerRates();
            members.startEpoch();
            track.startEpoch();
            while (members.hasNext()) {
                if (cancelled.getAsBoolean()) {
                    return null;
                }
                members.step(settings.batchSize().samples(), rate, layerRates);
                if (!track.addStep(members.batchLoss(), members.batchSamples())) {
                    return track.diverged(members.ensemble());
                }
            }
            if (!members.weightsAreFinite()) {
                return track.diverged(members.ensemble());
            }
            track.endEpoch(members.ensemble());
        }
        return track.ended(members.ensemble());
    }
}
