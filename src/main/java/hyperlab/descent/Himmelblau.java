package hyperlab.descent;

import java.util.List;
import java.util.Map;

/** {@code f(x, y) = (x² + y − 11)² + (x + y² − 7)²} (Himmelblau 1972): four minima with value 0. */
record Himmelblau() implements BivariateFunction {
    private static final List<Minimum> MINIMA = List.of(
            minimum(3, 2),
            minimum(-2.805118086952745, 3.131312518250573),
            minimum(-3.779310253377747, -3.283185991286170),
            minimum(3.584428340330492, -1.848126526964404));

    private static Minimum minimum(double x, double y) {
        return new Minimum(List.of(x, y), 0, true);
    }

    @Override
    public String name() {
        return "himmelblau";
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of();
    }

    @Override
    public double f(double x, double y) {
        double a = x * x + y - 11;
        double b = x + y * y - 7;
        return a * a + b * b;
    }

    @Override
    public double slopeX(double x, double y) {
        return 4 * x * (x * x + y - 11) + 2 * (x + y * y - 7);
    }

    @Override
    public double slopeY(double x, double y) {
        return 2 * (x * x + y - 11) + 4 * y * (x + y * y - 7);
    }

    @Override
    public double curvatureXx(double x, double y) {
        return 12 * x * x + 4 * y - 42;
    }

    @Override
    public double curvatureXy(double x, double y) {
        return 4 * (x + y);
    }

    @Override
    public double curvatureYy(double x, double y) {
        return 12 * y * y + 4 * x - 26;
    }

    @Override
    public List<Double> start() {
        return List.of(0.0, 0.0);
    }

    @Override
    public PlotWindow window() {
        return new PlotWindow(-5, 5, -5, 5);
    }

    @Override
    public List<Minimum> minima() {
        return MINIMA;
    }

    @Override
    public String formula() {
        return "(x² + y − 11)² + (x + y² − 7)²";
    }

    @Override
    public String latex() {
        return "(x^2+y-11)^2 + (x+y^2-7)^2";
    }
}
