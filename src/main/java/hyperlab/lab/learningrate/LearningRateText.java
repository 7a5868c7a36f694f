package hyperlab.lab.learningrate;

import hyperlab.descent.ComparedHyperparameter;
import hyperlab.descent.DescentDisplay;
import hyperlab.descent.ProgressMeasure;
import hyperlab.descent.RateEffect;
import hyperlab.descent.Regime;
import hyperlab.lab.learningrate.race.DescentRace;
import hyperlab.lab.learningrate.race.FunctionChoices;
import hyperlab.lab.learningrate.race.FunctionKind;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.lab.learningrate.race.RacerRun;
import hyperlab.lab.learningrate.race.StepNarration;
import hyperlab.optim.Optimizer;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
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
    static String style(RacerRun run, int step) {
        return run.colorRegime(step).map(LearningRateText::style).orElse("series-" + (run.index() + 1));
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
    static String formatPosition(RacerRun run, int step) {
        return formatCoordinates(DoubleStream.of(run.point(step)).boxed().toList(), 4);
    }

    /** The function's formula; for a parabola also with its numbers: {@code ½·c·x² = 2·x²}. */
    static String formula(DescentRace race) {
        String formula = race.objective().formula();
        return race.isParabola() ? formula + " = " + format(race.curvatureAtStart() / 2) + "·x²" : formula;
    }

    /** A short description of a racer: its current regime, or its rate in a race of optimizers. */
    String shortDescription(RacerRun run, int step) {
        if (run.comparedHyperparameter() == ComparedHyperparameter.OPTIMIZERS) {
            return format(run.racer().learningRate());
        }
        return run.hasRegimes() ? regime(run, step) : optimizer(run);
    }

    private String regime(RacerRun run, int step) {
        return texts.get(run.effect(step)
                .map(effect -> effectKey(effect, run.objective().dimensions() == 2))
                .orElseGet(() -> "learning-rate.regime." + noRegimeKey(run.curvature(step))));
    }

    /**
     * The message key for an effect. On a surface, a rate that lands in one step does so only along the direction of
     * largest curvature.
     */
    static String effectKey(RateEffect effect, boolean surface) {
        String local = switch (effect.scope()) {
            case EVERYWHERE -> "";
            case HERE -> ".here";
            case NOW -> ".now";
        };
        return switch (effect.kind()) {
            case GLIDE -> "learning-rate.regime.glide" + local;
            case LAND -> (surface ? "learning-rate.regime.across" : "learning-rate.regime.land") + local;
            case NEARLY_LAND -> (surface ? "learning-rate.regime.across" : "learning-rate.regime.nearlyLand") + local;
            case OSCILLATE -> "learning-rate.regime.oscillate" + local;
            case BOUNCE -> "learning-rate.regime.bounces";
            case DIVERGE -> "learning-rate.regime.diverge";
            case TOO_LARGE -> "learning-rate.regime.tooLarge" + local;
        };
    }

    /** The key suffix for the reason why this curvature has no regimes. */
    static String noRegimeKey(double curvature) {
        if (!Double.isFinite(curvature)) {
            return "noCurvature";
        }
        return curvature < 0 ? "bends" : "straight";
    }

    /** Describes a racer in one line, for screen readers and tooltips. */
    String describe(RacerRun run, int step) {
        String word = run.hasRegimes() ? regime(run, step) : optimizer(run);
        if (run.hasDivergedBy(step)) {
            word = divergedText(run);
        }
        return texts.get(
                "learning-rate.racer",
                Integer.toString(run.index() + 1),
                format(run.racer().learningRate()),
                word);
    }

    private String divergedText(RacerRun run) {
        return texts.get(
                "learning-rate.racer.diverged", Integer.toString(run.path().steps() + 1));
    }

    /** The label next to a racer's marker: its name and what it does. */
    String label(DescentRace race, RacerRun run, int step) {
        String name = new RacerLabels(race, texts).markerLabel(run.racer());
        OptionalInt landed = run.landingStep();
        if (run.hasDivergedBy(step)) {
            return texts.get("learning-rate.chart.racer", name, divergedText(run));
        } else if (landed.isPresent() && landed.getAsInt() > 0 && step >= landed.getAsInt()) {
            return texts.get("learning-rate.chart.racer", name, texts.get("learning-rate.regime.landed"));
        }
        boolean showsRegime = run.comparedHyperparameter() == ComparedHyperparameter.RATES && run.hasRegimes();
        return showsRegime ? texts.get("learning-rate.chart.racer", name, regime(run, step)) : name;
    }

    /** The label at the end of a racer's line in the value chart. */
    String endLabel(DescentRace race, RacerRun run) {
        return texts.get("learning-rate.chart.end", lineLabel(race, run), endValue(race, run));
    }

    /** The same without the value. */
    String lineLabel(DescentRace race, RacerRun run) {
        return new RacerLabels(race, texts).lineEndLabel(run.racer());
    }

    /** A racer's rate and any other setting that distinguishes it. */
    String rateLabel(DescentRace race, int index) {
        return new RacerLabels(race, texts).rateLabel(race.runs().get(index).racer());
    }

    private String optimizer(RacerRun run) {
        return texts.get(optimizerKey(run.racer().optimizer()));
    }

    private String endValue(DescentRace race, RacerRun run) {
        int last = run.path().steps();
        ProgressMeasure measure = race.setup().display().measure();
        if (run.path().diverged()) {
            return divergedText(run);
        }
        double end = run.measure(measure, race.lowest(), last);
        if (measure == ProgressMeasure.RATE) {
            return NumberFormats.format(end, 3);
        }
        if (end == 0 && !race.hasKnownMinimum()) {
            return texts.get("learning-rate.chart.end.value", NumberFormats.format(run.value(last), 2));
        }
        if (end == 0) {
            return texts.get("learning-rate.chart.end.zero");
        }
        if (race.isParabola() && run.isPlainSgd() && run.hasConstantRate()) {
            double factor = Math.abs(run.factor(0));
            return texts.get(
                    "learning-rate.chart.end.factor",
                    NumberFormats.format(measure == ProgressMeasure.VALUE ? factor * factor : factor, 3));
        }
        return NumberFormats.format(end, 2);
    }

    /** A sentence about when a racer comes within the tolerance or diverges. */
    String arrivalSentence(DescentRace race, RacerRun run) {
        String name = new RacerLabels(race, texts).lineEndLabel(run.racer());
        DescentDisplay display = race.setup().display();
        boolean distance = display.measure() == ProgressMeasure.DISTANCE;
        if (!race.hasKnownMinimum()) {
            return texts.get("learning-rate.reach.unknown", name);
        }
        OptionalInt arrival = race.arrivals().get(run.index());
        String key = arrival.isPresent() ? "step" : run.path().diverged() ? "diverged" : "never";
        int last = run.path().diverged() ? run.path().steps() + 1 : race.setup().steps();
        return texts.get(
                "learning-rate.reach." + key,
                name,
                texts.get(distance ? "learning-rate.chart.distance" : heightKey(race)),
                format(display.tolerance()),
                Integer.toString(arrival.orElse(last)));
    }

    /** The arrival as a table cell: a step, × and the step of divergence, or a dash. */
    static String arrivalCell(DescentRace race, RacerRun run) {
        OptionalInt arrival = race.arrivals().get(run.index());
        if (arrival.isPresent()) {
            return Integer.toString(arrival.getAsInt());
        }
        return run.path().diverged() ? DIVERGED_SIGN + (run.path().steps() + 1) : "–";
    }

    /** Formats the tolerance. */
    static String formatTolerance(DescentRace race) {
        return "≤ " + format(race.setup().display().tolerance());
    }

    /** The number of racers and what is compared. */
    String describeRacers(DescentRace race) {
        return texts.get(
                "learning-rate." + race.setup().comparedHyperparameter().fileName() + "."
                        + race.runs().size());
    }

    /** What the faint and the dashed lines of the plotted measure mean, or why nothing is plotted. */
    String describeValues(RaceSnapshot snapshot) {
        DescentRace race = snapshot.race();
        ProgressMeasure measure = race.setup().display().measure();
        if (measure == ProgressMeasure.DISTANCE && !race.hasKnownMinimum()) {
            return texts.get("learning-rate.stage.noMinimum");
        }
        List<String> meanings = new ArrayList<>();
        if (snapshot.step() < race.setup().steps()) {
            meanings.add(texts.get("learning-rate.stage.value.how"));
        }
        if (measure != ProgressMeasure.RATE) {
            meanings.add(texts.get(
                    "learning-rate.stage.tolerance",
                    format(race.setup().display().tolerance())));
        }
        return String.join(", ", meanings);
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
    String explain(RaceSnapshot snapshot) {
        RacerRun chosen = snapshot.selectedRun();
        if (!chosen.hasRegimes()) {
            return explainAdaptive(chosen.racer().optimizer());
        }
        if (!snapshot.race().isParabola()) {
            if (snapshot.race().isPiecewiseLinear()) {
                return texts.get("learning-rate.seen.straight");
            }
            if (snapshot.race().hasConstantCurvature()
                    && chosen.isPlainSgd()
                    && !snapshot.race().isSurface()) {
                return texts.get(
                        "learning-rate.seen.even.plain",
                        NumberFormats.format(chosen.factor(snapshot.step()), 3),
                        format(2 / chosen.curvature(snapshot.step())));
            }
            String key =
                    snapshot.race().hasConstantCurvature() ? "learning-rate.seen.even" : "learning-rate.seen.other";
            return texts.get(snapshot.race().isSurface() ? key + ".surface" : key);
        }
        return chosen.isPlainSgd()
                ? texts.get(
                        "learning-rate.seen.parabola",
                        NumberFormats.format(chosen.factor(snapshot.step()), 3),
                        format(2 / chosen.curvature(snapshot.step())))
                : texts.get(
                        "learning-rate.seen.momentum",
                        snapshot.regimeBoundaries()
                                .map(borders -> NumberFormats.format(borders.divergeFrom(), 3))
                                .orElseThrow());
    }
}
