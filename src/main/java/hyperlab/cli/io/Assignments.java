package hyperlab.cli.io;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses {@code --set KEY=VALUE} options into a map, in command-line order. */
public final class Assignments {
    private Assignments() {}

    /**
     * Splits each text at its first equals sign.
     *
     * @throws InvalidInputException if a text has no key before an equals sign, or a key is given twice
     */
    public static Map<String, String> of(List<String> texts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new InvalidInputException("--set", Rule.KEY_VALUE, '"' + text + '"');
            }
            String key = text.substring(0, equals).strip();
            if (values.put(key, text.substring(equals + 1).strip()) != null) {
                throw new InvalidInputException(key, Rule.GIVEN_TWICE);
            }
        }
        return values;
    }
}
