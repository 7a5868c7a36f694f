package hyperlab.lab.learningrate.race;

import hyperlab.descent.CurvatureProfile;
import hyperlab.descent.DescentDoctor;
import hyperlab.descent.DescentEvidence;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.descent.KnownMinima;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.finding.Finding;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A setup with the complete paths of all racers and the doctor's findings.
 *
 * @param lowest the reference value for heights: the lowest minimum or, if none is known, the lowest value that any
 *     path reaches, but not less than the lowest value in the window
 * @param runs one per racer, in order
 * @param arrivals for each racer, the first step within the tolerance; empty if it never arrives or no minimum is known
 */
public record DescentRace(
        DescentSetup setup,
        ObjectiveFunction objective,
        double lowest,
        List<RacerRun> runs,
        List<OptionalInt> arrivals,
        List<Finding<DescentEvidence, Double>> findings) {
    private static final int MAX_ENLARGEMENTS = 100;
    private static final double NEGLIGIBLE_STEP = 0.02;
    /** The total number of steps over all racers that can be computed in a millisecond or two. */
    private static final int MAX_IMMEDIATE_STEPS = 20_000;

    public DescentRace {
        runs = List.copyOf(runs);
        arrivals = List.copyOf(arrivals);
        findings = List.copyOf(findings);
    }

    /**
     * Computes all paths.
     *
     * @throws InvalidInputException if the function is not finite at the start
     */
    public static DescentRace of(DescentSetup setup) {
        return of(setup, null);
    }

    /** Like {@link #of(DescentSetup)}, but reuses the unchanged paths of {@code before}. */
    public static DescentRace of(DescentSetup setup, @Nullable DescentRace before) {
        DescentRace same = before != null && before.hasSameObjectiveAndStart(setup) ? before : null;
        ObjectiveFunction objective =
                same == null ? ObjectiveFunctions.of(setup.function(), setup.parameters()) : same.objective();
        List<RacerRun> walks = IntStream.range(0, setup.racers().size())
                .mapToObj(index -> {
                    Racer racer = setup.racers().get(index);
                    return same != null && same.hasRunOf(racer, index)
                            ? same.runs().get(index).withRacer(racer, setup.comparedHyperparameter())
                            : RacerRun.of(objective, setup, index);
                })
                .toList();
        if (walks.get(0).path().rows() == 0) {
            throw new InvalidInputException("start", Rule.START_NOT_FINITE, setup.function(), setup.start());
        }
        double lowest = KnownMinima.lowestValue(objective).orElseGet(() -> lowestReached(objective, walks));
        boolean hasMinimum = KnownMinima.lowestValue(objective).isPresent();
        List<OptionalInt> arrivals = walks.stream()
                .map(run -> hasMinimum ? run.arrival(setup.display(), lowest) : OptionalInt.empty())
                .toList();
        List<DescentDoctor.ExaminedDescent> visible = walks.stream()
                .filter(run -> run.racer().visible())
                .map(run -> new DescentDoctor.ExaminedDescent(run.index(), setup.runSettings(run.racer()), run.path()))
                .toList();
        return new DescentRace(setup, objective, lowest, walks, arrivals, DescentDoctor.examine(objective, visible));
    }

    private boolean hasSameObjectiveAndStart(DescentSetup other) {
        return setup.function().equals(other.function())
                && setup.parameters().equals(other.parameters())
                && setup.start().equals(other.start())
                && setup.steps() == other.steps();
    }

    private boolean hasRunOf(Racer racer, int index) {
        return index < runs.size()
                && runs.get(index).racer().withVisible(racer.visible()).equals(racer);
    }

    private static double lowestReached(ObjectiveFunction objective, List<RacerRun> walks) {
        double reached = walks.stream()
                .flatMapToDouble(run -> IntStream.range(0, run.path().rows()).mapToDouble(run.path()::value))
                .min()
                .orElseThrow();
        return Math.max(lowestInWindow(objective), reached);
    }

    private static double lowestInWindow(ObjectiveFunction objective) {
        ObjectiveFunction.PlotWindow defaultWindow = objective.window();
        return objective.dimensions() == 1
                ? defaultWindow.yLow()
                : CurvatureProfile.samplePoints(defaultWindow.xLow(), defaultWindow.xHigh())
                        .flatMap(x -> CurvatureProfile.samplePoints(defaultWindow.yLow(), defaultWindow.yHigh())
                                .map(y -> objective.value(x, y)))
                        .filter(Double::isFinite)
                        .min()
                        .orElse(Double.NEGATIVE_INFINITY);
    }

    /** Whether the paths that are not in {@code before} can be computed fast enough to need no worker. */
    public static boolean isFast(DescentSetup setup, DescentRace before) {
        boolean same = before.hasSameObjectiveAndStart(setup);
        long newRuns = IntStream.range(0, setup.racers().size())
                .filter(index -> !same || !before.hasRunOf(setup.racers().get(index), index))
                .count();
        return setup.steps() * newRuns <= MAX_IMMEDIATE_STEPS;
    }

    /** Returns this race with all paths hidden and no findings. */
    DescentRace withHiddenPaths() {
        return new DescentRace(
                setup, objective, lowest, runs.stream().map(RacerRun::hidden).toList(), arrivals, List.of());
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
        return CurvatureProfile.isParabola(objective);
    }

    /** The symbol for the curvature: c for a parabola, f″ for other curves, λ for surfaces. */
    String curvatureSymbol() {
        return CurvatureProfile.symbol(objective);
    }

    /** The curvature at the start; for a surface, the largest one. */
    public double curvatureAtStart() {
        return objective.largestCurvature(startPoint());
    }

    /** The power of ten below which rates make almost no progress, independent of the start. */
    public double smallestUsefulRate() {
        double curvature = DefaultSetups.curvature(objective, objective.start());
        return Double.parseDouble("1e" + (int) Math.floor(Math.log10(NEGLIGIBLE_STEP / curvature)));
    }

    /** Whether the function has known minima, so that heights are measured from the lowest one. */
    public boolean hasKnownMinimum() {
        return !objective.minima().isEmpty();
    }

    /** Whether the curvature is positive and constant over the function's window. */
    public boolean hasConstantCurvature() {
        return CurvatureProfile.isConstant(objective);
    }

    /** Whether the curve is piecewise linear: its curvature is 0 at all sampled points. */
    public boolean isPiecewiseLinear() {
        return !isSurface() && CurvatureProfile.samples(objective).allMatch(curvature -> curvature == 0);
    }

    /**
     * The window to show: the function's own window, enlarged in steps until it contains the start. A parabola's window
     * also shrinks for small starts.
     */
    public ObjectiveFunction.PlotWindow window() {
        ObjectiveFunction.PlotWindow defaultWindow = objective.window();
        if (isSurface()) {
            return windowAroundStart(defaultWindow);
        }
        return isParabola() ? parabolaWindow(defaultWindow) : enlargedWindow(defaultWindow);
    }

    /** Also shrinks the window for starts near 0, because a parabola looks the same at every scale. */
    private ObjectiveFunction.PlotWindow parabolaWindow(ObjectiveFunction.PlotWindow defaultWindow) {
        double far = Math.abs(start());
        double scale = 1;
        for (int k = 0; k < MAX_ENLARGEMENTS && far > 0.89 * defaultWindow.xHigh() * scale; k++) {
            scale *= 2;
        }
        for (int k = 0; k < MAX_ENLARGEMENTS && far > 0 && far < 0.12 * defaultWindow.xHigh() * scale; k++) {
            scale /= 2;
        }
        double square = scale * scale;
        return new ObjectiveFunction.PlotWindow(
                defaultWindow.xLow() * scale,
                defaultWindow.xHigh() * scale,
                defaultWindow.yLow() * square,
                defaultWindow.yHigh() * square);
    }

    private ObjectiveFunction.PlotWindow enlargedWindow(ObjectiveFunction.PlotWindow defaultWindow) {
        double low = defaultWindow.xLow();
        double high = defaultWindow.xHigh();
        for (int k = 0; k < MAX_ENLARGEMENTS && (start() < 0.95 * low || start() > 0.95 * high); k++) {
            low *= 1.5;
            high *= 1.5;
        }
        double height = objective.value(start());
        double base = hasKnownMinimum() ? lowest : defaultWindow.yLow();
        double top = Math.max(defaultWindow.yHigh(), base + 1.15 * (height - base));
        double stretch = (top - base) / (defaultWindow.yHigh() - base);
        double bottom = Math.min(base - (base - defaultWindow.yLow()) * stretch, height - 0.05 * (top - height));
        return new ObjectiveFunction.PlotWindow(low, high, bottom, top);
    }

    /** Enlarges the window about its center until it contains the start. */
    private ObjectiveFunction.PlotWindow windowAroundStart(ObjectiveFunction.PlotWindow defaultWindow) {
        double middleX = (defaultWindow.xLow() + defaultWindow.xHigh()) / 2;
        double middleY = (defaultWindow.yLow() + defaultWindow.yHigh()) / 2;
        double halfX = defaultWindow.xHigh() - middleX;
        double halfY = defaultWindow.yHigh() - middleY;
        double far = Math.max(
                Math.abs(setup.start().get(0) - middleX) / halfX,
                Math.abs(setup.start().get(1) - middleY) / halfY);
        double scale = 1;
        for (int k = 0; k < MAX_ENLARGEMENTS && far > 0.95 * scale; k++) {
            scale *= 1.5;
        }
        return new ObjectiveFunction.PlotWindow(
                middleX - halfX * scale, middleX + halfX * scale, middleY - halfY * scale, middleY + halfY * scale);
    }
}
