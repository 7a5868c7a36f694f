package hyperlab.descent;

import hyperlab.rule.Checks;
import java.util.List;
import java.util.Map;

/**
 * {@code f(x) = ½·c·x²}: a plain gradient step with rate η multiplies x by 1 − ηc.
 *
 * @param c the curvature f″, finite and &gt; 0
 */
record Parabola(double c) implements UnivariateFunction {
    Parabola {
        Checks.positive("curvature", c);
    }

    @Override
    public String name() {
        return "parabola";
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of("curvature", c);
    }

    @Override
    public double f(double x) {
        return 0.5 * c * x * x;
    }

    @Override
    public double slope(double x) {
        return c * x;
    }

    @Override
    public double curvature(double x) {
        return c;
    }

    @Override
    public List<Double> start() {
        return List.of(3.2);
    }

    @Override
    public PlotWindow window() {
        return new PlotWindow(-6.4, 6.4, -1.8 * c, 17 * c);
    }

    @Override
    public List<Minimum> minima() {
        return List.of(new Minimum(List.of(0.0), 0, true));
    }

    @Override
    public String formula() {
        return "½·c·x²";
    }

    @Override
    public String latex() {
        return "\\tfrac{1}{2}\\,c\\,x^2";
    }
}
