package hyperlab.app.batch;

import hyperlab.batch.BatchDraws;
import hyperlab.batch.BatchSetup;
import hyperlab.batch.BatchSizes;
import hyperlab.batch.BatchWalk;
import hyperlab.batch.Pacing;
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
 * @param walks one descent for each batch size
 * @param singles every sample as a batch of its own
 * @param cloud batches of the chosen size
 * @param spreads batches of every size for which the spread is measured
 */
public record Comparison(
        BatchSetup setup,
        TwoWeightModel model,
        Pacing pacing,
        Map<Walker, BatchWalk> walks,
        BatchDraws singles,
        BatchDraws cloud,
        List<BatchDraws> spreads) {
    /** Number of batches in the cloud. */
    static final int CLOUD = 200;

    /** The number of batches drawn for each size is this divided by the number of samples, within the limits below. */
    private static final int SPREAD_SAMPLES = 250_000;

    private static final int FEWEST_SPREAD = 100;
    private static final int MOST_SPREAD = 1_000;

    /** This many sample gradients are computed within a few milliseconds. */
    private static final long SHORT = 800_000;

    /**
     * Computes all descents.
     *
     * @param times step times; null before they are measured
     * @param before a previous comparison, whose model and batches are reused if they are the same; null for none
     */
    static Comparison of(BatchSetup setup, DataSet data, @Nullable StepTimes times, @Nullable Comparison before) {
        Comparison same = before != null && before.isOn(setup, data) ? before : null;
        TwoWeightModel model = same == null ? TwoWeightModel.of(setup.model(), data) : same.model();
        Pacing pacing = Pacing.of(setup, model.samples(), times);
        int size = pacing.chosen().batch();
        return new Comparison(
                setup,
                model,
                pacing,
                walks(setup, model, pacing),
                same == null ? BatchDraws.singles(model) : same.singles(),
                same == null || same.cloud().size() != size
                        ? BatchDraws.of(model, size, CLOUD, setup.seed())
                        : same.cloud(),
                same == null ? spreads(model, setup.seed()) : same.spreads());
    }

    private boolean isOn(BatchSetup other, DataSet data) {
        return setup.model().equals(other.model())
                && setup.seed() == other.seed()
                && Objects.equals(model.data(), data);
    }

    private static Map<Walker, BatchWalk> walks(BatchSetup setup, TwoWeightModel model, Pacing pacing) {
        Map<Walker, BatchWalk> walks = new EnumMap<>(Walker.class);
        for (Walker walker : Walker.values()) {
            var training = walker.settings(setup.training());
            int steps = pacing.steps(training.cut(model.samples()));
            walks.put(walker, BatchWalk.of(model, training, setup.startX(), setup.startY(), steps, setup.seed()));
        }
        return walks;
    }

    private static List<BatchDraws> spreads(TwoWeightModel model, long seed) {
        return BatchSizes.upTo(model.samples()).stream()
                .map(size -> size == 1
                        ? BatchDraws.singles(model)
                        : BatchDraws.of(model, size, draws(model.samples()), seed))
                .toList();
    }

    private static int draws(int samples) {
        return Math.max(FEWEST_SPREAD, Math.min(MOST_SPREAD, SPREAD_SAMPLES / samples));
    }

    /** Returns whether the computation is short enough to run on the calling thread. */
    static boolean isShort(BatchSetup setup, DataSet data, @Nullable Comparison before) {
        int samples = setup.model().samples(data);
        Pacing pacing = Pacing.of(setup, samples, null);
        long chosen = (long) pacing.length() * (pacing.chosen().batch() + samples);
        boolean same = before != null && before.isOn(setup, data);
        return chosen + (long) samples * setup.epochs() + (same ? 0 : 2L * draws(samples) * samples) <= SHORT;
    }

    public BatchWalk walk(Walker walker) {
        return Objects.requireNonNull(walks.get(walker));
    }

    /** 2/λmax: the full batch diverges at rates above this. */
    public double limit() {
        return 2 / model.whole().largestCurvature();
    }
}
