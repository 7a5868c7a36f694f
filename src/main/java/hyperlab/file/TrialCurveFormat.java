package hyperlab.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.tune.TrialCurve;
import java.util.List;

/** The curve of a trial as a JSON tree: the steps, the values, and how many were recorded if some were dropped. */
final class TrialCurveFormat {
    private TrialCurveFormat() {}

    static TrialCurve read(JsonObjectReader keys) {
        List<Integer> steps = keys.integers("steps", List.of(), 0, Integer.MAX_VALUE);
        return new TrialCurve(
                steps, keys.numbers("values", List.of()), keys.integer("recorded", steps.size(), 0, Integer.MAX_VALUE));
    }

    static ObjectNode write(TrialCurve curve) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode steps = node.putArray("steps");
        curve.steps().forEach(steps::add);
        ArrayNode values = node.putArray("values");
        curve.values().forEach(values::add);
        if (curve.isThinned()) {
            node.put("recorded", curve.recorded());
        }
        return node;
    }
}
