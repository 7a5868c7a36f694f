package hyperlab.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.app.disk.FileVersions;
import hyperlab.app.state.SessionSlot;
import hyperlab.app.state.StateFile;
import hyperlab.file.Documents;
import hyperlab.file.disk.AtomicFile;
import hyperlab.lab.LabName;
import hyperlab.rule.InvalidInputException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The labs' documents of the last session, in one file next to the window state file. A damaged file, or a lab in it
 * that this version cannot read, counts as missing, and the file is kept.
 */
final class SessionFile {
    private static final System.Logger LOG = System.getLogger(SessionFile.class.getName());
    /** For each lab a document and its extras; JSON inside JSON takes at most twice as many bytes in practice. */
    private static final int MAX_BYTES = 2 * 2 * Documents.MAX_BYTES;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StateFile file;
    private final int maxBytes;
    private final FileVersions versions;
    private String lastWritten = "";
    private @Nullable InvalidInputException leftOut;

    /**
     * @param versions of the documents' files, which the session keeps, because they may change until the next start
     */
    SessionFile(Path path, FileVersions versions) {
        this(path, versions, MAX_BYTES);
    }

    /** For tests: a file of at most {@code maxBytes}. */
    SessionFile(Path path, FileVersions versions, int maxBytes) {
        file = new StateFile(path, maxBytes);
        this.versions = versions;
        this.maxBytes = maxBytes;
    }

    /**
     * What a window continues with.
     *
     * @param slot keeps other windows away from the file
     * @param labs the labs' documents in the file
     */
    record SavedSession(SessionSlot slot, FileVersions versions, SessionFile file, Map<LabName, OpenDocument> labs) {}

    /** Takes and reads the file that a new window continues. */
    static SavedSession take(Path folder) {
        SessionSlot slot = SessionSlot.take(folder);
        FileVersions versions = new FileVersions();
        SessionFile file = new SessionFile(slot.file(), versions);
        return new SavedSession(slot, versions, file, file.read());
    }

    Map<LabName, OpenDocument> read() {
        Map<LabName, OpenDocument> labs = new EnumMap<>(LabName.class);
        boolean complete = file.readJson(json -> read(json, labs)).orElse(true);
        if (!complete) {
            file.keepCopy();
        }
        return labs;
    }

    /** Where {@link #read()} kept a file that it could not read completely; empty if it read everything. */
    Optional<Path> keptCopy() {
        return file.keptCopy();
    }

    /** Whether everything in the file could be read. */
    private boolean read(JsonNode json, Map<LabName, OpenDocument> labs) {
        boolean complete = true;
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            Optional<LabName> lab = LabName.ofId(entry.getKey());
            Optional<OpenDocument> openDocument = parse(entry.getValue());
            complete &= lab.isPresent() && openDocument.isPresent();
            lab.ifPresent(name -> openDocument.ifPresent(document -> labs.put(name, document)));
        }
        return complete;
    }

    /**
     * Replaces the file if the contents changed. A session without work leaves no file, because the next window would
     * continue with that instead of the work of another window. If the session would be too large to be read again, the
     * extras, such as finished runs, are left out. A lab whose document is too large is left out.
     *
     * @return why not everything could be written; null if the file is up to date
     */
    @Nullable
    InvalidInputException write(Map<LabName, OpenDocument> labs) {
        leftOut = null;
        try {
            String text = format(labs);
            if (text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
                LOG.log(Level.WARNING, "The session is too large: finished runs are not kept");
                Map<LabName, OpenDocument> documents = new EnumMap<>(LabName.class);
                labs.forEach((lab, openDocument) -> documents.put(lab, openDocument.withExtras("")));
                text = format(documents);
            }
            if (!text.equals(lastWritten)) {
                if (labs.isEmpty()) {
                    Files.deleteIfExists(file.path());
                } else {
                    AtomicFile.write(file.path(), text);
                }
                lastWritten = text;
            }
            return leftOut;
        } catch (InvalidInputException e) {
            LOG.log(Level.WARNING, "The labs cannot be kept: {0}", e.getMessage());
            return e;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The session cannot be deleted: {0}", e.getMessage());
            return AtomicFile.writeError(file.path(), e);
        }
    }

    private String format(Map<LabName, OpenDocument> labs) throws JsonProcessingException {
        ObjectNode json = JSON.createObjectNode();
        labs.forEach((lab, openDocument) -> {
            try {
                json.set(lab.id(), node(openDocument));
            } catch (InvalidInputException e) {
                LOG.log(Level.WARNING, "A lab cannot be kept: {0}", e.getMessage());
                leftOut = e;
            }
        });
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    private ObjectNode node(OpenDocument openDocument) {
        ObjectNode json = JSON.createObjectNode();
        json.put("document", Documents.write(openDocument.document()));
        json.put("modified", openDocument.isModified());
        if (!openDocument.extras().isEmpty()) {
            json.put("beside", openDocument.extras());
        }
        put(json, "folder", openDocument.folder());
        Path file = openDocument.file();
        put(json, "file", file);
        String version = file == null ? null : versions.savedVersion(file);
        if (version != null) {
            json.put("version", version);
        }
        return json;
    }

    private static void put(ObjectNode json, String key, @Nullable Path path) {
        if (path != null) {
            json.put(key, path.toAbsolutePath().toString());
        }
    }

    private Optional<OpenDocument> parse(JsonNode json) {
        try {
            OpenDocument openDocument = OpenDocument.unmodified(
                    Documents.parse(json.path("document").asText(), "document"),
                    path(json, "folder"),
                    path(json, "file"));
            openDocument = openDocument.withExtras(json.path("beside").asText());
            Path file = openDocument.file();
            if (file != null && json.path("version").isTextual()) {
                versions.markRead(file, json.path("version").asText());
            }
            return Optional.of(json.path("modified").asBoolean(true) ? openDocument.asUnsaved() : openDocument);
        } catch (InvalidInputException | InvalidPathException e) {
            LOG.log(Level.INFO, "A lab starts anew: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    private static @Nullable Path path(JsonNode json, String key) {
        return json.path(key).isTextual() ? Path.of(json.path(key).asText()) : null;
    }
}
