package hyperlab.descent;

import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import java.util.Optional;

/**
 * What a walk does as a whole, on curves and surfaces, by any optimizer. Where one curvature holds for the whole walk, SGD
 * at a constant rate on a parabola, it is the {@link Stability#regime regime} of the rate. Elsewhere it is told from the
 * walk itself, by the first of these rules that holds:
 *
 * <ol>
 *   <li>it diverges if it leaves the finite numbers, ends no lower than it began, or ends farther from its start than
 *       {@value #FAR} times the longer side of the function's {@link Objective#window() window};
 *   <li>it lands if from the first step on the gradient's length is at most {@link Stability#LANDING} of the first one's;
 *   <li>it oscillates if at least {@value #SWINGS} times the gradient after a step points against the one before it (their
 *       product is negative), counted while the one before is longer than {@value #NOTHING} of the longest until then;
 *   <li>it glides otherwise.
 * </ol>
 *
 * @param regime which of the four
 * @param swings how often the gradient turned against the one before
 */
public record Behaviour(Regime regime, int swings) {
    private static final double FAR = 10;
    private static final int SWINGS = 2;
    private static final double NOTHING = 1e-3;

    /** What a walk did, of which this is the path. */
    public static Behaviour of(Objective objective, Walk walk, DescentPath path) {
        int swings = swings(path);
        return new Behaviour(known(objective, walk).orElseGet(() -> seen(objective, path, swings)), swings);
    }

    private static Optional<Regime> known(Objective objective, Walk walk) {
        boolean constant =
                walk.schedule() instanceof Schedule.Constant && walk.schedule().warmup() == 0;
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
