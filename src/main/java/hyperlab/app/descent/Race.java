package hyperlab.app.descent;

import hyperlab.descent.DescentSetup;
import hyperlab.descent.Objective;
import hyperlab.descent.Objectives;
import hyperlab.rule.Refusal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A setup with all its walks, computed to their ends, and what the doctor says of them.
 *
 * @param lowest the lowest value that the function has
 * @param walks one for each racer, in order
 */
public record Race(
        DescentSetup setup, Objective objective, double lowest, List<RacerWalk> walks, List<Diagnosis> findings) {
    private static final int MOST_GROWTHS = 100;

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
        double lowest = lowest(objective);
        List<RacerWalk> walks = IntStream.range(0, setup.racers().size())
                .mapToObj(index -> RacerWalk.of(objective, lowest, setup, index))
                .toList();
        if (walks.get(0).path().rows() == 0) {
            throw new Refusal("start", "where " + setup.function() + " is finite", setup.start());
        }
        return new Race(setup, objective, lowest, walks, Doctor.examine(setup, objective, walks));
    }

    public double start() {
        return setup.start().get(0);
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

    static double lowest(Objective objective) {
        return objective.minima().isEmpty() ? 0 : objective.minima().get(0).value();
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
        double top = Math.max(own.yHigh(), lowest + 1.15 * (objective.value(start()) - lowest));
        double stretch = (top - lowest) / (own.yHigh() - lowest);
        return new Objective.Window(low, high, lowest - (lowest - own.yLow()) * stretch, top);
    }
}
