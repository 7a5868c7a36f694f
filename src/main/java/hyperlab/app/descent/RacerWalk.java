package hyperlab.app.descent;

import hyperlab.descent.Contest;
import hyperlab.descent.Descent;
import hyperlab.descent.DescentDisplay;
import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.descent.Measure;
import hyperlab.descent.Minima;
import hyperlab.descent.Objective;
import hyperlab.descent.Regime;
import hyperlab.descent.Stability;
import hyperlab.descent.Walk;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.optim.StepTerms;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * One racer with its walk, computed to the end.
 *
 * @param index its place in the race, from 0
 * @param contest what it differs in from the others
 * @param landed the first step at which f is exactly that of the lowest minimum and the slope is exactly 0
 */
public record RacerWalk(
        int index, Contest contest, Racer racer, Objective objective, DescentPath path, OptionalInt landed) {
    private static final double AS_ONE = 1e-12;

    /** Walks it. */
    static RacerWalk of(Objective objective, DescentSetup setup, int index) {
        Racer racer = setup.racers().get(index);
        DescentPath path = Descent.walk(objective, walk(setup, racer));
        return new RacerWalk(index, setup.contest(), racer, objective, path, landing(path, Minima.lowest(objective)));
    }

    /** The same walk, shown or hidden, in another contest. */
    RacerWalk as(Racer newRacer, Contest newContest) {
        return new RacerWalk(index, newContest, newRacer, objective, path, landed);
    }

    /** The walk that a racer of a setup takes. */
    static Walk walk(DescentSetup setup, Racer racer) {
        return new Walk(
                setup.start(),
                racer.learningRate(),
                racer.optimizer(),
                racer.schedule(),
                Walk.Noise.NONE,
                setup.steps());
    }

    /** The same, not drawn. */
    RacerWalk veiled() {
        return as(racer.withVisible(false), contest);
    }

    private static OptionalInt landing(DescentPath path, OptionalDouble lowest) {
        for (int row = 0; row < path.rows() && lowest.isPresent(); row++) {
            if (isLevel(path, row) && path.value(row) == lowest.getAsDouble()) {
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isLevel(DescentPath path, int row) {
        return path.gradient(row, 0) == 0 && (path.dimensions() == 1 || path.gradient(row, 1) == 0);
    }

    /** The row to look at when the play head stands at {@code step}: the last one of a walk that diverged before. */
    public int row(int step) {
        return Math.min(step, path.steps());
    }

    public double x(int step) {
        return path.x(row(step));
    }

    /** The second variable; of a function of two variables. */
    public double y(int step) {
        return path.y(row(step));
    }

    /** Where it is: as many numbers as there are variables. */
    public double[] point(int step) {
        return path.dimensions() == 1 ? new double[] {x(step)} : new double[] {x(step), y(step)};
    }

    public double value(int step) {
        return path.value(row(step));
    }

    /** f′; of a function of one variable. */
    public double slope(int step) {
        return path.gradient(row(step), 0);
    }

    /** The length of the gradient. */
    public double steepness(int step) {
        int row = row(step);
        return path.dimensions() == 1
                ? Math.abs(path.gradient(row, 0))
                : Math.hypot(path.gradient(row, 0), path.gradient(row, 1));
    }

    /** f″ where it is, or the largest curvature of a surface. */
    public double curvature(int step) {
        return objective.largestCurvature(point(step));
    }

    /** Whether it has left the finite numbers at or before {@code step}. */
    public boolean divergedBy(int step) {
        return path.diverged() && step > path.steps();
    }

    /** The rate of the step that begins there. */
    public double rate(int step) {
        return path.learningRate(row(step));
    }

    /** Whether its rate is told by the curvature: not so for those that bring the gradient to scale. */
    public boolean hasRegimes() {
        return racer.optimizer() instanceof Sgd;
    }

    /** Whether a step is {@code −η∇f} and nothing else. */
    public boolean isPlain() {
        return racer.optimizer() instanceof Sgd sgd && sgd.momentum() == 0;
    }

    /** Whether the rate of every step is the same. */
    public boolean isConstant() {
        return racer.schedule().equals(Schedule.Constant.DEFAULT);
    }

    /** What its rate does at the curvature where it is; empty where the curve bends down or the optimizer adapts. */
    public Optional<Regime> regime(int step) {
        return Stability.regime(rate(step), curvature(step), racer.optimizer());
    }

    /** The regime whose colour it wears: only where rates race; optimizers are told apart by colours of their own. */
    public Optional<Regime> tint(int step) {
        return contest == Contest.RATES ? regime(step) : Optional.empty();
    }

    /** The borders between the regimes there. */
    public Optional<Stability.Borders> borders(int step) {
        return Stability.borders(curvature(step), racer.optimizer());
    }

    /** 1 − ηλ at the curvature where it is: what a plain step on a parabola multiplies x by. */
    public double factor(int step) {
        return 1 - rate(step) * curvature(step);
    }

    /** Whether its rate is the limit itself on a curve of one curvature: every step lands as far away on the other side. */
    public boolean bounces() {
        return isPlain()
                && isConstant()
                && Math.abs(factor(0) + 1) <= AS_ONE
                && objective.dimensions() == 1
                && Race.curvesEvenly(objective);
    }

    /**
     * How far it has come.
     *
     * @param lowest what heights are measured from
     * @return NaN where there is no minimum to measure from
     */
    public double measured(Measure measure, double lowest, int step) {
        return switch (measure) {
            case VALUE -> Math.max(0, value(step) - lowest);
            case DISTANCE -> Minima.distance(objective, point(step)).orElse(Double.NaN);
            case RATE -> rate(step);
        };
    }

    /** The first step at which it is within the tolerance; empty if it never is. */
    public OptionalInt arrival(DescentDisplay display, double lowest) {
        Measure measure = display.measure() == Measure.DISTANCE ? Measure.DISTANCE : Measure.VALUE;
        return IntStream.range(0, path.rows())
                .filter(row -> measured(measure, lowest, row) <= display.tolerance())
                .findFirst();
    }

    /** The step that begins at {@code step}, in the numbers of the path; empty at its end. */
    public Optional<Narration> narration(int step) {
        if (step >= path.steps()) {
            return Optional.empty();
        }
        StepTerms terms = path.terms(step);
        double rate = path.learningRate(step);
        List<Narration.Part> parts = IntStream.range(0, path.dimensions())
                .mapToObj(i -> new Narration.Part(
                        path.gradient(step, i),
                        terms.carried(i),
                        terms.direction(i),
                        terms.scale(i),
                        terms.effectiveRate(i, rate),
                        terms.decay() * path.point(step, i),
                        path.point(step + 1, i) - path.point(step, i),
                        path.point(step, i),
                        path.point(step + 1, i)))
                .toList();
        return Optional.of(new Narration(
                Narration.Kind.of(racer.optimizer()), step, rate, parts, path.value(step), path.value(step + 1)));
    }
}
