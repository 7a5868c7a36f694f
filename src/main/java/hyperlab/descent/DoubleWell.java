package hyperlab.descent;

import hyperlab.rule.Checks;
import java.util.List;
import java.util.Map;

/**
 * {@code f(x) = ¼·(x² − 1)² + t·x}: two wells; for a tilt t &gt; 0 the left one is deeper.
 *
 * @param tilt t, in [0, 0.35]; both wells exist up to 2/(3√3) ≈ 0.385
 */
record DoubleWell(double tilt) implements UnivariateFunction {
    DoubleWell {
        Checks.within("tilt", tilt, 0, 0.35);
    }

    @Override
    public String name() {
        return "doubleWell";
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of("tilt", tilt);
    }

    @Override
    public double f(double x) {
        double s = x * x - 1;
        return 0.25 * s * s + tilt * x;
    }

    @Override
    public double slope(double x) {
        return x * (x * x - 1) + tilt;
    }

    @Override
    public double curvature(double x) {
        return 3 * x * x - 1;
    }

    @Override
    public List<Double> start() {
        return List.of(1.8);
    }

    @Override
    public PlotWindow window() {
        return new PlotWindow(-2.2, 2.2, -0.5, 2.5);
    }

    @Override
    public List<Minimum> minima() {
        double left = RootFinder.newton(this::slope, this::curvature, -1);
        double right = RootFinder.newton(this::slope, this::curvature, 1);
        return List.of(new Minimum(List.of(left), f(left), true), new Minimum(List.of(right), f(right), tilt == 0));
    }

    @Override
    public String formula() {
        return "¼·(x² − 1)² + t·x";
    }

    @Override
    public String latex() {
        return "\\tfrac{1}{4}\\,(x^2-1)^2 + t\\,x";
    }
}
