package hyperlab.descent;

import hyperlab.optim.Sgd;
import java.util.Optional;

/**
 * How a whole descent behaves, for curves and surfaces and for any optimizer. For SGD at a constant rate on a parabola,
 * a single curvature applies to every step, and the behavior is the {@link Stability#regime regime} of the rate. In all
 * other cases it is determined from the path, by the first of these rules that applies:
 *
 * <ol>
 *   <li>it does not descend, which counts as {@link Regime#DIVERGE}, if it {@link #leavesAllBounds leaves all bounds}
 *       or does not end lower than it started;
 *   <li>it lands if, from the first step on, the norm of the gradient is at most {@link Stability#LANDING_FACTOR} times
 *       its initial norm;
 *   <li>it oscillates if, at least {@value #MIN_REVERSALS} times, the gradient after a step points against the gradient
 *       before it (their dot product is negative); a step counts only if the norm of the gradient before it is greater
 *       than {@value #NEGLIGIBLE_GRADIENT} times the largest norm so far;
 *   <li>it glides otherwise.
 * </ol>
 *
 * @param regime the regime
 * @param reversals how many times the gradient reversed direction (a negative dot product with the previous one)
 */
public record DescentBehavior(Regime regime, int reversals) {
    private static final double MAX_RELATIVE_DISTANCE = 10;
    private static final int MIN_REVERSALS = 2;
    private static final double NEGLIGIBLE_GRADIENT = 1e-3;

    /** Classifies the descent that produced {@code path}. */
    public static DescentBehavior of(ObjectiveFunction objective, DescentRunSettings settings, DescentPath path) {
        int swings = countReversals(path);
        return new DescentBehavior(
                regimeFromRate(objective, settings).orElseGet(() -> regimeFromPath(objective, path, swings)), swings);
    }

    private static Optional<Regime> regimeFromRate(ObjectiveFunction objective, DescentRunSettings settings) {
        return objective instanceof Parabola && followsFromRate(objective, settings)
                ? regimeAtStart(objective, settings)
                : Optional.empty();
    }

    private static Optional<Regime> regimeAtStart(ObjectiveFunction objective, DescentRunSettings settings) {
        return Stability.regime(
                settings.learningRate(),
                objective.largestCurvature(settings.start().get(0)),
                settings.optimizer());
    }

    /**
     * Whether the rate alone decides what a descent does: SGD at a constant rate on a curve of constant curvature. Only
     * then does "diverge" describe the rate, and not just the path.
     */
    public static boolean followsFromRate(ObjectiveFunction objective, DescentRunSettings settings) {
        return objective.dimensions() == 1
                && settings.optimizer() instanceof Sgd
                && settings.schedule().isConstant()
                && CurvatureProfile.isConstant(objective);
    }

    /**
     * The regime to the side of 1/c on which the rate lies, if the rate lands without being 1/c: the factor 1 − ηc is
     * small but not 0, so a positive one also glides, and a negative one also oscillates. Empty if the rate does not
     * decide what the descent does.
     */
    public static Optional<Regime> neighborOfLanding(ObjectiveFunction objective, DescentRunSettings settings) {
        if (!followsFromRate(objective, settings)
                || !regimeAtStart(objective, settings).equals(Optional.of(Regime.LAND))) {
            return Optional.empty();
        }
        double factor = 1
                - settings.learningRate()
                        * objective.largestCurvature(settings.start().get(0));
        if (Math.abs(factor) <= RateEffect.EXACT_LANDING_FACTOR) {
            return Optional.empty();
        }
        return Optional.of(factor > 0 ? Regime.GLIDE : Regime.OSCILLATE);
    }

    /**
     * Whether a path reaches a non-finite number, or ends farther from its start than {@value #MAX_RELATIVE_DISTANCE}
     * times the longer side of the function's {@link ObjectiveFunction#window() window}.
     */
    public static boolean leavesAllBounds(ObjectiveFunction objective, DescentPath path) {
        return path.diverged()
                || (path.rows() > 0
                        && distanceFromStart(path, path.steps()) > MAX_RELATIVE_DISTANCE * longerWindowSide(objective));
    }

    private static Regime regimeFromPath(ObjectiveFunction objective, DescentPath path, int swings) {
        int lastRow = path.steps();
        if (gradientNorm(path, 0) == 0 && !path.diverged()) {
            return Regime.LAND;
        }
        if (leavesAllBounds(objective, path) || path.value(lastRow) >= path.value(0)) {
            return Regime.DIVERGE;
        }
        if (lands(path)) {
            return Regime.LAND;
        }
        return swings >= MIN_REVERSALS ? Regime.OSCILLATE : Regime.GLIDE;
    }

    private static boolean lands(DescentPath path) {
        double initialNorm = gradientNorm(path, 0);
        for (int row = 1; row <= path.steps(); row++) {
            if (gradientNorm(path, row) > Stability.LANDING_FACTOR * initialNorm) {
                return false;
            }
        }
        return true;
    }

    private static int countReversals(DescentPath path) {
        double largestNorm = 0;
        int swings = 0;
        for (int row = 0; row < path.steps(); row++) {
            double length = gradientNorm(path, row);
            largestNorm = Math.max(largestNorm, length);
            double dotProduct = 0;
            for (int axis = 0; axis < path.dimensions(); axis++) {
                dotProduct += path.gradient(row, axis) * path.gradient(row + 1, axis);
            }
            swings += dotProduct < 0 && length > NEGLIGIBLE_GRADIENT * largestNorm ? 1 : 0;
        }
        return swings;
    }

    private static double gradientNorm(DescentPath path, int row) {
        return path.dimensions() == 1
                ? Math.abs(path.gradient(row, 0))
                : Math.hypot(path.gradient(row, 0), path.gradient(row, 1));
    }

    private static double distanceFromStart(DescentPath path, int row) {
        double x = path.x(row) - path.x(0);
        return path.dimensions() == 1 ? Math.abs(x) : Math.hypot(x, path.y(row) - path.y(0));
    }

    private static double longerWindowSide(ObjectiveFunction objective) {
        ObjectiveFunction.PlotWindow window = objective.window();
        double width = window.xHigh() - window.xLow();
        return objective.dimensions() == 1 ? width : Math.max(width, window.yHigh() - window.yLow());
    }
}
