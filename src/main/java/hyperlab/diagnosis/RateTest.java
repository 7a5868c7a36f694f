package hyperlab.diagnosis;

import hyperlab.data.Partition;
import hyperlab.nn.LayerWeights;
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
 * The learning-rate range test of Smith 2017 ("Cyclical learning rates for training neural networks", section 3.3), with a
 * rate that grows by a constant factor a step rather than by a constant amount, so that all magnitudes get their share: a
 * short run in which the loss at each rate shows where learning begins, and where it breaks.
 *
 * <p>It is a run of its own, whatever the weights came from: with moments, order of rows and dropped units of the
 * experiment's seed from the start, so that the same arguments give the same test. It costs its steps, the evaluation at
 * the start and at the end of each epoch included. Losses are those of mini-batches, dropout on, penalty left out.
 *
 * @param points in order; fewer than asked for if it broke off
 * @param end why it ended
 */
public record RateTest(List<Point> points, End end) {
    /**
     * What an average keeps from one point to the next: it reaches over some ten points, which at the default range is a
     * factor of two in the rate.
     */
    public static final double SMOOTHING = 0.9;
    /** How many times the lowest smoothed loss so far the newest may be before the test has seen enough. */
    public static final double BROKEN = 4;
    /** How far the suggestion stays below the rate of the lowest loss, where the steps are already about to break. */
    public static final double DISTANCE = 10;

    /** The slope is taken over this share of all points to either side. */
    private static final double SLOPE_REACH = 0.02;
    /** So many points there must be before the average has its full reach and its slope means something. */
    private static final int SETTLED = 10;

    public RateTest {
        points = List.copyOf(points);
    }

    /** Why a test ended. */
    public enum End {
        /** All rates were tried. */
        COMPLETED,
        /** The smoothed loss rose to {@value RateTest#BROKEN} times its lowest, or was no longer finite. */
        BROKE,
        CANCELLED
    }

    /**
     * One step.
     *
     * @param rate the rate of the step
     * @param loss of the next mini-batch, the first that the step has moved
     * @param smoothed the average of the losses so far, weighed by {@value RateTest#SMOOTHING} a point of distance: s ← 0.9s +
     *     0.1·loss from 0, over 1 − 0.9ᵏ after k points
     */
    public record Point(double rate, double loss, double smoothed) {}

    /**
     * Runs the test.
     *
     * @param experiment its optimizer, batch size, penalty, dropout and seed hold; its rate, schedule and epochs do not
     * @param partition the experiment's data
     * @param weights each member's, to start from; null for the experiment's own start
     * @param listener hears of each point, on this thread
     * @param cancelled asked after each step
     */
    public static RateTest run(
            Experiment experiment,
            Partition partition,
            @Nullable List<List<LayerWeights>> weights,
            RateRange range,
            Consumer<Point> listener,
            BooleanSupplier cancelled) {
        TrainingSettings given = experiment.training();
        TrainingSettings settings = new TrainingSettings(
                given.loss(),
                given.optimizer(),
                range.lowest(),
                Schedule.Constant.DEFAULT,
                given.batchSize(),
                given.shuffle(),
                TrainingSettings.MOST_EPOCHS,
                given.penalty(),
                0);
        Experiment tested = experiment.withTraining(settings);
        TrainingRun run = new TrainingRun(tested, partition, weights);
        List<Point> points = new ArrayList<>();
        double average = 0;
        double kept = 1;
        double lowest = Double.POSITIVE_INFINITY;
        for (int step = 0; step <= range.steps(); step++) {
            double rate = range.rate(Math.min(step, range.steps() - 1));
            run.change(tested.withTraining(settings.withLearningRate(rate)));
            run.step();
            double loss = run.stepReport().batchLoss();
            if (step > 0) {
                average = SMOOTHING * average + (1 - SMOOTHING) * loss;
                kept *= SMOOTHING;
                Point point = new Point(range.rate(step - 1), loss, average / (1 - kept));
                if (!Double.isFinite(loss)) {
                    return new RateTest(points, End.BROKE);
                }
                points.add(point);
                listener.accept(point);
                lowest = Math.min(lowest, point.smoothed());
                if (point.smoothed() > BROKEN * lowest) {
                    return new RateTest(points, End.BROKE);
                }
            }
            if (run.outcome() != null) {
                return new RateTest(points, End.BROKE);
            }
            if (cancelled.getAsBoolean()) {
                return new RateTest(points, End.CANCELLED);
            }
        }
        return new RateTest(points, End.COMPLETED);
    }

    /** The rate at which the smoothed loss was lowest; empty where it was never below its start. */
    public OptionalDouble lowestAt() {
        int lowest = lowest();
        return lowest <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(points.get(lowest).rate());
    }

    /**
     * The rate at which the smoothed loss fell most steeply on its way to the lowest, by the logarithm of the rate and over
     * 2 % of the points to either side, from the tenth point on, where the average has settled; empty where it never fell.
     */
    public OptionalDouble steepestAt() {
        int reach = Math.max(1, (int) Math.round(SLOPE_REACH * points.size()));
        double steepest = 0;
        int at = -1;
        for (int i = Math.max(SETTLED, reach); i + reach <= lowest(); i++) {
            double fall =
                    points.get(i - reach).smoothed() - points.get(i + reach).smoothed();
            if (fall > steepest) {
                steepest = fall;
                at = i;
            }
        }
        return at < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(points.get(at).rate());
    }

    /**
     * Rates worth trying: between a tenth of the rate of the lowest smoothed loss and the rate of the steepest fall, whichever
     * is lower first. Both are rules of thumb that stay on this side of breaking (Smith 2017 reads the interval off the
     * curve; the two rules are those of fastai's {@code lr_find}). Null where the loss never fell.
     */
    public @Nullable Suggestion suggestion() {
        OptionalDouble lowest = lowestAt();
        OptionalDouble steepest = steepestAt();
        if (lowest.isEmpty() || steepest.isEmpty()) {
            return null;
        }
        double one = lowest.getAsDouble() / DISTANCE;
        double other = steepest.getAsDouble();
        return new Suggestion(Math.min(one, other), Math.max(one, other));
    }

    /** An interval of rates. */
    public record Suggestion(double from, double to) {}

    private int lowest() {
        int lowest = -1;
        for (int i = 0; i < points.size(); i++) {
            lowest = lowest < 0 || points.get(i).smoothed() < points.get(lowest).smoothed() ? i : lowest;
        }
        return lowest;
    }
}
