package hyperlab.descent;

import java.util.Map;

/** A smooth function of one or two variables to walk down, with exact derivatives. */
public interface Objective {
    /** The name in files and on the command line. */
    String name();

    /** 1 or 2. */
    int dimensions();

    /** The constants of this function by name, such as {@code curvature}; empty where it has none. */
    Map<String, Double> parameters();

    /** f at {@code point}, which has {@link #dimensions()} numbers. */
    double value(double... point);

    /** ∇f at {@code point}; a new array of {@link #dimensions()} numbers. */
    double[] gradient(double... point);

    /** The largest eigenvalue of the Hessian at {@code point}: f″ for one variable. */
    double largestCurvature(double... point);
}
