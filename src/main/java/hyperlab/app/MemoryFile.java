package hyperlab.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.SafeFile;
import hyperlab.rule.Refusal;
import hyperlab.text.Language;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The small file that stores the window's {@link Memory}. A damaged or unreadable file is treated as missing. */
final class MemoryFile {
    /** System property that overrides the file's location. */
    static final String PROPERTY = "hyperlab.settings";

    private static final System.Logger LOG = System.getLogger(MemoryFile.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;
    private @Nullable Memory written;

    MemoryFile(Path path) {
        this.path = path;
    }

    /** The platform's usual location for settings, unless the system property overrides it. */
    static Path place(String system, Map<String, String> environment, Path home) {
        String given = System.getProperty(PROPERTY, "");
        return given.isEmpty() ? folder(system, environment, home).resolve("window.json") : Path.of(given);
    }

    static Path folder(String system, Map<String, String> environment, Path home) {
        if (system.startsWith("Windows")) {
            return under(environment.get("APPDATA"), home.resolve("AppData/Roaming"))
                    .resolve("Hyperlab");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library/Application Support/Hyperlab");
        }
        return under(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"))
                .resolve("hyperlab");
    }

    private static Path under(@Nullable String given, Path otherwise) {
        return given == null || given.isEmpty() || !Path.of(given).isAbsolute() ? otherwise : Path.of(given);
    }

    Path path() {
        return path;
    }

    Memory read() {
        try {
            return Files.exists(path) ? parse(JSON.readTree(Files.readString(path))) : Memory.NONE;
        } catch (IOException e) {
            LOG.log(Level.INFO, "The window starts anew: {0}", e.getMessage());
            return Memory.NONE;
        }
    }

    /** Writes a temporary file, then moves it. Write errors are only logged, because the window must close anyway. */
    void write(Memory memory) {
        if (memory.equals(written)) {
            return;
        }
        written = memory;
        try {
            SafeFile.write(path, text(memory));
        } catch (Refusal | JsonProcessingException e) {
            LOG.log(Level.WARNING, "The window cannot be remembered: {0}", e.getMessage());
        }
    }

    private static Memory parse(JsonNode json) {
        return new Memory(
                bounds(json),
                json.path("maximized").asBoolean(false),
                LabName.ofId(json.path("lab").asText()),
                Language.ofCode(json.path("language").asText()),
                Theme.ofId(json.path("theme").asText()),
                recent(json.path("recent")));
    }

    private static Optional<Memory.Bounds> bounds(JsonNode json) {
        double width = json.path("width").asDouble(0);
        double height = json.path("height").asDouble(0);
        return json.path("x").isNumber() && json.path("y").isNumber() && width > 0 && height > 0
                ? Optional.of(new Memory.Bounds(
                        json.path("x").asDouble(), json.path("y").asDouble(), width, height))
                : Optional.empty();
    }

    private static List<Path> recent(JsonNode names) {
        List<Path> paths = new ArrayList<>();
        for (JsonNode name : names) {
            try {
                paths.add(Path.of(name.asText()));
            } catch (InvalidPathException e) {
                LOG.log(Level.INFO, "A recent file is forgotten: {0}", e.getMessage());
            }
        }
        return paths.stream().filter(Path::isAbsolute).toList();
    }

    private static String text(Memory memory) throws JsonProcessingException {
        ObjectNode json = JSON.createObjectNode();
        memory.bounds()
                .ifPresent(bounds -> json.put("x", bounds.x())
                        .put("y", bounds.y())
                        .put("width", bounds.width())
                        .put("height", bounds.height()));
        json.put("maximized", memory.maximized());
        memory.lab().ifPresent(lab -> json.put("lab", lab.id()));
        memory.language().ifPresent(language -> json.put("language", language.code()));
        memory.theme().ifPresent(theme -> json.put("theme", theme.id()));
        memory.recent().forEach(path -> json.withArray("recent").add(path.toString()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }
}
