package hyperlab.lab.learningrate;

import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.ui.control.slider.Zone;
import java.util.stream.DoubleStream;

/** The localized text of the legend for the slider track. */
final class RegimeText {
    private final Texts texts;

    RegimeText(Texts texts) {
        this.texts = texts;
    }

    /** The range of rates of a zone, with symbolic ends such as 1/c where they exist. */
    String range(RaceSnapshot moment, Zone zone) {
        String low = formatEnd(moment, zone.from());
        String high = formatEnd(moment, zone.to());
        return switch (zone.regime()) {
            case GLIDE ->
                texts.get(
                        "learning-rate.legend.below",
                        moment.selectedRun().isPlainSgd() ? symbolWithValue(moment, 1) : high);
            case LAND ->
                texts.get(
                        moment.race().isSurface() ? "learning-rate.legend.across" : "learning-rate.legend.about",
                        symbol(moment, 1));
            case OSCILLATE ->
                texts.get(
                        "learning-rate.legend.between",
                        moment.selectedRun().isPlainSgd() ? symbol(moment, 1) : low,
                        high);
            case DIVERGE ->
                texts.get(
                        "learning-rate.legend.above",
                        moment.selectedRun().isPlainSgd() ? symbolWithValue(moment, 2) : low);
        };
    }

    private static String formatEnd(RaceSnapshot moment, double rate) {
        boolean limit = moment.regimeBoundaries()
                .map(borders -> borders.divergeFrom() == rate)
                .orElse(false);
        return limit && moment.selectedRun().isPlainSgd() ? symbol(moment, 2) : NumberFormats.format(rate, 3);
    }

    /** The symbolic rate with its value, such as 1/c = 0.5. */
    private static String symbolWithValue(RaceSnapshot moment, int numerator) {
        double curvature = moment.selectedRun().curvature(moment.step());
        return symbol(moment, numerator) + " = " + NumberFormats.format(numerator / curvature, 3);
    }

    private static String symbol(RaceSnapshot moment, int numerator) {
        return numerator + "/" + moment.curvatureSymbol();
    }

    /** A note about the track's colors; empty if they need no explanation. */
    String note(RaceSnapshot moment) {
        RacerRun chosen = moment.selectedRun();
        if (!chosen.hasRegimes()) {
            return texts.get(
                    "learning-rate.legend.adaptive",
                    texts.get(LearningRateText.optimizerKey(chosen.racer().optimizer())));
        }
        if (!moment.race().isParabola()) {
            String at = LearningRateText.formatPoint(
                    DoubleStream.of(chosen.point(moment.step())).boxed().toList());
            double curvature = chosen.curvature(moment.step());
            String curvatureKey = moment.race().hasConstantCurvature() ? "even" : "local";
            String key =
                    chosen.regime(moment.step()).isPresent() ? curvatureKey : LearningRateText.noRegimeKey(curvature);
            String surface = moment.race().isSurface() ? ".surface" : "";
            return texts.get("learning-rate.legend." + key + surface, at, NumberFormats.format(curvature, 3));
        }
        return chosen.isPlainSgd() ? "" : texts.get("learning-rate.legend.momentum");
    }
}
