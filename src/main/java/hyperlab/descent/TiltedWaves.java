package hyperlab.descent;

import hyperlab.rule.Checks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * {@code f(x) = ½·c·x² + a·(1 − cos 2πx)}: a parabola with waves on it, so that a descent with small steps stays in the
 * first local minimum it reaches.
 *
 * @param c the parabola's curvature, in [0.05, 10]
 * @param amplitude a, in [0, 10]
 */
record TiltedWaves(double c, double amplitude) implements UnivariateFunction {
    private static final double TWO_PI = 2 * Math.PI;

    TiltedWaves {
        Checks.within("curvature", c, 0.05, 10);
        Checks.within("amplitude", amplitude, 0, 10);
    }

    @Override
    public String name() {
        return "tiltedWaves";
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of("curvature", c, "amplitude", amplitude);
    }

    @Override
    public double f(double x) {
        return 0.5 * c * x * x + amplitude * (1 - Math.cos(TWO_PI * x));
    }

    @Override
    public double slope(double x) {
        return c * x + amplitude * TWO_PI * Math.sin(TWO_PI * x);
    }

    @Override
    public double curvature(double x) {
        return c + amplitude * TWO_PI * TWO_PI * Math.cos(TWO_PI * x);
    }

    @Override
    public List<Double> start() {
        return List.of(3.6);
    }

    @Override
    public PlotWindow window() {
        return new PlotWindow(-4.5, 4.5, -0.08 * upperBound(), upperBound());
    }

    private double upperBound() {
        return 0.5 * c * 4.5 * 4.5 + 2 * amplitude;
    }

    /** One minimum for each wave whose slope changes sign; waves that the parabola flattens out have none. */
    @Override
    public List<Minimum> minima() {
        List<Minimum> results = new ArrayList<>();
        results.add(new Minimum(List.of(0.0), 0, true));
        // Wherever the slope is 0, |c·x| ≤ 2πa, so waves beyond that have no minimum.
        int waves = (int) Math.min(10_000, amplitude * TWO_PI / c + 1);
        for (int wave = 1; wave <= waves; wave++) {
            double lowestSlopeX = wave - Math.acos(Math.max(-1, -c / (amplitude * TWO_PI * TWO_PI))) / TWO_PI;
            if (slope(lowestSlopeX) < 0) {
                double x = RootFinder.bisect(this::slope, lowestSlopeX, wave);
                results.add(new Minimum(List.of(x), f(x), false));
                results.add(new Minimum(List.of(-x), f(x), false));
            }
        }
        results.sort(Comparator.comparingDouble(Minimum::value));
        return List.copyOf(results);
    }

    @Override
    public String formula() {
        return "½·c·x² + a·(1 − cos 2πx)";
    }

    @Override
    public String latex() {
        return "\\tfrac{1}{2}\\,c\\,x^2 + a\\,(1-\\cos 2\\pi x)";
    }
}
