package hyperlab.descent;

import java.util.List;
import java.util.Map;

/**
 * {@code f(x, y) = ½·(x² − y²)}: flat at the origin and without a minimum; a descent that starts on y = 0 gets stuck.
 */
record Saddle() implements BivariateFunction {
    @Override
    public String name() {
        return "saddle";
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of();
    }

    @Override
    public double f(double x, double y) {
        return 0.5 * (x * x - y * y);
    }

    @Override
    public double slopeX(double x, double y) {
        return x;
    }

    @Override
    public double slopeY(double x, double y) {
        return -y;
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
        return -1;
    }

    @Override
    public List<Double> start() {
        return List.of(-2.5, 0.01);
    }

    @Override
    public PlotWindow window() {
        return new PlotWindow(-3, 3, -3, 3);
    }

    @Override
    public List<Minimum> minima() {
        return List.of();
    }

    @Override
    public String formula() {
        return "½·(x² − y²)";
    }

    @Override
    public String latex() {
        return "\\tfrac{1}{2}\\,(x^2-y^2)";
    }
}
