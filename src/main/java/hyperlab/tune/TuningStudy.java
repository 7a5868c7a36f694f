package hyperlab.tune;

import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a hyperparameter search, as stored in a study file.
 *
 * @param experiment base settings of every trial; null exactly if there is a function
 * @param function name of a test function of x and y to search instead of an experiment; {@value #RECORDED} for values
 *     that another program computed in a way that is not known here; null if there is none
 * @param space the hyperparameters to search
 * @param method how trials are chosen
 * @param objective the quantity to minimize or maximize; for {@value #RECORDED}, only whether larger values are better
 *     matters
 * @param trials maximum number of trials, 1 … 100,000
 * @param seed of the search; trial t trains with seed + t unless {@code seed} itself is searched
 * @param parallel number of trials that a Bayesian search proposes at a time, and the default number of concurrent
 *     trials, 1 … 64
 */
public record TuningStudy(
        @Nullable Experiment experiment,
        @Nullable String function,
        SearchSpace space,
        SearchMethod method,
        TuningObjective objective,
        int trials,
        long seed,
        int parallel) {
    public static final int MAX_TRIALS = 100_000;
    public static final int MAX_PARALLEL = 64;
    /** The function of a study whose values another program computed. */
    public static final String RECORDED = "recorded";

    public TuningStudy {
        Checks.wholeWithin("trials", trials, 1, MAX_TRIALS);
        Checks.wholeWithin("parallel", parallel, 1, MAX_PARALLEL);
        if ((experiment == null) == (function == null)) {
            throw new InvalidInputException("experiment", Rule.EXPERIMENT_OR_FUNCTION);
        }
        if (function != null && method.stopsEarly()) {
            throw new InvalidInputException("method", Rule.METHOD_WITHOUT_EPOCHS, method.name());
        }
    }

    /** Whether only the values of the trials are known, and neither an experiment nor a function. */
    public boolean isRecordOnly() {
        return RECORDED.equals(function);
    }

    /** Whether the study searches a known test function. */
    public boolean hasTestFunction() {
        return function != null && !isRecordOnly();
    }

    /** Returns a copy with this experiment, and without a function. */
    public TuningStudy withExperiment(Experiment newExperiment) {
        return new TuningStudy(newExperiment, null, space, method, objective, trials, seed, parallel);
    }

    public TuningStudy withMethod(SearchMethod newMethod) {
        return new TuningStudy(experiment, function, space, newMethod, objective, trials, seed, parallel);
    }

    /** The completed trials with a finite value, the best first; ties are in the order of {@code rows}. */
    public List<TrialRecord> ranked(List<TrialRecord> rows) {
        Comparator<TrialRecord> byValue = Comparator.comparingDouble(TrialRecord::value);
        return rows.stream()
                .filter(row -> row.state() == TrialRecord.TrialStatus.COMPLETED && Double.isFinite(row.value()))
                .sorted(objective.isLargerBetter() ? byValue.reversed() : byValue)
                .toList();
    }

    public TuningStudy withSpace(SearchSpace newSpace) {
        return new TuningStudy(experiment, function, newSpace, method, objective, trials, seed, parallel);
    }

    public TuningStudy withObjective(TuningObjective newObjective) {
        return new TuningStudy(experiment, function, space, method, newObjective, trials, seed, parallel);
    }

    public TuningStudy withTrials(int newTrials) {
        return new TuningStudy(experiment, function, space, method, objective, newTrials, seed, parallel);
    }

    public TuningStudy withSeed(long newSeed) {
        return new TuningStudy(experiment, function, space, method, objective, trials, newSeed, parallel);
    }

    public TuningStudy withParallel(int newParallel) {
        return new TuningStudy(experiment, function, space, method, objective, trials, seed, newParallel);
    }

    /** The epochs of a trial that is not stopped early; 1 for a function. */
    public int epochs() {
        return experiment == null ? 1 : Math.max(1, experiment.training().epochs());
    }

    /** Whether a trial was pruned only after all its epochs, so that pruning it saved nothing. */
    public boolean isPrunedAtEnd(TrialRecord row) {
        return experiment != null && row.state() == TrialRecord.TrialStatus.PRUNED && row.epochs() >= epochs();
    }

    /** Creates a new searcher for this study. */
    public Searcher createSearcher() {
        return method.accept(new SearchMethod.Visitor<>() {
            @Override
            public Searcher visit(SearchMethod.Grid grid) {
                return new GridSearcher(space, grid.pointsPerAxis(), trials, epochs());
            }

            @Override
            public Searcher visit(SearchMethod.RandomSearch random) {
                return new RandomSearcher(space, trials, epochs(), seed);
            }

            @Override
            public Searcher visit(SearchMethod.Bayesian bayesian) {
                return new BayesianSearcher(
                        space, bayesian.initial(), trials, parallel, epochs(), seed, objective.isLargerBetter());
            }

            @Override
            public Searcher visit(SearchMethod.Halving halving) {
                return HalvingSearcher.halving(space, halving, trials, epochs(), seed);
            }

            @Override
            public Searcher visit(SearchMethod.Hyperband hyperband) {
                return HalvingSearcher.hyperband(space, hyperband, trials, epochs(), seed);
            }

            @Override
            public Searcher visit(SearchMethod.Manual manual) {
                return new ManualSearcher(space, manual.points(), trials, epochs());
            }

            @Override
            public Searcher visit(SearchMethod.Recorded recorded) {
                return new RecordedSearcher(space, recorded, epochs());
            }
        });
    }
}
