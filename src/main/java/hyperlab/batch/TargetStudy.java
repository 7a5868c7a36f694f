package hyperlab.batch;

import hyperlab.train.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;

/**
 * How many steps, and how many samples, walks by each batch size take until their loss first lies at most a share of the
 * start's height above the least. At the best rate for each batch size the steps fall as {@code 1 + B_crit/B} (McCandlish
 * et al. 2018, equation 2.11): by half for each doubling while B is far below the critical batch size, hardly at all far
 * above it. The best rate is looked for with other seeds than those that are counted, so that luck does not choose it.
 *
 * @param model what is learned
 * @param setup where walks begin, how they go, and the target
 */
public record TargetStudy(TwoWeightModel model, BatchSetup setup) implements Study<TargetStudy.Reached> {
    /** A walk that is not there by then counts as never. */
    public static final int MOST_STEPS = 5_000;

    /** Rates that are tried for the best: 2/λmax divided by √2 so many times. */
    private static final int RATES = 16;

    private static final long OTHER_SEEDS = 1_000_000;

    /**
     * Of one batch size.
     *
     * @param batch B
     * @param rate η that it walked at
     * @param steps over the seeds; infinite for never
     * @param samples that these steps used
     * @param there how many of the walks reached the target
     * @param walks how many there were
     */
    public record Reached(int batch, double rate, Quartiles steps, Quartiles samples, int there, int walks) {}

    /** How far above the least loss the target lies. */
    public double target() {
        return setup.target().share() * model.excess(setup.startX(), setup.startY());
    }

    @Override
    public void run(Listener<Reached> listener, BooleanSupplier cancelled) {
        List<Integer> sizes = BatchSizes.upTo(model.samples());
        List<Reached> found = new ArrayList<>();
        // From the whole down: large batches are soon done.
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
            listener.found(List.copyOf(found), (double) found.size() / sizes.size());
        }
    }

    /** The rate with the fewest steps in the median; each is followed no further than the best so far. */
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

    /** The steps of each seed's walk; the whole has no order to shuffle, so that one stands for all. */
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
