package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.disk.InputFile;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.file.json.StrictJson;
import hyperlab.file.runs.SavedRuns;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Reads and writes the documents that Hyperlab opens, saves and embeds in pictures; each states its {@code format}.
 * Reading is strict: every error is a one-line {@link InvalidInputException}. Reading a written document returns an
 * equal document.
 */
public final class Documents {
    /** The maximum size of a document in bytes. A study with 100,000 results is smaller. */
    public static final int MAX_BYTES = 32 << 20;

    /** The reader of each format. */
    private static final Map<String, Function<ObjectNode, Document>> READERS = readers();

    private Documents() {}

    /** Reads the document in a file. Its paths are relative to the file's folder. */
    public static Document read(Path path) {
        return parse(InputFile.read(path, MAX_BYTES), path.toString());
    }

    /**
     * The runs that accompany the experiment in a file, as text for {@link RunsFormat#parse}; empty if there are none.
     *
     * @throws InvalidInputException if they are damaged
     */
    public static String readRuns(Path path) {
        ObjectNode node = StrictJson.object(InputFile.read(path, MAX_BYTES), path.toString());
        JsonNode runs = node.get(ExperimentFormat.RUNS);
        if (runs == null || !ExperimentFormat.FORMAT.equals(node.path("format").asText())) {
            return "";
        }
        String text = StrictJson.format(runs);
        RunsFormat.parse(text, ExperimentFormat.RUNS);
        return text;
    }

    /** The document as JSON, like {@link #write(Document)}; with an experiment, also the runs that accompany it. */
    public static String write(Document document, SavedRuns runs) {
        ObjectNode node = tree(document);
        if (document instanceof Document.OfExperiment && !runs.isEmpty()) {
            node.set(ExperimentFormat.RUNS, StrictJson.value(RunsFormat.write(runs), ExperimentFormat.RUNS));
        }
        return format(node);
    }

    /** Parses a document; {@code name} replaces the file name in error messages. */
    public static Document parse(String json, String name) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw new InvalidInputException(name, Rule.AT_MOST_BYTES_GOT, MAX_BYTES, bytes.length);
        }
        return parse(bytes, name);
    }

    /**
     * The document as JSON with all defaults filled in, in a fixed key order.
     *
     * @throws InvalidInputException if it is so large that it could not be read again
     */
    public static String write(Document document) {
        return format(tree(document));
    }

    private static String format(ObjectNode node) {
        String json = StrictJson.format(node);
        long bytes = json.length() <= MAX_BYTES / 3 ? 0 : json.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw new InvalidInputException(node.path("format").asText(), Rule.AT_MOST_BYTES_GOT, MAX_BYTES, bytes);
        }
        return json;
    }

    private static Document parse(byte[] json, String name) {
        return read(StrictJson.object(json, name));
    }

    static Document read(ObjectNode node) {
        if (!node.has("format")) {
            throw new InvalidInputException("format", Rule.FORMAT_REQUIRED, String.join(", ", READERS.keySet()));
        }
        String format = new JsonObjectReader(node).knownFormat(READERS.keySet());
        return Objects.requireNonNull(READERS.get(format), format).apply(node);
    }

    private static Map<String, Function<ObjectNode, Document>> readers() {
        Map<String, Function<ObjectNode, Document>> readers = new LinkedHashMap<>();
        readers.put(ExperimentFormat.FORMAT, node -> new Document.OfExperiment(ExperimentFormat.read(node)));
        readers.put(DescentFormat.FORMAT, node -> new Document.OfDescent(DescentFormat.read(node)));
        readers.put(BatchFormat.FORMAT, node -> new Document.OfBatch(BatchFormat.read(node)));
        readers.put(StudyFormat.FORMAT, StudyFormat::readDocument);
        readers.put(CaseFormat.FORMAT, CaseFormat::readDocument);
        readers.put(ActivationFormat.FORMAT, node -> new Document.OfActivations(ActivationFormat.read(node)));
        readers.put(ConvolutionFormat.FORMAT, node -> new Document.OfConvolution(ConvolutionFormat.read(node)));
        readers.put(PlaygroundFormat.FORMAT, node -> new Document.OfPlayground(PlaygroundFormat.read(node)));
        readers.put(TrainingLogFormat.FORMAT, node -> new Document.OfLog(TrainingLogFormat.read(node)));
        readers.put(MapFormat.FORMAT, MapFormat::readDocument);
        readers.put(PageFormat.FORMAT, node -> new Document.OfPage(PageFormat.read(node)));
        return Collections.unmodifiableMap(readers);
    }

    static ObjectNode tree(Document document) {
        return document.accept(new Writer());
    }

    private static final class Writer implements Document.Visitor<ObjectNode> {
        @Override
        public ObjectNode visit(Document.OfExperiment of) {
            return ExperimentFormat.write(of.experiment());
        }

        @Override
        public ObjectNode visit(Document.OfDescent of) {
            return DescentFormat.write(of.setup());
        }

        @Override
        public ObjectNode visit(Document.OfBatch of) {
            return BatchFormat.write(of.setup());
        }

        @Override
        public ObjectNode visit(Document.OfStudy of) {
            return StudyFormat.write(of);
        }

        @Override
        public ObjectNode visit(Document.OfCase of) {
            return CaseFormat.write(of.subject());
        }

        @Override
        public ObjectNode visit(Document.OfMapCase of) {
            return MapCaseFormat.write(of.subject());
        }

        @Override
        public ObjectNode visit(Document.OfConvolution of) {
            return ConvolutionFormat.write(of.setup());
        }

        @Override
        public ObjectNode visit(Document.OfActivations of) {
            return ActivationFormat.write(of.setup());
        }

        @Override
        public ObjectNode visit(Document.OfPlayground of) {
            return PlaygroundFormat.write(of.experiment());
        }

        @Override
        public ObjectNode visit(Document.OfLog of) {
            return TrainingLogFormat.write(of.log());
        }

        @Override
        public ObjectNode visit(Document.OfMap of) {
            return MapFormat.write(of);
        }

        @Override
        public ObjectNode visit(Document.OfPage of) {
            return PageFormat.write(of.name());
        }
    }
}
