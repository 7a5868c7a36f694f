package hyperlab.batch;

import hyperlab.descent.Descent;
import hyperlab.descent.DescentPath;
import hyperlab.descent.Objective;
import hyperlab.descent.Objectives;
import hyperlab.descent.Walk;
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
        implements IncrementalStudy<EscapeStudy.Escapes> {
    /** The factors by which the rate is multiplied; each one is a line in the chart. */
    public static final List<Double> RATE_FACTORS = List.of(0.5, 1.0, 2.0);

    public static final int LARGEST_BATCH = 256;

    private static final int RUNS_A_ROUND = 20;

    /**
     * The result for one batch size and rate.
     *
     * @param factor one of {@link #RATE_FACTORS}
     * @param batch B
     * @param escaped the proportion of the descents so far that escaped
     * @param diverged the number of descents that diverged
     */
    public record Escapes(double factor, int batch, Share escaped, int diverged) {}

    /** The function that is minimized. */
    public Objective wells() {
        return Objectives.of("doubleWell", Map.of("tilt", settings.tilt()));
    }

    /** Where descents start: the minimum on the right. */
    public double start() {
        return bottoms().max().orElseThrow();
    }

    /** Where a descent counts as escaped: the minimum on the left. */
    public double goal() {
        return bottoms().min().orElseThrow();
    }

    private DoubleStream bottoms() {
        return wells().minima().stream().mapToDouble(minimum -> minimum.point().get(0));
    }

    @Override
    public void run(PartialResultsListener<Escapes> listener, BooleanSupplier cancelled) {
        List<Cell> cells = RATE_FACTORS.stream()
                .flatMap(factor -> BatchSizes.upTo(LARGEST_BATCH).stream().map(batch -> new Cell(factor, batch)))
                .toList();
        for (int done = 0; done < settings.runs(); done += RUNS_A_ROUND) {
            int until = Math.min(settings.runs(), done + RUNS_A_ROUND);
            for (Cell cell : cells) {
                if (cancelled.getAsBoolean()) {
                    return;
                }
                cell.walk(done, until);
            }
            listener.resultsChanged(cells.stream().map(Cell::escapes).toList(), (double) until / settings.runs());
        }
    }

    /** Runs one descent of the study. */
    public DescentPath walk(double factor, int batch, int run) {
        double rate = training.rate(batch) * factor;
        Walk.Noise noise = new Walk.Noise(settings.noise(), batch, seed + run);
        return Descent.walk(
                wells(),
                new Walk(List.of(start()), rate, Sgd.DEFAULT, Schedule.ConstantRate.DEFAULT, noise, settings.steps()));
    }

    /** Whether a descent has escaped. */
    public boolean escapes(DescentPath path) {
        double goal = goal();
        return !path.diverged() && IntStream.range(0, path.rows()).anyMatch(row -> path.x(row) <= goal);
    }

    private final class Cell {
        private final double factor;
        private final int batch;
        private int escaped;
        private int diverged;
        private int walked;

        Cell(double factor, int batch) {
            this.factor = factor;
            this.batch = batch;
        }

        void walk(int from, int to) {
            for (int run = from; run < to; run++) {
                DescentPath path = EscapeStudy.this.walk(factor, batch, run);
                escaped += EscapeStudy.this.escapes(path) ? 1 : 0;
                diverged += path.diverged() ? 1 : 0;
                walked++;
            }
        }

        Escapes escapes() {
            return new Escapes(factor, batch, new Share(escaped, walked), diverged);
        }
    }
}
