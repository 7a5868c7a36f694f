package hyperlab.descent;

import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Several descents on one function from the same start: what the Learning rate lab displays, saves and exports.
 *
 * @param function the name of the {@link ObjectiveFunction}, or its formula
 * @param parameters the constants of the function; any that are missing have their default values
 * @param start one number for each variable of the function
 * @param steps 1 … 100,000
 * @param comparedHyperparameter the hyperparameter in which the runs differ
 * @param racers one to six runs
 * @param display how the runs are displayed
 * @param noise the gradient noise of the repeated descents that are displayed with the runs
 */
public record DescentSetup(
        String function,
        Map<String, Double> parameters,
        List<Double> start,
        int steps,
        ComparedHyperparameter comparedHyperparameter,
        List<Racer> racers,
        DescentDisplay display,
        RepeatedNoiseSettings noise) {
    public static final int MAX_RACERS = 6;
    public static final int MAX_STEPS = 100_000;

    public DescentSetup {
        parameters = Map.copyOf(parameters);
        start = List.copyOf(start);
        racers = List.copyOf(racers);
        start.forEach(coordinate -> Checks.finite("start", coordinate));
        Checks.wholeWithin("steps", steps, 1, MAX_STEPS);
        if (racers.isEmpty() || racers.size() > MAX_RACERS) {
            throw new InvalidInputException("racers", Rule.RACER_COUNT, MAX_RACERS, racers.size());
        }
    }

    /** A comparison of learning rates with the default display settings. */
    public DescentSetup(
            String function, Map<String, Double> parameters, List<Double> start, int steps, List<Racer> racers) {
        this(
                function,
                parameters,
                start,
                steps,
                ComparedHyperparameter.RATES,
                racers,
                DescentDisplay.DEFAULT,
                RepeatedNoiseSettings.DEFAULT);
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

        public Racer withVisible(boolean newVisible) {
            return new Racer(learningRate, optimizer, schedule, newVisible);
        }
    }

    /** The settings of one run, without noise. */
    public DescentRunSettings runSettings(Racer racer) {
        return new DescentRunSettings(
                start,
                racer.learningRate(),
                racer.optimizer(),
                racer.schedule(),
                DescentRunSettings.GradientErrorSettings.NONE,
                steps);
    }

    /** Returns a copy of this comparison on another function, from a start that fits that function. */
    public DescentSetup withFunction(ObjectiveFunction objective, List<Double> newStart) {
        return new DescentSetup(
                objective.name(),
                objective.parameters(),
                newStart,
                steps,
                comparedHyperparameter,
                racers,
                display,
                noise);
    }

    public DescentSetup withParameter(String name, double value) {
        Map<String, Double> changed = new HashMap<>(parameters);
        changed.put(name, value);
        return new DescentSetup(function, changed, start, steps, comparedHyperparameter, racers, display, noise);
    }

    public DescentSetup withStart(List<Double> newStart) {
        return new DescentSetup(function, parameters, newStart, steps, comparedHyperparameter, racers, display, noise);
    }

    public DescentSetup withSteps(int newSteps) {
        return new DescentSetup(function, parameters, start, newSteps, comparedHyperparameter, racers, display, noise);
    }

    public DescentSetup withComparedHyperparameter(
            ComparedHyperparameter newComparedHyperparameter, List<Racer> newRacers) {
        return new DescentSetup(
                function, parameters, start, steps, newComparedHyperparameter, newRacers, display, noise);
    }

    public DescentSetup withRacers(List<Racer> newRacers) {
        return withComparedHyperparameter(comparedHyperparameter, newRacers);
    }

    /** Returns a copy with {@code racer} appended. */
    public DescentSetup withAddedRacer(Racer racer) {
        List<Racer> extendedRacers = new ArrayList<>(racers);
        extendedRacers.add(racer);
        return withRacers(extendedRacers);
    }

    public DescentSetup withoutRacer(int index) {
        List<Racer> remainingRacers = new ArrayList<>(racers);
        remainingRacers.remove(index);
        return withRacers(remainingRacers);
    }

    public DescentSetup withRacer(int index, UnaryOperator<Racer> change) {
        List<Racer> changed = new ArrayList<>(racers);
        changed.set(index, change.apply(changed.get(index)));
        return withRacers(changed);
    }

    public DescentSetup withDisplay(DescentDisplay newDisplay) {
        return new DescentSetup(function, parameters, start, steps, comparedHyperparameter, racers, newDisplay, noise);
    }

    public DescentSetup withNoise(RepeatedNoiseSettings newNoise) {
        return new DescentSetup(function, parameters, start, steps, comparedHyperparameter, racers, display, newNoise);
    }
}
