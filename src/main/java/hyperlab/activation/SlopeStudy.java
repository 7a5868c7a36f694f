package hyperlab.activation;

import hyperlab.nn.Activation;
import hyperlab.nn.LayerWeights;
import hyperlab.train.FiveNumberSummary;
import hyperlab.train.IncrementalStudy;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * The slopes of PReLU while they are learned together with the weights, one slope for each hidden layer, epoch by epoch
 * (He, Zhang, Ren and Sun 2015, equations 7 to 11, channel-shared variant).
 *
 * @param choice data, network and training
 * @param start initial value of all slopes
 * @param seed of the first training; later ones use consecutive seeds
 * @param threads maximum number of trainings that run at the same time
 * @param executor provides the threads in addition to the calling thread
 */
public record SlopeStudy(TrainingChoice choice, double start, long seed, int threads, Executor executor)
        implements IncrementalStudy<SlopeStudy.Slopes> {
    /**
     * The state after one epoch.
     *
     * @param slopes of each hidden layer in order; a diverged training counts as NaN
     * @param loss on the whole training data; a diverged training counts as NaN
     */
    public record Slopes(int epoch, List<FiveNumberSummary> slopes, FiveNumberSummary loss) {
        public Slopes {
            slopes = List.copyOf(slopes);
        }
    }

    @Override
    public void run(PartialResultsListener<Slopes> listener, BooleanSupplier cancelled) {
        SideBySide runs = new SideBySide(choice, List.of(new Activation.Prelu(start)), seed, threads, executor);
        List<Slopes> found = new ArrayList<>();
        for (int epoch = 0; epoch <= choice.epochs(); epoch++) {
            if (epoch > 0) {
                runs.epoch(cancelled);
            }
            if (cancelled.getAsBoolean()) {
                return;
            }
            List<FiveNumberSummary> slopes = new ArrayList<>();
            for (int layer = 0; layer < choice.hidden().size(); layer++) {
                int at = layer;
                slopes.add(FiveNumberSummary.of(runs.numbers(0, run -> slope(run, at))));
            }
            found.add(new Slopes(
                    epoch, slopes, FiveNumberSummary.of(runs.numbers(0, run -> run.report().trainLoss()))));
            listener.resultsChanged(List.copyOf(found), (double) epoch / choice.epochs());
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
