package hyperlab.descent;

import hyperlab.rule.Checks;
import java.util.List;
import java.util.Map;

/**
 * {@code f(x, y) = ½·(c·x² + d·y²)}.
 *
 * @param c curvature along x, finite and &gt; 0
 * @param d curvature along y, finite and &gt; 0
 */
record Bowl(double c, double d) implements BivariateFunction {
    Bowl {
        Checks.positive("curvatureX", c);
        Checks.positive("curvatureY", d);
    }

    @Override
    public String name() {
        return "bowl";
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of("curvatureX", c, "curvatureY", d);
    }

    @Override
    public double f(double x, double y) {
        return 0.5 * (c * x * x + d * y * y);
    }

    @Override
    public double slopeX(double x, double y) {
        return c * x;
    }

    @Override
    public double slopeY(double x, double y) {
        return d * y;
    }

    @Override
    public double curvatureXx(double x, double y) {
        return c;
    }

    @Override
    public double curvatureXy(double x, double y) {
        return 0;
    }

    @Override
    public double curvatureYy(double x, double y) {
        return d;
    }

    @Override
    public List<Double> start() {
        return List.of(-3.0, 2.0);
    }

    @Override
    public PlotWindow window() {
        return new PlotWindow(-4, 4, -3, 3);
    }

    @Override
    public List<Minimum> minima() {
        return List.of(new Minimum(List.of(0.0, 0.0), 0, true));
    }

    @Override
    public String formula() {
        return "½·(c·x² + d·y²)";
    }

    @Override
    public String latex() {
        return "\\tfrac{1}{2}\\,(c\\,x^2 + d\\,y^2)";
    }
}
