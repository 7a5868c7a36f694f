package hyperlab.batch;

import hyperlab.descent.Descent;
import hyperlab.descent.DescentPath;
import hyperlab.descent.Objective;
import hyperlab.descent.Objectives;
import hyperlab.descent.Walk;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.train.Study;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How many noisy walks leave the shallower of two wells, for batch sizes and rates. A walk begins at the bottom of that
 * well, its gradient has an error of standard deviation S/√B, and it has escaped once it has reached the bottom of the
 * other well within its steps, unless it leaves the finite numbers. Walk r of every batch size and rate draws its errors
 * from the seed + r, so the shares follow from the seed.
 *
 * <p>For small rates it is ηS²/B that decides (Jastrzębski et al. 2017, "Three Factors Influencing Minima in SGD"): a rate
 * twice as high is worth a batch half as large.
 *
 * @param training whose rate, scaled with the batch where it says so, is halved, kept and doubled
 * @param settings the wells and the noise
 * @param seed of the errors
 */
public record EscapeStudy(BatchSettings training, EscapeSettings settings, long seed)
        implements Study<EscapeStudy.Escapes> {
    /** What the rate is multiplied by: a line of the picture each. */
    public static final List<Double> RATE_FACTORS = List.of(0.5, 1.0, 2.0);

    public static final int LARGEST_BATCH = 256;

    private static final int RUNS_A_ROUND = 20;

    /**
     * Of one batch size and rate.
     *
     * @param factor of {@link #RATE_FACTORS}
     * @param batch B
     * @param escaped out of the walks so far
     * @param diverged how many of the walks left the finite numbers
     */
    public record Escapes(double factor, int batch, Share escaped, int diverged) {}

    /** The function that is walked on. */
    public Objective wells() {
        return Objectives.of("doubleWell", Map.of("tilt", settings.tilt()));
    }

    /** Where walks begin: the minimum on the right. */
    public double start() {
        return bottoms().max().orElseThrow();
    }

    /** Where they have escaped to: the minimum on the left. */
    public double goal() {
        return bottoms().min().orElseThrow();
    }

    private DoubleStream bottoms() {
        return wells().minima().stream().mapToDouble(minimum -> minimum.point().get(0));
    }

    @Override
    public void run(Listener<Escapes> listener, BooleanSupplier cancelled) {
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
            listener.found(cells.stream().map(Cell::escapes).toList(), (double) until / settings.runs());
        }
    }

    /** One walk, as the study takes it. */
    public DescentPath walk(double factor, int batch, int run) {
        double rate = training.rate(batch) * factor;
        Walk.Noise noise = new Walk.Noise(settings.noise(), batch, seed + run);
        return Descent.walk(
                wells(),
                new Walk(List.of(start()), rate, Sgd.DEFAULT, Schedule.Constant.DEFAULT, noise, settings.steps()));
    }

    /** Whether a walk has escaped. */
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
