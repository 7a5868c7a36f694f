package hyperlab.cli;

import hyperlab.rule.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code --set KEY=VALUE} gave, key by key in the order of the command line. */
final class Assignments {
    private Assignments() {}

    /** Splits each at its first equals sign; refuses what has none, and a key given twice. */
    static Map<String, String> of(List<String> texts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new Refusal("--set", "KEY=VALUE", '"' + text + '"');
            }
            String key = text.substring(0, equals).strip();
            if (values.put(key, text.substring(equals + 1).strip()) != null) {
                throw new Refusal(key, "is given twice");
            }
        }
        return values;
    }
}
