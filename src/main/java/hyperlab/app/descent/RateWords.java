package hyperlab.app.descent;

import hyperlab.app.control.Zone;
import hyperlab.descent.Regime;
import hyperlab.optim.AdaDelta;
import hyperlab.optim.Optimizer;
import hyperlab.optim.RmsProp;
import hyperlab.text.Numbers;
import hyperlab.text.Texts;
import java.util.Locale;
import java.util.OptionalInt;

/** What the lab says in words of a moment, in one language. */
final class RateWords {
    private final Texts texts;

    RateWords(Texts texts) {
        this.texts = texts;
    }

    /** The name and the formula of one of {@link Functions#choices()}. */
    static String functionKey(String choice) {
        return "rate.function." + choice;
    }

    /** The name alone. */
    static String nameKey(String function) {
        return "rate.function.name." + Functions.choice(function);
    }

    static String optimizerKey(Optimizer optimizer) {
        return "rate.optimizer." + optimizer.name();
    }

    static String style(Regime regime) {
        return regime.name().toLowerCase(Locale.ROOT);
    }

    /** The style class of a racer: its regime, or its series where it has none. */
    static String style(RacerWalk walk, int step) {
        return walk.regime(step).map(RateWords::style).orElse("series-" + (walk.index() + 1));
    }

    static String shown(double number) {
        return Numbers.show(number);
    }

    /** A number of a step: three places, or significant digits where they would not show it. */
    static String inStep(double number) {
        double size = Math.abs(number);
        return number == 0 || (size >= 0.01 && size < 1e6) ? Numbers.fixed(number, 3) : Numbers.show(number, 3);
    }

    /** What a racer does, in a word or two. */
    String word(RacerWalk walk, int step) {
        if (!walk.hasRegimes()) {
            return optimizer(walk);
        }
        return walk.regime(step)
                .map(regime -> texts.get("rate.regime." + style(regime)))
                .orElseGet(() -> texts.get("rate.regime." + withoutRegime(walk.curvature(step))));
    }

    /** Why no rate is told from another where the curvature is this. */
    private static String withoutRegime(double curvature) {
        if (!Double.isFinite(curvature)) {
            return "noCurvature";
        }
        return curvature < 0 ? "bends" : "straight";
    }

    /** A racer in one line, for readers of the screen and tooltips. */
    String line(Race race, RacerWalk walk, int step) {
        String word = word(walk, step);
        if (walk.divergedBy(step)) {
            word = texts.get("rate.racer.diverged", Integer.toString(walk.path().steps() + 1));
        } else if (walk.hasRegimes() && !race.isParabola()) {
            word = texts.get("rate.racer.here", word);
        }
        return texts.get(
                "rate.racer",
                Integer.toString(walk.index() + 1),
                shown(walk.racer().learningRate()),
                word);
    }

    /** What stands beside a racer's ball. */
    String label(RacerWalk walk, int step) {
        String word = word(walk, step);
        OptionalInt landed = walk.landed();
        if (walk.divergedBy(step)) {
            word = texts.get("rate.racer.diverged", Integer.toString(walk.path().steps() + 1));
        } else if (landed.isPresent() && landed.getAsInt() > 0 && step >= landed.getAsInt()) {
            word = texts.get("rate.regime.landed", Integer.toString(landed.getAsInt()));
        }
        return texts.get("rate.chart.racer", shown(walk.racer().learningRate()), word);
    }

    /** What stands at the end of a racer's values. */
    String endLabel(Race race, RacerWalk walk) {
        String rate = shown(walk.racer().learningRate());
        return race.isOfOptimizers()
                ? texts.get("rate.chart.end.named", optimizer(walk), rate, end(race, walk))
                : texts.get("rate.chart.end", rate, end(race, walk));
    }

    /** A racer's rate, with its optimizer where another racer has another. */
    String named(Race race, int index) {
        RacerWalk walk = race.walks().get(index);
        String rate = shown(walk.racer().learningRate());
        return race.isOfOptimizers() ? texts.get("rate.racer.named", rate, optimizer(walk)) : rate;
    }

    private String optimizer(RacerWalk walk) {
        return texts.get(optimizerKey(walk.racer().optimizer()));
    }

    private String end(Race race, RacerWalk walk) {
        int last = walk.path().steps();
        if (walk.landed().isPresent()) {
            return texts.get("rate.chart.end.zero");
        }
        if (walk.path().diverged()) {
            return texts.get("rate.racer.diverged", Integer.toString(last + 1));
        }
        if (race.isParabola() && walk.isPlain() && walk.isConstant()) {
            double factor = walk.factor(0);
            return texts.get("rate.chart.end.factor", Numbers.show(factor * factor, 3));
        }
        return Numbers.show(walk.value(last) - race.lowest(), 2);
    }

    /** The rates of a zone, in the names of its ends where they have any. */
    String range(Moment moment, Zone zone) {
        String low = end(moment, zone.from());
        String high = end(moment, zone.to());
        return switch (zone.regime()) {
            case GLIDE -> texts.get("rate.legend.below", moment.chosen().isPlain() ? inverse(moment, 1) : high);
            case LAND -> texts.get("rate.legend.about", inverse(moment, 1));
            case OSCILLATE ->
                texts.get("rate.legend.between", moment.chosen().isPlain() ? inverse(moment, 1) : low, high);
            case DIVERGE -> texts.get("rate.legend.above", low);
        };
    }

    private static String end(Moment moment, double rate) {
        boolean limit = moment.borders().map(borders -> borders.limit() == rate).orElse(false);
        return limit && moment.chosen().isPlain() ? inverse(moment, 2) : Numbers.show(rate, 3);
    }

    private static String inverse(Moment moment, int over) {
        return over + "/" + (moment.race().isParabola() ? "c" : "f″");
    }

    /** One line on what the track's colours stand for; empty where they speak for themselves. */
    String legendNote(Moment moment) {
        RacerWalk chosen = moment.chosen();
        if (!chosen.hasRegimes()) {
            return texts.get(
                    "rate.legend.adaptive",
                    texts.get(optimizerKey(chosen.racer().optimizer())));
        }
        if (!moment.race().isParabola()) {
            String x = Numbers.show(chosen.x(moment.step()), 3);
            double curvature = chosen.curvature(moment.step());
            String told = moment.race().curvesEvenly() ? "even" : "local";
            String key = chosen.regime(moment.step()).isPresent() ? told : withoutRegime(curvature);
            return texts.get("rate.legend." + key, x, Numbers.show(curvature, 3));
        }
        return chosen.isPlain() ? "" : texts.get("rate.legend.momentum");
    }

    /** How it brings the gradient to scale, and what that makes of the first step. */
    private String adaptive(Optimizer optimizer) {
        String key = "rate.seen." + optimizer.name();
        if (optimizer instanceof RmsProp rmsProp) {
            return texts.get(key, Numbers.show(1 / Math.sqrt(1 - rmsProp.decay()), 3));
        }
        return optimizer instanceof AdaDelta adaDelta
                ? texts.get(key, Numbers.show(Math.sqrt(adaDelta.epsilon() / (1 - adaDelta.rho())), 3))
                : texts.get(key);
    }

    /** What is being seen, in a sentence or two. */
    String seen(Moment moment) {
        RacerWalk chosen = moment.chosen();
        if (!chosen.hasRegimes()) {
            return adaptive(chosen.racer().optimizer());
        }
        if (!moment.race().isParabola()) {
            if (moment.race().isStraight()) {
                return texts.get("rate.seen.straight");
            }
            return texts.get(moment.race().curvesEvenly() ? "rate.seen.even" : "rate.seen.other");
        }
        return chosen.isPlain()
                ? texts.get("rate.seen.parabola")
                : texts.get(
                        "rate.seen.momentum",
                        moment.borders()
                                .map(borders -> Numbers.show(borders.limit(), 3))
                                .orElseThrow());
    }
}
