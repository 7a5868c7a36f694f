package hyperlab.descent;

import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.rule.Refusal;
import hyperlab.rule.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Several walks from one start on one function: what the Learning rate lab shows, saves and exports.
 *
 * @param function name of the {@link Objective}, or its formula
 * @param parameters its constants; those left out have their defaults
 * @param start as many numbers as the function has variables
 * @param steps 1 … 100,000
 * @param contest what the racers differ in
 * @param racers one to six walks
 * @param display how they are shown
 * @param noise of the repeated walks beside them
 */
public record DescentSetup(
        String function,
        Map<String, Double> parameters,
        List<Double> start,
        int steps,
        Contest contest,
        List<Racer> racers,
        DescentDisplay display,
        NoiseSettings noise) {
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

    /** A race of rates, shown as usual. */
    public DescentSetup(
            String function, Map<String, Double> parameters, List<Double> start, int steps, List<Racer> racers) {
        this(function, parameters, start, steps, Contest.RATES, racers, DescentDisplay.DEFAULT, NoiseSettings.DEFAULT);
    }

    /**
     * One walk of a race.
     *
     * @param learningRate finite and &gt; 0
     * @param optimizer how gradients move the point
     * @param schedule of the rate, with the step for its epoch
     * @param visible whether it is drawn
     */
    public record Racer(double learningRate, Optimizer optimizer, Schedule schedule, boolean visible) {
        public Racer {
            Rules.positive("learningRate", learningRate);
        }

        /** At a constant rate. */
        public Racer(double learningRate, Optimizer optimizer, boolean visible) {
            this(learningRate, optimizer, Schedule.Constant.DEFAULT, visible);
        }

        public Racer withLearningRate(double rate) {
            return new Racer(rate, optimizer, schedule, visible);
        }

        public Racer withOptimizer(Optimizer newOptimizer) {
            return new Racer(learningRate, newOptimizer, schedule, visible);
        }

        public Racer withSchedule(Schedule newSchedule) {
            return new Racer(learningRate, optimizer, newSchedule, visible);
        }

        public Racer withVisible(boolean isVisible) {
            return new Racer(learningRate, optimizer, schedule, isVisible);
        }
    }

    /** The same race on another function, from a start of that function's. */
    public DescentSetup withFunction(Objective objective, List<Double> newStart) {
        return new DescentSetup(
                objective.name(), objective.parameters(), newStart, steps, contest, racers, display, noise);
    }

    public DescentSetup withParameter(String name, double value) {
        Map<String, Double> changed = new HashMap<>(parameters);
        changed.put(name, value);
        return new DescentSetup(function, changed, start, steps, contest, racers, display, noise);
    }

    public DescentSetup withStart(List<Double> newStart) {
        return new DescentSetup(function, parameters, newStart, steps, contest, racers, display, noise);
    }

    public DescentSetup withSteps(int newSteps) {
        return new DescentSetup(function, parameters, start, newSteps, contest, racers, display, noise);
    }

    public DescentSetup withContest(Contest newContest, List<Racer> newRacers) {
        return new DescentSetup(function, parameters, start, steps, newContest, newRacers, display, noise);
    }

    public DescentSetup withRacers(List<Racer> newRacers) {
        return withContest(contest, newRacers);
    }

    /** With one more at the end. */
    public DescentSetup withAnother(Racer racer) {
        List<Racer> more = new ArrayList<>(racers);
        more.add(racer);
        return withRacers(more);
    }

    public DescentSetup without(int index) {
        List<Racer> fewer = new ArrayList<>(racers);
        fewer.remove(index);
        return withRacers(fewer);
    }

    public DescentSetup withRacer(int index, UnaryOperator<Racer> change) {
        List<Racer> changed = new ArrayList<>(racers);
        changed.set(index, change.apply(changed.get(index)));
        return withRacers(changed);
    }

    public DescentSetup withDisplay(DescentDisplay newDisplay) {
        return new DescentSetup(function, parameters, start, steps, contest, racers, newDisplay, noise);
    }

    public DescentSetup withNoise(NoiseSettings newNoise) {
        return new DescentSetup(function, parameters, start, steps, contest, racers, display, newNoise);
    }
}
