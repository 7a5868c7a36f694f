package hyperlab.lab.learningrate.race;

import hyperlab.descent.ComparedHyperparameter;
import hyperlab.descent.CurvatureProfile;
import hyperlab.descent.DescentBehavior;
import hyperlab.descent.DescentDisplay;
import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.descent.GradientDescent;
import hyperlab.descent.KnownMinima;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ProgressMeasure;
import hyperlab.descent.RateEffect;
import hyperlab.descent.Regime;
import hyperlab.descent.Stability;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.optim.StepTerms;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * One racer with its complete path.
 *
 * @param index the position in the race, from 0
 * @param comparedHyperparameter what the racers differ in
 * @param constantCurvature whether the function's largest curvature is the same everywhere
 * @param landingStep the first step at which f equals the lowest minimum exactly and the gradient is exactly 0
 */
public record RacerRun(
        int index,
        ComparedHyperparameter comparedHyperparameter,
        Racer racer,
        ObjectiveFunction objective,
        DescentPath path,
        boolean constantCurvature,
        OptionalInt landingStep) {
    /** Computes the path of the racer at {@code index}. */
    static RacerRun of(ObjectiveFunction objective, DescentSetup setup, int index) {
        Racer racer = setup.racers().get(index);
        DescentPath path = GradientDescent.run(objective, setup.runSettings(racer));
        return new RacerRun(
                index,
                setup.comparedHyperparameter(),
                racer,
                objective,
                path,
                CurvatureProfile.isConstant(objective),
                findLanding(path, KnownMinima.lowestValue(objective)));
    }

    /** Returns the same path for a racer with another visibility, for another comparison. */
    RacerRun withRacer(Racer newRacer, ComparedHyperparameter newCompared) {
        return new RacerRun(index, newCompared, newRacer, objective, path, constantCurvature, landingStep);
    }

    /** Returns this path, hidden. */
    RacerRun hidden() {
        return withRacer(racer.withVisible(false), comparedHyperparameter);
    }

    private static OptionalInt findLanding(DescentPath path, OptionalDouble lowest) {
        for (int row = 0; row < path.rows() && lowest.isPresent(); row++) {
            if (isStationary(path, row) && path.value(row) == lowest.getAsDouble()) {
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isStationary(DescentPath path, int row) {
        return path.gradient(row, 0) == 0 && (path.dimensions() == 1 || path.gradient(row, 1) == 0);
    }

    /** The path's row for playback position {@code step}: the last row if the path ended or diverged earlier. */
    public int row(int step) {
        return Math.min(step, path.steps());
    }

    public double x(int step) {
        return path.x(row(step));
    }

    /** The second variable; only for functions of two variables. */
    public double y(int step) {
        return path.y(row(step));
    }

    /** The position, one coordinate per variable. */
    public double[] point(int step) {
        return path.dimensions() == 1 ? new double[] {x(step)} : new double[] {x(step), y(step)};
    }

    public double value(int step) {
        return path.value(row(step));
    }

    /** f′; for functions of one variable. For two variables it is ∂f/∂x. */
    public double slope(int step) {
        return path.gradient(row(step), 0);
    }

    /** The Euclidean norm of the gradient. */
    public double gradientNorm(int step) {
        int row = row(step);
        return path.dimensions() == 1
                ? Math.abs(path.gradient(row, 0))
                : Math.hypot(path.gradient(row, 0), path.gradient(row, 1));
    }

    /** f″ at the position; for a surface, the largest eigenvalue of the Hessian. */
    public double curvature(int step) {
        return objective.largestCurvature(point(step));
    }

    /** Whether the path has diverged at or before {@code step}. */
    public boolean hasDivergedBy(int step) {
        return path.diverged() && step > path.steps();
    }

    /** The learning rate of the step that starts at {@code step}. */
    public double rate(int step) {
        return path.learningRate(row(step));
    }

    /**
     * Whether the curvature determines the regime of the rate. This holds for SGD, but not for optimizers that rescale
     * the gradient.
     */
    public boolean hasRegimes() {
        return racer.optimizer() instanceof Sgd;
    }

    /** Whether every step is exactly {@code −η∇f}: SGD without momentum. */
    public boolean isPlainSgd() {
        return racer.optimizer() instanceof Sgd sgd && sgd.momentum() == 0;
    }

    /** Whether all steps have the same learning rate. */
    public boolean hasConstantRate() {
        return racer.schedule().equals(Schedule.ConstantRate.DEFAULT);
    }

    /**
     * The regime of the rate at the local curvature; empty if the curvature is not positive or the optimizer is
     * adaptive.
     */
    public Optional<Regime> regime(int step) {
        return Stability.regime(rate(step), curvature(step), racer.optimizer());
    }

    /**
     * The regime that determines the racer's color; empty if optimizers race, because each optimizer has its own color.
     */
    public Optional<Regime> colorRegime(int step) {
        return comparedHyperparameter == ComparedHyperparameter.RATES ? regime(step) : Optional.empty();
    }

    /** The boundaries between the regimes at the local curvature. */
    public Optional<Stability.RegimeBorders> regimeBoundaries(int step) {
        return Stability.borders(curvature(step), racer.optimizer());
    }

    /** 1 − ηλ for the local curvature λ: the factor by which a plain step on a parabola multiplies x. */
    public double factor(int step) {
        return 1 - rate(step) * curvature(step);
    }

    /** How far statements about the rate reach. */
    public RateEffect.Scope scope() {
        return RateEffect.scope(constantCurvature, hasConstantRate());
    }

    /** The effect of the rate at the local curvature; empty under the same conditions as {@link #regime}. */
    public Optional<RateEffect> effect(int step) {
        return RateEffect.of(
                rate(step),
                curvature(step),
                racer.optimizer(),
                scope(),
                DescentBehavior.leavesAllBounds(objective, path));
    }

    /**
     * The value of a measure at a step.
     *
     * @param lowest the reference value for heights
     * @return NaN if the distance is requested and no minimum is known
     */
    public double measure(ProgressMeasure measure, double lowest, int step) {
        return switch (measure) {
            case VALUE -> Math.max(0, value(step) - lowest);
            case DISTANCE -> KnownMinima.distance(objective, point(step)).orElse(Double.NaN);
            case RATE -> rate(step);
        };
    }

    /** The first step within the tolerance; empty if it never arrives. */
    public OptionalInt arrival(DescentDisplay display, double lowest) {
        ProgressMeasure measure =
                display.measure() == ProgressMeasure.DISTANCE ? ProgressMeasure.DISTANCE : ProgressMeasure.VALUE;
        return IntStream.range(0, path.rows())
                .filter(row -> measure(measure, lowest, row) <= display.tolerance())
                .findFirst();
    }

    /** The numbers of the step that starts at {@code step}; empty at the end of the path. */
    public Optional<StepNarration> narration(int step) {
        if (step >= path.steps()) {
            return Optional.empty();
        }
        StepTerms terms = path.terms(step);
        double rate = path.learningRate(step);
        List<StepNarration.CoordinateStep> parts = IntStream.range(0, path.dimensions())
                .mapToObj(i -> new StepNarration.CoordinateStep(
                        path.gradient(step, i),
                        terms.momentumPart(i),
                        terms.direction(i),
                        terms.scale(i),
                        terms.effectiveRate(i, rate),
                        terms.decay() * path.coordinate(step, i),
                        path.coordinate(step + 1, i) - path.coordinate(step, i),
                        path.coordinate(step, i),
                        path.coordinate(step + 1, i)))
                .toList();
        return Optional.of(new StepNarration(
                racer.optimizer().updateRule(), step, rate, parts, path.value(step), path.value(step + 1)));
    }
}
