package hyperlab.batch;

import hyperlab.descent.DescentMoments;
import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentRunSettings;
import hyperlab.descent.GradientDescent;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.train.IncrementalStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * Repeats the same noisy descent for several batch sizes to measure how far its end points spread. The error on each
 * gradient has standard deviation S/√B. Run r of every batch size draws its errors from the seed + r, so the first run
 * is the same as that of {@code hyperlab descend} with this seed.
 *
 * @param objective the function to minimize
 * @param settings the descent; its noise sets S, the selected batch size and the seed
 * @param runs the number of descents for each batch size, at least 2
 */
public record NoiseStudy(ObjectiveFunction objective, DescentRunSettings settings, int runs)
        implements IncrementalStudy<PathDistribution> {
    /** The batch sizes that the selected one is compared with; each is four times the one before. */
    public static final List<Integer> COMPARED_BATCH_SIZES = List.of(1, 4, 16, 64, 256);

    private static final int MAX_ROUNDS = 10;
    /** The minimum number of steps in a round, so that short studies do not evaluate their results too often. */
    private static final long MIN_STEPS_PER_ROUND = 50_000;

    /** The selected batch size first, followed by the others in increasing order. */
    public List<Integer> batchSizes() {
        List<Integer> batches = new ArrayList<>(new TreeSet<>(COMPARED_BATCH_SIZES));
        batches.remove(Integer.valueOf(settings.noise().batchSize()));
        batches.add(0, settings.noise().batchSize());
        return batches;
    }

    /** The total number of steps. */
    public long totalSteps() {
        return (long) settings.steps() * runs * batchSizes().size();
    }

    @Override
    public void run(PartialResultsListener<PathDistribution> listener, BooleanSupplier cancelled) {
        List<PathDistribution> clouds = new ArrayList<>();
        int batches = batchSizes().size();
        int rounds = (int) Math.min(MAX_ROUNDS, 1 + totalSteps() / batches / MIN_STEPS_PER_ROUND);
        boolean isNormal = DescentMoments.of(objective, settings).isPresent();
        for (int batchSize : batchSizes()) {
            int cloudIndex = clouds.size();
            clouds.add(PathDistribution.empty(batchSize, objective.dimensions(), settings.steps(), isNormal));
            for (int round = 1; round <= rounds; round++) {
                List<PathDistribution.SampledPath> newPaths = new ArrayList<>();
                for (int run = clouds.get(cloudIndex).pathCount(); run < runs * round / rounds; run++) {
                    if (cancelled.getAsBoolean()) {
                        return;
                    }
                    newPaths.add(clouds.get(cloudIndex).sample(walk(batchSize, run)));
                }
                clouds.set(cloudIndex, clouds.get(cloudIndex).withPaths(newPaths));
                listener.resultsChanged(List.copyOf(clouds), (cloudIndex + (double) round / rounds) / batches);
            }
        }
    }

    /** Runs one descent of the study. */
    public DescentPath walk(int batchSize, int run) {
        DescentRunSettings.GradientErrorSettings noise = new DescentRunSettings.GradientErrorSettings(
                settings.noise().deviation(), batchSize, settings.noise().seed() + run);
        return GradientDescent.run(objective, settings.withNoise(noise));
    }
}
