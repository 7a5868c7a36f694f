package hyperlab.app.descent;

import hyperlab.descent.DescentSetup;
import hyperlab.descent.Objective;
import hyperlab.descent.Objectives;
import hyperlab.rule.Refusal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A setup with all its walks, computed to their ends, and what the doctor says of them.
 *
 * @param lowest what heights are measured from: the lowest minimum, or where none is known the lowest value that a walk
 *     comes to, though none below the picture
 * @param walks one for each racer, in order
 */
public record Race(
        DescentSetup setup, Objective objective, double lowest, List<RacerWalk> walks, List<Diagnosis> findings) {
    private static final int MOST_GROWTHS = 100;
    private static final int PLACES = 32;
    private static final double EVEN = 1e-9;
    /** Steps of all racers together that are walked within a millisecond or two. */
    private static final int SHORT = 20_000;

    public Race {
        walks = List.copyOf(walks);
        findings = List.copyOf(findings);
    }

    /**
     * Walks them all.
     *
     * @throws Refusal for a start where the function is not a finite number
     */
    static Race of(DescentSetup setup) {
        Objective objective = Objectives.of(setup.function(), setup.parameters());
        List<RacerWalk> walks = IntStream.range(0, setup.racers().size())
                .mapToObj(index -> RacerWalk.of(objective, setup, index))
                .toList();
        if (walks.get(0).path().rows() == 0) {
            throw new Refusal("start", "where " + setup.function() + " is finite", setup.start());
        }
        double lowest = lowestMinimum(objective).orElseGet(() -> lowestReached(objective, walks));
        return new Race(setup, objective, lowest, walks, Doctor.examine(setup, objective, walks));
    }

    private static double lowestReached(Objective objective, List<RacerWalk> walks) {
        double reached = walks.stream()
                .flatMapToDouble(walk -> IntStream.range(0, walk.path().rows()).mapToDouble(walk.path()::value))
                .min()
                .orElseThrow();
        return Math.max(objective.window().yLow(), reached);
    }

    /** Whether a setup is walked so quickly that it need not wait for a worker. */
    static boolean isShort(DescentSetup setup) {
        return setup.steps() * setup.racers().size() <= SHORT;
    }

    /** The same with nothing of its walks to be seen and nothing said of them. */
    Race veiled() {
        return new Race(
                setup, objective, lowest, walks.stream().map(RacerWalk::veiled).toList(), List.of());
    }

    public double start() {
        return setup.start().get(0);
    }

    /** Whether it is a race of optimizers too, so that a rate alone does not say who is meant. */
    public boolean isOfOptimizers() {
        return setup.racers().stream()
                        .map(racer -> racer.optimizer().name())
                        .distinct()
                        .count()
                > 1;
    }

    /** Whether the curvature is the same everywhere, so that a regime holds for a whole walk. */
    public boolean isParabola() {
        return isParabola(objective);
    }

    static boolean isParabola(Objective objective) {
        return objective.name().equals("parabola");
    }

    /** c of a parabola; elsewhere the curvature at the start. */
    public double curvatureAtStart() {
        return objective.largestCurvature(start());
    }

    /** Whether heights are measured from a minimum. */
    public boolean knowsMinimum() {
        return !objective.minima().isEmpty();
    }

    /** The value of the lowest minimum; empty where none is known. */
    static OptionalDouble lowestMinimum(Objective objective) {
        return objective.minima().stream().mapToDouble(Objective.Minimum::value).min();
    }

    /** Whether the curvature is above 0 and the same all over the picture, though the curve is not ½cx². */
    public boolean curvesEvenly() {
        double curvature = curvatureAtStart();
        return curvature > 0 && curvatures().allMatch(elsewhere -> Math.abs(elsewhere - curvature) <= EVEN * curvature);
    }

    /** Whether the curve is made of straight pieces. */
    public boolean isStraight() {
        return curvatures().allMatch(curvature -> curvature == 0);
    }

    private DoubleStream curvatures() {
        Objective.Window own = objective.window();
        return IntStream.rangeClosed(0, PLACES)
                .mapToDouble(k -> own.xLow() + (own.xHigh() - own.xLow()) * k / PLACES)
                .map(objective::largestCurvature);
    }

    /** The part of the plane to show: the function's own, in steps wider and higher until the start is inside. */
    public Objective.Window window() {
        Objective.Window own = objective.window();
        return isParabola() ? parabolaWindow(own) : grown(own);
    }

    /** A parabola looks the same at every scale, so small starts are shown from nearer as well. */
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
}
