package hyperlab.tune;

import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The share of the objective's variance over the search space that is due to each hyperparameter alone, and the share
 * that is due to interactions: functional ANOVA on a forest of regression trees (Hutter, Hoos and Leyton-Brown 2014).
 * The marginals of each tree are exact. The shares are averaged over {@value #TREES} trees, each grown on a bootstrap
 * sample of the trials. Values far worse than the others are first clipped at the upper fence, as in Bayesian search.
 *
 * @param shares one per hyperparameter, in the order of the space, each from 0 to 1
 * @param deviations standard deviation of each share over the trees
 * @param interactions the remaining share, which is due to all interactions
 * @param trials number of trials used
 */
public record HyperparameterImportance(List<Double> shares, List<Double> deviations, double interactions, int trials) {
    /** The minimum number of trials with a value. */
    public static final int MIN_TRIALS = 6;

    static final int TREES = 48;
    private static final int MAX_ROWS = 1_000;

    public HyperparameterImportance {
        shares = List.copyOf(shares);
        deviations = List.copyOf(deviations);
    }

    /**
     * Computes the importance from the first {@value #MAX_ROWS} completed trials with a value; empty if there are too
     * few or the values do not vary.
     */
    public static Optional<HyperparameterImportance> of(TuningStudy study, List<TrialRecord> rows) {
        List<double[]> points = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        for (TrialRecord row : rows) {
            if (row.state() == TrialRecord.TrialStatus.COMPLETED
                    && Double.isFinite(row.value())
                    && points.size() < MAX_ROWS) {
                points.add(study.space().point(row.values()));
                costs.add(study.objective().isLargerBetter() ? -row.value() : row.value());
            }
        }
        if (points.size() < MIN_TRIALS) {
            return Optional.empty();
        }
        double[] targets = BayesianSearcher.clipOutliers(costs).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return of(points.toArray(double[][]::new), targets, RandomStream.named(study.seed(), "importance"));
    }

    static Optional<HyperparameterImportance> of(double[][] points, double[] targets, RandomStream stream) {
        int axes = points[0].length;
        double[] sums = new double[axes];
        double[] squares = new double[axes];
        double mainEffects = 0;
        int usedTrees = 0;
        for (int tree = 0; tree < TREES; tree++) {
            int[] rows = new int[targets.length];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = stream.nextInt(rows.length);
            }
            RegressionTree regressionTree = RegressionTree.grow(points, targets, rows, stream);
            double variance = regressionTree.variance();
            if (!(variance > 0)) {
                continue;
            }
            usedTrees++;
            for (int axis = 0; axis < axes; axis++) {
                double share = regressionTree.variance(axis) / variance;
                sums[axis] += share;
                squares[axis] += share * share;
                mainEffects += share;
            }
        }
        if (usedTrees == 0) {
            return Optional.empty();
        }
        List<Double> shares = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            double mean = sums[axis] / usedTrees;
            shares.add(mean);
            deviations.add(Math.sqrt(Math.max(0, squares[axis] / usedTrees - mean * mean)));
        }
        return Optional.of(new HyperparameterImportance(
                shares, deviations, Math.max(0, 1 - mainEffects / usedTrees), targets.length));
    }
}
