package hyperlab.diagnosis;

import hyperlab.data.DataSplit;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.optim.Schedule;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import hyperlab.train.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The learning-rate range test of Smith 2017 ("Cyclical learning rates for training neural networks", section 3.3).
 * Here the rate grows by a constant factor per step rather than by a constant amount, so that every order of magnitude
 * gets the same number of steps. This short run shows the rate at which the loss begins to fall and the rate at which
 * it blows up.
 *
 * <p>The test is a separate run, regardless of where the initial weights come from. Optimizer state, row order and
 * dropout masks start fresh from the experiment's seed, so the same arguments give the same test. It costs its steps,
 * plus an evaluation at the start and at the end of each epoch. Losses are those of mini-batches, with dropout on and
 * without the penalty.
 *
 * @param points in order; fewer than requested if the test stopped early
 * @param end why the test ended
 */
public record LearningRateRangeTest(List<RangeTestPoint> points, EndReason end) {
    /**
     * The decay of the moving average per point. It averages over about ten points, which in the default range is a
     * factor of two in the rate.
     */
    public static final double SMOOTHING = 0.9;
    /** The test stops when the smoothed loss exceeds its lowest value by this factor. */
    public static final double DIVERGENCE_FACTOR = 4;
    /**
     * One end of the suggestion is the rate of the lowest loss divided by this factor, because at the lowest loss steps
     * are already close to unstable.
     */
    public static final double SUGGESTION_DIVISOR = 10;

    /** The slope is taken over this share of all points on each side. */
    private static final double SLOPE_WINDOW_SHARE = 0.02;
    /** Number of points before the moving average covers its full window and its slope is meaningful. */
    private static final int SMOOTHING_WARMUP = 10;

    public LearningRateRangeTest {
        points = List.copyOf(points);
    }

    /** Why a test ended. */
    public enum EndReason {
        /** All rates were tried. */
        COMPLETED,
        /**
         * The smoothed loss rose above {@value LearningRateRangeTest#DIVERGENCE_FACTOR} times its lowest value, or the
         * loss was no longer finite.
         */
        DIVERGED,
        CANCELLED
    }

    /**
     * One step of the test.
     *
     * @param rate the learning rate of the step
     * @param loss of the next mini-batch, the first that is evaluated after the step
     * @param smoothed the bias-corrected moving average of the losses so far: s ← 0.9s + 0.1·loss starting from 0,
     *     divided by 1 − 0.9ᵏ after k points
     */
    public record RangeTestPoint(double rate, double loss, double smoothed) {}

    /**
     * Runs the test.
     *
     * @param experiment provides optimizer, batch size, penalty, dropout and seed; its rate, schedule, epochs and
     *     patience are ignored
     * @param partition the experiment's data
     * @param weights initial weights of each ensemble member; null for the experiment's own initialization
     * @param listener called for each point, on this thread
     * @param cancelled checked after each step
     */
    public static LearningRateRangeTest run(
            Experiment experiment,
            DataSplit partition,
            @Nullable List<List<LayerWeights>> weights,
            LearningRateRange range,
            Consumer<RangeTestPoint> listener,
            BooleanSupplier cancelled) {
        // The loss of a large network at its start takes seconds.
        if (cancelled.getAsBoolean()) {
            return new LearningRateRangeTest(List.of(), EndReason.CANCELLED);
        }
        TrainingSettings training = experiment.training();
        TrainingSettings settings = new TrainingSettings(
                training.loss(),
                training.optimizer(),
                range.lowest(),
                Schedule.ConstantRate.DEFAULT,
                training.batchSize(),
                training.shuffle(),
                TrainingSettings.MAX_EPOCHS,
                training.penalty(),
                0);
        Experiment tested = experiment.withTraining(settings);
        TrainingRun run = new TrainingRun(tested, partition, weights);
        List<RangeTestPoint> points = new ArrayList<>();
        double average = 0;
        double decay = 1;
        double lowest = Double.POSITIVE_INFINITY;
        for (int step = 0; step <= range.steps(); step++) {
            double rate = range.rate(Math.min(step, range.steps() - 1));
            run.change(tested.withTraining(settings.withLearningRate(rate)));
            run.step();
            double loss = run.stepReport().batchLoss();
            if (step > 0) {
                average = SMOOTHING * average + (1 - SMOOTHING) * loss;
                decay *= SMOOTHING;
                RangeTestPoint point = new RangeTestPoint(range.rate(step - 1), loss, average / (1 - decay));
                if (!Double.isFinite(loss)) {
                    return new LearningRateRangeTest(points, EndReason.DIVERGED);
                }
                points.add(point);
                listener.accept(point);
                lowest = Math.min(lowest, point.smoothed());
                if (point.smoothed() > DIVERGENCE_FACTOR * lowest) {
                    return new LearningRateRangeTest(points, EndReason.DIVERGED);
                }
            }
            if (run.outcome() != null) {
                return new LearningRateRangeTest(points, EndReason.DIVERGED);
            }
            if (cancelled.getAsBoolean()) {
                return new LearningRateRangeTest(points, EndReason.CANCELLED);
            }
        }
        return new LearningRateRangeTest(points, EndReason.COMPLETED);
    }

    /** The rate at which the smoothed loss was lowest; empty if it never fell below its start. */
    public OptionalDouble rateOfLowestLoss() {
        int lowest = indexOfLowestLoss();
        return lowest <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(points.get(lowest).rate());
    }

    /**
     * The rate at which the smoothed loss fell most steeply before its minimum, per logarithm of the rate. The slope is
     * taken over 2 % of the points on each side, from the tenth point on, where the moving average has settled; empty
     * if the loss never fell there.
     */
    public OptionalDouble rateOfSteepestDescent() {
        int halfWindow = Math.max(1, (int) Math.round(SLOPE_WINDOW_SHARE * points.size()));
        double steepest = 0;
        int index = -1;
        for (int i = Math.max(SMOOTHING_WARMUP, halfWindow); i + halfWindow <= indexOfLowestLoss(); i++) {
            double lossDrop = points.get(i - halfWindow).smoothed()
                    - points.get(i + halfWindow).smoothed();
            if (lossDrop > steepest) {
                steepest = lossDrop;
                index = i;
            }
        }
        return index < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(points.get(index).rate());
    }

    /**
     * Rates worth trying: the interval between a tenth of the rate of the lowest smoothed loss and the rate of the
     * steepest descent, in ascending order. Both are rules of thumb for rates below the point where training becomes
     * unstable (Smith 2017 reads the interval off the curve; the two rules are those of fastai's {@code lr_find}). Null
     * if the loss never fell.
     */
    public @Nullable RateInterval suggestion() {
        OptionalDouble lowest = rateOfLowestLoss();
        OptionalDouble steepest = rateOfSteepestDescent();
        if (lowest.isEmpty() || steepest.isEmpty()) {
            return null;
        }
        double one = lowest.getAsDouble() / SUGGESTION_DIVISOR;
        double other = steepest.getAsDouble();
        return new RateInterval(Math.min(one, other), Math.max(one, other));
    }

    /** An interval of learning rates. */
    public record RateInterval(double from, double to) {}

    private int indexOfLowestLoss() {
        int lowest = -1;
        for (int i = 0; i < points.size(); i++) {
            lowest = lowest < 0 || points.get(i).smoothed() < points.get(lowest).smoothed() ? i : lowest;
        }
        return lowest;
    }
}
