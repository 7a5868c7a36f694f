package hyperlab.activation;

import hyperlab.nn.Activation;
import hyperlab.nn.LayerWeights;
import hyperlab.train.Spread;
import hyperlab.train.Study;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * PReLU's slopes as they are learned together with the weights, one a hidden layer, epoch by epoch (He, Zhang, Ren and Sun
 * 2015, equations 7 to 11, channel-shared).
 *
 * @param choice data, network and training
 * @param start where all slopes start
 * @param seed of the first training
 * @param threads at most so many trainings are under way at once
 * @param executor lends the threads beside the calling one
 */
public record SlopeStudy(TrainingChoice choice, double start, long seed, int threads, Executor executor)
        implements Study<SlopeStudy.Slopes> {
    /**
     * After one epoch.
     *
     * @param slopes of each hidden layer, from the first; NaN of those trainings that have diverged
     * @param loss over the whole training part
     */
    public record Slopes(int epoch, List<Spread> slopes, Spread loss) {
        public Slopes {
            slopes = List.copyOf(slopes);
        }
    }

    @Override
    public void run(Listener<Slopes> listener, BooleanSupplier cancelled) {
        SideBySide runs = new SideBySide(choice, List.of(new Activation.Prelu(start)), seed, threads, executor);
        List<Slopes> found = new ArrayList<>();
        for (int epoch = 0; epoch <= choice.epochs(); epoch++) {
            if (epoch > 0) {
                runs.epoch(cancelled);
            }
            if (cancelled.getAsBoolean()) {
                return;
            }
            List<Spread> slopes = new ArrayList<>();
            for (int layer = 0; layer < choice.hidden().size(); layer++) {
                int at = layer;
                slopes.add(Spread.of(runs.numbers(0, run -> slope(run, at))));
            }
            found.add(new Slopes(
                    epoch, slopes, Spread.of(runs.numbers(0, run -> run.report().trainLoss()))));
            listener.found(List.copyOf(found), (double) epoch / choice.epochs());
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
