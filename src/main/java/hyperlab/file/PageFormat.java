package hyperlab.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;

/**
 * {@code hyperlab-page/1} as a JSON tree: which page of the Learn lab is open.
 *
 * <pre>{@code
 * {
 *   "format": "hyperlab-page/1",
 *   "page": "learning-rate"
 * }
 * }</pre>
 */
final class PageFormat {
    static final String FORMAT = "hyperlab-page/1";

    private PageFormat() {}

    static String read(ObjectNode node) {
        JsonObjectReader keys = new JsonObjectReader(node);
        keys.text("format", FORMAT);
        String name = keys.text("page", "");
        keys.rejectUnknownKeys();
        if (name.isBlank()) {
            throw new InvalidInputException("page", Rule.REQUIRED);
        }
        return name;
    }

    static ObjectNode write(String name) {
        return JsonNodeFactory.instance.objectNode().put("format", FORMAT).put("page", name);
    }
}
