package hyperlab.lab.training.inspection;

import hyperlab.diagnosis.Problem;
import hyperlab.diagnosis.Symptom;
import hyperlab.nn.WeightLayer;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.ui.control.FindingCard;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Describes one symptom in one language: the problem, its certainty, the evidence and the rule.
 *
 * @param kind its severity
 * @param title the problem, with its number
 * @param text the evidence and the rule
 */
public record SymptomText(FindingCard.Severity kind, String title, String text) {
    /** Returns the text of a symptom. Its number, from 1, also marks its evidence in the charts. */
    public static SymptomText of(Symptom symptom, int number, Texts texts) {
        String key = "doctor." + symptom.problem().name().toLowerCase(Locale.ROOT);
        String certainty =
                texts.get("doctor.certainty." + symptom.certainty().name().toLowerCase(Locale.ROOT));
        String title = texts.get("doctor.title", Integer.toString(number), texts.get(key), certainty);
        String explanation = texts.get(
                explanationKey(symptom, key),
                measured(symptom),
                reference(symptom),
                Integer.toString(symptom.evidence().fromEpoch()),
                Integer.toString(symptom.evidence().toEpoch()),
                layers(symptom, texts));
        return new SymptomText(
                symptom.problem() == Problem.DIVERGING ? FindingCard.Severity.DANGER : FindingCard.Severity.WARNING,
                title,
                explanation + " " + texts.get(key + ".rule"));
    }

    private static String explanationKey(Symptom symptom, String key) {
        boolean overflowed = symptom.problem() == Problem.DIVERGING && !Double.isFinite(symptom.measured());
        boolean atStart = overflowed && !Double.isFinite(symptom.reference());
        return key + (atStart ? ".start" : overflowed ? ".gone" : ".why");
    }

    private static String measured(Symptom symptom) {
        return switch (symptom.problem()) {
            case DEAD_UNITS, SATURATED_UNITS, NOISY_BATCH -> NumberFormats.format(100 * symptom.measured(), 2);
            default -> Double.isFinite(symptom.measured()) ? NumberFormats.format(symptom.measured(), 3) : "";
        };
    }

    private static String reference(Symptom symptom) {
        return Double.isFinite(symptom.reference()) ? NumberFormats.format(symptom.reference(), 3) : "∞";
    }

    /** The names of the layers, for example "hidden layer 1, output layer". */
    static String layers(Symptom symptom, Texts texts) {
        return symptom.evidence().layers().stream()
                .map(layer -> name(layer, texts))
                .collect(Collectors.joining(", "));
    }

    private static String name(WeightLayer layer, Texts texts) {
        String number = Integer.toString(layer.number());
        return switch (layer.kind()) {
            case CONVOLUTION -> texts.get("chart.convolution", number);
            case HIDDEN -> texts.get("chart.hiddenLayer", number);
            case OUTPUT -> texts.get("chart.outputLayer");
        };
    }
}
