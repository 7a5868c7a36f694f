package hyperlab.lab.learningrate;

import hyperlab.descent.Regime;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.lab.learningrate.race.RacerRun;
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

    /** The message key for the name of a regime. Where the curvature changes, no rate diverges for its curvature alone. */
    static String nameKey(RaceSnapshot snapshot, Regime regime) {
        return regime == Regime.DIVERGE && !snapshot.selectedRun().constantCurvature()
                ? "learning-rate.legend.tooLarge"
                : "learning-rate.legend." + LearningRateText.style(regime);
    }

    /** The range of rates of a zone, with symbolic ends such as 1/c where they exist. */
    String range(RaceSnapshot snapshot, Zone zone) {
        String low = formatEnd(snapshot, zone.from());
        String high = formatEnd(snapshot, zone.to());
        return switch (zone.regime()) {
            case GLIDE ->
                texts.get(
                        "learning-rate.legend.below",
                        snapshot.selectedRun().isPlainSgd() ? symbolWithValue(snapshot, 1) : high);
            case LAND ->
                texts.get(
                        snapshot.race().isSurface() ? "learning-rate.legend.across" : "learning-rate.legend.about",
                        symbol(snapshot, 1));
            case OSCILLATE ->
                texts.get(
                        "learning-rate.legend.between",
                        snapshot.selectedRun().isPlainSgd() ? symbol(snapshot, 1) : low,
                        high);
            case DIVERGE ->
                texts.get(
                        "learning-rate.legend.above",
                        snapshot.selectedRun().isPlainSgd() ? symbolWithValue(snapshot, 2) : low);
        };
    }

    private static String formatEnd(RaceSnapshot snapshot, double rate) {
        boolean limit = snapshot.regimeBoundaries()
                .map(borders -> borders.divergeFrom() == rate)
                .orElse(false);
        return limit && snapshot.selectedRun().isPlainSgd() ? symbol(snapshot, 2) : NumberFormats.format(rate, 3);
    }

    /** The symbolic rate with its value, such as 1/c = 0.5. */
    private static String symbolWithValue(RaceSnapshot snapshot, int numerator) {
        double curvature = snapshot.selectedRun().curvature(snapshot.step());
        return symbol(snapshot, numerator) + " = " + NumberFormats.format(numerator / curvature, 3);
    }

    private static String symbol(RaceSnapshot snapshot, int numerator) {
        return numerator + "/" + snapshot.curvatureSymbol();
    }

    /** A note about the track's colors; empty if they need no explanation. */
    String note(RaceSnapshot snapshot) {
        RacerRun chosen = snapshot.selectedRun();
        if (!chosen.hasRegimes()) {
            return texts.get(
                    "learning-rate.legend.adaptive",
                    texts.get(LearningRateText.optimizerKey(chosen.racer().optimizer())));
        }
        if (!snapshot.race().isParabola()) {
            String at = LearningRateText.formatPoint(
                    DoubleStream.of(chosen.point(snapshot.step())).boxed().toList());
            double curvature = chosen.curvature(snapshot.step());
            String curvatureKey = snapshot.race().hasConstantCurvature() ? "even" : "local";
            String key =
                    chosen.regime(snapshot.step()).isPresent() ? curvatureKey : LearningRateText.noRegimeKey(curvature);
            String surface = snapshot.race().isSurface() ? ".surface" : "";
            return texts.get("learning-rate.legend." + key + surface, at, NumberFormats.format(curvature, 3));
        }
        return chosen.isPlainSgd() ? "" : texts.get("learning-rate.legend.momentum");
    }
}
