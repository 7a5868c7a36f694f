package hyperlab.descent;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How the curvature of a function varies over its window, at equally spaced points. */
public final class CurvatureProfile {
    private static final int SAMPLE_INTERVALS = 32;
    private static final double RELATIVE_TOLERANCE = 1e-9;

    private CurvatureProfile() {}

    /** Whether the function is the parabola, whose curvature is constant everywhere. */
    public static boolean isParabola(ObjectiveFunction objective) {
        return objective.name().equals("parabola");
    }

    /** Whether the largest curvature is positive and the same everywhere in the window. */
    public static boolean isConstant(ObjectiveFunction objective) {
        ObjectiveFunction.PlotWindow window = objective.window();
        double curvature = objective.dimensions() == 2
                ? objective.largestCurvature(window.xLow(), window.yLow())
                : objective.largestCurvature(window.xLow());
        return curvature > 0
                && samples(objective).allMatch(other -> Math.abs(other - curvature) <= RELATIVE_TOLERANCE * curvature);
    }

    /** The largest curvature at each point of a grid over the window. */
    public static DoubleStream samples(ObjectiveFunction objective) {
        ObjectiveFunction.PlotWindow window = objective.window();
        DoubleStream points = samplePoints(window.xLow(), window.xHigh());
        return objective.dimensions() == 2
                ? points.flatMap(
                        x -> samplePoints(window.yLow(), window.yHigh()).map(y -> objective.largestCurvature(x, y)))
                : points.map(objective::largestCurvature);
    }

    /** The equally spaced points of an interval, including both ends. */
    public static DoubleStream samplePoints(double low, double high) {
        return IntStream.rangeClosed(0, SAMPLE_INTERVALS).mapToDouble(k -> low + (high - low) * k / SAMPLE_INTERVALS);
    }

    /** The symbol for the curvature: c for the parabola, f″ for other curves, λ for surfaces. */
    public static String symbol(ObjectiveFunction objective) {
        if (objective.dimensions() == 2) {
            return "λ";
        }
        return isParabola(objective) ? "c" : "f″";
    }
}
