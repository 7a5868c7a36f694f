package hyperlab.app.training;

import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.List;

/**
 * A message that is independent of the language.
 *
 * @param key message key; empty for text that is the same in every language and is the only argument
 * @param arguments strings, or nested messages
 */
record Words(String key, List<Object> arguments) {
    Words {
        arguments = List.copyOf(arguments);
    }

    static Words of(String key, Object... arguments) {
        return new Words(key, List.of(arguments));
    }

    /** A name or a number that is the same in every language. */
    static Words plain(String text) {
        return new Words("", List.of(text));
    }

    /** A number formatted for display. */
    static Words number(double value) {
        return plain(NumberFormats.format(value));
    }

    static Words onOrOff(boolean on) {
        return of(on ? "training.on" : "training.off");
    }

    String in(Texts texts) {
        Object[] said = arguments.stream()
                .map(argument -> argument instanceof Words words ? words.in(texts) : argument)
                .toArray();
        return key.isEmpty() ? String.valueOf(said[0]) : texts.get(key, said);
    }
}
