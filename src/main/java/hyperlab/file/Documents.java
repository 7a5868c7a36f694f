package hyperlab.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads and writes the documents that Hyperlab opens, saves and embeds in pictures; each states its {@code format}.
 * Reading is strict: every error is a one-line {@link InvalidInputException}. Reading a written document returns an equal document.
 */
public final class Documents {
    /** The maximum size of a document in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    private static final List<String> FORMATS = List.of(
            ExperimentFormat.FORMAT,
            DescentFormat.FORMAT,
            BatchFormat.FORMAT,
            StudyFormat.FORMAT,
            CaseFormat.FORMAT,
            ActivationFormat.FORMAT,
            ConvolutionFormat.FORMAT,
            PlaygroundFormat.FORMAT,
            MapFormat.FORMAT,
            PageFormat.FORMAT);

    private Documents() {}

    /** Reads the document in a file. Its paths are relative to the file's folder. */
    public static Document read(Path path) {
        return parse(AtomicFile.read(path, MAX_BYTES), path.toString());
    }

    /** Parses a document; {@code name} replaces the file name in error messages. */
    public static Document parse(String json, String name) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw new InvalidInputException(name, Rule.AT_MOST_BYTES_GOT, MAX_BYTES, bytes.length);
        }
        return parse(bytes, name);
    }

    /** The document as JSON with all defaults filled in, in a fixed key order. */
    public static String write(Document document) {
        return StrictJson.format(tree(document));
    }

    private static Document parse(byte[] json, String name) {
        ObjectNode node = StrictJson.object(json, name);
        if (!node.has("format")) {
            throw new InvalidInputException("format", Rule.FORMAT_REQUIRED, String.join(", ", FORMATS));
        }
        String format = new JsonObjectReader(node).choice("format", FORMATS, "");
        return switch (format) {
            case DescentFormat.FORMAT -> new Document.OfDescent(DescentFormat.read(node));
            case BatchFormat.FORMAT -> new Document.OfBatch(BatchFormat.read(node));
            case StudyFormat.FORMAT -> StudyFormat.readDocument(node);
            case CaseFormat.FORMAT -> new Document.OfCase(CaseFormat.read(node));
            case ConvolutionFormat.FORMAT -> new Document.OfConvolution(ConvolutionFormat.read(node));
            case ActivationFormat.FORMAT -> new Document.OfActivations(ActivationFormat.read(node));
            case PlaygroundFormat.FORMAT -> new Document.OfPlayground(PlaygroundFormat.read(node));
            case MapFormat.FORMAT -> MapFormat.readDocument(node);
            case PageFormat.FORMAT -> new Document.OfPage(PageFormat.read(node));
            default -> new Document.OfExperiment(ExperimentFormat.read(node));
        };
    }

    static ObjectNode tree(Document document) {
        if (document instanceof Document.OfExperiment match) {
            return ExperimentFormat.write(match.experiment());
        }
        if (document instanceof Document.OfDescent match) {
            return DescentFormat.write(match.setup());
        }
        if (document instanceof Document.OfBatch match) {
            return BatchFormat.write(match.setup());
        }
        if (document instanceof Document.OfStudy match) {
            return StudyFormat.write(match);
        }
        if (document instanceof Document.OfCase match) {
            return CaseFormat.write(match.subject());
        }
        if (document instanceof Document.OfConvolution match) {
            return ConvolutionFormat.write(match.setup());
        }
        if (document instanceof Document.OfPlayground match) {
            return PlaygroundFormat.write(match.experiment());
        }
        if (document instanceof Document.OfMap match) {
            return MapFormat.write(match);
        }
        if (document instanceof Document.OfPage match) {
            return PageFormat.write(match.name());
        }
        return ActivationFormat.write(((Document.OfActivations) document).setup());
    }
}
