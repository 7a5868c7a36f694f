package hyperlab.descent;

import hyperlab.descent.ObjectiveFunction.Minimum;
import hyperlab.descent.ObjectiveFunction.PlotWindow;
import hyperlab.descent.formula.Formula;
import hyperlab.descent.formula.Jet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A numerical analysis of a formula that the user typed. For one variable it finds the minima near 0, a window that
 * shows them, and a start with a nonzero slope if there is one.
 *
 * <p>For two variables the window is a square, and {@link SurfaceMinimaFinder} finds the minima.
 *
 * <p>For one variable, the search looks for places where f′ changes from negative to zero or positive between two of
 * 1,001 equally spaced points, first on [−5, 5], then, while none is found, on [−50, 50] and [−500, 500]. Bisection
 * then narrows each place down to adjacent doubles. Slopes distinguish a pole from a minimum, because they grow toward
 * a pole. The search makes no claim about what lies outside: no minimum counts as global.
 */
final class ObjectiveAnalysis {
    private static final double SMALLEST_RADIUS = 5;
    private static final List<Double> SEARCH_RADII = List.of(SMALLEST_RADIUS, 50.0, 500.0);
    private static final int GRID_CELLS = 1_000;
    private static final int WINDOW_SAMPLES = 400;
    /** How many times steeper than its surroundings a minimum may be: this allows a kink but not a pole. */
    private static final double MAX_STEEPNESS_RATIO = 4;

    private static final double PADDING_FRACTION = 0.08;
    /** The starts to try, as fractions of the window's half-width. */
    private static final double[] START_FRACTIONS = {0.6, -0.6, 0.8, -0.8, 0.3, -0.3, 0.1, -0.1};
    /** The fraction of the values at each end that may be cut off because of a pole. */
    private static final double TAIL_FRACTION = 0.05;

    private static final double LONG_TAIL_RATIO = 3;

    /** The last result, cached because the lab requests the same formula again each time a slider moves. */
    private static volatile @Nullable FormulaFunction cached;

    private final Formula formula;

    private ObjectiveAnalysis(Formula formula) {
        this.formula = formula;
    }

    /** Returns the formula as an objective function; its name is its text. */
    static ObjectiveFunction of(Formula formula) {
        FormulaFunction cachedFunction = cached;
        if (cachedFunction == null || !cachedFunction.name().equals(formula.text())) {
            cachedFunction = formula.dimensions() == 1
                    ? new ObjectiveAnalysis(formula).analyzeCurve()
                    : new ObjectiveAnalysis(formula).analyzeSurface();
            cached = cachedFunction;
        }
        return cachedFunction;
    }

    private FormulaFunction analyzeCurve() {
        List<Minimum> minima = List.of();
        for (int k = 0; k < SEARCH_RADII.size() && minima.isEmpty(); k++) {
            minima = minima(SEARCH_RADII.get(k));
        }
        double farthest = minima.stream()
                .mapToDouble(minimum -> Math.abs(minimum.point().get(0)))
                .max()
                .orElse(0);
        double halfWidth = farthest < SMALLEST_RADIUS ? SMALLEST_RADIUS : Math.ceil(1.25 * farthest);
        double start = halfWidth
                * DoubleStream.of(START_FRACTIONS)
                        .filter(fraction -> hasFiniteSlope(formula.jetAt(fraction * halfWidth)))
                        .findFirst()
                        .orElse(START_FRACTIONS[0]);
        return createFunction(List.of(start), window(halfWidth, start, minima), minima);
    }

    private FormulaFunction analyzeSurface() {
        List<Double> start = DoubleStream.of(START_FRACTIONS)
                .boxed()
                .flatMap(x -> DoubleStream.of(START_FRACTIONS)
                        .mapToObj(y -> List.of(SMALLEST_RADIUS * x, SMALLEST_RADIUS * y * 2 / 3)))
                .filter(point -> hasFiniteSlope(formula.jetAt(point.get(0), point.get(1))))
                .findFirst()
                .orElse(List.of(SMALLEST_RADIUS * START_FRACTIONS[0], SMALLEST_RADIUS * START_FRACTIONS[0]));
        return createFunction(
                start,
                new PlotWindow(-SMALLEST_RADIUS, SMALLEST_RADIUS, -SMALLEST_RADIUS, SMALLEST_RADIUS),
                new SurfaceMinimaFinder(formula, SMALLEST_RADIUS).minima());
    }

    private FormulaFunction createFunction(List<Double> start, PlotWindow window, List<Minimum> minima) {
        return new FormulaFunction(formula.text(), formula, start, window, minima, formula.toString(), formula.latex());
    }

    private static boolean hasFiniteSlope(Jet jet) {
        double steepness = Math.abs(jet.dx()) + Math.abs(jet.dy());
        return Double.isFinite(jet.value()) && Double.isFinite(steepness) && steepness > 0;
    }

    private List<Minimum> minima(double radius) {
        Jet[] jets = IntStream.rangeClosed(0, GRID_CELLS)
                .mapToObj(k -> formula.jetAt(gridPoint(radius, k, GRID_CELLS)))
                .toArray(Jet[]::new);
        List<Minimum> results = new ArrayList<>();
        for (int k = 0; k + 1 < jets.length; k++) {
            if (jets[k].dx() < 0 && jets[k + 1].dx() >= 0) {
                double x = RootFinder.bisect(
                        at -> formula.jetAt(at).dx(),
                        gridPoint(radius, k, GRID_CELLS),
                        gridPoint(radius, k + 1, GRID_CELLS));
                Jet after = jets[Math.min(k + 2, jets.length - 1)];
                if (isMinimum(jets[k], x, jets[k + 1], after)) {
                    results.add(new Minimum(List.of(x), formula.jetAt(x).value(), false));
                }
            }
        }
        results.sort(Comparator.comparingDouble(Minimum::value));
        return results;
    }

    /** Whether f is lowest at x and the slope close to x is not much steeper than at the surrounding points. */
    private boolean isMinimum(Jet before, double x, Jet next, Jet after) {
        double value = formula.jetAt(x).value();
        double maxSlope = MAX_STEEPNESS_RATIO
                * Math.max(Math.abs(before.dx()), Math.max(Math.abs(next.dx()), Math.abs(after.dx())));
        return value <= before.value()
                && value <= next.value()
                && value <= after.value()
                && Math.abs(formula.jetAt(Math.nextDown(x)).dx()) <= maxSlope
                && Math.abs(formula.jetAt(Math.nextUp(x)).dx()) <= maxSlope;
    }

    private static double gridPoint(double radius, int k, int cells) {
        return radius * (2.0 * k / cells - 1);
    }

    /**
     * Returns a window as high as the values in it, except when a few values near a pole are far beyond all others.
     */
    private PlotWindow window(double halfWidth, double start, List<Minimum> minima) {
        double[] values = IntStream.rangeClosed(0, WINDOW_SAMPLES)
                .mapToDouble(k ->
                        formula.jetAt(gridPoint(halfWidth, k, WINDOW_SAMPLES)).value())
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (values.length == 0) {
            return new PlotWindow(-halfWidth, halfWidth, -1, 1);
        }
        int tail = (int) (TAIL_FRACTION * values.length);
        double low = values[tail];
        double high = values[values.length - 1 - tail];
        if (values[values.length - 1] - values[0] <= LONG_TAIL_RATIO * (high - low)) {
            low = values[0];
            high = values[values.length - 1];
        }
        low = minima.isEmpty() ? low : Math.min(low, minima.get(0).value());
        double startValue = formula.jetAt(start).value();
        if (Double.isFinite(startValue)) {
            low = Math.min(low, startValue);
            high = Math.max(high, startValue);
        }
        double padding = high > low ? PADDING_FRACTION * (high - low) : 1;
        return new PlotWindow(-halfWidth, halfWidth, low - padding, high + padding);
    }
}
