package hyperlab.descent;

import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.rule.Rules;
import java.util.List;

/**
 * What is given of one walk downhill.
 *
 * @param start as many finite numbers as the function has variables
 * @param learningRate η, finite and &gt; 0
 * @param optimizer how gradients move the point
 * @param schedule of the rate, with the step for its epoch
 * @param noise on the gradient
 * @param steps 0 … {@value DescentSetup#MOST_STEPS}
 */
public record Walk(
        List<Double> start, double learningRate, Optimizer optimizer, Schedule schedule, Noise noise, int steps) {
    public Walk {
        start = List.copyOf(start);
        start.forEach(coordinate -> Rules.finite("start", coordinate));
        Rules.positive("learningRate", learningRate);
        Rules.wholeWithin("steps", steps, 0, DescentSetup.MOST_STEPS);
    }

    /** A walk at a constant rate with the exact gradient. */
    public Walk(List<Double> start, double learningRate, Optimizer optimizer, int steps) {
        this(start, learningRate, optimizer, Schedule.Constant.DEFAULT, Noise.NONE, steps);
    }

    /** The same walk with another error on its gradient. */
    public Walk withNoise(Noise newNoise) {
        return new Walk(start, learningRate, optimizer, schedule, newNoise, steps);
    }

    /**
     * The rate of the step that begins at {@code step}. A schedule that is all warm-up has no step to come down in, yet
     * the last row, which no step begins from, has a rate too: that of one step more.
     */
    public double rate(int step) {
        return schedule.rate(learningRate, step, steps == schedule.warmup() ? steps + 1 : steps);
    }

    /**
     * A normal error on each coordinate of each gradient, of standard deviation {@code deviation/√batchSize}, from the
     * stream {@code noise} of {@code seed}.
     */
    public record Noise(double deviation, int batchSize, long seed) {
        public static final Noise NONE = new Noise(0, 1, 0);

        public Noise {
            Rules.notNegative("noise", deviation);
            Rules.atLeast("batchSize", batchSize, 1);
        }

        /** S²/B: the variance of a gradient's error. */
        public double variance() {
            return deviation * deviation / batchSize;
        }
    }
}
