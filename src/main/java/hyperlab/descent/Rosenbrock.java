package hyperlab.descent;

import java.util.List;
import java.util.Map;

/** {@code f(x, y) = (1 − x)² + 100·(y − x²)²} (Rosenbrock 1960): a curved valley, easy to find and slow to follow. */
record Rosenbrock() implements BivariateFunction {
    @Override
    public String name() {
        return "rosenbrock";
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of();
    }

    @Override
    public double f(double x, double y) {
        double residual = y - x * x;
        return (1 - x) * (1 - x) + 100 * residual * residual;
    }

    @Override
    public double slopeX(double x, double y) {
        return -2 * (1 - x) - 400 * x * (y - x * x);
    }

    @Override
    public double slopeY(double x, double y) {
        return 200 * (y - x * x);
    }

    @Override
    public double curvatureXx(double x, double y) {
        return 2 - 400 * (y - 3 * x * x);
    }

    @Override
    public double curvatureXy(double x, double y) {
        return -400 * x;
    }

    @Override
    public double curvatureYy(double x, double y) {
        return 200;
    }

    @Override
    public List<Double> start() {
        return List.of(-1.2, 1.0);
    }

    @Override
    public PlotWindow window() {
        return new PlotWindow(-2, 2, -1, 3);
    }

    @Override
    public List<Minimum> minima() {
        return List.of(new Minimum(List.of(1.0, 1.0), 0, true));
    }

    @Override
    public String formula() {
        return "(1 − x)² + 100·(y − x²)²";
    }

    @Override
    public String latex() {
        return "(1-x)^2 + 100\\,(y-x^2)^2";
    }
}
