package hyperlab.batch;

import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentRunSettings;
import hyperlab.descent.GradientDescent;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.train.IncrementalStudy;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Counts how many noisy descents leave the shallower of two wells, for different batch sizes and rates. A descent
 * starts at the bottom of that well, and its gradient has an error of standard deviation S/√B. It has escaped if it
 * reaches the bottom of the other well within its steps and does not diverge. Run r of every batch size and rate draws
 * its errors from the seed + r, so the results are reproducible.
 *
 * <p>For small rates, the ratio ηS²/B determines the result (Jastrzębski et al. 2017, "Three Factors Influencing Minima
 * in SGD"): doubling the rate has the same effect as halving the batch size.
 *
 * @param training supplies the base rate, which is scaled with the batch size if these settings ask for it
 * @param settings the wells and the noise
 * @param seed the seed of the errors
 */
public record EscapeStudy(BatchSettings training, EscapeSettings settings, long seed)
        implements IncrementalStudy<EscapeStudy.EscapeCount> {
    /** The factors by which the rate is multiplied; each one is a line in the chart. */
    public static final List<Double> RATE_FACTORS = List.of(0.5, 1.0, 2.0);

    public static final int MAX_BATCH_SIZE = 256;

    private static final int RUNS_PER_ROUND = 20;

    /**
     * The result for one batch size and rate.
     *
     * @param rateFactor one of {@link #RATE_FACTORS}
     * @param batchSize B
     * @param escaped the proportion of the descents so far that escaped
     * @param diverged the number of descents that diverged
     */
    public record EscapeCount(double rateFactor, int batchSize, Proportion escaped, int diverged) {}

    /** The function that is minimized. */
    public ObjectiveFunction objective() {
        return ObjectiveFunctions.of("doubleWell", Map.of("tilt", settings.tilt()));
    }

    /** Where descents start: the minimum on the right. */
    public double start() {
        return minimumPoints().max().orElseThrow();
    }

    /** Where a descent counts as escaped: the minimum on the left. */
    public double escapePoint() {
        return minimumPoints().min().orElseThrow();
    }

    private DoubleStream minimumPoints() {
        return objective().minima().stream()
                .mapToDouble(minimum -> minimum.point().get(0));
    }

    @Override
    public void run(PartialResultsListener<EscapeCount> listener, BooleanSupplier cancelled) {
        List<EscapeCounter> cells = RATE_FACTORS.stream()
                .flatMap(factor ->
                        BatchSizes.upTo(MAX_BATCH_SIZE).stream().map(batch -> new EscapeCounter(factor, batch)))
                .toList();
        for (int finishedRuns = 0; finishedRuns < settings.runs(); finishedRuns += RUNS_PER_ROUND) {
            int roundEnd = Math.min(settings.runs(), finishedRuns + RUNS_PER_ROUND);
            for (EscapeCounter cell : cells) {
                if (cancelled.getAsBoolean()) {
                    return;
                }
                cell.runDescents(finishedRuns, roundEnd);
            }
            listener.resultsChanged(
                    cells.stream().map(EscapeCounter::toCount).toList(), (double) roundEnd / settings.runs());
        }
    }

    /** Runs one descent of the study. */
    public DescentPath descend(double factor, int batch, int run) {
        double rate = training.rateFor(batch) * factor;
        DescentRunSettings.GradientErrorSettings noise =
                new DescentRunSettings.GradientErrorSettings(settings.noise(), batch, seed + run);
        return GradientDescent.run(
                objective(),
                new DescentRunSettings(
                        List.of(start()), rate, Sgd.DEFAULT, Schedule.ConstantRate.DEFAULT, noise, settings.steps()));
    }

    /** Whether a descent has escaped. */
    public boolean hasEscaped(DescentPath path) {
        double escapeX = escapePoint();
        return !path.diverged() && IntStream.range(0, path.rows()).anyMatch(row -> path.x(row) <= escapeX);
    }

    private final class EscapeCounter {
        private final double rateFactor;
        private final int batchSize;
        private int escaped;
        private int diverged;
        private int runs;

        EscapeCounter(double factor, int batch) {
            this.rateFactor = factor;
            this.batchSize = batch;
        }

        void runDescents(int from, int to) {
            for (int run = from; run < to; run++) {
                DescentPath path = EscapeStudy.this.descend(rateFactor, batchSize, run);
                escaped += EscapeStudy.this.hasEscaped(path) ? 1 : 0;
                diverged += path.diverged() ? 1 : 0;
                runs++;
            }
        }

        EscapeCount toCount() {
            return new EscapeCount(rateFactor, batchSize, new Proportion(escaped, runs), diverged);
        }
    }
}
