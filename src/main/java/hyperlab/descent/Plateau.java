package hyperlab.descent;

import java.util.List;
import java.util.Map;

/** {@code f(x) = x²/(1 + x²)}: a narrow valley between plateaus where the slope is nearly zero. */
record Plateau() implements UnivariateFunction {
    @Override
    public String name() {
        return "plateau";
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of();
    }

    @Override
    public double f(double x) {
        return x * x / (1 + x * x);
    }

    @Override
    public double slope(double x) {
        double s = 1 + x * x;
        return 2 * x / (s * s);
    }

    @Override
    public double curvature(double x) {
        double s = 1 + x * x;
        return (2 - 6 * x * x) / (s * s * s);
    }

    @Override
    public List<Double> start() {
        return List.of(4.0);
    }

    @Override
    public PlotWindow window() {
        return new PlotWindow(-6, 6, -0.1, 1.2);
    }

    @Override
    public List<Minimum> minima() {
        return List.of(new Minimum(List.of(0.0), 0, true));
    }

    @Override
    public String formula() {
        return "x² / (1 + x²)";
    }

    @Override
    public String latex() {
        return "\\frac{x^2}{1+x^2}";
    }
}
