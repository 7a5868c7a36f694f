package hyperlab.app.descent;

import hyperlab.app.control.Zone;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.stream.DoubleStream;

/** The localized text of the legend for the slider track. */
final class RegimeWords {
    private final Texts texts;

    RegimeWords(Texts texts) {
        this.texts = texts;
    }

    /** The range of rates of a zone, with symbolic ends such as 1/c where they exist. */
    String range(Moment moment, Zone zone) {
        String low = end(moment, zone.from());
        String high = end(moment, zone.to());
        return switch (zone.regime()) {
            case GLIDE -> texts.get("rate.legend.below", moment.chosen().isPlain() ? valued(moment, 1) : high);
            case LAND ->
                texts.get(moment.race().isSurface() ? "rate.legend.across" : "rate.legend.about", inverse(moment, 1));
            case OSCILLATE ->
                texts.get("rate.legend.between", moment.chosen().isPlain() ? inverse(moment, 1) : low, high);
            case DIVERGE -> texts.get("rate.legend.above", moment.chosen().isPlain() ? valued(moment, 2) : low);
        };
    }

    private static String end(Moment moment, double rate) {
        boolean limit = moment.borders().map(borders -> borders.limit() == rate).orElse(false);
        return limit && moment.chosen().isPlain() ? inverse(moment, 2) : NumberFormats.format(rate, 3);
    }

    /** The symbolic rate with its value, such as 1/c = 0.5. */
    private static String valued(Moment moment, int over) {
        double curvature = moment.chosen().curvature(moment.step());
        return inverse(moment, over) + " = " + NumberFormats.format(over / curvature, 3);
    }

    private static String inverse(Moment moment, int over) {
        return over + "/" + moment.curvatureSymbol();
    }

    /** A note about the track's colors; empty if they need no explanation. */
    String note(Moment moment) {
        RacerWalk chosen = moment.chosen();
        if (!chosen.hasRegimes()) {
            return texts.get(
                    "rate.legend.adaptive",
                    texts.get(RateWords.optimizerKey(chosen.racer().optimizer())));
        }
        if (!moment.race().isParabola()) {
            String at = RateWords.point(
                    DoubleStream.of(chosen.point(moment.step())).boxed().toList());
            double curvature = chosen.curvature(moment.step());
            String told = moment.race().curvesEvenly() ? "even" : "local";
            String key = chosen.regime(moment.step()).isPresent() ? told : RateWords.withoutRegime(curvature);
            String surface = moment.race().isSurface() ? ".surface" : "";
            return texts.get("rate.legend." + key + surface, at, NumberFormats.format(curvature, 3));
        }
        return chosen.isPlain() ? "" : texts.get("rate.legend.momentum");
    }
}
