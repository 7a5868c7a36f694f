package hyperlab.tune;

import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The prediction of a Gaussian process fitted to the trials so far, in the unit of the objective: the mean and the
 * standard deviation at each point, and the expected improvement on the best value so far. Thread-safe; its values do
 * not change.
 */
public final class SurrogateSnapshot {
    /** The minimum number of trials with a value. */
    public static final int MIN_TRIALS = 3;

    /**
     * The maximum number of trials for the fit, whose cost grows with their cube. If there are more, an evenly spaced
     * subset is used.
     */
    public static final int MAX_TRIALS = 150;

    private final SearchSpace space;
    private final boolean largerIsBetter;
    private final GaussianProcess process;
    private final double lowest;
    private final int trials;
    private final List<Proposal> proposals;

    SurrogateSnapshot(
            SearchSpace space,
            boolean largerIsBetter,
            GaussianProcess process,
            double lowest,
            int trials,
            List<Proposal> proposals) {
        this.space = space;
        this.largerIsBetter = largerIsBetter;
        this.process = process;
        this.lowest = lowest;
        this.trials = trials;
        this.proposals = proposals;
    }

    /**
     * The prediction at one point.
     *
     * @param mean of the objective
     * @param deviation standard deviation of the function, without the noise of a trial
     */
    public record ObjectivePrediction(double mean, double deviation) {}

    /**
     * A trial proposed by the Gaussian process.
     *
     * @param trial its number, from 0
     * @param point its point in the unit cube
     */
    public record Proposal(int trial, double[] point) {}

    /**
     * Fits a process to finished trials, regardless of how they were chosen. Trials without a value are treated as in
     * Bayesian search: they get the highest cost after clipping. Empty if fewer than {@value #MIN_TRIALS} trials have a
     * value.
     */
    public static Optional<SurrogateSnapshot> of(TuningStudy study, List<TrialRecord> rows) {
        boolean largerIsBetter = study.objective().isLargerBetter();
        List<double[]> points = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        int finite = 0;
        List<TrialRecord> finished =
                rows.stream().filter(row -> row.state().isFinal()).toList();
        int stride = (finished.size() + MAX_TRIALS - 1) / MAX_TRIALS;
        for (TrialRecord row : finished) {
            if (points.size() * (long) stride <= finished.indexOf(row)) {
                boolean hasValue = Double.isFinite(row.value());
                finite += hasValue ? 1 : 0;
                points.add(study.space().point(row.values()));
                costs.add(hasValue ? (largerIsBetter ? -row.value() : row.value()) : Double.POSITIVE_INFINITY);
            }
        }
        if (finite < MIN_TRIALS) {
            return Optional.empty();
        }
        List<Double> clippedCosts = BayesianSearcher.clipOutliers(costs);
        double[][] inputs = points.stream().map(study.space()::features).toArray(double[][]::new);
        double[] targets =
                clippedCosts.stream().mapToDouble(Double::doubleValue).toArray();
        GaussianProcess process = GaussianProcess.fit(
                inputs,
                targets,
                new double[0],
                RandomStream.named(study.seed(), "outlook"),
                GaussianProcess.FitBounds.of(study));
        double lowest =
                clippedCosts.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        return Optional.of(
                new SurrogateSnapshot(study.space(), largerIsBetter, process, lowest, points.size(), List.of()));
    }

    /** The prediction at a point of the unit cube. */
    public synchronized ObjectivePrediction predict(double[] point) {
        GaussianProcess.GaussianPrediction prediction = process.predict(space.features(point));
        return new ObjectivePrediction(largerIsBetter ? -prediction.mean() : prediction.mean(), prediction.deviation());
    }

    /** The expected improvement on the best value so far at a point of the unit cube, ≥ 0. */
    public synchronized double expectedImprovement(double[] point) {
        return expectedImprovement(predict(point));
    }

    /** The same for a known prediction. */
    public double expectedImprovement(ObjectivePrediction prediction) {
        return ExpectedImprovement.of(
                largerIsBetter ? -prediction.mean() : prediction.mean(), prediction.deviation(), lowest);
    }

    /** The best value among the fitted trials. */
    public double best() {
        return largerIsBetter ? -lowest : lowest;
    }

    /** The number of fitted trials. */
    public int trials() {
        return trials;
    }

    /** The trials proposed by this process, in order; empty if the trials were chosen by another method. */
    public List<Proposal> proposals() {
        return proposals;
    }

    /** The values of a proposal, by key. */
    public Map<String, String> values(Proposal proposal) {
        return space.values(proposal.point());
    }
}
