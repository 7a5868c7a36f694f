package hyperlab.text;

import hyperlab.finding.Argument;
import hyperlab.finding.Finding;
import hyperlab.finding.Message;
import hyperlab.finding.Remedy;
import hyperlab.finding.Severity;
import java.util.List;

/**
 * A finding in one language.
 *
 * @param remedy the label of its remedy; empty without a remedy or a label of its own
 */
public record FindingText(Severity severity, String title, String explanation, String remedy) {
    private static final String EXPLANATION = ".why";

    public static FindingText of(Finding<?, ?> finding, Texts texts) {
        Remedy<?> remedy = finding.remedy();
        Message label = remedy == null ? null : remedy.label();
        Message note = finding.note();
        Argument.Formatter formatter = new TextsFormatter(texts);
        String explanation = new Message(finding.key() + EXPLANATION, finding.arguments()).format(formatter);
        return new FindingText(
                finding.severity(),
                new Message(finding.key(), finding.arguments()).format(formatter),
                note == null ? explanation : explanation + " " + note.format(formatter),
                label == null ? "" : label.format(formatter));
    }

    public FindingText withTitle(String newTitle) {
        return new FindingText(severity, newTitle, explanation, remedy);
    }

    public FindingText withRemedy(String newRemedy) {
        return new FindingText(severity, title, explanation, newRemedy);
    }

    private record TextsFormatter(Texts texts) implements Argument.Formatter {
        @Override
        public String formatNumber(double value, int digits) {
            return NumberFormats.format(value, digits);
        }

        @Override
        public String formatMessage(String key, List<String> arguments) {
            return texts.get(key, arguments.toArray());
        }

        @Override
        public String formatSetting(String key) {
            return KeyNames.of(key, texts);
        }
    }
}
