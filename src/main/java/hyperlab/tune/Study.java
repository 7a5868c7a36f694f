package hyperlab.tune;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Checks;
import hyperlab.train.Experiment;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a hyperparameter search, as stored in a study file.
 *
 * @param experiment base settings of every trial; null exactly if there is a function
 * @param function name of a test function of x and y to search instead of an experiment; null if there is none
 * @param space the hyperparameters to search
 * @param method how trials are chosen
 * @param objective the quantity to minimize or maximize
 * @param trials maximum number of trials, 1 … 100,000
 * @param seed of the search; trial t trains with seed + t unless {@code seed} itself is searched
 * @param parallel number of trials that a Bayesian search proposes at a time, and the default number of concurrent
 *     trials, 1 … 64
 */
public record Study(
        @Nullable Experiment experiment,
        @Nullable String function,
        SearchSpace space,
        Method method,
        Objective objective,
        int trials,
        long seed,
        int parallel) {
    public static final int MOST_TRIALS = 100_000;
    public static final int MOST_PARALLEL = 64;

    public Study {
        Checks.wholeWithin("trials", trials, 1, MOST_TRIALS);
        Checks.wholeWithin("parallel", parallel, 1, MOST_PARALLEL);
        if ((experiment == null) == (function == null)) {
            throw new InvalidInputException("experiment", "or function must be given, and not both");
        }
        if (function != null && method.stopsEarly()) {
            throw new InvalidInputException("method", "grid, random or bayesian for a function, which has no epochs", method.name());
        }
    }

    /** Returns a copy with this experiment, and without a function. */
    public Study withExperiment(Experiment newExperiment) {
        return new Study(newExperiment, null, space, method, objective, trials, seed, parallel);
    }

    public Study withMethod(Method newMethod) {
        return new Study(experiment, function, space, newMethod, objective, trials, seed, parallel);
    }

    public Study withSpace(SearchSpace newSpace) {
        return new Study(experiment, function, newSpace, method, objective, trials, seed, parallel);
    }

    public Study withObjective(Objective newObjective) {
        return new Study(experiment, function, space, method, newObjective, trials, seed, parallel);
    }

    public Study withTrials(int newTrials) {
        return new Study(experiment, function, space, method, objective, newTrials, seed, parallel);
    }

    public Study withSeed(long newSeed) {
        return new Study(experiment, function, space, method, objective, trials, newSeed, parallel);
    }

    public Study withParallel(int newParallel) {
        return new Study(experiment, function, space, method, objective, trials, seed, newParallel);
    }

    /** The epochs of a trial that is not stopped early; 1 for a function. */
    public int epochs() {
        return experiment == null ? 1 : Math.max(1, experiment.training().epochs());
    }

    /** Creates a new searcher for this study. */
    public Searcher searcher() {
        if (method instanceof Method.Grid grid) {
            return new GridSearcher(space, grid.pointsPerAxis(), trials, epochs());
        }
        if (method instanceof Method.Bayesian bayesian) {
            return new BayesianSearcher(
                    space, bayesian.initial(), trials, parallel, epochs(), seed, objective.isLargerBetter());
        }
        if (method instanceof Method.Halving halving) {
            return HalvingSearcher.halving(space, halving, trials, epochs(), seed);
        }
        if (method instanceof Method.Hyperband hyperband) {
            return HalvingSearcher.hyperband(space, hyperband, trials, epochs(), seed);
        }
        if (method instanceof Method.Manual manual) {
            return new ManualSearcher(space, manual.points(), trials, epochs());
        }
        return new RandomSearcher(space, trials, epochs(), seed);
    }
}
