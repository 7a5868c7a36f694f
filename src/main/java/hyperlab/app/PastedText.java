package hyperlab.app;

import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundLink;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Text that was pasted into the window or dropped on it: a TensorFlow Playground link, or a Hyperlab document. */
final class PastedText {
    private static final String PLAYGROUND_HOST = "playground.tensorflow.org";

    private PastedText() {}

    /** Whether the text looks like a link or a document rather than input for a text field. */
    static boolean isDocument(@Nullable String text) {
        return text != null && (isLink(text) || isJson(text));
    }

    /**
     * Parses the text.
     *
     * @throws InvalidInputException if it is neither a link nor a document, or if its contents are invalid
     */
    static Document read(@Nullable String text, String name) {
        if (text != null && isLink(text)) {
            PlaygroundLink link = PlaygroundLink.parse(text.strip(), ThreadLocalRandom.current()::nextDouble);
            return new Document.OfPlayground(new PlaygroundExperiment(link, PlaygroundExperiment.DEFAULT_EPOCHS));
        }
        if (text != null && isJson(text)) {
            return Documents.parse(text, name);
        }
        throw new InvalidInputException(name, Rule.NOTHING_TO_PASTE);
    }

    private static boolean isLink(String text) {
        String line = text.strip();
        boolean oneLine = line.lines().count() == 1;
        return oneLine && (line.contains(PLAYGROUND_HOST) || (line.startsWith("#") && line.contains("=")));
    }

    private static boolean isJson(String text) {
        return text.strip().startsWith("{");
    }
}
