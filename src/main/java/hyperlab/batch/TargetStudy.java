package hyperlab.batch;

import hyperlab.train.IncrementalStudy;
import hyperlab.train.Quantiles;
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
public record TargetStudy(TwoWeightModel model, BatchSetup setup)
        implements IncrementalStudy<TargetStudy.StepsToTarget> {
    /** A run that has not reached the target after this many steps counts as never reaching it. */
    public static final int MAX_STEPS = 5_000;

    /**
     * The number of candidate rates in the search for the best: 2/λmax and below, each the previous one divided by √2.
     */
    private static final int CANDIDATE_RATES = 16;

    private static final long SEARCH_SEED_OFFSET = 1_000_000;

    /**
     * The result for one batch size.
     *
     * @param batchSize B
     * @param rate the learning rate η
     * @param steps the quartiles of the number of steps over the seeds; infinity means never
     * @param samples the quartiles of the number of samples that these steps used
     * @param reachedRuns the number of runs that reached the target
     * @param runs the number of runs
     */
    public record StepsToTarget(
            int batchSize, double rate, Quantiles steps, Quantiles samples, int reachedRuns, int runs) {}

    /** How far the target is above the minimum loss. */
    public double targetExcessLoss() {
        return setup.target().lossFraction() * model.excessLoss(setup.startX(), setup.startY());
    }

    @Override
    public void run(PartialResultsListener<StepsToTarget> listener, BooleanSupplier cancelled) {
        List<Integer> sizes = BatchSizes.upTo(model.samples());
        List<StepsToTarget> results = new ArrayList<>();
        // From the full batch down, because large batches finish quickly.
        for (int k = sizes.size() - 1; k >= 0; k--) {
            int batch = sizes.get(k);
            double rate = setup.target().bestRate()
                    ? bestRate(batch, cancelled)
                    : setup.training().rateFor(batch);
            double[] steps = steps(batch, rate, 0, MAX_STEPS, cancelled);
            if (cancelled.getAsBoolean()) {
                return;
            }
            EpochBatches cut =
                    new EpochBatches(model.samples(), batch, setup.training().dropLast());
            double[] samples = DoubleStream.of(steps)
                    .map(count -> Double.isInfinite(count) ? count : cut.samplesAfter((int) count))
                    .toArray();
            int reached = (int) DoubleStream.of(steps).filter(Double::isFinite).count();
            results.add(
                    0,
                    new StepsToTarget(
                            batch,
                            rate,
                            Quantiles.ofPossiblyInfinite(steps),
                            Quantiles.ofPossiblyInfinite(samples),
                            reached,
                            steps.length));
            listener.resultsChanged(List.copyOf(results), (double) results.size() / sizes.size());
        }
    }

    /** The rate with the smallest median number of steps; no run takes more steps than the best median so far. */
    private double bestRate(int batch, BooleanSupplier cancelled) {
        double bestSoFar = 1 / model.fullLoss().largestCurvature();
        int fewestSteps = MAX_STEPS;
        for (int k = 0; k < CANDIDATE_RATES && !cancelled.getAsBoolean(); k++) {
            double rate = 2 / model.fullLoss().largestCurvature() / Math.pow(2, k / 2.0);
            double median = Quantiles.ofPossiblyInfinite(steps(batch, rate, SEARCH_SEED_OFFSET, fewestSteps, cancelled))
                    .median();
            if (median < fewestSteps) {
                fewestSteps = (int) Math.ceil(median);
                bestSoFar = rate;
            }
        }
        return bestSoFar;
    }

    /** The number of steps for each seed. The full batch does not depend on the order, so a single run is enough. */
    private double[] steps(int batch, double rate, long seedOffset, int maxSteps, BooleanSupplier cancelled) {
        int runs = batch == model.samples() ? 1 : setup.target().seeds();
        double[] steps = new double[runs];
        for (int run = 0; run < runs && !cancelled.getAsBoolean(); run++) {
            OptionalInt reached = stepsToTarget(batch, rate, setup.seed() + seedOffset + run, maxSteps);
            steps[run] = reached.isPresent() ? reached.getAsInt() : Double.POSITIVE_INFINITY;
        }
        return steps;
    }

    private OptionalInt stepsToTarget(int batch, double rate, long seed, int maxSteps) {
        BatchSettings training = setup.training();
        EpochBatches cut = new EpochBatches(model.samples(), batch, training.dropLast());
        SgdPath.SgdStepper stepper = new SgdPath.SgdStepper(model, cut, rate, training.shuffle(), seed);
        stepper.start(setup.startX(), setup.startY());
        double target = targetExcessLoss();
        for (int step = 0; step <= maxSteps; step++) {
            if (model.excessLoss(stepper.x(), stepper.y()) <= target) {
                return OptionalInt.of(step);
            }
            if (step == maxSteps || !stepper.step()) {
                break;
            }
        }
        return OptionalInt.empty();
    }
}
