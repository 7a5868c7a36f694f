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
 * A setup with all its walks, computed to their ends, and the batches that clouds of gradients are of.
 *
 * @param pacing how far the walks are when the chosen one is at a step
 * @param walks one for each walker
 * @param singles every sample as a batch
 * @param cloud batches of the chosen size
 * @param spreads batches of every size that is compared
 */
public record Comparison(
        BatchSetup setup,
        TwoWeightModel model,
        Pacing pacing,
        Map<Walker, BatchWalk> walks,
        BatchDraws singles,
        BatchDraws cloud,
        List<BatchDraws> spreads) {
    /** Batches of the chosen size in the cloud. */
    static final int CLOUD = 200;

    /** Sample gradients that the measured spreads are made of, for each size, within limits of how many batches. */
    private static final int SPREAD_SAMPLES = 250_000;

    private static final int FEWEST_SPREAD = 100;
    private static final int MOST_SPREAD = 1_000;

    /** Sample gradients that are worked out within a few milliseconds. */
    private static final long SHORT = 800_000;

    /**
     * Walks them all.
     *
     * @param times of steps; null before they are measured
     * @param before whose model and batches are taken over where they are the same; null for none
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

    /** Whether it is worked out so quickly that it need not wait for a worker. */
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

    /** 2/λmax: the rate from which on the whole batch diverges. */
    public double limit() {
        return 2 / model.whole().largestCurvature();
    }
}
