package hyperlab.lab.learningrate;

import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.GradientDescent;
import hyperlab.descent.KnownMinima;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.Stability;
import hyperlab.optim.Sgd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Examines the paths of a race for problems, and finds better learning rates by trying them. */
final class LearningRateDoctor {
    /** The fraction of the start's height above the lowest minimum at or below which a path counts as descended. */
    static final double DESCENDED_FRACTION = 0.01;

    private static final int SLOW_FACTOR = 4;
    /** The largest number of steps for which other rates are tried to find a remedy. */
    private static final int MAX_TRIAL_STEPS = 2_000;

    private static final int MAX_TRIALS = 12;
    private static final double MAX_RESTING_GRADIENT = 1e-3;
    /** The largest distance from a minimum at which a path counts as resting in it. */
    private static final double MAX_RESTING_DISTANCE = 0.1;
    /** Minima whose values differ by less than this count as equally low, to allow for rounding. */
    private static final double VALUE_TOLERANCE = 1e-9;

    private static final double RELATIVE_TOLERANCE = 1e-12;

    private final DescentSetup setup;
    private final ObjectiveFunction objective;
    /** The value of the lowest minimum; NaN if no minimum is known. With NaN, {@link #checkUnfinished} finds nothing. */
    private final double lowest;

    private LearningRateDoctor(DescentSetup setup, ObjectiveFunction objective) {
        this.setup = setup;
        this.objective = objective;
        lowest = KnownMinima.lowestValue(objective).orElse(Double.NaN);
    }

    /** Examines the visible racers. The most severe findings come first. */
    static List<LearningRateDiagnosis> examine(DescentSetup setup, ObjectiveFunction objective, List<RacerRun> walks) {
        LearningRateDoctor doctor = new LearningRateDoctor(setup, objective);
        List<LearningRateDiagnosis> found = walks.stream()
                .filter(walk -> walk.racer().visible())
                .flatMap(doctor::examine)
                .toList();
        List<LearningRateDiagnosis> ordered = new ArrayList<>();
        for (Class<?> kind : LearningRateDiagnosis.class.getPermittedSubclasses()) {
            found.stream().filter(kind::isInstance).forEach(ordered::add);
        }
        return ordered;
    }

    /** A rate that no racer uses yet, chosen from different regimes of a parabola with the start's curvature. */
    static double unusedRate(DescentRace race) {
        double curvature = race.curvatureAtStart() > 0 ? race.curvatureAtStart() : 1;
        List<Double> used =
                race.runs().stream().map(walk -> walk.racer().learningRate()).toList();
        return DoubleStream.of(0.5, 1.5, 0.1, 1, 1.8, 0.02, 2.1)
                .map(multiple -> rounded(multiple / curvature))
                .filter(rate -> !used.contains(rate))
                .findFirst()
                .orElse(rounded(0.5 / curvature));
    }

    private static double rounded(double rate) {
        return DefaultSetups.rounded(rate, 3);
    }

    private Stream<LearningRateDiagnosis> examine(RacerRun walk) {
        if (walk.hasConstantRate() && walk.racer().optimizer() instanceof Sgd sgd) {
            if (DescentRace.isParabola(objective)) {
                return examineOnParabola(walk, sgd).stream();
            }
            if (DescentRace.hasConstantCurvature(objective)) {
                return checkStabilityLimit(walk, sgd).or(() -> checkUnfinished(walk)).stream();
            }
        }
        if (walk.path().diverged()) {
            return Stream.of(new LearningRateDiagnosis.PathDiverged(
                    walk.index(), walk.racer().learningRate(), walk.path().steps() + 1, largestFiniteRate(walk)));
        }
        return checkEndsHigher(walk).or(() -> checkLocalMinimum(walk)).or(() -> checkUnfinished(walk)).stream();
    }

    private Optional<LearningRateDiagnosis> examineOnParabola(RacerRun walk, Sgd sgd) {
        double rate = walk.racer().learningRate();
        return checkStabilityLimit(walk, sgd)
                .or(() -> walk.isPlainSgd() ? checkSlow(walk, rate, walk.curvature(0)) : checkUnfinished(walk));
    }

    /** Checks for a rate at or above the stability limit, on a function with constant curvature. */
    private Optional<LearningRateDiagnosis> checkStabilityLimit(RacerRun walk, Sgd sgd) {
        double curvature = walk.curvature(0);
        double rate = walk.racer().learningRate();
        double limit = Stability.borders(curvature, sgd).orElseThrow().divergeFrom();
        double remedy = rounded(0.95 * limit);
        if (walk.isPlainSgd() && Math.abs(rate - limit) <= RELATIVE_TOLERANCE * limit) {
            return Optional.of(new LearningRateDiagnosis.AtStabilityLimit(
                    walk.index(), rate, objective.dimensions() == 2, remedy));
        }
        if (rate >= limit) {
            double factor =
                    walk.isPlainSgd() ? 1 - rate * curvature : Stability.convergenceFactor(rate, curvature, sgd);
            return Optional.of(new LearningRateDiagnosis.ExceedsStabilityLimit(
                    walk.index(),
                    rate,
                    curvature,
                    limit,
                    factor,
                    walk.isPlainSgd(),
                    objective.dimensions() == 2,
                    remedy));
        }
        return Optional.empty();
    }

    private Optional<LearningRateDiagnosis> checkSlow(RacerRun walk, double rate, double curvature) {
        double suggestedRate = rounded(0.5 / curvature);
        OptionalInt steps = Stability.stepsToFraction(DESCENDED_FRACTION, rate, curvature);
        OptionalInt suggestedSteps = Stability.stepsToFraction(DESCENDED_FRACTION, suggestedRate, curvature);
        if (walk.slope(0) == 0 || steps.isEmpty() || suggestedSteps.isEmpty()) {
            return Optional.empty();
        }
        return steps.getAsInt() > SLOW_FACTOR * suggestedSteps.getAsInt()
                ? Optional.of(new LearningRateDiagnosis.SlowDescent(
                        walk.index(), rate, steps.getAsInt(), suggestedRate, suggestedSteps.getAsInt()))
                : Optional.empty();
    }

    private Optional<LearningRateDiagnosis> checkEndsHigher(RacerRun walk) {
        double start = walk.value(0);
        double end = walk.value(setup.steps());
        return end > start
                ? Optional.of(new LearningRateDiagnosis.EndsHigher(
                        walk.index(),
                        walk.racer().learningRate(),
                        setup.steps(),
                        start,
                        end,
                        largestDescendingRate(walk)))
                : Optional.empty();
    }

    /**
     * The largest of rate/2, rate/4, … (up to 12 halvings) whose path ends lower than it starts; 0 if there is none or
     * the paths are too long to try.
     */
    private double largestDescendingRate(RacerRun walk) {
        for (int trial = 1; trial <= MAX_TRIALS && setup.steps() <= MAX_TRIAL_STEPS; trial++) {
            double smaller = rounded(walk.racer().learningRate() / Math.pow(2, trial));
            DescentPath path = tryRate(walk, smaller);
            if (!path.diverged() && path.value(path.steps()) < walk.value(0)) {
                return smaller;
            }
        }
        return 0;
    }

    private Optional<LearningRateDiagnosis> checkLocalMinimum(RacerRun walk) {
        int end = walk.path().steps();
        List<ObjectiveFunction.Minimum> minima = objective.minima();
        return walk.gradientNorm(end) > MAX_RESTING_GRADIENT || walk.curvature(end) <= 0
                ? Optional.empty()
                : minima.stream()
                        .filter(minimum -> minimum.value() > minima.get(0).value() + VALUE_TOLERANCE
                                && KnownMinima.distance(minimum, walk.point(end)) < MAX_RESTING_DISTANCE)
                        .findFirst()
                        .map(minimum -> new LearningRateDiagnosis.InLocalMinimum(
                                walk.index(),
                                walk.racer().learningRate(),
                                DoubleStream.of(walk.point(end)).boxed().toList(),
                                walk.value(end),
                                minima.get(0).point(),
                                minima.get(0).value()));
    }

    private Optional<LearningRateDiagnosis> checkUnfinished(RacerRun walk) {
        double height = walk.value(0) - lowest;
        double remaining = (walk.value(setup.steps()) - lowest) / height;
        if (!(height > 0)
                || stepsToDescend(walk.path()).isPresent()
                || remaining <= DESCENDED_FRACTION
                || remaining >= 1) {
            return Optional.empty();
        }
        double rate = walk.racer().learningRate();
        for (int trial = 1; trial <= MAX_TRIALS && setup.steps() <= MAX_TRIAL_STEPS; trial++) {
            double largerRate = rounded(rate * Math.pow(2, trial));
            OptionalInt steps = stepsToDescend(tryRate(walk, largerRate));
            if (steps.isPresent()) {
                return Optional.of(new LearningRateDiagnosis.UnfinishedDescent(
                        walk.index(), rate, setup.steps(), remaining, largerRate, steps.getAsInt()));
            }
        }
        return Optional.of(
                new LearningRateDiagnosis.UnfinishedDescent(walk.index(), rate, setup.steps(), remaining, 0, 0));
    }

    /**
     * The largest of rate/2, rate/4, … (up to 12 halvings) whose path stays finite; 0 if there is none or the paths are
     * too long to try.
     */
    private double largestFiniteRate(RacerRun walk) {
        for (int trial = 1; trial <= MAX_TRIALS && setup.steps() <= MAX_TRIAL_STEPS; trial++) {
            double smaller = rounded(walk.racer().learningRate() / Math.pow(2, trial));
            if (!tryRate(walk, smaller).diverged()) {
                return smaller;
            }
        }
        return 0;
    }

    private DescentPath tryRate(RacerRun walk, double rate) {
        return GradientDescent.run(
                objective, RacerRun.toWalk(setup, walk.racer().withLearningRate(rate)));
    }

    /** The first step from which the path stays at or below the threshold; empty if it does not end there. */
    private OptionalInt stepsToDescend(DescentPath path) {
        double threshold = lowest + DESCENDED_FRACTION * (path.value(0) - lowest);
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
