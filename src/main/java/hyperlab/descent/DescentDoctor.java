package hyperlab.descent;

import hyperlab.finding.Argument;
import hyperlab.finding.Finding;
import hyperlab.finding.Message;
import hyperlab.finding.Remedy;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.rule.SignificantDigits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Examines finished descents for problems, and finds better learning rates by trying them. The change of a remedy is
 * the learning rate to set. Argument {0} of every finding is the learning rate of the descent.
 */
public final class DescentDoctor {
    /** The fraction of the start's height above the lowest minimum at or below which a path counts as descended. */
    public static final double DESCENDED_FRACTION = 0.01;

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
    private static final int RATE_DIGITS = 3;

    /**
     * A descent that was run.
     *
     * @param index its index among the examined descents, from 0
     * @param path what {@code settings} produced
     */
    public record ExaminedDescent(int index, DescentRunSettings settings, DescentPath path) {}

    /** The keys of all findings. */
    public static final List<String> KEYS = Arrays.stream(DescentProblem.values())
            .flatMap(problem -> problem.keys().stream())
            .toList();

    private final ObjectiveFunction objective;
    private final ExaminedDescent descent;
    private final DescentRunSettings settings;
    private final DescentPath path;
    /**
     * The value of the lowest minimum; NaN if no minimum is known. With NaN, {@link #checkUnfinished} finds nothing.
     */
    private final double lowest;

    private DescentDoctor(ObjectiveFunction objective, ExaminedDescent descent) {
        this.objective = objective;
        this.descent = descent;
        settings = descent.settings();
        path = descent.path();
        lowest = KnownMinima.lowestValue(objective).orElse(Double.NaN);
    }

    /**
     * Examines descents on the same function. A descent without a finite start is not examined.
     *
     * @return at most one finding for each descent, the most severe problems first
     */
    public static List<Finding<DescentEvidence, Double>> examine(
            ObjectiveFunction objective, List<ExaminedDescent> descents) {
        return descents.stream()
                .filter(descent -> descent.path().rows() > 0)
                .map(descent -> new DescentDoctor(objective, descent).examine())
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(finding -> DescentProblem.ofKey(finding.key())))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Optional<Finding<DescentEvidence, Double>> examine() {
        boolean constantRate = settings.schedule().equals(Schedule.ConstantRate.DEFAULT);
        if (constantRate && settings.optimizer() instanceof Sgd sgd) {
            if (CurvatureProfile.isParabola(objective)) {
                return checkStabilityLimit(sgd).or(() -> hasExactGradient(sgd) ? checkSlow() : checkUnfinished());
            }
            if (CurvatureProfile.isConstant(objective)) {
                return checkStabilityLimit(sgd).or(this::checkUnfinished);
            }
        }
        if (path.diverged()) {
            return checkDiverged();
        }
        return checkEndsHigher().or(this::checkLocalMinimum).or(this::checkUnfinished);
    }

    /** Whether every step on a parabola multiplies x by the same factor: no momentum and no noise. */
    private boolean hasExactGradient(Sgd sgd) {
        return sgd.momentum() == 0 && settings.noise().deviation() == 0;
    }

    private Optional<Finding<DescentEvidence, Double>> checkStabilityLimit(Sgd sgd) {
        double curvature = curvature(0);
        double rate = settings.learningRate();
        double limit = Stability.borders(curvature, sgd).orElseThrow().divergeFrom();
        if (!(limit > 0 && Double.isFinite(limit))) {
            return Optional.empty();
        }
        double suggestedRate = SignificantDigits.round(0.95 * limit, RATE_DIGITS);
        boolean plain = sgd.momentum() == 0;
        boolean surface = objective.dimensions() == 2;
        String symbol = CurvatureProfile.symbol(objective);
        if (plain && Math.abs(rate - limit) <= RELATIVE_TOLERANCE * limit) {
            return Optional.of(finding(
                    DescentProblem.AT_STABILITY_LIMIT,
                    surface ? 1 : 0,
                    setRate(suggestedRate),
                    Argument.literal(symbol)));
        }
        if (!(rate >= limit)) {
            return Optional.empty();
        }
        if (!plain) {
            double factor = Stability.convergenceFactor(rate, curvature, sgd);
            return Optional.of(finding(
                    DescentProblem.EXCEEDS_STABILITY_LIMIT,
                    1,
                    setRate(suggestedRate),
                    Argument.number(limit),
                    Argument.number(100 * (factor - 1), 3)));
        }
        double factor = 1 - rate * curvature;
        return Optional.of(finding(
                DescentProblem.EXCEEDS_STABILITY_LIMIT,
                surface ? 2 : 0,
                setRate(suggestedRate),
                Argument.number(limit),
                Argument.number(rate),
                Argument.number(curvature),
                Argument.number(factor),
                Argument.number(100 * (Math.abs(factor) - 1), 3),
                Argument.literal(symbol)));
    }

    private Optional<Finding<DescentEvidence, Double>> checkSlow() {
        double curvature = curvature(0);
        if (!Double.isFinite(0.5 / curvature)) {
            return Optional.empty();
        }
        double suggestedRate = SignificantDigits.round(0.5 / curvature, RATE_DIGITS);
        OptionalInt steps = Stability.stepsToFraction(DESCENDED_FRACTION, settings.learningRate(), curvature);
        OptionalInt suggestedSteps = Stability.stepsToFraction(DESCENDED_FRACTION, suggestedRate, curvature);
        if (path.gradient(0, 0) == 0 || steps.isEmpty() || suggestedSteps.isEmpty()) {
            return Optional.empty();
        }
        return steps.getAsInt() > SLOW_FACTOR * suggestedSteps.getAsInt()
                ? Optional.of(finding(
                        DescentProblem.SLOW_DESCENT,
                        0,
                        tryRate(suggestedRate),
                        Argument.integer(steps.getAsInt()),
                        Argument.number(suggestedRate),
                        Argument.integer(suggestedSteps.getAsInt())))
                : Optional.empty();
    }

    private Optional<Finding<DescentEvidence, Double>> checkDiverged() {
        OptionalDouble smaller = largestHalvedRate(tried -> !tried.diverged());
        Argument step = Argument.integer(path.steps() + 1L);
        return Optional.of(
                smaller.isEmpty()
                        ? finding(DescentProblem.PATH_DIVERGED, 0, null, step)
                        : finding(
                                DescentProblem.PATH_DIVERGED,
                                1,
                                setRate(smaller.getAsDouble()),
                                step,
                                Argument.number(smaller.getAsDouble())));
    }

    private Optional<Finding<DescentEvidence, Double>> checkEndsHigher() {
        double start = path.value(0);
        double end = path.value(path.steps());
        if (!(end > start)) {
            return Optional.empty();
        }
        OptionalDouble smaller = largestHalvedRate(tried -> !tried.diverged() && tried.value(tried.steps()) < start);
        List<Argument> arguments = new ArrayList<>(
                List.of(Argument.integer(settings.steps()), Argument.number(end, 3), Argument.number(start, 3)));
        smaller.ifPresent(rate -> arguments.add(Argument.number(rate)));
        return Optional.of(finding(
                DescentProblem.ENDS_HIGHER,
                smaller.isPresent() ? 1 : 0,
                smaller.isPresent() ? setRate(smaller.getAsDouble()) : null,
                arguments.toArray(Argument[]::new)));
    }

    private Optional<Finding<DescentEvidence, Double>> checkLocalMinimum() {
        int end = path.steps();
        List<ObjectiveFunction.Minimum> minima = objective.minima();
        return gradientNorm(end) > MAX_RESTING_GRADIENT || curvature(end) <= 0
                ? Optional.empty()
                : minima.stream()
                        .filter(minimum -> minimum.value() > minima.get(0).value() + VALUE_TOLERANCE
                                && KnownMinima.distance(minimum, point(end)) < MAX_RESTING_DISTANCE)
                        .findFirst()
                        .map(minimum -> finding(
                                DescentProblem.IN_LOCAL_MINIMUM,
                                objective.dimensions() - 1,
                                null,
                                Argument.point(
                                        DoubleStream.of(point(end)).boxed().toList(), 3),
                                Argument.number(path.value(end), 3),
                                Argument.point(minima.get(0).point(), 3),
                                Argument.number(minima.get(0).value(), 3)));
    }

    private Optional<Finding<DescentEvidence, Double>> checkUnfinished() {
        double height = path.value(0) - lowest;
        double remaining = (path.value(path.steps()) - lowest) / height;
        if (!(height > 0) || stepsToDescend(path).isPresent() || remaining <= DESCENDED_FRACTION || remaining >= 1) {
            return Optional.empty();
        }
        Argument steps = Argument.integer(settings.steps());
        Argument percent = Argument.number(100 * remaining, 3);
        for (int trial = 1; trial <= MAX_TRIALS && settings.steps() <= MAX_TRIAL_STEPS; trial++) {
            double largerRate = SignificantDigits.round(settings.learningRate() * Math.pow(2, trial), RATE_DIGITS);
            OptionalInt largerRateSteps = stepsToDescend(run(largerRate));
            if (largerRateSteps.isPresent()) {
                return Optional.of(finding(
                        DescentProblem.UNFINISHED_DESCENT,
                        1,
                        tryRate(largerRate),
                        steps,
                        percent,
                        Argument.number(largerRate),
                        Argument.integer(largerRateSteps.getAsInt())));
            }
        }
        return Optional.of(finding(DescentProblem.UNFINISHED_DESCENT, 0, null, steps, percent));
    }

    /**
     * The largest of rate/2, rate/4, … (up to 12 halvings) whose path meets a condition; empty if there is none or the
     * paths are too long to try.
     */
    private OptionalDouble largestHalvedRate(Predicate<DescentPath> condition) {
        for (int trial = 1; trial <= MAX_TRIALS && settings.steps() <= MAX_TRIAL_STEPS; trial++) {
            double smaller = SignificantDigits.round(settings.learningRate() / Math.pow(2, trial), RATE_DIGITS);
            if (condition.test(run(smaller))) {
                return OptionalDouble.of(smaller);
            }
        }
        return OptionalDouble.empty();
    }

    private DescentPath run(double rate) {
        return GradientDescent.run(objective, settings.withLearningRate(rate));
    }

    /** The first step from which the path stays at or below the threshold; empty if it does not end there. */
    private OptionalInt stepsToDescend(DescentPath tried) {
        double threshold = lowest + DESCENDED_FRACTION * (tried.value(0) - lowest);
        if (tried.diverged() || tried.value(tried.steps()) > threshold) {
            return OptionalInt.empty();
        }
        int step = tried.steps();
        while (step > 0 && tried.value(step - 1) <= threshold) {
            step--;
        }
        return OptionalInt.of(step);
    }

    /**
     * @param wording the index of the problem's key
     * @param arguments those after the learning rate
     */
    private Finding<DescentEvidence, Double> finding(
            DescentProblem problem, int wording, @Nullable Remedy<Double> remedy, Argument... arguments) {
        List<Argument> all = new ArrayList<>(List.of(Argument.number(settings.learningRate())));
        all.addAll(List.of(arguments));
        return new Finding<>(
                problem.severity(), problem.keys().get(wording), all, new DescentEvidence(descent.index()), remedy);
    }

    private static Remedy<Double> setRate(double rate) {
        return new Remedy<>(Message.of("learning-rate.doctor.set", Argument.number(rate)), rate);
    }

    private static Remedy<Double> tryRate(double rate) {
        return new Remedy<>(Message.of("learning-rate.doctor.try", Argument.number(rate)), rate);
    }

    private double[] point(int row) {
        return IntStream.range(0, path.dimensions())
                .mapToDouble(dimension -> path.coordinate(row, dimension))
                .toArray();
    }

    private double curvature(int row) {
        return objective.largestCurvature(point(row));
    }

    private double gradientNorm(int row) {
        return path.dimensions() == 1
                ? Math.abs(path.gradient(row, 0))
                : Math.hypot(path.gradient(row, 0), path.gradient(row, 1));
    }
}
