package hyperlab.descent;

import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.rule.Checks;
import java.util.List;

/**
 * The settings of one descent.
 *
 * @param start one finite number for each variable of the function
 * @param learningRate η, finite and &gt; 0
 * @param optimizer how gradients update the point
 * @param schedule the learning-rate schedule, where one step counts as one epoch
 * @param noise the noise on the gradient
 * @param steps 0 … {@value DescentSetup#MAX_STEPS}
 */
public record DescentRunSettings(
        List<Double> start,
        double learningRate,
        Optimizer optimizer,
        Schedule schedule,
        GradientErrorSettings noise,
        int steps) {
    public DescentRunSettings {
        start = List.copyOf(start);
        start.forEach(coordinate -> Checks.finite("start", coordinate));
        Checks.positive("learningRate", learningRate);
        Checks.wholeWithin("steps", steps, 0, DescentSetup.MAX_STEPS);
    }

    /** A descent at a constant rate with the exact gradient. */
    public DescentRunSettings(List<Double> start, double learningRate, Optimizer optimizer, int steps) {
        this(start, learningRate, optimizer, Schedule.ConstantRate.DEFAULT, GradientErrorSettings.NONE, steps);
    }

    /** Returns a copy with a different learning rate. */
    public DescentRunSettings withLearningRate(double newRate) {
        return new DescentRunSettings(start, newRate, optimizer, schedule, noise, steps);
    }

    /** Returns a copy with different gradient noise. */
    public DescentRunSettings withNoise(GradientErrorSettings newNoise) {
        return new DescentRunSettings(start, learningRate, optimizer, schedule, newNoise, steps);
    }

    /**
     * The rate of the step that begins at {@code step}. If the schedule consists only of warm-up, it has no steps left
     * to decay in, but the last row needs a rate too, although no step begins there. In that case the schedule is one
     * step longer.
     */
    public double rateAt(int step) {
        return schedule.rateAt(learningRate, step, steps == schedule.warmup() ? steps + 1 : steps);
    }

    /**
     * Normally distributed noise that is added to each coordinate of each gradient, with standard deviation
     * {@code deviation/√batchSize}, drawn from the random stream {@code noise} of {@code seed}.
     *
     * @param deviation S, the standard deviation for one sample; finite and &ge; 0
     * @param batchSize B, at least 1
     */
    public record GradientErrorSettings(double deviation, int batchSize, long seed) {
        public static final GradientErrorSettings NONE = new GradientErrorSettings(0, 1, 0);

        public GradientErrorSettings {
            Checks.notNegative("noise", deviation);
            Checks.atLeast("batchSize", batchSize, 1);
        }

        /** S²/B: the variance of the error of a gradient. */
        public double variance() {
            return deviation * deviation / batchSize;
        }
    }
}
