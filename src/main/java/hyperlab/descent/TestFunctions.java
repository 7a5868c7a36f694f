package hyperlab.descent;

import hyperlab.descent.ObjectiveFunction.Minimum;
import hyperlab.descent.ObjectiveFunction.PlotWindow;
import hyperlab.descent.formula.Formula;
import java.util.Comparator;
import java.util.List;

/**
 * Well-known functions that have no constants to set. The functions of two variables are optimization test functions
 * from the collection of Jamil and Yang (2013, "A literature survey of benchmark functions for global optimization
 * problems", Int. J. Mathematical Modelling and Numerical Optimisation 4).
 */
final class TestFunctions {
    /**
     * ¼x⁴: the curvature is 0 at the minimum, so every rate converges from a close enough start, but none converges
     * fast.
     */
    static final ObjectiveFunction QUARTIC = univariate(
            "quartic",
            "x^4/4",
            1.2,
            new PlotWindow(-2.2, 2.2, -0.4, 6),
            List.of(minimum(0, 0, true, 0)),
            "¼·x⁴",
            "\\tfrac{1}{4}\\,x^4");

    /**
     * x³/6 − x/2, whose curvature at x is x: a hill, an inflection point, a valley, and no lower bound on the left.
     */
    static final ObjectiveFunction CUBIC = univariate(
            "cubic",
            "x^3/6 - x/2",
            -0.9,
            new PlotWindow(-2.8, 2.8, -2.4, 2.4),
            List.of(minimum(1, 0, false, -1 / 3.0)),
            "x³/6 − x/2",
            "\\tfrac{1}{6}\\,x^3 - \\tfrac{1}{2}\\,x");

    /**
     * |x|, not smooth at 0, where the slope is defined as 0: a constant rate keeps stepping back and forth across the
     * kink.
     */
    static final ObjectiveFunction KINK = univariate(
            "kink",
            "abs(x)",
            3.2,
            new PlotWindow(-4.5, 4.5, -0.5, 4.8),
            List.of(minimum(0, 0, true, 0)),
            "|x|",
            "\\left|x\\right|");

    /** Beale 1958: a flat valley between steep corners. */
    static final ObjectiveFunction BEALE = bivariate(
            "beale",
            "(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2",
            List.of(-1.0, -1.5),
            new PlotWindow(-4.5, 4.5, -4.5, 4.5),
            List.of(minimum(3, 0.5, true, 0)),
            "(1.5 − x + x·y)² + (2.25 − x + x·y²)² + (2.625 − x + x·y³)²",
            "(1.5-x+xy)^2 + (2.25-x+xy^2)^2 + (2.625-x+xy^3)^2");

    /** Booth: a tilted bowl with curvatures 2 and 18. */
    static final ObjectiveFunction BOOTH = bivariate(
            "booth",
            "(x + 2*y - 7)^2 + (2*x + y - 5)^2",
            List.of(-6.0, -4.0),
            new PlotWindow(-10, 10, -10, 10),
            List.of(minimum(1, 3, true, 0)),
            "(x + 2·y − 7)² + (2·x + y − 5)²",
            "(x+2y-7)^2 + (2x+y-5)^2");

    /** Matyas: a ravine along x = y with curvatures 0.04 and 1. */
    static final ObjectiveFunction MATYAS = bivariate(
            "matyas",
            "0.26*(x^2 + y^2) - 0.48*x*y",
            List.of(8.0, -3.0),
            new PlotWindow(-10, 10, -10, 10),
            List.of(minimum(0, 0, true, 0)),
            "0.26·(x² + y²) − 0.48·x·y",
            "0.26\\,(x^2+y^2) - 0.48\\,xy");

    /**
     * Rastrigin 1974: a bowl covered with waves, with the 121 minima in its usual domain [−5.12, 5.12]². In one
     * variable it is {@link TiltedWaves} with c = 2 and a = 10.
     */
    static final ObjectiveFunction RASTRIGIN = bivariate(
            "rastrigin",
            "20 + x^2 + y^2 - 10*(cos(2*pi*x) + cos(2*pi*y))",
            List.of(2.8, -1.7),
            new PlotWindow(-5.12, 5.12, -5.12, 5.12),
            pairMinima(new TiltedWaves(2, 10)
                    .minima().stream()
                            .filter(minimum -> Math.abs(minimum.point().get(0)) < 5.12)
                            .toList()),
            "20 + x² + y² − 10·(cos 2πx + cos 2πy)",
            "20 + x^2 + y^2 - 10\\,(\\cos 2\\pi x + \\cos 2\\pi y)");

    /**
     * Branin 1972: three minima with the same value. The cosine along x repeats, so there are more outside this window.
     */
    static final ObjectiveFunction BRANIN = bivariate(
            "branin",
            "(y - 5.1/(4*pi^2)*x^2 + 5/pi*x - 6)^2 + 10*(1 - 1/(8*pi))*cos(x) + 10",
            List.of(2.5, 12.0),
            new PlotWindow(-5, 10, 0, 15),
            List.of(
                    minimum(-Math.PI, 12.275, true, 10 / (8 * Math.PI)),
                    minimum(Math.PI, 2.275, true, 10 / (8 * Math.PI)),
                    minimum(3 * Math.PI, 2.475, true, 10 / (8 * Math.PI))),
            "(y − 5.1/(4π²)·x² + 5/π·x − 6)² + 10·(1 − 1/(8π))·cos x + 10",
            "\\left(y-\\tfrac{5.1}{4\\pi^2}x^2+\\tfrac{5}{\\pi}x-6\\right)^2"
                    + " + 10\\left(1-\\tfrac{1}{8\\pi}\\right)\\cos x + 10");

    /** Styblinski and Tang 1990: four wells, with the same shape along both axes. */
    static final ObjectiveFunction STYBLINSKI_TANG = bivariate(
            "styblinskiTang",
            "(x^4 - 16*x^2 + 5*x + y^4 - 16*y^2 + 5*y)/2",
            List.of(0.5, 4.0),
            new PlotWindow(-5, 5, -5, 5),
            pairMinima(List.of(localMinimum(-2.9), localMinimum(2.7))),
            "½·(x⁴ − 16·x² + 5·x + y⁴ − 16·y² + 5·y)",
            "\\tfrac{1}{2}\\,(x^4-16x^2+5x+y^4-16y^2+5y)");

    private TestFunctions() {}

    private static ObjectiveFunction univariate(
            String name,
            String definition,
            double start,
            PlotWindow window,
            List<Minimum> minima,
            String formula,
            String latex) {
        List<Minimum> univariateMinima = minima.stream()
                .map(minimum -> new Minimum(minimum.point().subList(0, 1), minimum.value(), minimum.global()))
                .toList();
        return new FormulaFunction(
                name, Formula.of(definition), List.of(start), window, univariateMinima, formula, latex);
    }

    private static ObjectiveFunction bivariate(
            String name,
            String definition,
            List<Double> start,
            PlotWindow window,
            List<Minimum> minima,
            String formula,
            String latex) {
        return new FormulaFunction(name, Formula.of(definition), start, window, minima, formula, latex);
    }

    private static Minimum minimum(double x, double y, boolean global, double value) {
        return new Minimum(List.of(x, y), value, global);
    }

    /** Combines the minima of f into those of f(x) + f(y), lowest first. */
    private static List<Minimum> pairMinima(List<Minimum> axisMinima) {
        return axisMinima.stream()
                .flatMap(a -> axisMinima.stream()
                        .map(b -> minimum(
                                a.point().get(0), b.point().get(0), a.global() && b.global(), a.value() + b.value())))
                .sorted(Comparator.comparingDouble(Minimum::value))
                .toList();
    }

    /** Returns the minimum of ½(x⁴ − 16x² + 5x) close to {@code near}. */
    private static Minimum localMinimum(double initialX) {
        Formula axis = Formula.of("(x^4 - 16*x^2 + 5*x)/2");
        double x = RootFinder.newton(
                x1 -> axis.jetAt(x1).dx(), x1 -> axis.jetAt(x1).dxx(), initialX);
        return new Minimum(List.of(x), axis.jetAt(x).value(), initialX < 0);
    }
}
