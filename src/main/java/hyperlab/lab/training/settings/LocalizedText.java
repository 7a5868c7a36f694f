package hyperlab.lab.training.settings;

import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.List;

/**
 * A message that is independent of the language.
 *
 * @param key message key; empty for text that is the same in every language and is the only argument
 * @param arguments strings, or nested messages
 */
public record LocalizedText(String key, List<Object> arguments) {
    public LocalizedText {
        arguments = List.copyOf(arguments);
    }

    public static LocalizedText of(String key, Object... arguments) {
        return new LocalizedText(key, List.of(arguments));
    }

    /** A name or a number that is the same in every language. */
    public static LocalizedText literal(String text) {
        return new LocalizedText("", List.of(text));
    }

    /** A number formatted for display. */
    public static LocalizedText number(double value) {
        return literal(NumberFormats.format(value));
    }

    static LocalizedText onOrOff(boolean on) {
        return of(on ? "training.on" : "training.off");
    }

    public String format(Texts texts) {
        Object[] formatted = arguments.stream()
                .map(argument -> argument instanceof LocalizedText nested ? nested.format(texts) : argument)
                .toArray();
        return key.isEmpty() ? String.valueOf(formatted[0]) : texts.get(key, formatted);
    }
}
