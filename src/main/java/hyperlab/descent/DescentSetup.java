package hyperlab.descent;

import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Checks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Several descents on one function from the same start: what the Learning rate lab displays, saves and exports.
 *
 * @param function the name of the {@link Objective}, or its formula
 * @param parameters the constants of the function; any that are missing have their default values
 * @param start one number for each variable of the function
 * @param steps 1 … 100,000
 * @param contest the hyperparameter in which the runs differ
 * @param racers one to six runs
 * @param display how the runs are displayed
 * @param noise the gradient noise of the repeated descents that are displayed with the runs
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
        start.forEach(coordinate -> Checks.finite("start", coordinate));
        Checks.wholeWithin("steps", steps, 1, MOST_STEPS);
        if (racers.isEmpty() || racers.size() > MOST_RACERS) {
            throw new InvalidInputException("racers", "one to " + MOST_RACERS, racers.size());
        }
    }

    /** A comparison of learning rates with the default display settings. */
    public DescentSetup(
            String function, Map<String, Double> parameters, List<Double> start, int steps, List<Racer> racers) {
        this(function, parameters, start, steps, Contest.RATES, racers, DescentDisplay.DEFAULT, NoiseSettings.DEFAULT);
    }

    /**
     * One run of a comparison.
     *
     * @param learningRate finite and &gt; 0
     * @param optimizer how gradients update the point
     * @param schedule the learning-rate schedule, where one step counts as one epoch
     * @param visible whether the run is drawn
     */
    public record Racer(double learningRate, Optimizer optimizer, Schedule schedule, boolean visible) {
        public Racer {
            Checks.positive("learningRate", learningRate);
        }

        /** A run at a constant learning rate. */
        public Racer(double learningRate, Optimizer optimizer, boolean visible) {
            this(learningRate, optimizer, Schedule.ConstantRate.DEFAULT, visible);
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

    /** Returns a copy of this comparison on another function, from a start that fits that function. */
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

    /** Returns a copy with {@code racer} appended. */
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
