package hyperlab.activation;

import hyperlab.nn.Activation;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.train.IncrementalStudy;
import hyperlab.train.Quantiles;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * The slopes of PReLU while they are learned together with the weights, one slope for each hidden layer, epoch by epoch
 * (He, Zhang, Ren and Sun 2015, equations 7 to 11, channel-shared variant).
 *
 * @param settings data, network and training
 * @param initialSlope initial value of all slopes
 * @param seed of the first training; later ones use consecutive seeds
 * @param threads maximum number of trainings that run at the same time
 * @param executor provides the threads in addition to the calling thread
 */
public record PreluSlopeStudy(
        ActivationTrainingSettings settings, double initialSlope, long seed, int threads, Executor executor)
        implements IncrementalStudy<PreluSlopeStudy.EpochSlopes> {
    /**
     * The state after one epoch.
     *
     * @param slopes of each hidden layer in order; a diverged training counts as NaN
     * @param loss on the whole training data; a diverged training counts as NaN
     */
    public record EpochSlopes(int epoch, List<Quantiles> slopes, Quantiles loss) {
        public EpochSlopes {
            slopes = List.copyOf(slopes);
        }
    }

    @Override
    public void run(PartialResultsListener<EpochSlopes> listener, BooleanSupplier cancelled) {
        ParallelTrainings runs =
                new ParallelTrainings(settings, List.of(new Activation.Prelu(initialSlope)), seed, threads, executor);
        List<EpochSlopes> results = new ArrayList<>();
        for (int epoch = 0; epoch <= settings.epochs(); epoch++) {
            if (epoch > 0) {
                runs.trainEpoch(cancelled);
            }
            if (cancelled.getAsBoolean()) {
                return;
            }
            List<Quantiles> slopes = new ArrayList<>();
            for (int layer = 0; layer < settings.hidden().size(); layer++) {
                int layerIndex = layer;
                slopes.add(Quantiles.of(runs.values(0, run -> slope(run, layerIndex))));
            }
            results.add(new EpochSlopes(
                    epoch,
                    slopes,
                    Quantiles.of(runs.values(0, run -> run.report().trainLoss()))));
            listener.resultsChanged(List.copyOf(results), (double) epoch / settings.epochs());
        }
    }

    private static double slope(TrainingRun run, int layer) {
        int prelu = 0;
        for (LayerWeights weights : run.network().weights()) {
            if (weights instanceof LayerWeights.Prelu learned && prelu++ == layer) {
                return learned.slope()[0];
            }
        }
        throw new IllegalArgumentException("no slope of layer " + layer);
    }
}
