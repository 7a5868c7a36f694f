package hyperlab.lab.learningrate;

import hyperlab.descent.ComparedHyperparameter;
import hyperlab.descent.DescentDisplay;
import hyperlab.descent.ProgressMeasure;
import hyperlab.descent.Regime;
import hyperlab.optim.Optimizer;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The lab's localized text about a moment. */
final class LearningRateText {
    private static final String DIVERGED_SIGN = "× ";

    private final Texts texts;

    LearningRateText(Texts texts) {
        this.texts = texts;
    }

    /**
     * The message key for one of {@link FunctionChoices#choices}: name and formula for curves, only the name for surfaces,
     * whose formulas are long.
     */
    static String functionKey(FunctionKind plane, String choice) {
        return plane == FunctionKind.CURVE || choice.equals(FunctionChoices.USER_FORMULA)
                ? "learning-rate.function." + choice
                : nameKey(choice);
    }

    /** The message key for the name only. */
    static String nameKey(String function) {
        return "learning-rate.function.name." + FunctionChoices.choiceFor(function);
    }

    static String optimizerKey(Optimizer optimizer) {
        return "component.optimizer." + optimizer.name();
    }

    static String style(Regime regime) {
        return regime.name().toLowerCase(Locale.ROOT);
    }

    /** The style class of a racer: its regime, or its series if it has no regime. */
    static String style(RacerRun walk, int step) {
        return walk.colorRegime(step).map(LearningRateText::style).orElse("series-" + (walk.index() + 1));
    }

    static String format(double number) {
        return NumberFormats.format(number);
    }

    /**
     * Formats a number of a step with three decimals, or with three significant digits if it is too small or too large.
     */
    static String formatStepNumber(double number) {
        double size = Math.abs(number);
        return number == 0 || (size >= 0.01 && size < 1e6)
                ? NumberFormats.formatFixed(number, 3)
                : NumberFormats.format(number, 3);
    }

    /** The name of a variable. */
    static String variableName(int index) {
        return index == 0 ? "x" : "y";
    }

    /** The effective rate of a variable in this step. */
    static String effectiveRate(StepNarration.CoordinateStep part) {
        return NumberFormats.format(part.effectiveRate(), 3);
    }

    /** Formats coordinates: {@code 1.5}, or {@code (1.5, −2)}. */
    static String formatPoint(List<Double> coordinates) {
        return formatCoordinates(coordinates, 3);
    }

    private static String formatCoordinates(List<Double> coordinates, int digits) {
        String listed = coordinates.stream()
                .map(coordinate -> NumberFormats.format(coordinate, digits))
                .collect(Collectors.joining(", "));
        return coordinates.size() == 1 ? listed : "(" + listed + ")";
    }

    /** Formats a racer's position after {@code step} steps. */
    static String formatPosition(RacerRun walk, int step) {
        return formatCoordinates(DoubleStream.of(walk.point(step)).boxed().toList(), 4);
    }

    /** The function's formula; for a parabola also with its numbers: {@code ½·c·x² = 2·x²}. */
    static String formula(DescentRace race) {
        String formula = race.objective().formula();
        return race.isParabola() ? formula + " = " + format(race.curvatureAtStart() / 2) + "·x²" : formula;
    }

    /** A short description of a racer: its current regime, or its rate in a race of optimizers. */
    String shortDescription(RacerRun walk, int step) {
        if (walk.contest() == ComparedHyperparameter.OPTIMIZERS) {
            return format(walk.racer().learningRate());
        }
        return walk.hasRegimes() ? regime(walk, step) : optimizer(walk);
    }

    private String regime(RacerRun walk, int step) {
        if (walk.oscillatesForever()) {
            return texts.get("learning-rate.regime.bounces");
        }
        return walk.regime(step)
                .map(regime -> texts.get("learning-rate.regime." + regimeKey(walk, regime)))
                .orElseGet(() -> texts.get("learning-rate.regime." + noRegimeKey(walk.curvature(step))));
    }

    /** On a surface, a rate that lands in one step does so only along the direction of largest curvature. */
    private static String regimeKey(RacerRun walk, Regime regime) {
        return regime == Regime.LAND && walk.objective().dimensions() == 2 ? "across" : style(regime);
    }

    /** The key suffix for the reason why this curvature has no regimes. */
    static String noRegimeKey(double curvature) {
        if (!Double.isFinite(curvature)) {
            return "noCurvature";
        }
        return curvature < 0 ? "bends" : "straight";
    }

    /** Describes a racer in one line, for screen readers and tooltips. */
    String describe(DescentRace race, RacerRun walk, int step) {
        String word = walk.hasRegimes() ? regime(walk, step) : optimizer(walk);
        if (walk.hasDivergedBy(step)) {
            word = divergedText(walk);
        } else if (walk.hasRegimes() && !race.isParabola()) {
            word = texts.get("learning-rate.racer.here", word);
        }
        return texts.get(
                "learning-rate.racer",
                Integer.toString(walk.index() + 1),
                format(walk.racer().learningRate()),
                word);
    }

    private String divergedText(RacerRun walk) {
        return texts.get(
                "learning-rate.racer.diverged", Integer.toString(walk.path().steps() + 1));
    }

    /** The label next to a racer's marker: its name and what it does. */
    String label(DescentRace race, RacerRun walk, int step) {
        String name = new RacerLabels(race, texts).markerLabel(walk.racer());
        OptionalInt landed = walk.landingStep();
        if (walk.hasDivergedBy(step)) {
            return texts.get("learning-rate.chart.racer", name, divergedText(walk));
        } else if (landed.isPresent() && landed.getAsInt() > 0 && step >= landed.getAsInt()) {
            return texts.get(
                    "learning-rate.chart.racer",
                    name,
                    texts.get("learning-rate.regime.landed", Integer.toString(landed.getAsInt())));
        }
        boolean showsRegime = walk.contest() == ComparedHyperparameter.RATES && walk.hasRegimes();
        return showsRegime ? texts.get("learning-rate.chart.racer", name, regime(walk, step)) : name;
    }

    /** The label at the end of a racer's line in the value chart. */
    String endLabel(DescentRace race, RacerRun walk) {
        return texts.get(
                "learning-rate.chart.end",
                new RacerLabels(race, texts).lineEndLabel(walk.racer()),
                endValue(race, walk));
    }

    /** A racer's rate and any other setting that distinguishes it. */
    String rateLabel(DescentRace race, int index) {
        return new RacerLabels(race, texts).rateLabel(race.runs().get(index).racer());
    }

    private String optimizer(RacerRun walk) {
        return texts.get(optimizerKey(walk.racer().optimizer()));
    }

    private String endValue(DescentRace race, RacerRun walk) {
        int last = walk.path().steps();
        ProgressMeasure measure = race.setup().display().measure();
        if (walk.path().diverged()) {
            return divergedText(walk);
        }
        double end = walk.measure(measure, race.lowest(), last);
        if (measure == ProgressMeasure.RATE) {
            return NumberFormats.format(end, 3);
        }
        if (end == 0 && !race.hasKnownMinimum()) {
            return texts.get("learning-rate.chart.end.value", NumberFormats.format(walk.value(last), 2));
        }
        if (end == 0) {
            return texts.get("learning-rate.chart.end.zero");
        }
        if (race.isParabola() && walk.isPlainSgd() && walk.hasConstantRate()) {
            double factor = Math.abs(walk.factor(0));
            return texts.get(
                    "learning-rate.chart.end.factor",
                    NumberFormats.format(measure == ProgressMeasure.VALUE ? factor * factor : factor, 3));
        }
        return NumberFormats.format(end, 2);
    }

    /** A sentence about when a racer comes within the tolerance or diverges. */
    String arrivalSentence(DescentRace race, RacerRun walk) {
        String name = new RacerLabels(race, texts).lineEndLabel(walk.racer());
        DescentDisplay display = race.setup().display();
        boolean distance = display.measure() == ProgressMeasure.DISTANCE;
        if (!race.hasKnownMinimum()) {
            return texts.get("learning-rate.reach.unknown", name);
        }
        OptionalInt arrival = race.arrivals().get(walk.index());
        String key = arrival.isPresent() ? "step" : walk.path().diverged() ? "diverged" : "never";
        int last =
                walk.path().diverged() ? walk.path().steps() + 1 : race.setup().steps();
        return texts.get(
                "learning-rate.reach." + key,
                name,
                texts.get(distance ? "learning-rate.chart.distance" : heightKey(race)),
                format(display.tolerance()),
                Integer.toString(arrival.orElse(last)));
    }

    /** The arrival as a table cell: a step, × and the step of divergence, or a dash. */
    static String arrivalCell(DescentRace race, RacerRun walk) {
        OptionalInt arrival = race.arrivals().get(walk.index());
        if (arrival.isPresent()) {
            return Integer.toString(arrival.getAsInt());
        }
        return walk.path().diverged() ? DIVERGED_SIGN + (walk.path().steps() + 1) : "–";
    }

    /** Formats the tolerance. */
    static String formatTolerance(DescentRace race) {
        return "≤ " + format(race.setup().display().tolerance());
    }

    /** The number of racers and the contest. */
    String describeRacers(DescentRace race) {
        return texts.get(
                "learning-rate." + race.setup().comparedHyperparameter().fileName() + "."
                        + race.runs().size());
    }

    /** The name of the plotted measure. */
    String measureName(DescentRace race) {
        return switch (race.setup().display().measure()) {
            case VALUE -> texts.get(heightKey(race));
            case DISTANCE -> texts.get("learning-rate.chart.distance");
            case RATE -> texts.get("learning-rate.chart.rate");
        };
    }

    /** The message key for the name of the race's heights. */
    static String heightKey(DescentRace race) {
        String variables = race.isSurface() ? ".surface" : "";
        if (!race.hasKnownMinimum()) {
            return "learning-rate.chart.value.reached" + variables;
        }
        return (race.lowest() == 0 ? "learning-rate.chart.value" : "learning-rate.chart.value.height") + variables;
    }

    /** Explains how the optimizer scales the gradient and how this affects the first step. */
    private String explainAdaptive(Optimizer optimizer) {
        return texts.get(
                optimizerKey(optimizer) + ".explanation", NumberFormats.format(optimizer.firstStepFactor(), 3));
    }

    /** Explains the current state in a sentence or two. */
    String explain(RaceSnapshot moment) {
        RacerRun chosen = moment.selectedRun();
        if (!chosen.hasRegimes()) {
            return explainAdaptive(chosen.racer().optimizer());
        }
        if (!moment.race().isParabola()) {
            if (moment.race().isPiecewiseLinear()) {
                return texts.get("learning-rate.seen.straight");
            }
            if (moment.race().hasConstantCurvature()
                    && chosen.isPlainSgd()
                    && !moment.race().isSurface()) {
                return texts.get(
                        "learning-rate.seen.even.plain",
                        NumberFormats.format(chosen.factor(moment.step()), 3),
                        format(2 / chosen.curvature(moment.step())));
            }
            String key = moment.race().hasConstantCurvature() ? "learning-rate.seen.even" : "learning-rate.seen.other";
            return texts.get(moment.race().isSurface() ? key + ".surface" : key);
        }
        return chosen.isPlainSgd()
                ? texts.get(
                        "learning-rate.seen.parabola",
                        NumberFormats.format(chosen.factor(moment.step()), 3),
                        format(2 / chosen.curvature(moment.step())))
                : texts.get(
                        "learning-rate.seen.momentum",
                        moment.regimeBoundaries()
                                .map(borders -> NumberFormats.format(borders.divergeFrom(), 3))
                                .orElseThrow());
    }
}
