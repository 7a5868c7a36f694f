package hyperlab.batch;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The path of the two weights in mini-batch SGD, {@code w ← w − η·g_B}. Row 0 is the start, and row k is the position
 * after k steps. Every row is finite; if a step is not finite, the path ends at the last finite row and has diverged.
 */
public final class SgdPath {
    private final TwoWeightModel model;
    private final EpochBatches epochBatches;
    private final double rate;
    private final double[] x;
    private final double[] y;
    private final boolean diverged;

    private SgdPath(
            TwoWeightModel model, EpochBatches epochBatches, double rate, double[] x, double[] y, boolean diverged) {
        this.model = model;
        this.epochBatches = epochBatches;
        this.rate = rate;
        this.x = x;
        this.y = y;
        this.diverged = diverged;
    }

    /**
     * Runs {@code steps} steps from (startX, startY) with the batch size and the rate from {@code settings}. The order
     * of the samples is determined by {@code seed}.
     */
    public static SgdPath of(
            TwoWeightModel model, BatchSettings settings, double startX, double startY, int steps, long seed) {
        EpochBatches epochBatches = settings.epochBatches(model.samples());
        double rate = settings.rateFor(epochBatches.batchSize());
        SgdStepper stepper = new SgdStepper(model, epochBatches, rate, settings.shuffle(), seed);
        stepper.start(startX, startY);
        double[] x = new double[steps + 1];
        double[] y = new double[steps + 1];
        int row = 0;
        x[0] = startX;
        y[0] = startY;
        while (row < steps && stepper.step()) {
            row++;
            x[row] = stepper.x();
            y[row] = stepper.y();
        }
        boolean diverged = row < steps;
        return new SgdPath(
                model,
                epochBatches,
                rate,
                diverged ? Arrays.copyOf(x, row + 1) : x,
                diverged ? Arrays.copyOf(y, row + 1) : y,
                diverged);
    }

    /** How its epochs are split into batches. */
    public EpochBatches epochBatches() {
        return epochBatches;
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
    public double excessLoss(int row) {
        return model.excessLoss(x[row], y[row]);
    }

    /** The first row whose loss is at most {@code excess} above its minimum; empty if there is none. */
    public OptionalInt firstRowWithin(double maxExcessLoss) {
        for (int row = 0; row < x.length; row++) {
            if (excessLoss(row) <= maxExcessLoss) {
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    /** Runs SGD one step at a time and stores only the current position. */
    static final class SgdStepper {
        private final TwoWeightModel model;
        private final EpochBatches epochBatches;
        private final double rate;
        private final EpochOrders orders;
        private final double[] gradient = new double[2];
        private int[] order = {};
        private int epoch;
        private int batchIndex;
        private double x;
        private double y;

        SgdStepper(TwoWeightModel model, EpochBatches epochBatches, double rate, boolean shuffle, long seed) {
            this.model = model;
            this.epochBatches = epochBatches;
            this.rate = rate;
            orders = new EpochOrders(model.samples(), shuffle, seed);
        }

        void start(double startX, double startY) {
            x = startX;
            y = startY;
        }

        /** Takes one step; if the result is not finite, returns false and leaves the position unchanged. */
        boolean step() {
            if (batchIndex == 0) {
                order = orders.order(epoch);
            }
            model.gradient(
                    x, y, order, batchIndex * epochBatches.batchSize(), epochBatches.sizeOf(batchIndex), gradient);
            double nextX = x - rate * gradient[0];
            double nextY = y - rate * gradient[1];
            if (!Double.isFinite(nextX) || !Double.isFinite(nextY)) {
                return false;
            }
            x = nextX;
            y = nextY;
            batchIndex++;
            if (batchIndex == epochBatches.steps()) {
                batchIndex = 0;
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
