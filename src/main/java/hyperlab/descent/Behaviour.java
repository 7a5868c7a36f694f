package hyperlab.descent;

import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import java.util.Optional;

/**
 * How a whole descent behaves, for curves and surfaces and for any optimizer. For SGD at a constant rate on a parabola,
 * a single curvature applies to every step, and the behavior is the {@link Stability#regime regime} of the rate. In all
 * other cases it is determined from the path, by the first of these rules that applies:
 *
 * <ol>
 *   <li>it diverges if it reaches a non-finite number, does not end lower than it started, or ends farther from its
 *       start than {@value #FAR} times the longer side of the function's {@link Objective#window() window};
 *   <li>it lands if, from the first step on, the norm of the gradient is at most {@link Stability#LANDING} times its
 *       initial norm;
 *   <li>it oscillates if, at least {@value #SWINGS} times, the gradient after a step points against the gradient before
 *       it (their dot product is negative); a step counts only if the norm of the gradient before it is greater than
 *       {@value #NOTHING} times the largest norm so far;
 *   <li>it glides otherwise.
 * </ol>
 *
 * @param regime the regime
 * @param swings how many times the gradient reversed direction (a negative dot product with the previous one)
 */
public record Behaviour(Regime regime, int swings) {
    private static final double FAR = 10;
    private static final int SWINGS = 2;
    private static final double NOTHING = 1e-3;

    /** Classifies the descent that produced {@code path}. */
    public static Behaviour of(Objective objective, Walk walk, DescentPath path) {
        int swings = swings(path);
        return new Behaviour(known(objective, walk).orElseGet(() -> seen(objective, path, swings)), swings);
    }

    private static Optional<Regime> known(Objective objective, Walk walk) {
        boolean constant =
                walk.schedule() instanceof Schedule.ConstantRate && walk.schedule().warmup() == 0;
        return objective instanceof Parabola parabola && walk.optimizer() instanceof Sgd && constant
                ? Stability.regime(walk.learningRate(), parabola.c(), walk.optimizer())
                : Optional.empty();
    }

    private static Regime seen(Objective objective, DescentPath path, int swings) {
        int last = path.steps();
        if (length(path, 0) == 0 && !path.diverged()) {
            return Regime.LAND;
        }
        if (path.diverged() || path.value(last) >= path.value(0) || distance(path, last) > FAR * longer(objective)) {
            return Regime.DIVERGE;
        }
        if (lands(path)) {
            return Regime.LAND;
        }
        return swings >= SWINGS ? Regime.OSCILLATE : Regime.GLIDE;
    }

    private static boolean lands(DescentPath path) {
        double first = length(path, 0);
        for (int row = 1; row <= path.steps(); row++) {
            if (length(path, row) > Stability.LANDING * first) {
                return false;
            }
        }
        return true;
    }

    private static int swings(DescentPath path) {
        double longest = 0;
        int swings = 0;
        for (int row = 0; row < path.steps(); row++) {
            double length = length(path, row);
            longest = Math.max(longest, length);
            double product = 0;
            for (int axis = 0; axis < path.dimensions(); axis++) {
                product += path.gradient(row, axis) * path.gradient(row + 1, axis);
            }
            swings += product < 0 && length > NOTHING * longest ? 1 : 0;
        }
        return swings;
    }

    private static double length(DescentPath path, int row) {
        return path.dimensions() == 1
                ? Math.abs(path.gradient(row, 0))
                : Math.hypot(path.gradient(row, 0), path.gradient(row, 1));
    }

    private static double distance(DescentPath path, int row) {
        double x = path.x(row) - path.x(0);
        return path.dimensions() == 1 ? Math.abs(x) : Math.hypot(x, path.y(row) - path.y(0));
    }

    private static double longer(Objective objective) {
        Objective.Window window = objective.window();
        double width = window.xHigh() - window.xLow();
        return objective.dimensions() == 1 ? width : Math.max(width, window.yHigh() - window.yLow());
    }
}
