package hyperlab.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.nn.Activation;
import hyperlab.nn.ActivationSelection;
import java.util.List;

/**
 * {@code hyperlab-activation/1} as a tree of JSON: the Activation lab's settings.
 *
 * <pre>{@code
 * {
 *   "format": "hyperlab-activation/1",
 *   "activations": [ {"name": "relu"}, {"name": "leakyRelu", "slope": 0.01} ],
 *   "from": -5.0, "to": 5.0, "probe": 1.0
 * }
 * }</pre>
 *
 * Every key but {@code format} may be left out: ReLU alone, from −5 to 5, read at 1. A function is as in an experiment's
 * {@code network.activation}. All keys are written.
 */
final class ActivationFormat {
    static final String FORMAT = "hyperlab-activation/1";

    private static final ActivationSelection DEFAULT =
            new ActivationSelection(List.of(new Activation.Relu()), -5, 5, 1);

    private ActivationFormat() {}

    static ActivationSelection read(ObjectNode node) {
        Keys keys = new Keys(node);
        keys.text("format", FORMAT);
        ActivationSelection selection = new ActivationSelection(
                keys.list("activations", inner -> Components.activation(inner, "relu"), DEFAULT.activations()),
                keys.number("from", DEFAULT.from()),
                keys.number("to", DEFAULT.to()),
                keys.number("probe", DEFAULT.probe()));
        keys.refuseOthers();
        return selection;
    }

    static ObjectNode write(ActivationSelection selection) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        ArrayNode activations = node.putArray("activations");
        selection.activations().forEach(activation -> activations.add(Components.write(activation)));
        node.put("from", selection.from());
        node.put("to", selection.to());
        node.put("probe", selection.probe());
        return node;
    }
}
