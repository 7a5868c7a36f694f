package hyperlab.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundLink;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.TrainingSettings;

/**
 * {@code hyperlab-playground/1} as a JSON tree: a TensorFlow Playground link and the number of epochs. The link itself
 * is stored, because no experiment of {@code hyperlab-experiment/1} would reproduce its numbers.
 *
 * <pre>{@code
 * {
 *   "format": "hyperlab-playground/1",
 *   "link": "https://playground.tensorflow.org/#activation=tanh&batchSize=10&seed=0.59704",
 *   "epochs": 100
 * }
 * }</pre>
 *
 * {@code link} must contain a seed, so that the file is reproducible; {@code epochs} defaults to 100. The link is
 * written with all of its keys. A run's record adds {@code dataSha256} and {@code version}, which are ignored when
 * reading.
 */
final class PlaygroundFormat {
    static final String FORMAT = "hyperlab-playground/1";

    private PlaygroundFormat() {}

    static PlaygroundExperiment read(ObjectNode node) {
        JsonObjectReader keys = new JsonObjectReader(node);
        keys.text("format", FORMAT);
        keys.text("dataSha256", "");
        keys.text("version", "");
        String text = keys.text("link", "");
        int epochs = keys.integer("epochs", PlaygroundExperiment.DEFAULT_EPOCHS, 0, TrainingSettings.MAX_EPOCHS);
        keys.rejectUnknownKeys();
        return new PlaygroundExperiment(link(text), epochs);
    }

    static ObjectNode write(PlaygroundExperiment experiment) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        node.put("link", experiment.link().text());
        node.put("epochs", experiment.epochs());
        return node;
    }

    private static PlaygroundLink link(String text) {
        return PlaygroundLink.parse(text, () -> {
            throw new InvalidInputException("link", Rule.PLAYGROUND_SEED);
        });
    }
}
