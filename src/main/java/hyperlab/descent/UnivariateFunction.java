package hyperlab.descent;

/** A function of one variable, defined by f, f′ and f″. */
interface UnivariateFunction extends ObjectiveFunction {
    double f(double x);

    double slope(double x);

    double curvature(double x);

    @Override
    default int dimensions() {
        return 1;
    }

    @Override
    default double value(double... point) {
        return f(point[0]);
    }

    @Override
    default double[] gradient(double... point) {
        return new double[] {slope(point[0])};
    }

    @Override
    default double largestCurvature(double... point) {
        return curvature(point[0]);
    }
}
