package hyperlab.map;

import hyperlab.nn.kernel.ElementwiseFunction;
import hyperlab.nn.kernel.RowAxpy;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Trains many {@link MeanFieldNetwork networks} that differ only in their learning rates and number of steps, one in
 * each lane. Each number of the network is an array with one element per lane, so that the loops over the lanes are
 * vectorized and the samples are read once for all lanes. When a run ends, its lane begins the next one. The lanes do
 * not influence each other: a run has the same numbers in any lane, next to any other runs. Use from one thread at a
 * time.
 *
 * <p>With e = f(x) − t for S samples, L = mean e², g = 2e/(Sn), xₖ′ = xₖ/√n and hⱼ = tanh Σₖ Wⱼₖxₖ′:
 * {@code ∂L/∂vⱼ = Σ g·hⱼ}, {@code ∂L/∂Wⱼₖ = Σ g·vⱼ·(1 − hⱼ²)·xₖ′}, where the sums run over the samples.
 */
final class MeanFieldBatch {
    /** The mean of this many losses at the end is compared with the first loss. */
    static final int LAST_LOSSES = 20;

    private static final int IDLE = -1;

    private final MeanFieldProblem problem;
    private final int lanes;
    private final int width;
    private final int samples;
    /** xₖ′, inputs × samples. */
    private final double[] inputs;
    /** Each of the following is indexed by lane last. */
    private final double[][] weights;

    private final double[][] outputWeights;
    /** hⱼ of each sample, hidden units × samples. */
    private final double[][] activations;
    /** The gradients of the samples with respect to the input of one hidden unit. */
    private final double[][] deltas;
    /** g of each sample. */
    private final double[][] outputGradients;

    private final double[] sums;
    private final double[] losses;
    private final double[] firstRates;
    private final double[] secondRates;
    private final int[] runs;
    private final LossTrack[] tracks;
    private final ElementwiseFunction tanh = new ElementwiseFunction.Tanh();

    /**
     * One run.
     *
     * @param firstRate of W
     * @param secondRate of v
     */
    record LaneRun(double firstRate, double secondRate, int steps) {}

    /** Receives the runs that ended. */
    @FunctionalInterface
    interface LaneListener {
        /**
         * Called when a run has ended.
         *
         * @param run index in the list of runs
         * @param losses its losses, which are valid during the call
         */
        void ended(int run, LossTrack losses);
    }

    /** @param lanes number of runs at the same time */
    MeanFieldBatch(MeanFieldProblem problem, int lanes) {
        this.problem = problem;
        this.lanes = lanes;
        width = problem.width();
        samples = problem.samples();
        double scale = 1 / Math.sqrt(width);
        inputs = Arrays.stream(problem.inputs()).map(x -> x * scale).toArray();
        weights = new double[width * width][lanes];
        outputWeights = new double[width][lanes];
        activations = new double[width * samples][lanes];
        deltas = new double[samples][lanes];
        outputGradients = new double[samples][lanes];
        sums = new double[lanes];
        losses = new double[lanes];
        firstRates = new double[lanes];
        secondRates = new double[lanes];
        runs = new int[lanes];
        tracks = new LossTrack[lanes];
        Arrays.setAll(tracks, lane -> new LossTrack());
    }

    /**
     * Performs all runs.
     *
     * @param cancelled checked at each step; true stops all runs
     */
    void run(LaneRun[] all, LaneListener listener, BooleanSupplier cancelled) {
        int next = 0;
        int active = 0;
        for (int lane = 0; lane < lanes; lane++) {
            active += begin(lane, next, all) ? 1 : 0;
            next++;
        }
        boolean[] ended = new boolean[lanes];
        while (active > 0 && !cancelled.getAsBoolean()) {
            forward();
            for (int lane = 0; lane < lanes; lane++) {
                ended[lane] = runs[lane] != IDLE && tracks[lane].add(losses[lane]);
                if (ended[lane]) {
                    listener.ended(runs[lane], tracks[lane]);
                }
            }
            update();
            for (int lane = 0; lane < lanes; lane++) {
                if (ended[lane]) {
                    active -= begin(lane, next, all) ? 0 : 1;
                    next++;
                }
            }
        }
    }

    /**
     * The losses of one run: before the first step, and after each step until the run ended or was canceled.
     *
     * @param cancelled checked at each step
     */
    static double[] losses(MeanFieldProblem problem, LaneRun run, BooleanSupplier cancelled) {
        MeanFieldBatch batch = new MeanFieldBatch(problem, 1);
        double[] losses = new double[run.steps() + 1];
        batch.tracks[0].recordInto(losses);
        batch.run(new LaneRun[] {run}, (index, track) -> {}, cancelled);
        return Arrays.copyOf(losses, batch.tracks[0].stepsDone() + 1);
    }

    /** Begins a run in a lane, if there is one left; otherwise the lane is idle. */
    private boolean begin(int lane, int run, LaneRun[] all) {
        if (run >= all.length) {
            runs[lane] = IDLE;
            firstRates[lane] = 0;
            secondRates[lane] = 0;
            return false;
        }
        runs[lane] = run;
        firstRates[lane] = all[run].firstRate();
        secondRates[lane] = all[run].secondRate();
        tracks[lane].begin(all[run].steps());
        for (int i = 0; i < weights.length; i++) {
            weights[i][lane] = problem.weights()[i];
        }
        for (int j = 0; j < width; j++) {
            outputWeights[j][lane] = problem.outputWeights()[j];
        }
        return true;
    }

    /** Computes the activations, the losses and the gradients with respect to the outputs. */
    private void forward() {
        for (double[] gradient : outputGradients) {
            Arrays.fill(gradient, 0);
        }
        for (int j = 0; j < width; j++) {
            for (int s = 0; s < samples; s++) {
                Arrays.fill(sums, 0);
                RowAxpy.add(inputs, s, samples, weights, j * width, width, sums, 0, lanes);
                double[] activation = activations[j * samples + s];
                tanh.forward(sums, activation, lanes);
                addProduct(outputWeights[j], activation, outputGradients[s]);
            }
        }
        Arrays.fill(losses, 0);
        for (int s = 0; s < samples; s++) {
            finishOutput(outputGradients[s], problem.targets()[s]);
        }
        for (int lane = 0; lane < lanes; lane++) {
            losses[lane] /= samples;
        }
    }

    /** Turns Σ vⱼhⱼ into g, and adds e² to the losses. */
    private void finishOutput(double[] output, double target) {
        double inverseWidth = 1.0 / width;
        double factor = 2.0 / samples * inverseWidth;
        for (int lane = 0; lane < lanes; lane++) {
            double error = output[lane] * inverseWidth - target;
            losses[lane] += error * error;
            output[lane] = factor * error;
        }
    }

    /** One step of gradient descent. */
    private void update() {
        for (int j = 0; j < width; j++) {
            for (int s = 0; s < samples; s++) {
                delta(outputGradients[s], outputWeights[j], activations[j * samples + s], deltas[s]);
            }
            Arrays.fill(sums, 0);
            for (int s = 0; s < samples; s++) {
                addProduct(outputGradients[s], activations[j * samples + s], sums);
            }
            subtractProduct(secondRates, sums, outputWeights[j]);
            for (int k = 0; k < width; k++) {
                Arrays.fill(sums, 0);
                RowAxpy.add(inputs, k * samples, 1, deltas, 0, samples, sums, 0, lanes);
                subtractProduct(firstRates, sums, weights[j * width + k]);
            }
        }
    }

    private void delta(double[] gradient, double[] weight, double[] activation, double[] result) {
        for (int lane = 0; lane < lanes; lane++) {
            result[lane] = gradient[lane] * weight[lane] * (1 - activation[lane] * activation[lane]);
        }
    }

    private void addProduct(double[] a, double[] b, double[] sum) {
        for (int lane = 0; lane < lanes; lane++) {
            sum[lane] += a[lane] * b[lane];
        }
    }

    private void subtractProduct(double[] a, double[] b, double[] from) {
        for (int lane = 0; lane < lanes; lane++) {
            from[lane] -= a[lane] * b[lane];
        }
    }

    /** The losses of a run, as far as its outcome depends on them. */
    static final class LossTrack {
        private final double[] latest = new double[LAST_LOSSES];
        private int steps;
        private int count;
        private int rises;
        private double firstLoss;
        private boolean stopped;
        private double @Nullable [] recorded;

        /** Also writes each loss to an array, with one element more than there are steps. */
        void recordInto(double[] losses) {
            recorded = losses;
        }

        void begin(int newSteps) {
            steps = newSteps;
            count = 0;
            rises = 0;
            stopped = false;
        }

        /** Adds the loss before the next step. Returns whether the run has ended. */
        boolean add(double loss) {
            if (count == 0) {
                firstLoss = loss;
            } else if (count >= firstJudged() && loss > OscillationRule.RISE * loss()) {
                rises++;
            }
            latest[count % LAST_LOSSES] = loss;
            if (recorded != null) {
                recorded[count] = loss;
            }
            count++;
            stopped = !(loss <= PixelOutcome.MAX_LOSS_RATIO);
            return stopped || count > steps;
        }

        /** The first loss of the second half of steps + 1 losses. */
        private int firstJudged() {
            return Math.max(1, (steps + 1) / 2);
        }

        /** The latest loss. */
        double loss() {
            return latest[(count - 1) % LAST_LOSSES];
        }

        /** The number of steps before the latest loss. */
        int stepsDone() {
            return count - 1;
        }

        PixelOutcome outcome() {
            if (stopped || meanOfLatest() > firstLoss) {
                return PixelOutcome.DIVERGED;
            }
            int judged = steps + 1 - firstJudged();
            boolean oscillates = judged >= OscillationRule.MIN_LOSSES && OscillationRule.RISES_ONE_IN * rises >= judged;
            return oscillates ? PixelOutcome.OSCILLATING : PixelOutcome.CONVERGED;
        }

        private double meanOfLatest() {
            int known = Math.min(count, LAST_LOSSES);
            double sum = 0;
            for (int i = 0; i < known; i++) {
                sum += latest[i];
            }
            return sum / known;
        }
    }
}
