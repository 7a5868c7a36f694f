package hyperlab.app.descent;

import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.descent.Minima;
import hyperlab.descent.Objective;
import hyperlab.descent.Objectives;
import hyperlab.rule.InvalidInputException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A setup with the complete paths of all racers and the doctor's findings.
 *
 * @param lowest the reference value for heights: the lowest minimum or, if none is known, the lowest value that any
 *     path reaches, but not less than the lowest value in the window
 * @param walks one per racer, in order
 * @param arrivals for each racer, the first step within the tolerance; empty if it never arrives or no minimum is known
 */
public record Race(
        DescentSetup setup,
        Objective objective,
        double lowest,
        List<RacerWalk> walks,
        List<OptionalInt> arrivals,
        List<Diagnosis> findings) {
    private static final int MOST_GROWTHS = 100;
    private static final int PLACES = 32;
    private static final double CRAWLS = 0.02;
    private static final double EVEN = 1e-9;
    /** The total number of steps over all racers that can be computed in a millisecond or two. */
    private static final int SHORT = 20_000;

    public Race {
        walks = List.copyOf(walks);
        arrivals = List.copyOf(arrivals);
        findings = List.copyOf(findings);
    }

    /**
     * Computes all paths.
     *
     * @throws InvalidInputException if the function is not finite at the start
     */
    static Race of(DescentSetup setup) {
        return of(setup, null);
    }

    /** Like {@link #of(DescentSetup)}, but reuses the unchanged paths of {@code before}. */
    static Race of(DescentSetup setup, @Nullable Race before) {
        Race same = before != null && before.isOnTheGroundOf(setup) ? before : null;
        Objective objective = same == null ? Objectives.of(setup.function(), setup.parameters()) : same.objective();
        List<RacerWalk> walks = IntStream.range(0, setup.racers().size())
                .mapToObj(index -> {
                    Racer racer = setup.racers().get(index);
                    return same != null && same.has(racer, index)
                            ? same.walks().get(index).as(racer, setup.contest())
                            : RacerWalk.of(objective, setup, index);
                })
                .toList();
        if (walks.get(0).path().rows() == 0) {
            throw new InvalidInputException("start", "where " + setup.function() + " is finite", setup.start());
        }
        double lowest = Minima.lowest(objective).orElseGet(() -> lowestReached(objective, walks));
        boolean known = Minima.lowest(objective).isPresent();
        List<OptionalInt> arrivals = walks.stream()
                .map(walk -> known ? walk.arrival(setup.display(), lowest) : OptionalInt.empty())
                .toList();
        return new Race(setup, objective, lowest, walks, arrivals, Doctor.examine(setup, objective, walks));
    }

    private boolean isOnTheGroundOf(DescentSetup other) {
        return setup.function().equals(other.function())
                && setup.parameters().equals(other.parameters())
                && setup.start().equals(other.start())
                && setup.steps() == other.steps();
    }

    private boolean has(Racer racer, int index) {
        return index < walks.size()
                && walks.get(index).racer().withVisible(racer.visible()).equals(racer);
    }

    private static double lowestReached(Objective objective, List<RacerWalk> walks) {
        double reached = walks.stream()
                .flatMapToDouble(walk -> IntStream.range(0, walk.path().rows()).mapToDouble(walk.path()::value))
                .min()
                .orElseThrow();
        return Math.max(lowestInPicture(objective), reached);
    }

    private static double lowestInPicture(Objective objective) {
        Objective.Window own = objective.window();
        return objective.dimensions() == 1
                ? own.yLow()
                : places(own.xLow(), own.xHigh())
                        .flatMap(x -> places(own.yLow(), own.yHigh()).map(y -> objective.value(x, y)))
                        .filter(Double::isFinite)
                        .min()
                        .orElse(Double.NEGATIVE_INFINITY);
    }

    /** Whether the paths that are not in {@code before} can be computed fast enough to need no worker. */
    static boolean isShort(DescentSetup setup, Race before) {
        boolean same = before.isOnTheGroundOf(setup);
        long anew = IntStream.range(0, setup.racers().size())
                .filter(index -> !same || !before.has(setup.racers().get(index), index))
                .count();
        return setup.steps() * anew <= SHORT;
    }

    /** Returns this race with all paths hidden and no findings. */
    Race veiled() {
        return new Race(
                setup, objective, lowest, walks.stream().map(RacerWalk::veiled).toList(), arrivals, List.of());
    }

    /** The start's x coordinate; for a function of one variable. */
    public double start() {
        return setup.start().get(0);
    }

    /** The start's coordinates, one per variable. */
    public double[] startPoint() {
        return setup.start().stream().mapToDouble(Double::doubleValue).toArray();
    }

    public boolean isSurface() {
        return objective.dimensions() == 2;
    }

    /** Whether the function is the parabola, whose curvature is constant, so that a regime holds for a whole path. */
    public boolean isParabola() {
        return isParabola(objective);
    }

    static boolean isParabola(Objective objective) {
        return objective.name().equals("parabola");
    }

    /** The symbol for the curvature: c for a parabola, f″ for other curves, λ for surfaces. */
    String curvatureSymbol() {
        if (isSurface()) {
            return "λ";
        }
        return isParabola() ? "c" : "f″";
    }

    /** The curvature at the start; for a surface, the largest one. */
    public double curvatureAtStart() {
        return objective.largestCurvature(startPoint());
    }

    /** The power of ten below which rates make almost no progress, independent of the start. */
    public double leastRate() {
        double curvature = Setups.curvature(objective, objective.start());
        return Double.parseDouble("1e" + (int) Math.floor(Math.log10(CRAWLS / curvature)));
    }

    /** Whether the function has known minima, so that heights are measured from the lowest one. */
    public boolean knowsMinimum() {
        return !objective.minima().isEmpty();
    }

    /** Whether the curvature is positive and constant over the function's window. */
    public boolean curvesEvenly() {
        return curvesEvenly(objective);
    }

    static boolean curvesEvenly(Objective objective) {
        Objective.Window own = objective.window();
        double curvature = objective.dimensions() == 2
                ? objective.largestCurvature(own.xLow(), own.yLow())
                : objective.largestCurvature(own.xLow());
        return curvature > 0
                && curvatures(objective).allMatch(elsewhere -> Math.abs(elsewhere - curvature) <= EVEN * curvature);
    }

    /** Whether the curve is piecewise linear: its curvature is 0 at all sampled points. */
    public boolean isStraight() {
        return !isSurface() && curvatures(objective).allMatch(curvature -> curvature == 0);
    }

    private static DoubleStream curvatures(Objective objective) {
        Objective.Window own = objective.window();
        DoubleStream places = places(own.xLow(), own.xHigh());
        return objective.dimensions() == 2
                ? places.flatMap(x -> places(own.yLow(), own.yHigh()).map(y -> objective.largestCurvature(x, y)))
                : places.map(objective::largestCurvature);
    }

    private static DoubleStream places(double low, double high) {
        return IntStream.rangeClosed(0, PLACES).mapToDouble(k -> low + (high - low) * k / PLACES);
    }

    /**
     * The window to show: the function's own window, enlarged in steps until it contains the start. A parabola's window
     * also shrinks for small starts.
     */
    public Objective.Window window() {
        Objective.Window own = objective.window();
        if (isSurface()) {
            return aroundTheStart(own);
        }
        return isParabola() ? parabolaWindow(own) : grown(own);
    }

    /** Also shrinks the window for starts near 0, because a parabola looks the same at every scale. */
    private Objective.Window parabolaWindow(Objective.Window own) {
        double far = Math.abs(start());
        double scale = 1;
        for (int k = 0; k < MOST_GROWTHS && far > 0.89 * own.xHigh() * scale; k++) {
            scale *= 2;
        }
        for (int k = 0; k < MOST_GROWTHS && far > 0 && far < 0.12 * own.xHigh() * scale; k++) {
            scale /= 2;
        }
        double square = scale * scale;
        return new Objective.Window(own.xLow() * scale, own.xHigh() * scale, own.yLow() * square, own.yHigh() * square);
    }

    private Objective.Window grown(Objective.Window own) {
        double low = own.xLow();
        double high = own.xHigh();
        for (int k = 0; k < MOST_GROWTHS && (start() < 0.95 * low || start() > 0.95 * high); k++) {
            low *= 1.5;
            high *= 1.5;
        }
        double height = objective.value(start());
        double base = knowsMinimum() ? lowest : own.yLow();
        double top = Math.max(own.yHigh(), base + 1.15 * (height - base));
        double stretch = (top - base) / (own.yHigh() - base);
        double bottom = Math.min(base - (base - own.yLow()) * stretch, height - 0.05 * (top - height));
        return new Objective.Window(low, high, bottom, top);
    }

    /** Enlarges the window about its center until it contains the start. */
    private Objective.Window aroundTheStart(Objective.Window own) {
        double middleX = (own.xLow() + own.xHigh()) / 2;
        double middleY = (own.yLow() + own.yHigh()) / 2;
        double halfX = own.xHigh() - middleX;
        double halfY = own.yHigh() - middleY;
        double far = Math.max(
                Math.abs(setup.start().get(0) - middleX) / halfX,
                Math.abs(setup.start().get(1) - middleY) / halfY);
        double scale = 1;
        for (int k = 0; k < MOST_GROWTHS && far > 0.95 * scale; k++) {
            scale *= 1.5;
        }
        return new Objective.Window(
                middleX - halfX * scale, middleX + halfX * scale, middleY - halfY * scale, middleY + halfY * scale);
    }
}
