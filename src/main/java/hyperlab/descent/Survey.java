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
 * What there is to know of a formula that a person typed, found by looking: for one variable its minima near 0, a window
 * that shows them, and a start from which there is a way down.
 *
 * <p>For two variables the window is a square and its minima are those of {@link SurfaceSurvey}.
 *
 * <p>Of one variable a minimum is looked for where f′ turns from below 0 to 0 or above between two of 1,000 equally spaced points, first
 * of [−5, 5], then, while there is none, of [−50, 50] and [−500, 500]; the place is then halved down to neighbouring
 * numbers. A pole is told from a minimum by its slopes, which grow towards it. Nothing is claimed of what lies
 * beyond: no minimum counts as global.
 */
final class Survey {
    private static final double NEAR = 5;
    private static final List<Double> REACHES = List.of(NEAR, 50.0, 500.0);
    private static final int POINTS = 1_000;
    private static final int GLANCES = 400;
    /** How much steeper than around it a place may be and still be a minimum: a kink, not a pole. */
    private static final double STEEPER = 4;

    private static final double MARGIN = 0.08;
    /** Where a start is tried, as shares of the window's half width. */
    private static final double[] STARTS = {0.6, -0.6, 0.8, -0.8, 0.3, -0.3, 0.1, -0.1};
    /** The part of the values, at each end, that a pole may have to itself. */
    private static final double TAIL = 0.05;

    private static final double LONG_TAIL = 3;

    /** The last one made: a lab asks for the same formula again with every move of a slider. */
    private static volatile @Nullable FormulaFunction latest;

    private final Formula formula;

    private Survey(Formula formula) {
        this.formula = formula;
    }

    /** The formula as a function to walk down; its name is its text. */
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

    /** Whether f is lowest at x and no steeper close to it than at the points around. */
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

    /** As high as the values on it, unless a few of them, near a pole, are far beyond all others. */
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
