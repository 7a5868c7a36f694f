package hyperlab.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reference values from NumPy, PyTorch and SciPy in {@code reference.json}, which {@code reference.py} in the same
 * folder generates.
 */
final class BatchReferenceValues {
    private static final JsonNode ROOT = read();

    private BatchReferenceValues() {}

    static JsonNode of(String key) {
        return ROOT.required(key);
    }

    static Stream<JsonNode> each(String key) {
        return StreamSupport.stream(of(key).spliterator(), false);
    }

    private static JsonNode read() {
        try (InputStream in = BatchReferenceValues.class.getResourceAsStream("reference.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
