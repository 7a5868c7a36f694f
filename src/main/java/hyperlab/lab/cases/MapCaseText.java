package hyperlab.lab.cases;

import hyperlab.cases.MapCase;
import hyperlab.export.MapCaseReport;
import hyperlab.map.RateScaling;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.List;

/** The lab's texts about a case that maps answer, in one language. */
final class MapCaseText {
    private static final int DECIMALS = 2;
    private static final int DIGITS = 3;

    private final Texts texts;

    MapCaseText(Texts texts) {
        this.texts = texts;
    }

    MapCaseReport report(MapCase mapCase) {
        return new MapCaseReport(mapCase, texts);
    }

    String title(MapCase mapCase) {
        return report(mapCase).title();
    }

    /** One line about the data and the maps; the question if the case has no texts. */
    String subject(MapCase mapCase) {
        String key = "case." + mapCase.name() + ".subject";
        return texts.has(key) ? texts.get(key) : report(mapCase).question();
    }

    /** Why the question is asked; empty if the case has no texts. */
    String background(MapCase mapCase) {
        String key = "case." + mapCase.name() + ".data";
        return texts.has(key) ? texts.get(key) : "";
    }

    /** The numbers of pixels and seeds. */
    String shape(MapCase mapCase) {
        return texts.get(
                "cases.map.shape",
                Integer.toString(mapCase.map().x().values().size()),
                Integer.toString(mapCase.map().y().values().size()),
                Integer.toString(mapCase.map().seeds()));
    }

    /** The exponent with its interval. */
    String exponent(RateScaling scaling) {
        return texts.get(
                "cases.map.value",
                NumberFormats.formatFixed(scaling.slope(), DECIMALS),
                NumberFormats.formatFixed(scaling.from(), DECIMALS),
                NumberFormats.formatFixed(scaling.to(), DECIMALS));
    }

    static String format(double number) {
        return NumberFormats.format(number, DIGITS);
    }

    /** The best rate of a batch size with its interval, and the rate in proportion, as cells of a table. */
    List<String> cells(RateScaling scaling, RateScaling.BatchRate rate) {
        return List.of(
                format(rate.mean()),
                format(rate.from()) + " … " + format(rate.to()),
                format(scaling.proportional(rate.batchSize())));
    }
}
