package hyperlab.descent;

/** A function of two variables, defined by f, ∇f and the three distinct entries of its Hessian. */
interface BivariateFunction extends ObjectiveFunction {
    double f(double x, double y);

    double slopeX(double x, double y);

    double slopeY(double x, double y);

    double curvatureXx(double x, double y);

    double curvatureXy(double x, double y);

    double curvatureYy(double x, double y);

    @Override
    default int dimensions() {
        return 2;
    }

    @Override
    default double value(double... point) {
        return f(point[0], point[1]);
    }

    @Override
    default double[] gradient(double... point) {
        return new double[] {slopeX(point[0], point[1]), slopeY(point[0], point[1])};
    }

    @Override
    default double largestCurvature(double... point) {
        return largestEigenvalue(
                curvatureXx(point[0], point[1]), curvatureXy(point[0], point[1]), curvatureYy(point[0], point[1]));
    }

    /** Returns the largest eigenvalue of the Hessian {@code [a b; b d]}: {@code (a + d)/2 + √(((a − d)/2)² + b²)}. */
    static double largestEigenvalue(double a, double b, double d) {
        return (a + d) / 2 + Math.hypot((a - d) / 2, b);
    }
}
