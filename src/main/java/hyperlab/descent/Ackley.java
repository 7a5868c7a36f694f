package hyperlab.descent;

import hyperlab.descent.formula.Formula;
import java.util.List;
import java.util.Map;

/**
 * {@code f(x, y) = −20·exp(−0.2·√(½(x² + y²))) − exp(½(cos 2πx + cos 2πy)) + e + 20} (Ackley 1987; Jamil and Yang
 * 2013): a plain of small wells around one deep well. The deep well is a cone, so f is not smooth at the origin. The
 * gradient there is defined as 0, and the curvature is NaN. The small wells, one near each point with integer
 * coordinates, are not listed in {@link #minima()}.
 */
record Ackley() implements ObjectiveFunction {
    private static final FormulaFunction SMOOTH_PART = new FormulaFunction(
            "ackley",
            Formula.of("-20*exp(-0.2*sqrt((x^2 + y^2)/2)) - exp((cos(2*pi*x) + cos(2*pi*y))/2) + e + 20"),
            List.of(2.4, -1.7),
            new PlotWindow(-5, 5, -5, 5),
            List.of(new Minimum(List.of(0.0, 0.0), 0, true)),
            "−20·exp(−0.2·√(½(x² + y²))) − exp(½(cos 2πx + cos 2πy)) + e + 20",
            "-20\\,e^{-0.2\\sqrt{(x^2+y^2)/2}} - e^{(\\cos 2\\pi x+\\cos 2\\pi y)/2} + e + 20");

    @Override
    public String name() {
        return SMOOTH_PART.name();
    }

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of();
    }

    @Override
    public double value(double... point) {
        return SMOOTH_PART.value(point);
    }

    @Override
    public double[] gradient(double... point) {
        return point[0] == 0 && point[1] == 0 ? new double[2] : SMOOTH_PART.gradient(point);
    }

    @Override
    public double largestCurvature(double... point) {
        return SMOOTH_PART.largestCurvature(point);
    }

    @Override
    public List<Double> start() {
        return SMOOTH_PART.start();
    }

    @Override
    public PlotWindow window() {
        return SMOOTH_PART.window();
    }

    @Override
    public List<Minimum> minima() {
        return SMOOTH_PART.minima();
    }

    @Override
    public String formula() {
        return SMOOTH_PART.formula();
    }

    @Override
    public String latex() {
        return SMOOTH_PART.latex();
    }
}
