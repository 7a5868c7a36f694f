package hyperlab.descent;

import hyperlab.descent.Objective.Minimum;
import hyperlab.descent.Objective.Window;
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
 * <p>For two variables the window is a square, and {@link SurfaceSurvey} finds the minima.
 *
 * <p>For one variable, the search looks for places where f′ changes from negative to zero or positive between two of
 * 1,001 equally spaced points, first on [−5, 5], then, while none is found, on [−50, 50] and [−500, 500]. Bisection
 * then narrows each place down to adjacent doubles. Slopes distinguish a pole from a minimum, because they grow toward
 * a pole. The search makes no claim about what lies outside: no minimum counts as global.
 */
final class Survey {
    private static final double NEAR = 5;
    private static final List<Double> REACHES = List.of(NEAR, 50.0, 500.0);
    private static final int POINTS = 1_000;
    private static final int GLANCES = 400;
    /** How many times steeper than its surroundings a minimum may be: this allows a kink but not a pole. */
    private static final double STEEPER = 4;

    private static final double MARGIN = 0.08;
    /** The starts to try, as fractions of the window's half-width. */
    private static final double[] STARTS = {0.6, -0.6, 0.8, -0.8, 0.3, -0.3, 0.1, -0.1};
    /** The fraction of the values at each end that may be cut off because of a pole. */
    private static final double TAIL = 0.05;

    private static final double LONG_TAIL = 3;

    /** The last result, cached because the lab requests the same formula again each time a slider moves. */
    private static volatile @Nullable FormulaFunction latest;

    private final Formula formula;

    private Survey(Formula formula) {
        this.formula = formula;
    }

    /** Returns the formula as an objective function; its name is its text. */
    static Objective of(Formula formula) {
        FormulaFunction known = latest;
        if (known == null || !known.name().equals(formula.text())) {
            known = formula.dimensions() == 1 ? new Survey(formula).curve() : new Survey(formula).surface();
            latest = known;
        }
        return known;
    }

    private FormulaFunction curve() {
        List<Minimum> minima = List.of();
        for (int k = 0; k < REACHES.size() && minima.isEmpty(); k++) {
            minima = minima(REACHES.get(k));
        }
        double farthest = minima.stream()
                .mapToDouble(minimum -> Math.abs(minimum.point().get(0)))
                .max()
                .orElse(0);
        double half = farthest < NEAR ? NEAR : Math.ceil(1.25 * farthest);
        double start = half
                * DoubleStream.of(STARTS)
                        .filter(share -> hasWayDown(formula.at(share * half)))
                        .findFirst()
                        .orElse(STARTS[0]);
        return made(List.of(start), window(half, start, minima), minima);
    }

    private FormulaFunction surface() {
        List<Double> start = DoubleStream.of(STARTS)
                .boxed()
                .flatMap(x -> DoubleStream.of(STARTS).mapToObj(y -> List.of(NEAR * x, NEAR * y * 2 / 3)))
                .filter(point -> hasWayDown(formula.at(point.get(0), point.get(1))))
                .findFirst()
                .orElse(List.of(NEAR * STARTS[0], NEAR * STARTS[0]));
        return made(start, new Window(-NEAR, NEAR, -NEAR, NEAR), new SurfaceSurvey(formula, NEAR).minima());
    }

    private FormulaFunction made(List<Double> start, Window window, List<Minimum> minima) {
        return new FormulaFunction(formula.text(), formula, start, window, minima, formula.toString(), formula.latex());
    }

    private static boolean hasWayDown(Jet jet) {
        double steepness = Math.abs(jet.dx()) + Math.abs(jet.dy());
        return Double.isFinite(jet.value()) && Double.isFinite(steepness) && steepness > 0;
    }

    private List<Minimum> minima(double reach) {
        Jet[] jets = IntStream.rangeClosed(0, POINTS)
                .mapToObj(k -> formula.at(place(reach, k, POINTS)))
                .toArray(Jet[]::new);
        List<Minimum> found = new ArrayList<>();
        for (int k = 0; k + 1 < jets.length; k++) {
            if (jets[k].dx() < 0 && jets[k + 1].dx() >= 0) {
                double x =
                        Roots.bisect(at -> formula.at(at).dx(), place(reach, k, POINTS), place(reach, k + 1, POINTS));
                Jet after = jets[Math.min(k + 2, jets.length - 1)];
                if (isMinimum(jets[k], x, jets[k + 1], after)) {
                    found.add(new Minimum(List.of(x), formula.at(x).value(), false));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Minimum::value));
        return found;
    }

    /** Whether f is lowest at x and the slope close to x is not much steeper than at the surrounding points. */
    private boolean isMinimum(Jet before, double x, Jet next, Jet after) {
        double value = formula.at(x).value();
        double steepest =
                STEEPER * Math.max(Math.abs(before.dx()), Math.max(Math.abs(next.dx()), Math.abs(after.dx())));
        return value <= before.value()
                && value <= next.value()
                && value <= after.value()
                && Math.abs(formula.at(Math.nextDown(x)).dx()) <= steepest
                && Math.abs(formula.at(Math.nextUp(x)).dx()) <= steepest;
    }

    private static double place(double reach, int k, int of) {
        return reach * (2.0 * k / of - 1);
    }

    /**
     * Returns a window as high as the values in it, except when a few values near a pole are far beyond all others.
     */
    private Window window(double half, double start, List<Minimum> minima) {
        double[] values = IntStream.rangeClosed(0, GLANCES)
                .mapToDouble(k -> formula.at(place(half, k, GLANCES)).value())
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (values.length == 0) {
            return new Window(-half, half, -1, 1);
        }
        int tail = (int) (TAIL * values.length);
        double low = values[tail];
        double high = values[values.length - 1 - tail];
        if (values[values.length - 1] - values[0] <= LONG_TAIL * (high - low)) {
            low = values[0];
            high = values[values.length - 1];
        }
        low = minima.isEmpty() ? low : Math.min(low, minima.get(0).value());
        double height = formula.at(start).value();
        if (Double.isFinite(height)) {
            low = Math.min(low, height);
            high = Math.max(high, height);
        }
        double room = high > low ? MARGIN * (high - low) : 1;
        return new Window(-half, half, low - room, high + room);
    }
}
