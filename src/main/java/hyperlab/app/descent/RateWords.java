package hyperlab.app.descent;

import hyperlab.descent.Contest;
import hyperlab.descent.DescentDisplay;
import hyperlab.descent.Measure;
import hyperlab.descent.Regime;
import hyperlab.optim.AdaDelta;
import hyperlab.optim.Optimizer;
import hyperlab.optim.RmsProp;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The lab's localized text about a moment. */
final class RateWords {
    private static final String LOST = "× ";

    private final Texts texts;

    RateWords(Texts texts) {
        this.texts = texts;
    }

    /**
     * The message key for one of {@link Functions#choices}: name and formula for curves, only the name for surfaces,
     * whose formulas are long.
     */
    static String functionKey(Plane plane, String choice) {
        return plane == Plane.CURVE || choice.equals(Functions.OWN) ? "rate.function." + choice : nameKey(choice);
    }

    /** The message key for the name only. */
    static String nameKey(String function) {
        return "rate.function.name." + Functions.choice(function);
    }

    static String optimizerKey(Optimizer optimizer) {
        return "rate.optimizer." + optimizer.name();
    }

    static String style(Regime regime) {
        return regime.name().toLowerCase(Locale.ROOT);
    }

    /** The style class of a racer: its regime, or its series if it has no regime. */
    static String style(RacerWalk walk, int step) {
        return walk.tint(step).map(RateWords::style).orElse("series-" + (walk.index() + 1));
    }

    static String shown(double number) {
        return NumberFormats.format(number);
    }

    /**
     * Formats a number of a step with three decimals, or with three significant digits if it is too small or too large.
     */
    static String inStep(double number) {
        double size = Math.abs(number);
        return number == 0 || (size >= 0.01 && size < 1e6) ? NumberFormats.formatFixed(number, 3) : NumberFormats.format(number, 3);
    }

    /** The name of a variable. */
    static String variable(int index) {
        return index == 0 ? "x" : "y";
    }

    /** The effective rate of a variable in this step. */
    static String effectiveRate(Narration.Part part) {
        return NumberFormats.format(part.effectiveRate(), 3);
    }

    /** Formats coordinates: {@code 1.5}, or {@code (1.5, −2)}. */
    static String point(List<Double> coordinates) {
        return written(coordinates, 3);
    }

    private static String written(List<Double> coordinates, int digits) {
        String listed = coordinates.stream()
                .map(coordinate -> NumberFormats.format(coordinate, digits))
                .collect(Collectors.joining(", "));
        return coordinates.size() == 1 ? listed : "(" + listed + ")";
    }

    /** Formats a racer's position after {@code step} steps. */
    static String at(RacerWalk walk, int step) {
        return written(DoubleStream.of(walk.point(step)).boxed().toList(), 4);
    }

    /** The function's formula; for a parabola also with its numbers: {@code ½·c·x² = 2·x²}. */
    static String formula(Race race) {
        String formula = race.objective().formula();
        return race.isParabola() ? formula + " = " + shown(race.curvatureAtStart() / 2) + "·x²" : formula;
    }

    /** A short description of a racer: its current regime, or its rate in a race of optimizers. */
    String word(RacerWalk walk, int step) {
        if (walk.contest() == Contest.OPTIMIZERS) {
            return shown(walk.racer().learningRate());
        }
        return walk.hasRegimes() ? regime(walk, step) : optimizer(walk);
    }

    private String regime(RacerWalk walk, int step) {
        if (walk.bounces()) {
            return texts.get("rate.regime.bounces");
        }
        return walk.regime(step)
                .map(regime -> texts.get("rate.regime." + regimeKey(walk, regime)))
                .orElseGet(() -> texts.get("rate.regime." + withoutRegime(walk.curvature(step))));
    }

    /** On a surface, a rate that lands in one step does so only along the direction of largest curvature. */
    private static String regimeKey(RacerWalk walk, Regime regime) {
        return regime == Regime.LAND && walk.objective().dimensions() == 2 ? "across" : style(regime);
    }

    /** The key suffix for the reason why this curvature has no regimes. */
    static String withoutRegime(double curvature) {
        if (!Double.isFinite(curvature)) {
            return "noCurvature";
        }
        return curvature < 0 ? "bends" : "straight";
    }

    /** Describes a racer in one line, for screen readers and tooltips. */
    String line(Race race, RacerWalk walk, int step) {
        String word = walk.hasRegimes() ? regime(walk, step) : optimizer(walk);
        if (walk.divergedBy(step)) {
            word = diverged(walk);
        } else if (walk.hasRegimes() && !race.isParabola()) {
            word = texts.get("rate.racer.here", word);
        }
        return texts.get(
                "rate.racer",
                Integer.toString(walk.index() + 1),
                shown(walk.racer().learningRate()),
                word);
    }

    private String diverged(RacerWalk walk) {
        return texts.get("rate.racer.diverged", Integer.toString(walk.path().steps() + 1));
    }

    /** The label next to a racer's marker: its name and what it does. */
    String label(Race race, RacerWalk walk, int step) {
        String name = new RacerNames(race, texts).atBall(walk.racer());
        OptionalInt landed = walk.landed();
        if (walk.divergedBy(step)) {
            return texts.get("rate.chart.racer", name, diverged(walk));
        } else if (landed.isPresent() && landed.getAsInt() > 0 && step >= landed.getAsInt()) {
            return texts.get(
                    "rate.chart.racer", name, texts.get("rate.regime.landed", Integer.toString(landed.getAsInt())));
        }
        boolean speaks = walk.contest() == Contest.RATES && walk.hasRegimes();
        return speaks ? texts.get("rate.chart.racer", name, regime(walk, step)) : name;
    }

    /** The label at the end of a racer's line in the value chart. */
    String endLabel(Race race, RacerWalk walk) {
        return texts.get("rate.chart.end", new RacerNames(race, texts).atEnd(walk.racer()), end(race, walk));
    }

    /** A racer's rate and any other setting that distinguishes it. */
    String named(Race race, int index) {
        return new RacerNames(race, texts).told(race.walks().get(index).racer());
    }

    private String optimizer(RacerWalk walk) {
        return texts.get(optimizerKey(walk.racer().optimizer()));
    }

    private String end(Race race, RacerWalk walk) {
        int last = walk.path().steps();
        Measure measure = race.setup().display().measure();
        if (walk.path().diverged()) {
            return diverged(walk);
        }
        double end = walk.measured(measure, race.lowest(), last);
        if (measure == Measure.RATE) {
            return NumberFormats.format(end, 3);
        }
        if (end == 0 && !race.knowsMinimum()) {
            return texts.get("rate.chart.end.value", NumberFormats.format(walk.value(last), 2));
        }
        if (end == 0) {
            return texts.get("rate.chart.end.zero");
        }
        if (race.isParabola() && walk.isPlain() && walk.isConstant()) {
            double factor = Math.abs(walk.factor(0));
            return texts.get(
                    "rate.chart.end.factor", NumberFormats.format(measure == Measure.VALUE ? factor * factor : factor, 3));
        }
        return NumberFormats.format(end, 2);
    }

    /** A sentence about when a racer comes within the tolerance or diverges. */
    String arrival(Race race, RacerWalk walk) {
        String name = new RacerNames(race, texts).atEnd(walk.racer());
        DescentDisplay display = race.setup().display();
        boolean distance = display.measure() == Measure.DISTANCE;
        if (!race.knowsMinimum()) {
            return texts.get("rate.reach.unknown", name);
        }
        OptionalInt arrival = race.arrivals().get(walk.index());
        String key = arrival.isPresent() ? "step" : walk.path().diverged() ? "diverged" : "never";
        int last =
                walk.path().diverged() ? walk.path().steps() + 1 : race.setup().steps();
        return texts.get(
                "rate.reach." + key,
                name,
                texts.get(distance ? "rate.chart.distance" : heightKey(race)),
                shown(display.tolerance()),
                Integer.toString(arrival.orElse(last)));
    }

    /** The arrival as a table cell: a step, × and the step of divergence, or a dash. */
    static String arrivalCell(Race race, RacerWalk walk) {
        OptionalInt arrival = race.arrivals().get(walk.index());
        if (arrival.isPresent()) {
            return Integer.toString(arrival.getAsInt());
        }
        return walk.path().diverged() ? LOST + (walk.path().steps() + 1) : "–";
    }

    /** Formats the tolerance. */
    static String goal(Race race) {
        return "≤ " + shown(race.setup().display().tolerance());
    }

    /** The number of racers and the contest. */
    String racers(Race race) {
        return texts.get(
                "rate." + race.setup().contest().fileName() + "." + race.walks().size());
    }

    /** The name of the plotted measure. */
    String measure(Race race) {
        return switch (race.setup().display().measure()) {
            case VALUE -> texts.get(heightKey(race));
            case DISTANCE -> texts.get("rate.chart.distance");
            case RATE -> texts.get("rate.chart.rate");
        };
    }

    /** The message key for the name of the race's heights. */
    static String heightKey(Race race) {
        String variables = race.isSurface() ? ".surface" : "";
        if (!race.knowsMinimum()) {
            return "rate.chart.value.reached" + variables;
        }
        return (race.lowest() == 0 ? "rate.chart.value" : "rate.chart.value.height") + variables;
    }

    /** Explains how the optimizer scales the gradient and how this affects the first step. */
    private String adaptive(Optimizer optimizer) {
        String key = "rate.seen." + optimizer.name();
        if (optimizer instanceof RmsProp rmsProp) {
            return texts.get(key, NumberFormats.format(1 / Math.sqrt(1 - rmsProp.decay()), 3));
        }
        return optimizer instanceof AdaDelta adaDelta
                ? texts.get(key, NumberFormats.format(Math.sqrt(adaDelta.epsilon() / (1 - adaDelta.rho())), 3))
                : texts.get(key);
    }

    /** Explains the current state in a sentence or two. */
    String seen(Moment moment) {
        RacerWalk chosen = moment.chosen();
        if (!chosen.hasRegimes()) {
            return adaptive(chosen.racer().optimizer());
        }
        if (!moment.race().isParabola()) {
            if (moment.race().isStraight()) {
                return texts.get("rate.seen.straight");
            }
            if (moment.race().curvesEvenly()
                    && chosen.isPlain()
                    && !moment.race().isSurface()) {
                return texts.get(
                        "rate.seen.even.plain",
                        NumberFormats.format(chosen.factor(moment.step()), 3),
                        shown(2 / chosen.curvature(moment.step())));
            }
            String key = moment.race().curvesEvenly() ? "rate.seen.even" : "rate.seen.other";
            return texts.get(moment.race().isSurface() ? key + ".surface" : key);
        }
        return chosen.isPlain()
                ? texts.get(
                        "rate.seen.parabola",
                        NumberFormats.format(chosen.factor(moment.step()), 3),
                        shown(2 / chosen.curvature(moment.step())))
                : texts.get(
                        "rate.seen.momentum",
                        moment.borders()
                                .map(borders -> NumberFormats.format(borders.limit(), 3))
                                .orElseThrow());
    }
}
