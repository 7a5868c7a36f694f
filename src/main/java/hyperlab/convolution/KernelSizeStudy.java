package hyperlab.convolution;

import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
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
 * @param settings the network; its own kernel size and stride are ignored
 * @param seed of the first training; later ones use consecutive seeds
 * @param seeds number of trainings for each combination
 */
public record KernelSizeStudy(DigitNetworkSettings settings, long seed, int seeds)
        implements IncrementalStudy<KernelSizeStudy.KernelSizeResult> {
    public static final List<Integer> KERNEL_SIZES = List.of(1, 3, 5, 7);
    public static final List<Integer> STRIDES = List.of(1, 2, 3);

    /**
     * The results for one kernel size and stride.
     *
     * @param accuracies on the validation data after training, one for each seed
     * @param seconds of training time, one for each seed
     * @param cost of the whole network for one image
     */
    public record KernelSizeResult(
            int kernel, int stride, List<Double> accuracies, List<Double> seconds, LayerCost cost) {
        public KernelSizeResult {
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
    public void run(PartialResultsListener<KernelSizeResult> listener, BooleanSupplier cancelled) {
        List<DigitNetworkSettings> combinations = combinations();
        List<KernelSizeResult> results = new ArrayList<>();
        double finished = 0;
        for (DigitNetworkSettings each : combinations) {
            List<Double> accuracies = new ArrayList<>();
            List<Double> seconds = new ArrayList<>();
            for (int k = 0; k < seeds; k++) {
                TrainingRun run = run(each, seed + k, cancelled);
                if (cancelled.getAsBoolean()) {
                    return;
                }
                accuracies.add(run.report().validationAccuracy());
                seconds.add(run.report().trainSeconds());
                finished++;
                listener.resultsChanged(List.copyOf(results), finished / (combinations.size() * seeds));
            }
            LayerCost cost = LayerCost.sum(LayerCost.of(each.shape()));
            results.add(new KernelSizeResult(each.kernel(), each.stride(), accuracies, seconds, cost));
            listener.resultsChanged(List.copyOf(results), finished / (combinations.size() * seeds));
        }
    }

    private static TrainingRun run(DigitNetworkSettings choice, long seed, BooleanSupplier cancelled) {
        Experiment experiment = choice.experiment(seed);
        DataSplit partition = DataSplitter.loadAndSplit(experiment.data(), seed, null);
        TrainingRun run = new TrainingRun(experiment, partition, null);
        TrainingListener none = report -> {};
        run.train(none, cancelled);
        return run;
    }

    /** All combinations for which at least one pixel remains, ordered by stride. */
    private List<DigitNetworkSettings> combinations() {
        List<DigitNetworkSettings> combinations = new ArrayList<>();
        for (int stride : STRIDES) {
            for (int kernel : KERNEL_SIZES) {
                DigitNetworkSettings combination = settings.withKernel(kernel).withStride(stride);
                if (leavesPixels(combination)) {
                    combinations.add(combination);
                }
            }
        }
        return combinations;
    }

    private static boolean leavesPixels(DigitNetworkSettings choice) {
        try {
            choice.shape();
            return true;
        } catch (InvalidInputException none) {
            return false;
        }
    }
}
