package hyperlab.descent;

import hyperlab.optim.Optimizer;
import hyperlab.rule.Refusal;
import hyperlab.rule.Rules;
import java.util.List;
import java.util.Map;

/**
 * Several walks from one start on one function: what the Learning rate lab shows, saves and exports.
 *
 * @param function name of the {@link Objective}, or its formula
 * @param parameters its constants; those left out have their defaults
 * @param start as many numbers as the function has variables
 * @param steps 1 … 100,000
 * @param racers one to six walks
 */
public record DescentSetup(
        String function, Map<String, Double> parameters, List<Double> start, int steps, List<Racer> racers) {
    public static final int MOST_RACERS = 6;
    public static final int MOST_STEPS = 100_000;

    public DescentSetup {
        parameters = Map.copyOf(parameters);
        start = List.copyOf(start);
        racers = List.copyOf(racers);
        start.forEach(coordinate -> Rules.finite("start", coordinate));
        Rules.wholeWithin("steps", steps, 1, MOST_STEPS);
        if (racers.isEmpty() || racers.size() > MOST_RACERS) {
            throw new Refusal("racers", "one to " + MOST_RACERS, racers.size());
        }
    }

    /**
     * One walk of a race.
     *
     * @param learningRate finite and &gt; 0
     * @param optimizer how gradients move the point
     * @param visible whether it is drawn
     */
    public record Racer(double learningRate, Optimizer optimizer, boolean visible) {
        public Racer {
            Rules.positive("learningRate", learningRate);
        }
    }
}
