package hyperlab.descent;

import java.util.List;
import java.util.Map;

/**
 * A function of one or two variables to minimize, with exact derivatives. Where it is undefined, its value is NaN or
 * infinite. At a kink, its slope is that of one side, or 0.
 */
public interface ObjectiveFunction {
    /** The name in files and on the command line; for a function that the user typed, its formula. */
    String name();

    /** The number of variables: 1 or 2. */
    int dimensions();

    /** The constants of this function by name, such as {@code curvature}; empty if it has none. */
    Map<String, Double> parameters();

    /** Returns f at {@code point}, which has {@link #dimensions()} numbers. */
    double value(double... point);

    /** Returns ∇f at {@code point} in a new array of {@link #dimensions()} numbers. */
    double[] gradient(double... point);

    /**
     * Returns the largest eigenvalue of the Hessian at {@code point}: f″ for one variable; NaN if it does not exist.
     */
    double largestCurvature(double... point);

    /** The default start of a descent; {@link #dimensions()} numbers. */
    List<Double> start();

    /** The part of the plane that shows the relevant features of the function. */
    PlotWindow window();

    /** Every known minimum, lowest first; empty if there is none or none is known. */
    List<Minimum> minima();

    /** The formula in human-readable form: {@code ½·c·x²}. */
    String formula();

    /** The right-hand side in LaTeX, with letters for the constants. */
    String latex();

    /**
     * A rectangular part of the plane to display.
     *
     * @param yLow the y axis is the value for a function of one variable, and the second variable for a function of two
     */
    record PlotWindow(double xLow, double xHigh, double yLow, double yHigh) {}

    /**
     * A local minimum.
     *
     * @param point one number for each variable
     * @param global whether it is known that no other point has a lower value
     */
    record Minimum(List<Double> point, double value, boolean global) {
        public Minimum {
            point = List.copyOf(point);
        }
    }
}
