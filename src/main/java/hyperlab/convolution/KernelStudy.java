package hyperlab.convolution;

import hyperlab.data.Partition;
import hyperlab.data.Partitions;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.train.IncrementalStudy;
import hyperlab.train.TrainingListener;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Validation accuracy and training time as a function of the kernel size and stride of the first convolution. Each
 * combination is trained separately with several seeds.
 *
 * @param choice the network; its own kernel size and stride are ignored
 * @param seed of the first training; later ones use consecutive seeds
 * @param seeds number of trainings for each combination
 */
public record KernelStudy(NetworkChoice choice, long seed, int seeds) implements IncrementalStudy<KernelStudy.Measured> {
    public static final List<Integer> KERNELS = List.of(1, 3, 5, 7);
    public static final List<Integer> STRIDES = List.of(1, 2, 3);

    /**
     * The results for one kernel size and stride.
     *
     * @param accuracies on the validation data after training, one for each seed
     * @param seconds of training time, one for each seed
     * @param cost of the whole network for one image
     */
    public record Measured(int kernel, int stride, List<Double> accuracies, List<Double> seconds, LayerCost cost) {
        public Measured {
            accuracies = List.copyOf(accuracies);
            seconds = List.copyOf(seconds);
        }

        /** The median: the middle number, or the mean of the two middle numbers. */
        public static double median(List<Double> numbers) {
            List<Double> sorted = numbers.stream().sorted().toList();
            int half = sorted.size() / 2;
            return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        }
    }

    @Override
    public void run(PartialResultsListener<Measured> listener, BooleanSupplier cancelled) {
        List<NetworkChoice> choices = choices();
        List<Measured> found = new ArrayList<>();
        double done = 0;
        for (NetworkChoice each : choices) {
            List<Double> accuracies = new ArrayList<>();
            List<Double> seconds = new ArrayList<>();
            for (int k = 0; k < seeds; k++) {
                TrainingRun run = run(each, seed + k, cancelled);
                if (cancelled.getAsBoolean()) {
                    return;
                }
                accuracies.add(run.report().validationAccuracy());
                seconds.add(run.report().trainSeconds());
                done++;
                listener.resultsChanged(List.copyOf(found), done / (choices.size() * seeds));
            }
            LayerCost cost = LayerCost.sum(LayerCost.of(each.shape()));
            found.add(new Measured(each.kernel(), each.stride(), accuracies, seconds, cost));
            listener.resultsChanged(List.copyOf(found), done / (choices.size() * seeds));
        }
    }

    private static TrainingRun run(NetworkChoice choice, long seed, BooleanSupplier cancelled) {
        Experiment experiment = choice.experiment(seed);
        Partition partition = Partitions.of(experiment.data(), seed, null);
        TrainingRun run = new TrainingRun(experiment, partition, null);
        TrainingListener none = report -> {};
        run.train(none, cancelled);
        return run;
    }

    /** All combinations for which at least one pixel remains, ordered by stride. */
    private List<NetworkChoice> choices() {
        List<NetworkChoice> choices = new ArrayList<>();
        for (int stride : STRIDES) {
            for (int kernel : KERNELS) {
                NetworkChoice wanted = choice.withKernel(kernel).withStride(stride);
                if (leavesPixels(wanted)) {
                    choices.add(wanted);
                }
            }
        }
        return choices;
    }

    private static boolean leavesPixels(NetworkChoice choice) {
        try {
            choice.shape();
            return true;
        } catch (InvalidInputException none) {
            return false;
        }
    }
}
