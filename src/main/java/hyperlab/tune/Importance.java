package hyperlab.tune;

import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much of the objective's variance over the search space goes back to each hyperparameter alone, and how much to
 * several together: functional ANOVA on a forest of regression trees (Hutter, Hoos and Leyton-Brown 2014). Of each tree
 * the marginals are exact; its shares are averaged over {@value #TREES} trees, each grown on a bootstrap of the trials.
 * Values far worse than the others are held at the upper fence first, as a Bayesian search has it.
 *
 * @param shares one for each hyperparameter, in the order of the space; each from 0 to 1
 * @param deviations how far the trees differ in it: a standard deviation each
 * @param together what is left: the share of all interactions
 * @param trials how many it was worked out from
 */
public record Importance(List<Double> shares, List<Double> deviations, double together, int trials) {
    /** With fewer trials that have a value nothing can be said. */
    public static final int FEWEST = 6;

    static final int TREES = 48;
    private static final int MOST_ROWS = 1_000;

    public Importance {
        shares = List.copyOf(shares);
        deviations = List.copyOf(deviations);
    }

    /** Worked out from the trials that are over and have a value; empty where they are too few or all alike. */
    public static Optional<Importance> of(Study study, List<TrialRow> rows) {
        List<double[]> points = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        for (TrialRow row : rows) {
            if (row.state() == TrialRow.State.COMPLETED && Double.isFinite(row.value()) && points.size() < MOST_ROWS) {
                points.add(study.space().point(row.values()));
                costs.add(study.objective().isLargerBetter() ? -row.value() : row.value());
            }
        }
        if (points.size() < FEWEST) {
            return Optional.empty();
        }
        double[] targets = BayesianSearcher.held(costs).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return of(points.toArray(double[][]::new), targets, RandomStream.named(study.seed(), "importance"));
    }

    static Optional<Importance> of(double[][] points, double[] targets, RandomStream stream) {
        int axes = points[0].length;
        double[] sums = new double[axes];
        double[] squares = new double[axes];
        double alone = 0;
        int grown = 0;
        for (int tree = 0; tree < TREES; tree++) {
            int[] rows = new int[targets.length];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = stream.nextInt(rows.length);
            }
            RegressionTree made = RegressionTree.grow(points, targets, rows, stream);
            double variance = made.variance();
            if (!(variance > 0)) {
                continue;
            }
            grown++;
            for (int axis = 0; axis < axes; axis++) {
                double share = made.variance(axis) / variance;
                sums[axis] += share;
                squares[axis] += share * share;
                alone += share;
            }
        }
        if (grown == 0) {
            return Optional.empty();
        }
        List<Double> shares = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            double mean = sums[axis] / grown;
            shares.add(mean);
            deviations.add(Math.sqrt(Math.max(0, squares[axis] / grown - mean * mean)));
        }
        return Optional.of(new Importance(shares, deviations, Math.max(0, 1 - alone / grown), targets.length));
    }
}
