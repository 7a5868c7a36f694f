package hyperlab.app.open;

import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundLink;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Text that was pasted into the window or dropped on it: a TensorFlow Playground link, or a Hyperlab document. */
public final class PastedText {
    private static final String PLAYGROUND_HOST = "playground.tensorflow.org";

    private PastedText() {}

    /** Whether the text looks like a link or a document rather than input for a text field. */
    public static boolean isDocument(@Nullable String text) {
        return text != null && (isLink(text) || isJson(text));
    }

    /**
     * Whether the text looks like a table, such as cells copied from a spreadsheet: at least two lines, and a tab,
     * comma or semicolon the same number of times in the first two of them.
     */
    public static boolean isTable(@Nullable String text) {
        if (text == null || isDocument(text)) {
            return false;
        }
        List<String> lines =
                text.lines().filter(line -> !line.isBlank()).limit(2).toList();
        return lines.size() == 2
                && Stream.of('\t', ',', ';')
                        .anyMatch(separator -> count(separator, lines.get(0)) > 0
                                && count(separator, lines.get(0)) == count(separator, lines.get(1)));
    }

    private static long count(char separator, String line) {
        return line.chars().filter(character -> character == separator).count();
    }

    /**
     * Parses the text.
     *
     * @throws InvalidInputException if it is neither a link nor a document, or if its contents are invalid
     */
    public static Document read(@Nullable String text, String name) {
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
