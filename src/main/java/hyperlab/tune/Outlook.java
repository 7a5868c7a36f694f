package hyperlab.tune;

import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Gaussian process makes of the trials so far, in the objective's own unit: what it expects of a place, how unsure
 * it is, and how much better than the best so far it expects a trial there to be. Immutable; any thread.
 */
public final class Outlook {
    /** With fewer trials that have a value there is nothing to fit. */
    public static final int FEWEST = 3;

    /** Of more trials than this it looks at so many, spread evenly: its work grows with their cube. */
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
     * What the process expects at one place.
     *
     * @param mean of the objective
     * @param deviation standard deviation, without the noise of a trial
     */
    public record Belief(double mean, double deviation) {}

    /**
     * A trial that was chosen by it.
     *
     * @param trial its number, from 0
     * @param point where
     */
    public record Proposal(int trial, double[] point) {}

    /**
     * A process fitted to trials however they were chosen; those without a value are held at the worst of the others, as
     * a Bayesian search has it. Empty where fewer than {@value #FEWEST} have one.
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

    /** What it expects at a point of the unit cube. */
    public synchronized Belief at(double[] point) {
        GaussianProcess.Belief belief = process.at(space.features(point));
        return new Belief(larger ? -belief.mean() : belief.mean(), belief.deviation());
    }

    /** The expected improvement on the best so far at a point of the unit cube, ≥ 0. */
    public synchronized double improvement(double[] point) {
        return improvement(at(point));
    }

    /** The same where what is expected is known. */
    public double improvement(Belief belief) {
        return ExpectedImprovement.of(larger ? -belief.mean() : belief.mean(), belief.deviation(), lowest);
    }

    /** The best value that it was fitted to. */
    public double best() {
        return larger ? -lowest : lowest;
    }

    /** How many trials it was fitted to. */
    public int trials() {
        return trials;
    }

    /** The trials that were chosen by it, in order; none where it only looks on. */
    public List<Proposal> proposals() {
        return proposals;
    }

    /** What a proposal tries. */
    public Map<String, String> values(Proposal proposal) {
        return space.values(proposal.point());
    }
}
