package hyperlab.lab.learningrate.race;

import hyperlab.descent.ComparedHyperparameter;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.optim.AdaGrad;
import hyperlab.optim.Adam;
import hyperlab.optim.AdamW;
import hyperlab.optim.NAdam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.RmsProp;
import hyperlab.optim.Sgd;
import hyperlab.rule.SignificantDigits;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The lab's default setup, and the default racers for each function. */
public final class DefaultSetups {
    public static final DescentSetup DEFAULT = new DescentSetup(
            "parabola", Map.of("curvature", 1.0), List.of(3.2), 20, List.of(sgd(0.1), sgd(1), sgd(1.8), sgd(2.1)));

    private static final String FIRST_SURFACE = "ravine";
    private static final int STEPS_ON_SURFACES = 40;
    /** Four rates from four different regimes, in multiples of 1/λ. */
    private static final double[] FOUR_RATES = {0.2, 1, 1.8, 2.2};

    private static final double MOMENTUM = 0.9;
    private static final int RATE_DIGITS = 2;
    private static final int ADDED_RATE_DIGITS = 3;

    private DefaultSetups() {}

    public static Racer sgd(double rate) {
        return new Racer(rate, Sgd.DEFAULT, true);
    }

    /** The initial text of the formula field. */
    public static String defaultFormula(FunctionKind plane) {
        return plane == FunctionKind.CURVE ? "x^2/4 + sin(3x)" : "x^2/4 + y^2 + sin(2x)*cos(y)";
    }

    /** The initial setup for curves or surfaces. */
    static DescentSetup defaultSetup(FunctionKind plane) {
        if (plane == FunctionKind.CURVE) {
            return DEFAULT;
        }
        ObjectiveFunction objective = ObjectiveFunctions.of(FIRST_SURFACE);
        return new DescentSetup(
                objective.name(),
                objective.parameters(),
                objective.start(),
                STEPS_ON_SURFACES,
                rateRacers(objective, objective.start()));
    }

    /** The default racers of a comparison. */
    static List<Racer> defaultRacers(ComparedHyperparameter compared, ObjectiveFunction objective, List<Double> start) {
        return compared == ComparedHyperparameter.RATES
                ? rateRacers(objective, start)
                : optimizers()
                        .limit(4)
                        .map(each -> defaultRacer(each, objective, start))
                        .toList();
    }

    private static List<Racer> rateRacers(ObjectiveFunction objective, List<Double> start) {
        double curvature = curvature(objective, start);
        return DoubleStream.of(FOUR_RATES)
                .mapToObj(multiple -> sgd(SignificantDigits.round(multiple / curvature, RATE_DIGITS)))
                .toList();
    }

    /** A racer whose rate or optimizer no racer of the race has. */
    public static Racer additionalRacer(DescentRace race) {
        DescentSetup setup = race.setup();
        if (setup.comparedHyperparameter() == ComparedHyperparameter.RATES) {
            return sgd(unusedRate(race));
        }
        List<Optimizer> used = setup.racers().stream().map(Racer::optimizer).toList();
        Optimizer unused =
                optimizers().filter(each -> !used.contains(each)).findFirst().orElse(Adam.DEFAULT);
        return defaultRacer(unused, race.objective(), setup.start());
    }

    /** A rate that no racer uses yet, chosen from different regimes of a parabola with the start's curvature. */
    private static double unusedRate(DescentRace race) {
        double curvature = race.curvatureAtStart() > 0 ? race.curvatureAtStart() : 1;
        List<Double> used =
                race.runs().stream().map(run -> run.racer().learningRate()).toList();
        return DoubleStream.of(0.5, 1.5, 0.1, 1, 1.8, 0.02, 2.1)
                .map(multiple -> SignificantDigits.round(multiple / curvature, ADDED_RATE_DIGITS))
                .filter(rate -> !used.contains(rate))
                .findFirst()
                .orElse(SignificantDigits.round(0.5 / curvature, ADDED_RATE_DIGITS));
    }

    /** The optimizers in the order in which they are added to a race: common ones first, then all others. */
    private static Stream<Optimizer> optimizers() {
        Stream<Optimizer> common = Stream.of(
                Sgd.DEFAULT,
                new Sgd(MOMENTUM, false),
                RmsProp.DEFAULT,
                Adam.DEFAULT,
                AdaGrad.DEFAULT,
                new Sgd(MOMENTUM, true),
                NAdam.DEFAULT,
                AdamW.DEFAULT);
        return Stream.concat(common, Optimizer.all().stream()).distinct();
    }

    /** A racer with a rate at which this optimizer descends within the window. */
    private static Racer defaultRacer(Optimizer optimizer, ObjectiveFunction objective, List<Double> start) {
        double rate = optimizer.typicalRate().on(curvature(objective, start), width(objective));
        return new Racer(SignificantDigits.round(rate, RATE_DIGITS), optimizer, true);
    }

    private static double width(ObjectiveFunction objective) {
        return objective.window().xHigh() - objective.window().xLow();
    }

    /**
     * The same racers with rates converted from one function to another. Rates limited by curvature scale with the
     * curvatures at the starts and minima; rates that are lengths scale with the window widths. AdaDelta's rate has no
     * unit and stays the same.
     */
    static List<Racer> rescaledRacers(DescentSetup setup, ObjectiveFunction to) {
        ObjectiveFunction from = ObjectiveFunctions.of(setup.function(), setup.parameters());
        double curvatureRatio = curvature(from, setup.start()) / curvature(to, to.start());
        double widthRatio = width(to) / width(from);
        return setup.racers().stream()
                .map(racer -> switch (racer.optimizer().typicalRate().unit()) {
                    case INVERSE_CURVATURE -> rescaled(racer, curvatureRatio);
                    case WIDTH -> rescaled(racer, widthRatio);
                    case NONE -> racer;
                })
                .toList();
    }

    private static Racer rescaled(Racer racer, double factor) {
        return racer.withLearningRate(SignificantDigits.round(factor * racer.learningRate(), RATE_DIGITS));
    }

    /** The largest finite curvature at the start and the minima; 1 if none is positive. */
    static double curvature(ObjectiveFunction objective, List<Double> start) {
        return Stream.concat(Stream.of(start), objective.minima().stream().map(ObjectiveFunction.Minimum::point))
                .mapToDouble(point -> objective.largestCurvature(
                        point.stream().mapToDouble(Double::doubleValue).toArray()))
                .filter(curvature -> curvature > 0 && Double.isFinite(curvature))
                .max()
                .orElse(1);
    }
}
