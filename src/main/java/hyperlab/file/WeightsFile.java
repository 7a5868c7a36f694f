package hyperlab.file;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import hyperlab.file.disk.AtomicFile;
import hyperlab.file.disk.InputFile;
import hyperlab.file.json.StrictJson;
import hyperlab.nn.layer.LayerWeights;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code hyperlab-weights/1}: the learned parameters of a network, layer by layer, without loss of precision. Neither
 * reading nor writing holds the text of the file in memory.
 *
 * <pre>{@code
 * {"format": "hyperlab-weights/1",
 *  "layers": [{"kind": "dense", "weights": [[…], …], "bias": […]}, {"kind": "prelu", "slope": […]},
 *             {"kind": "convolution", "weights": [[[[…], …], …], …], "bias": […]}]}
 * }</pre>
 *
 * Non-finite numbers, which a diverged run may produce, are written in quotes and rejected when reading.
 */
public final class WeightsFile {
    static final String FORMAT = "hyperlab-weights/1";

    private static final String EXTENSION = ".json";

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private WeightsFile() {}

    /**
     * The weights file of an ensemble member: {@code first} itself for member 0; for the following members
     * {@code weights-2.json}, {@code weights-3.json}, … in the same folder.
     */
    static Path memberPath(Path first, int member) {
        String name = String.valueOf(first.getFileName());
        int end = name.endsWith(EXTENSION) ? name.length() - EXTENSION.length() : name.length();
        return member == 0
                ? first
                : first.resolveSibling(name.substring(0, end) + "-" + (member + 1) + name.substring(end));
    }

    /** Reads the layers in a file; does not check whether they fit a network. */
    public static List<LayerWeights> read(Path path) {
        try (InputStream in = InputFile.stream(path)) {
            return new WeightsReader(in, path.toString()).read();
        } catch (IOException e) {
            throw InputFile.readError(path, e);
        }
    }

    /** Writes the layers to {@code path} atomically. */
    public static void write(Path path, List<LayerWeights> layers) {
        try (AtomicFile file = AtomicFile.open(path)) {
            write(file.stream(), layers);
            file.commit();
        } catch (IOException e) {
            throw AtomicFile.writeError(path, e);
        }
    }

    /** Writes the layers to a stream, which stays open. */
    static void write(OutputStream out, List<LayerWeights> layers) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(StrictJson.printer());
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeArrayFieldStart("layers");
            for (LayerWeights layer : layers) {
                json.writeStartObject();
                json.writeStringField("kind", layer.kind());
                for (Map.Entry<String, Object> array : layer.arrays().entrySet()) {
                    json.writeFieldName(array.getKey());
                    write(json, array.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void write(JsonGenerator json, Object numbers) throws IOException {
        if (numbers instanceof double[] row) {
            write(json, row);
            return;
        }
        json.writeStartArray();
        for (Object part : (Object[]) numbers) {
            write(json, part);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, double[] numbers) throws IOException {
        json.writeStartArray();
        for (double number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }
}
