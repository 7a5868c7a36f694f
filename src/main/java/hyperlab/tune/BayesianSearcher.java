package hyperlab.tune;

import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bayesian optimization. After some random trials, each trial is placed where a Gaussian process fitted to all costs
 * has the largest expected improvement on the lowest cost y* so far, EI = (y* − μ)Φ(z) + sφ(z), z = (y* − μ)/s (Jones,
 * Schonlau and Welch 1998, equation 15). If several trials are proposed at once, each later one treats the predicted
 * means of the earlier ones as their costs (kriging believer, Ginsbourger, Le Riche and Carraro 2010). Costs far above
 * the others, and those of trials without a value, are clipped at the upper fence Q3 + 1.5·(Q3 − Q1), so that the
 * search avoids them but they do not distort the fit.
 */
final class BayesianSearcher implements Searcher {
    private static final int RANDOM_CANDIDATES = 1_500;
    private static final int LOCAL_CANDIDATES = 300;
    private static final int REFINED_CANDIDATES = 5;

    private final SearchSpace space;
    private final int initial;
    private final int trials;
    private final int batchSize;
    private final int epochs;
    private final boolean largerIsBetter;
    private final RandomStream stream;
    private final RandomStream modelStream;
    private final List<double[]> points = new ArrayList<>();
    private final List<Double> costs = new ArrayList<>();
    private double[] warmStart = new double[0];
    private @Nullable GaussianProcess surrogate;
    private List<SurrogateSnapshot.Proposal> proposals = List.of();

    BayesianSearcher(SearchSpace space, int initial, int trials, int batchSize, int epochs, long seed) {
        this(space, initial, trials, batchSize, epochs, seed, false);
    }

    /** @param largerIsBetter whether costs are the negated values of an objective to maximize */
    BayesianSearcher(
            SearchSpace space, int initial, int trials, int batchSize, int epochs, long seed, boolean largerIsBetter) {
        this.largerIsBetter = largerIsBetter;
        this.space = space;
        this.initial = initial;
        this.trials = trials;
        this.batchSize = batchSize;
        this.epochs = epochs;
        this.stream = RandomStream.named(seed, "search");
        this.modelStream = RandomStream.named(seed, "model");
    }

    @Override
    public List<Job> next() {
        int started = points.size();
        List<Job> jobs = new ArrayList<>();
        if (started < Math.min(initial, trials)) {
            for (int trial = started; trial < Math.min(initial, trials); trial++) {
                jobs.add(new Job(trial, space.draw(stream), epochs));
            }
            return jobs;
        }
        surrogate = null;
        List<SurrogateSnapshot.Proposal> proposed = new ArrayList<>();
        List<double[]> knownPoints = new ArrayList<>(points);
        List<Double> assumedCosts = new ArrayList<>(clipOutliers(costs));
        for (int trial = started; trial < Math.min(trials, started + batchSize); trial++) {
            GaussianProcess process = fit(knownPoints, assumedCosts);
            surrogate = surrogate == null ? process : surrogate;
            double[] point = propose(process, knownPoints, assumedCosts);
            proposed.add(new SurrogateSnapshot.Proposal(trial, point));
            jobs.add(new Job(trial, point, epochs));
            knownPoints.add(point);
            assumedCosts.add(process.predict(space.features(point)).mean());
        }
        proposals = List.copyOf(proposed);
        return jobs;
    }

    @Override
    public void report(List<Job> jobs, double[] newCosts) {
        for (int i = 0; i < newCosts.length; i++) {
            points.add(jobs.get(i).point());
            costs.add(newCosts[i]);
        }
    }

    /** The process that chose the last proposed trials; empty while trials are random. */
    Optional<SurrogateSnapshot> surrogateSnapshot() {
        GaussianProcess process = surrogate;
        return process == null
                ? Optional.empty()
                : Optional.of(new SurrogateSnapshot(
                        space, largerIsBetter, process, lowest(clipOutliers(costs)), points.size(), proposals));
    }

    private static double lowest(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    private GaussianProcess fit(List<double[]> knownPoints, List<Double> values) {
        double[][] inputs = knownPoints.stream().map(space::features).toArray(double[][]::new);
        double[] targets = values.stream().mapToDouble(Double::doubleValue).toArray();
        GaussianProcess process =
                GaussianProcess.fit(inputs, targets, warmStart, modelStream, GaussianProcess.FitBounds.EXACT);
        warmStart = process.logHyperparameters();
        return process;
    }

    /**
     * Clips costs beyond the upper fence, including infinite ones, to the fence or to the highest finite cost if that
     * is lower.
     */
    static List<Double> clipOutliers(List<Double> costs) {
        double[] finite = costs.stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (finite.length == 0) {
            return costs.stream().map(cost -> 0.0).toList();
        }
        double lower = finite[(finite.length - 1) / 4];
        double upper = finite[3 * (finite.length - 1) / 4];
        double fence = Math.max(upper + 1.5 * (upper - lower), finite[0]);
        double limit = Math.min(fence, finite[finite.length - 1]);
        return costs.stream().map(cost -> Math.min(cost, limit)).toList();
    }

    private double[] propose(GaussianProcess process, List<double[]> knownPoints, List<Double> values) {
        double best = lowest(values);
        double[] incumbent = knownPoints.get(values.indexOf(best));
        List<double[]> candidates = new ArrayList<>();
        for (int i = 0; i < RANDOM_CANDIDATES; i++) {
            candidates.add(space.draw(stream));
        }
        for (int i = 0; i < LOCAL_CANDIDATES; i++) {
            candidates.add(perturb(incumbent, Math.pow(10, stream.nextDouble(-2.5, -0.5))));
        }
        double[] improvements = new double[candidates.size()];
        Integer[] order = new Integer[candidates.size()];
        for (int i = 0; i < improvements.length; i++) {
            improvements[i] = expectedImprovement(process, candidates.get(i), best);
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> Double.compare(improvements[b], improvements[a]));
        double[] chosen = candidates.get(order[0]);
        double highest = -1;
        for (int i = 0; i < REFINED_CANDIDATES; i++) {
            double[] refined = refine(process, candidates.get(order[i]), best);
            double improvement = expectedImprovement(process, refined, best);
            if (improvement > highest && isNew(refined, knownPoints)) {
                chosen = refined;
                highest = improvement;
            }
        }
        for (int i = 0; i < order.length && highest < 0; i++) {
            if (isNew(candidates.get(order[i]), knownPoints)) {
                chosen = candidates.get(order[i]);
                highest = improvements[order[i]];
            }
        }
        return chosen;
    }

    private double[] perturb(double[] center, double radius) {
        double[] point = new double[center.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = clamp(center[i] + radius * stream.nextGaussian());
        }
        return space.snap(point);
    }

    /** Maximizes EI by coordinate search, with steps from a tenth of the axis down to about a thousandth. */
    private double[] refine(GaussianProcess process, double[] start, double best) {
        double[] point = start.clone();
        double value = expectedImprovement(process, point, best);
        for (double step = 0.1; step > 5e-4; ) {
            boolean moved = false;
            for (int i = 0; i < point.length; i++) {
                for (double delta : new double[] {step, -step}) {
                    double[] other = point.clone();
                    other[i] = clamp(point[i] + delta);
                    other = space.snap(other);
                    double candidateValue = expectedImprovement(process, other, best);
                    if (candidateValue > value) {
                        point = other;
                        value = candidateValue;
                        moved = true;
                    }
                }
            }
            step = moved ? step : step / 2.5;
        }
        return point;
    }

    private double expectedImprovement(GaussianProcess process, double[] point, double best) {
        GaussianProcess.GaussianPrediction prediction = process.predict(space.features(point));
        return ExpectedImprovement.of(prediction.mean(), prediction.deviation(), best);
    }

    private static boolean isNew(double[] point, List<double[]> knownPoints) {
        return knownPoints.stream().noneMatch(other -> Arrays.equals(other, point));
    }

    private static double clamp(double unit) {
        return Math.min(1, Math.max(0, unit));
    }
}
