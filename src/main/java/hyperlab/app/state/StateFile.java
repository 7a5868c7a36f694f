package hyperlab.app.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.file.disk.AtomicFile;
import hyperlab.file.disk.InputFile;
import hyperlab.rule.InvalidInputException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that keeps a part of the window's state between sessions. A damaged file is never fatal: it counts as missing,
 * and it is kept under another name with today's date, because the next write replaces it.
 */
public final class StateFile {
    private static final System.Logger LOG = System.getLogger(StateFile.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    // The number of bytes is limited
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    private final Path path;
    private final int maxBytes;
    private @Nullable Path keptCopy;

    /** Reads the text of a file. */
    @FunctionalInterface
    public interface Parser<T> {
        /**
         * Reads the text.
         *
         * @throws IOException if the text is no valid JSON
         * @throws InvalidInputException if the JSON breaks a rule
         */
        T parse(String text) throws IOException;
    }

    /**
     * Reads nothing yet.
     *
     * @param maxBytes a larger file counts as damaged
     */
    public StateFile(Path path, int maxBytes) {
        this.path = path;
        this.maxBytes = maxBytes;
    }

    public Path path() {
        return path;
    }

    /** What the file holds; empty if it is missing or damaged. */
    public <T> Optional<T> read(Parser<T> parser) {
        if (Files.notExists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.parse(InputFile.readText(path, maxBytes)));
        } catch (IOException | InvalidInputException e) {
            LOG.log(Level.WARNING, "{0} cannot be read: {1}", path, e.getMessage());
            keepCopy();
            return Optional.empty();
        }
    }

    /** What the file holds if it is a JSON object; empty if it is missing or damaged. */
    public <T> Optional<T> readJson(JsonParser<T> parser) {
        return read(text -> {
            JsonNode json = JSON.readTree(text);
            if (!json.isObject()) {
                throw new IOException("It is no JSON object");
            }
            return parser.parse(json);
        });
    }

    /** Reads a JSON object. */
    @FunctionalInterface
    public interface JsonParser<T> {
        /**
         * Reads the object.
         *
         * @throws InvalidInputException if the JSON breaks a rule
         */
        T parse(JsonNode json);
    }

    /**
     * Keeps the file under another name. If it cannot be copied, for instance because the disk is full, it is moved. A
     * folder stays: it is never replaced.
     */
    public void keepCopy() {
        if (!Files.isRegularFile(path)) {
            return;
        }
        try {
            keptCopy = copy();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0} cannot be kept: {1}", path, e.getMessage());
        }
    }

    private Path copy() throws IOException {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        String stem =
                (dot < 0 ? name : name.substring(0, dot)) + "-unreadable-" + LocalDate.now(ZoneId.systemDefault());
        String ending = dot < 0 ? "" : name.substring(dot);
        Path copy = path.resolveSibling(stem + ending);
        for (int number = 2; Files.exists(copy); number++) {
            if (Files.isReadable(path) && Files.mismatch(path, copy) < 0) {
                return copy;
            }
            copy = path.resolveSibling(stem + "-" + number + ending);
        }
        try {
            AtomicFile.write(copy, out -> Files.copy(path, out));
        } catch (InvalidInputException e) {
            LOG.log(Level.INFO, "{0} cannot be copied: {1}", path, e.getMessage());
            Files.move(path, copy);
        }
        return copy;
    }

    /** Where a damaged file was kept; empty if there was none. */
    public Optional<Path> keptCopy() {
        return Optional.ofNullable(keptCopy);
    }
}
