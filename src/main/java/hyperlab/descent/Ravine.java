package hyperlab.descent;

import hyperlab.rule.Checks;
import java.util.List;
import java.util.Map;

/**
 * {@code f(x, y) = ½·(x² + κ·y²)}: a long valley with steep walls; rates that are stable across the walls make only
 * slow progress along the floor.
 *
 * @param condition κ, the ratio of the curvatures, in [1, 10⁶]
 */
record Ravine(double condition) implements BivariateFunction {
    Ravine {
        Checks.within("condition", condition, 1, 1e6);
    }

    @Override
    public String name() {
        return "ravine";
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of("condition", condition);
    }

    @Override
    public double f(double x, double y) {
        return 0.5 * (x * x + condition * y * y);
    }

    @Override
    public double slopeX(double x, double y) {
        return x;
    }

    @Override
    public double slopeY(double x, double y) {
        return condition * y;
    }

    @Override
    public double curvatureXx(double x, double y) {
        return 1;
    }

    @Override
    public double curvatureXy(double x, double y) {
        return 0;
    }

    @Override
    public double curvatureYy(double x, double y) {
        return condition;
    }

    @Override
    public List<Double> start() {
        return List.of(-4.0, 1.0);
    }

    @Override
    public PlotWindow window() {
        return new PlotWindow(-5, 5, -2, 2);
    }

    @Override
    public List<Minimum> minima() {
        return List.of(new Minimum(List.of(0.0, 0.0), 0, true));
    }

    @Override
    public String formula() {
        return "½·(x² + κ·y²)";
    }

    @Override
    public String latex() {
        return "\\tfrac{1}{2}\\,(x^2 + \\kappa\\,y^2)";
    }
}
