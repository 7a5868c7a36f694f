package hyperlab.tune;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Drives searchers with a function of their points. */
final class SearcherFixtures {
    private SearcherFixtures() {}

    /** x in [−5, 10] and y in [0, 15], the usual domain of the Branin function. */
    static final SearchSpace BRANIN_SPACE = new SearchSpace(List.of(
            new SearchSpace.Hyperparameter("x", new SearchDimension.LinearDimension(-5, 10)),
            new SearchSpace.Hyperparameter("y", new SearchDimension.LinearDimension(0, 15))));

    static final double BRANIN_MINIMUM = 0.397887357729739;

    /** The Branin function (Dixon and Szegö 1978): (y − 5.1x²/(4π²) + 5x/π − 6)² + 10(1 − 1/(8π))cos x + 10. */
    static double branin(double[] point) {
        double x = -5 + 15 * point[0];
        double y = 15 * point[1];
        double a = y - 5.1 * x * x / (4 * Math.PI * Math.PI) + 5 * x / Math.PI - 6;
        return a * a + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
    }

    /** Returns the lowest cost of all trials. */
    static double best(Searcher searcher, ToDoubleFunction<double[]> cost) {
        double best = Double.POSITIVE_INFINITY;
        for (List<Job> jobs = searcher.next(); !jobs.isEmpty(); jobs = searcher.next()) {
            double[] costs = jobs.stream()
                    .mapToDouble(job -> cost.applyAsDouble(job.point()))
                    .toArray();
            for (double each : costs) {
                best = Math.min(best, each);
            }
            searcher.report(jobs, costs);
        }
        return best;
    }
}
