package hyperlab.lab.batchsize;

import hyperlab.batch.BatchSetup;
import hyperlab.batch.BatchSizes;
import hyperlab.batch.MiniBatchGradients;
import hyperlab.batch.SgdPath;
import hyperlab.batch.StepConverter;
import hyperlab.batch.StepTimes;
import hyperlab.batch.TwoWeightModel;
import hyperlab.data.DataSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A setup with its three complete descents, and the batches whose gradients the charts show.
 *
 * @param pacing how many steps each descent has taken when the chosen one is at a given step
 * @param paths one descent for each batch size
 * @param singles every sample as a batch of its own
 * @param cloud batches of the chosen size
 * @param spreads batches of every size for which the spread is measured
 */
public record BatchSizeComparison(
        BatchSetup setup,
        TwoWeightModel model,
        StepConverter pacing,
        Map<ComparedDescent, SgdPath> paths,
        MiniBatchGradients singles,
        MiniBatchGradients cloud,
        List<MiniBatchGradients> spreads) {
    /** Number of batches in the cloud. */
    static final int CLOUD_BATCHES = 200;

    /** The number of batches drawn for each size is this divided by the number of samples, within the limits below. */
    private static final int SPREAD_GRADIENTS = 250_000;

    private static final int MIN_SPREAD_BATCHES = 100;
    private static final int MAX_SPREAD_BATCHES = 1_000;

    /** This many sample gradients are computed within a few milliseconds. */
    private static final long SHORT_GRADIENTS = 800_000;

    /**
     * Computes all descents.
     *
     * @param times step times; null before they are measured
     * @param previous a previous comparison, whose model and batches are reused if they are the same; null for none
     */
    static BatchSizeComparison of(
            BatchSetup setup, DataSet data, @Nullable StepTimes times, @Nullable BatchSizeComparison previous) {
        BatchSizeComparison reusable = previous != null && previous.matches(setup, data) ? previous : null;
        TwoWeightModel model = reusable == null ? TwoWeightModel.of(setup.model(), data) : reusable.model();
        StepConverter pacing = StepConverter.of(setup, model.samples(), times);
        int size = pacing.selectedBatches().batchSize();
        return new BatchSizeComparison(
                setup,
                model,
                pacing,
                computePaths(setup, model, pacing),
                reusable == null ? MiniBatchGradients.singleSamples(model) : reusable.singles(),
                reusable == null || reusable.cloud().size() != size
                        ? MiniBatchGradients.of(model, size, CLOUD_BATCHES, setup.seed())
                        : reusable.cloud(),
                reusable == null ? spreads(model, setup.seed()) : reusable.spreads());
    }

    private boolean matches(BatchSetup other, DataSet data) {
        return setup.model().equals(other.model())
                && setup.seed() == other.seed()
                && Objects.equals(model.data(), data);
    }

    private static Map<ComparedDescent, SgdPath> computePaths(
            BatchSetup setup, TwoWeightModel model, StepConverter pacing) {
        Map<ComparedDescent, SgdPath> walks = new EnumMap<>(ComparedDescent.class);
        for (ComparedDescent descent : ComparedDescent.values()) {
            var training = descent.settings(setup.training());
            int steps = pacing.steps(training.epochBatches(model.samples()));
            walks.put(descent, SgdPath.of(model, training, setup.startX(), setup.startY(), steps, setup.seed()));
        }
        return walks;
    }

    private static List<MiniBatchGradients> spreads(TwoWeightModel model, long seed) {
        return BatchSizes.upTo(model.samples()).stream()
                .map(size -> size == 1
                        ? MiniBatchGradients.singleSamples(model)
                        : MiniBatchGradients.of(model, size, spreadBatches(model.samples()), seed))
                .toList();
    }

    private static int spreadBatches(int samples) {
        return Math.max(MIN_SPREAD_BATCHES, Math.min(MAX_SPREAD_BATCHES, SPREAD_GRADIENTS / samples));
    }

    /** Returns whether the computation is short enough to run on the calling thread. */
    static boolean isShort(BatchSetup setup, DataSet data, @Nullable BatchSizeComparison previous) {
        int samples = setup.model().samples(data);
        StepConverter pacing = StepConverter.of(setup, samples, null);
        long chosen = (long) pacing.totalSteps() * (pacing.selectedBatches().batchSize() + samples);
        boolean reusable = previous != null && previous.matches(setup, data);
        return chosen + (long) samples * setup.epochs() + (reusable ? 0 : 2L * spreadBatches(samples) * samples)
                <= SHORT_GRADIENTS;
    }

    public SgdPath path(ComparedDescent descent) {
        return Objects.requireNonNull(paths.get(descent));
    }

    /** 2/λmax: the full batch diverges at rates above this. */
    public double maxStableRate() {
        return 2 / model.fullLoss().largestCurvature();
    }
}
