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
public final class Outlook {
    /** The minimum number of trials with a value. */
    public static final int FEWEST = 3;

    /**
     * The maximum number of trials for the fit, whose cost grows with their cube. If there are more, an evenly spaced
     * subset is used.
     */
    public static final int MOST = 150;

    private final SearchSpace space;
    private final boolean larger;
    private final GaussianProcess process;
    private final double lowest;
    private final int trials;
    private final List<Proposal> proposals;

    Outlook(
            SearchSpace space,
            boolean larger,
            GaussianProcess process,
            double lowest,
            int trials,
            List<Proposal> proposals) {
        this.space = space;
        this.larger = larger;
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
    public record Belief(double mean, double deviation) {}

    /**
     * A trial proposed by the Gaussian process.
     *
     * @param trial its number, from 0
     * @param point its point in the unit cube
     */
    public record Proposal(int trial, double[] point) {}

    /**
     * Fits a process to finished trials, regardless of how they were chosen. Trials without a value are treated as in
     * Bayesian search: they get the highest cost after clipping. Empty if fewer than {@value #FEWEST} trials have a
     * value.
     */
    public static Optional<Outlook> of(Study study, List<TrialRow> rows) {
        boolean larger = study.objective().isLargerBetter();
        List<double[]> points = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        int finite = 0;
        List<TrialRow> over = rows.stream().filter(row -> row.state().isOver()).toList();
        int stride = (over.size() + MOST - 1) / MOST;
        for (TrialRow row : over) {
            if (points.size() * (long) stride <= over.indexOf(row)) {
                boolean has = Double.isFinite(row.value());
                finite += has ? 1 : 0;
                points.add(study.space().point(row.values()));
                costs.add(has ? (larger ? -row.value() : row.value()) : Double.POSITIVE_INFINITY);
            }
        }
        if (finite < FEWEST) {
            return Optional.empty();
        }
        List<Double> held = BayesianSearcher.held(costs);
        double[][] inputs = points.stream().map(study.space()::features).toArray(double[][]::new);
        double[] targets = held.stream().mapToDouble(Double::doubleValue).toArray();
        GaussianProcess process =
                GaussianProcess.fit(inputs, targets, new double[0], RandomStream.named(study.seed(), "outlook"));
        double lowest = held.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        return Optional.of(new Outlook(study.space(), larger, process, lowest, points.size(), List.of()));
    }

    /** The prediction at a point of the unit cube. */
    public synchronized Belief at(double[] point) {
        GaussianProcess.Belief belief = process.at(space.features(point));
        return new Belief(larger ? -belief.mean() : belief.mean(), belief.deviation());
    }

    /** The expected improvement on the best value so far at a point of the unit cube, ≥ 0. */
    public synchronized double improvement(double[] point) {
        return improvement(at(point));
    }

    /** The same for a known prediction. */
    public double improvement(Belief belief) {
        return ExpectedImprovement.of(larger ? -belief.mean() : belief.mean(), belief.deviation(), lowest);
    }

    /** The best value among the fitted trials. */
    public double best() {
        return larger ? -lowest : lowest;
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
