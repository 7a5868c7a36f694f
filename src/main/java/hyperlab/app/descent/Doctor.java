package hyperlab.app.descent;

import hyperlab.descent.Descent;
import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.Minima;
import hyperlab.descent.Objective;
import hyperlab.descent.Stability;
import hyperlab.optim.Sgd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Examines the paths of a race for problems, and finds better learning rates by trying them. */
final class Doctor {
    /** The fraction of the start's height above the lowest minimum at or below which a path counts as descended. */
    static final double DOWN = 0.01;

    private static final int PATIENCE = 4;
    /** The largest number of steps for which other rates are tried to find a remedy. */
    private static final int LONGEST_TRIAL = 2_000;

    private static final int MOST_TRIALS = 12;
    private static final double REST = 1e-3;
    /** The largest distance from a minimum at which a path counts as resting in it. */
    private static final double NEAR = 0.1;
    /** Minima whose values differ by less than this count as equally low, to allow for rounding. */
    private static final double ABOVE = 1e-9;

    private static final double AS_ONE = 1e-12;

    private final DescentSetup setup;
    private final Objective objective;
    /** The value of the lowest minimum; NaN if no minimum is known. With NaN, {@link #unfinished} finds nothing. */
    private final double lowest;

    private Doctor(DescentSetup setup, Objective objective) {
        this.setup = setup;
        this.objective = objective;
        lowest = Minima.lowest(objective).orElse(Double.NaN);
    }

    /** Examines the visible racers. The most severe findings come first. */
    static List<Diagnosis> examine(DescentSetup setup, Objective objective, List<RacerWalk> walks) {
        Doctor doctor = new Doctor(setup, objective);
        List<Diagnosis> found = walks.stream()
                .filter(walk -> walk.racer().visible())
                .flatMap(doctor::examine)
                .toList();
        List<Diagnosis> ordered = new ArrayList<>();
        for (Class<?> kind : Diagnosis.class.getPermittedSubclasses()) {
            found.stream().filter(kind::isInstance).forEach(ordered::add);
        }
        return ordered;
    }

    /** A rate that no racer uses yet, chosen from different regimes of a parabola with the start's curvature. */
    static double unusedRate(Race race) {
        double curvature = race.curvatureAtStart() > 0 ? race.curvatureAtStart() : 1;
        List<Double> used =
                race.walks().stream().map(walk -> walk.racer().learningRate()).toList();
        return DoubleStream.of(0.5, 1.5, 0.1, 1, 1.8, 0.02, 2.1)
                .map(multiple -> rounded(multiple / curvature))
                .filter(rate -> !used.contains(rate))
                .findFirst()
                .orElse(rounded(0.5 / curvature));
    }

    private static double rounded(double rate) {
        return Setups.rounded(rate, 3);
    }

    private Stream<Diagnosis> examine(RacerWalk walk) {
        if (walk.isConstant() && walk.racer().optimizer() instanceof Sgd sgd) {
            if (Race.isParabola(objective)) {
                return examineOnParabola(walk, sgd).stream();
            }
            if (Race.curvesEvenly(objective)) {
                return limits(walk, sgd).or(() -> unfinished(walk)).stream();
            }
        }
        if (walk.path().diverged()) {
            return Stream.of(new Diagnosis.Diverged(
                    walk.index(), walk.racer().learningRate(), walk.path().steps() + 1, calmer(walk)));
        }
        return climbs(walk).or(() -> trapped(walk)).or(() -> unfinished(walk)).stream();
    }

    private Optional<Diagnosis> examineOnParabola(RacerWalk walk, Sgd sgd) {
        double rate = walk.racer().learningRate();
        return limits(walk, sgd).or(() -> walk.isPlain() ? slow(walk, rate, walk.curvature(0)) : unfinished(walk));
    }

    /** Checks for a rate at or above the stability limit, on a function with constant curvature. */
    private Optional<Diagnosis> limits(RacerWalk walk, Sgd sgd) {
        double curvature = walk.curvature(0);
        double rate = walk.racer().learningRate();
        double limit = Stability.borders(curvature, sgd).orElseThrow().limit();
        double remedy = rounded(0.95 * limit);
        if (walk.isPlain() && Math.abs(rate - limit) <= AS_ONE * limit) {
            return Optional.of(new Diagnosis.Bounces(walk.index(), rate, objective.dimensions() == 2, remedy));
        }
        if (rate >= limit) {
            double factor = walk.isPlain() ? 1 - rate * curvature : Stability.factor(rate, curvature, sgd);
            return Optional.of(new Diagnosis.Diverges(
                    walk.index(), rate, curvature, limit, factor, walk.isPlain(), objective.dimensions() == 2, remedy));
        }
        return Optional.empty();
    }

    private Optional<Diagnosis> slow(RacerWalk walk, double rate, double curvature) {
        double better = rounded(0.5 / curvature);
        OptionalInt steps = Stability.stepsTo(DOWN, rate, curvature);
        OptionalInt betterSteps = Stability.stepsTo(DOWN, better, curvature);
        if (walk.slope(0) == 0 || steps.isEmpty() || betterSteps.isEmpty()) {
            return Optional.empty();
        }
        return steps.getAsInt() > PATIENCE * betterSteps.getAsInt()
                ? Optional.of(new Diagnosis.Slow(walk.index(), rate, steps.getAsInt(), better, betterSteps.getAsInt()))
                : Optional.empty();
    }

    private Optional<Diagnosis> climbs(RacerWalk walk) {
        double start = walk.value(0);
        double end = walk.value(setup.steps());
        return end > start
                ? Optional.of(new Diagnosis.Climbs(
                        walk.index(), walk.racer().learningRate(), setup.steps(), start, end, gentler(walk)))
                : Optional.empty();
    }

    /**
     * The largest of rate/2, rate/4, … (up to 12 halvings) whose path ends lower than it starts; 0 if there is none or
     * the paths are too long to try.
     */
    private double gentler(RacerWalk walk) {
        for (int trial = 1; trial <= MOST_TRIALS && setup.steps() <= LONGEST_TRIAL; trial++) {
            double smaller = rounded(walk.racer().learningRate() / Math.pow(2, trial));
            DescentPath path = trial(walk, smaller);
            if (!path.diverged() && path.value(path.steps()) < walk.value(0)) {
                return smaller;
            }
        }
        return 0;
    }

    private Optional<Diagnosis> trapped(RacerWalk walk) {
        int end = walk.path().steps();
        List<Objective.Minimum> minima = objective.minima();
        return walk.steepness(end) > REST || walk.curvature(end) <= 0
                ? Optional.empty()
                : minima.stream()
                        .filter(minimum -> minimum.value() > minima.get(0).value() + ABOVE
                                && Minima.distance(minimum, walk.point(end)) < NEAR)
                        .findFirst()
                        .map(minimum -> new Diagnosis.Trapped(
                                walk.index(),
                                walk.racer().learningRate(),
                                DoubleStream.of(walk.point(end)).boxed().toList(),
                                walk.value(end),
                                minima.get(0).point(),
                                minima.get(0).value()));
    }

    private Optional<Diagnosis> unfinished(RacerWalk walk) {
        double height = walk.value(0) - lowest;
        double left = (walk.value(setup.steps()) - lowest) / height;
        if (!(height > 0) || stepsDown(walk.path()).isPresent() || left <= DOWN || left >= 1) {
            return Optional.empty();
        }
        double rate = walk.racer().learningRate();
        for (int trial = 1; trial <= MOST_TRIALS && setup.steps() <= LONGEST_TRIAL; trial++) {
            double faster = rounded(rate * Math.pow(2, trial));
            OptionalInt steps = stepsDown(trial(walk, faster));
            if (steps.isPresent()) {
                return Optional.of(
                        new Diagnosis.Unfinished(walk.index(), rate, setup.steps(), left, faster, steps.getAsInt()));
            }
        }
        return Optional.of(new Diagnosis.Unfinished(walk.index(), rate, setup.steps(), left, 0, 0));
    }

    /**
     * The largest of rate/2, rate/4, … (up to 12 halvings) whose path stays finite; 0 if there is none or the paths are
     * too long to try.
     */
    private double calmer(RacerWalk walk) {
        for (int trial = 1; trial <= MOST_TRIALS && setup.steps() <= LONGEST_TRIAL; trial++) {
            double smaller = rounded(walk.racer().learningRate() / Math.pow(2, trial));
            if (!trial(walk, smaller).diverged()) {
                return smaller;
            }
        }
        return 0;
    }

    private DescentPath trial(RacerWalk walk, double rate) {
        return Descent.walk(objective, RacerWalk.walk(setup, walk.racer().withLearningRate(rate)));
    }

    /** The first step from which the path stays at or below the threshold; empty if it does not end there. */
    private OptionalInt stepsDown(DescentPath path) {
        double threshold = lowest + DOWN * (path.value(0) - lowest);
        if (path.diverged() || path.value(path.steps()) > threshold) {
            return OptionalInt.empty();
        }
        int step = path.steps();
        while (step > 0 && path.value(step - 1) <= threshold) {
            step--;
        }
        return OptionalInt.of(step);
    }
}
