package hyperlab.batch;

import hyperlab.train.IncrementalStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;

/**
 * Counts the steps and the samples that runs with each batch size need until their loss first reaches the target, which
 * is a fraction of the start's height above the minimum loss. With the best rate for each batch size, the number of
 * steps falls as {@code 1 + B_crit/B} (McCandlish et al. 2018, equation 2.11): each doubling halves it while B is far
 * below the critical batch size, and hardly changes it far above. The search for the best rate uses different seeds
 * from those that are counted, so that the choice is not biased by luck.
 *
 * @param model the model to train
 * @param setup the start, the mini-batch settings, and the target
 */
public record TargetStudy(TwoWeightModel model, BatchSetup setup) implements IncrementalStudy<TargetStudy.Reached> {
    /** A run that has not reached the target after this many steps counts as never reaching it. */
    public static final int MOST_STEPS = 5_000;

    /**
     * The number of candidate rates in the search for the best: 2/λmax and below, each the previous one divided by √2.
     */
    private static final int RATES = 16;

    private static final long OTHER_SEEDS = 1_000_000;

    /**
     * The result for one batch size.
     *
     * @param batch B
     * @param rate the learning rate η
     * @param steps the quartiles of the number of steps over the seeds; infinity means never
     * @param samples the quartiles of the number of samples that these steps used
     * @param there the number of runs that reached the target
     * @param walks the number of runs
     */
    public record Reached(int batch, double rate, Quartiles steps, Quartiles samples, int there, int walks) {}

    /** How far the target is above the minimum loss. */
    public double target() {
        return setup.target().share() * model.excess(setup.startX(), setup.startY());
    }

    @Override
    public void run(PartialResultsListener<Reached> listener, BooleanSupplier cancelled) {
        List<Integer> sizes = BatchSizes.upTo(model.samples());
        List<Reached> found = new ArrayList<>();
        // From the full batch down, because large batches finish quickly.
        for (int k = sizes.size() - 1; k >= 0; k--) {
            int batch = sizes.get(k);
            double rate = setup.target().bestRate()
                    ? bestRate(batch, cancelled)
                    : setup.training().rate(batch);
            double[] steps = steps(batch, rate, 0, MOST_STEPS, cancelled);
            if (cancelled.getAsBoolean()) {
                return;
            }
            EpochCut cut = new EpochCut(model.samples(), batch, setup.training().dropLast());
            double[] samples = DoubleStream.of(steps)
                    .map(count -> Double.isInfinite(count) ? count : cut.samplesAfter((int) count))
                    .toArray();
            int there = (int) DoubleStream.of(steps).filter(Double::isFinite).count();
            found.add(0, new Reached(batch, rate, Quartiles.of(steps), Quartiles.of(samples), there, steps.length));
            listener.resultsChanged(List.copyOf(found), (double) found.size() / sizes.size());
        }
    }

    /** The rate with the smallest median number of steps; no run takes more steps than the best median so far. */
    private double bestRate(int batch, BooleanSupplier cancelled) {
        double best = 1 / model.whole().largestCurvature();
        int fewest = MOST_STEPS;
        for (int k = 0; k < RATES && !cancelled.getAsBoolean(); k++) {
            double rate = 2 / model.whole().largestCurvature() / Math.pow(2, k / 2.0);
            double median = Quartiles.of(steps(batch, rate, OTHER_SEEDS, fewest, cancelled))
                    .median();
            if (median < fewest) {
                fewest = (int) Math.ceil(median);
                best = rate;
            }
        }
        return best;
    }

    /** The number of steps for each seed. The full batch does not depend on the order, so a single run is enough. */
    private double[] steps(int batch, double rate, long seedsFrom, int most, BooleanSupplier cancelled) {
        int walks = batch == model.samples() ? 1 : setup.target().seeds();
        double[] steps = new double[walks];
        for (int walk = 0; walk < walks && !cancelled.getAsBoolean(); walk++) {
            OptionalInt there = firstWithin(batch, rate, setup.seed() + seedsFrom + walk, most);
            steps[walk] = there.isPresent() ? there.getAsInt() : Double.POSITIVE_INFINITY;
        }
        return steps;
    }

    private OptionalInt firstWithin(int batch, double rate, long seed, int most) {
        BatchSettings training = setup.training();
        EpochCut cut = new EpochCut(model.samples(), batch, training.dropLast());
        BatchWalk.Steps walking = new BatchWalk.Steps(model, cut, rate, training.shuffle(), seed);
        walking.start(setup.startX(), setup.startY());
        double target = target();
        for (int step = 0; step <= most; step++) {
            if (model.excess(walking.x(), walking.y()) <= target) {
                return OptionalInt.of(step);
            }
            if (step == most || !walking.step()) {
                break;
            }
        }
        return OptionalInt.empty();
    }
}
