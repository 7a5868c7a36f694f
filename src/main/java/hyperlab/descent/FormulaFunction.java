package hyperlab.descent;

import hyperlab.descent.formula.Formula;
import hyperlab.descent.formula.Jet;
import java.util.List;
import java.util.Map;

/**
 * A function defined by a formula, which also supplies the derivatives.
 *
 * @param name the name in files and on the command line
 * @param definition f
 * @param formula the formula in human-readable form
 */
record FormulaFunction(
        String name,
        Formula definition,
        List<Double> start,
        PlotWindow window,
        List<Minimum> minima,
        String formula,
        String latex)
        implements ObjectiveFunction {
    FormulaFunction {
        start = List.copyOf(start);
        minima = List.copyOf(minima);
    }

    @Override
    public int dimensions() {
        return definition.dimensions();
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of();
    }

    @Override
    public double value(double... point) {
        return definition.value(point[0], dimensions() == 1 ? 0 : point[1]);
    }

    @Override
    public double[] gradient(double... point) {
        Jet jet = jetAt(point);
        return dimensions() == 1 ? new double[] {jet.dx()} : new double[] {jet.dx(), jet.dy()};
    }

    @Override
    public double largestCurvature(double... point) {
        Jet jet = jetAt(point);
        return dimensions() == 1 ? jet.dxx() : BivariateFunction.largestEigenvalue(jet.dxx(), jet.dxy(), jet.dyy());
    }

    private Jet jetAt(double... point) {
        return dimensions() == 1 ? definition.jetAt(point[0]) : definition.jetAt(point[0], point[1]);
    }
}
