package hyperlab.descent;

import java.util.List;
import java.util.Map;

/**
 * A function of one or two variables to walk down, with exact derivatives. Where it is not defined its value is NaN or
 * infinite; at a kink its slope is that of a side, or 0.
 */
public interface Objective {
    /** The name in files and on the command line; of a function that a person typed, its formula. */
    String name();

    /** 1 or 2. */
    int dimensions();

    /** The constants of this function by name, such as {@code curvature}; empty where it has none. */
    Map<String, Double> parameters();

    /** f at {@code point}, which has {@link #dimensions()} numbers. */
    double value(double... point);

    /** ∇f at {@code point}; a new array of {@link #dimensions()} numbers. */
    double[] gradient(double... point);

    /** The largest eigenvalue of the Hessian at {@code point}: f″ for one variable; NaN where there is none. */
    double largestCurvature(double... point);

    /** Where a walk begins unless told otherwise; {@link #dimensions()} numbers. */
    List<Double> start();

    /** The part of the plane that shows what matters. */
    Window window();

    /** Every known minimum, the lowest first; empty where none is known or there is none. */
    List<Minimum> minima();

    /** The formula as people type it: {@code ½·c·x²}. */
    String formula();

    /** The right-hand side in LaTeX, constants as letters. */
    String latex();

    /**
     * A part of the plane to look at.
     *
     * @param yLow of a function of one variable this axis is its value, of a function of two the second variable
     */
    record Window(double xLow, double xHigh, double yLow, double yHigh) {}

    /**
     * A point that no small step improves on.
     *
     * @param global whether it is known that no other point is lower
     */
    record Minimum(List<Double> point, double value, boolean global) {
        public Minimum {
            point = List.copyOf(point);
        }
    }
}
