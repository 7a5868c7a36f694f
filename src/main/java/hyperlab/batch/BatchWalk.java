package hyperlab.batch;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The path of the two weights in mini-batch SGD, {@code w ← w − η·g_B}. Row 0 is the start, and row k is the position
 * after k steps. Every row is finite; if a step is not finite, the path ends at the last finite row and has diverged.
 */
public final class BatchWalk {
    private final TwoWeightModel model;
    private final EpochCut cut;
    private final double rate;
    private final double[] x;
    private final double[] y;
    private final boolean diverged;

    private BatchWalk(TwoWeightModel model, EpochCut cut, double rate, double[] x, double[] y, boolean diverged) {
        this.model = model;
        this.cut = cut;
        this.rate = rate;
        this.x = x;
        this.y = y;
        this.diverged = diverged;
    }

    /**
     * Runs {@code steps} steps from (startX, startY) with the batch size and the rate from {@code settings}. The order
     * of the samples is determined by {@code seed}.
     */
    public static BatchWalk of(
            TwoWeightModel model, BatchSettings settings, double startX, double startY, int steps, long seed) {
        EpochCut cut = settings.cut(model.samples());
        double rate = settings.rate(cut.batch());
        Steps walking = new Steps(model, cut, rate, settings.shuffle(), seed);
        walking.start(startX, startY);
        double[] x = new double[steps + 1];
        double[] y = new double[steps + 1];
        int row = 0;
        x[0] = startX;
        y[0] = startY;
        while (row < steps && walking.step()) {
            row++;
            x[row] = walking.x();
            y[row] = walking.y();
        }
        boolean diverged = row < steps;
        return new BatchWalk(
                model,
                cut,
                rate,
                diverged ? Arrays.copyOf(x, row + 1) : x,
                diverged ? Arrays.copyOf(y, row + 1) : y,
                diverged);
    }

    /** How its epochs are split into batches. */
    public EpochCut cut() {
        return cut;
    }

    /** The learning rate η of every step. */
    public double rate() {
        return rate;
    }

    /** The number of steps that ended at a finite point. */
    public int steps() {
        return x.length - 1;
    }

    /** Whether the path ended early because its next step is not finite. */
    public boolean diverged() {
        return diverged;
    }

    /** The value of w₁ after {@code row} steps. */
    public double x(int row) {
        return x[row];
    }

    /** The value of w₂ after {@code row} steps. */
    public double y(int row) {
        return y[row];
    }

    /** How far the loss over all samples is above its minimum after {@code row} steps. */
    public double excess(int row) {
        return model.excess(x[row], y[row]);
    }

    /** The first row whose loss is at most {@code excess} above its minimum; empty if there is none. */
    public OptionalInt firstWithin(double excess) {
        for (int row = 0; row < x.length; row++) {
            if (excess(row) <= excess) {
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    /** Runs SGD one step at a time and stores only the current position. */
    static final class Steps {
        private final TwoWeightModel model;
        private final EpochCut cut;
        private final double rate;
        private final EpochOrders orders;
        private final double[] gradient = new double[2];
        private int[] order = {};
        private int epoch;
        private int batch;
        private double x;
        private double y;

        Steps(TwoWeightModel model, EpochCut cut, double rate, boolean shuffle, long seed) {
            this.model = model;
            this.cut = cut;
            this.rate = rate;
            orders = new EpochOrders(model.samples(), shuffle, seed);
        }

        void start(double startX, double startY) {
            x = startX;
            y = startY;
        }

        /** Takes one step; if the result is not finite, returns false and leaves the position unchanged. */
        boolean step() {
            if (batch == 0) {
                order = orders.of(epoch);
            }
            model.gradient(x, y, order, batch * cut.batch(), cut.size(batch), gradient);
            double nextX = x - rate * gradient[0];
            double nextY = y - rate * gradient[1];
            if (!Double.isFinite(nextX) || !Double.isFinite(nextY)) {
                return false;
            }
            x = nextX;
            y = nextY;
            batch++;
            if (batch == cut.steps()) {
                batch = 0;
                epoch++;
            }
            return true;
        }

        double x() {
            return x;
        }

        double y() {
            return y;
        }
    }
}
