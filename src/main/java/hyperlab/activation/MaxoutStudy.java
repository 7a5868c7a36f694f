package hyperlab.activation;

import hyperlab.nn.Activation;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.optim.Sgd;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.IncrementalStudy;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingRun;
import hyperlab.train.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * One Maxout unit that learns a curve, epoch by epoch: {@code v·max_j(w_jx + b_j) + c}. Trained with plain gradient
 * descent on mini-batches of 8 with squared error.
 *
 * @param curve the curve to learn
 * @param pieces number of lines k
 * @param learningRate η
 * @param epochs number of epochs
 * @param seed of the initialization and all other random draws
 */
public record MaxoutStudy(MaxoutCurve curve, int pieces, double learningRate, int epochs, long seed)
        implements IncrementalStudy<MaxoutStudy.MaxoutFit> {
    /** A learning rate that suits curves with this range of values. */
    public static final double DEFAULT_LEARNING_RATE = 0.05;

    public static final int BATCH_SIZE = 8;

    /**
     * The state after one epoch. Line j of the output is {@code slopes[j]·x + offsets[j]}, with slope {@code v·w_j} and
     * offset {@code v·b_j + c}.
     *
     * @param slopes slope of each line
     * @param offsets value of each line at x = 0
     * @param weight v: if v ≥ 0, the output is the upper envelope of the lines, otherwise the lower one
     * @param loss on the training data; NaN if the training has diverged
     * @param diverged whether the training has diverged; the lines are then the last finite ones
     */
    public record MaxoutFit(
            int epoch, List<Double> slopes, List<Double> offsets, double weight, double loss, boolean diverged) {
        public MaxoutFit {
            slopes = List.copyOf(slopes);
            offsets = List.copyOf(offsets);
        }

        private MaxoutFit asDiverged(int newEpoch) {
            return new MaxoutFit(newEpoch, slopes, offsets, weight, Double.NaN, true);
        }

        /** The value of one line at x. */
        public double line(int piece, double x) {
            return slopes.get(piece) * x + offsets.get(piece);
        }

        /** The output of the unit at x: the envelope of all lines. */
        public double output(double x) {
            double output = line(0, x);
            for (int piece = 1; piece < slopes.size(); piece++) {
                double line = line(piece, x);
                output = weight >= 0 ? Math.max(output, line) : Math.min(output, line);
            }
            return output;
        }

        /** How many lines are part of the envelope in [−reach, reach], checked at 1,001 points. */
        public int countUsedLines(double limit) {
            boolean[] isUsed = new boolean[slopes.size()];
            for (int i = 0; i <= 1000; i++) {
                double x = -limit + 2 * limit * i / 1000;
                double output = output(x);
                int piece = 0;
                while (line(piece, x) != output) {
                    piece++;
                }
                isUsed[piece] = true;
            }
            int used = 0;
            for (boolean each : isUsed) {
                used += each ? 1 : 0;
            }
            return used;
        }
    }

    @Override
    public void run(PartialResultsListener<MaxoutFit> listener, BooleanSupplier cancelled) {
        TrainingSettings training = TrainingSettings.DEFAULT
                .withOptimizer(Sgd.DEFAULT)
                .withLearningRate(learningRate)
                .withBatchSize(new BatchSize(BATCH_SIZE))
                .withEpochs(epochs);
        Experiment experiment = Experiment.DEFAULT
                .withSeed(seed)
                .withNetwork(
                        NetworkSettings.DEFAULT.withHidden(List.of(1)).withActivation(new Activation.Maxout(pieces)))
                .withTraining(training);
        TrainingRun run = new TrainingRun(experiment, curve.partition(), null);
        List<MaxoutFit> fits = new ArrayList<>();
        fits.add(fit(run, 0));
        for (int epoch = 1; epoch <= epochs; epoch++) {
            while (run.outcome() == null && !cancelled.getAsBoolean() && !run.step()) {
                // The loop condition does the work.
            }
            if (cancelled.getAsBoolean()) {
                return;
            }
            fits.add(ParallelTrainings.isDiverged(run) ? fits.get(epoch - 1).asDiverged(epoch) : fit(run, epoch));
            listener.resultsChanged(List.copyOf(fits), (double) epoch / epochs);
        }
    }

    private static MaxoutFit fit(TrainingRun run, int epoch) {
        List<LayerWeights> weights = run.network().weights();
        LayerWeights.Dense lines = (LayerWeights.Dense) weights.get(0);
        LayerWeights.Dense output = (LayerWeights.Dense) weights.get(1);
        double v = output.weights()[0][0];
        List<Double> slopes = new ArrayList<>();
        List<Double> offsets = new ArrayList<>();
        for (int piece = 0; piece < lines.bias().length; piece++) {
            slopes.add(v * lines.weights()[piece][0]);
            offsets.add(v * lines.bias()[piece] + output.bias()[0]);
        }
        return new MaxoutFit(epoch, slopes, offsets, v, run.report().trainLoss(), false);
    }
}
