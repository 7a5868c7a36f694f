package hyperlab.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.AtomicFile;
import hyperlab.lab.LabName;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.ui.Theme;
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

/** The small file that stores the window's {@link WindowState}. A damaged or unreadable file is treated as missing. */
final class WindowStateStore {
    /** System property that overrides the file's location. */
    static final String PROPERTY = "hyperlab.settings";

    private static final System.Logger LOG = System.getLogger(WindowStateStore.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;
    private @Nullable WindowState lastWritten;

    WindowStateStore(Path path) {
        this.path = path;
    }

    /** The platform's usual location for settings, unless the system property overrides it. */
    static Path defaultPath(String system, Map<String, String> environment, Path home) {
        String given = System.getProperty(PROPERTY, "");
        return given.isEmpty() ? folder(system, environment, home).resolve("window.json") : Path.of(given);
    }

    static Path folder(String system, Map<String, String> environment, Path home) {
        if (system.startsWith("Windows")) {
            return folderOrDefault(environment.get("APPDATA"), home.resolve("AppData/Roaming"))
                    .resolve("Hyperlab");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library/Application Support/Hyperlab");
        }
        return folderOrDefault(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"))
                .resolve("hyperlab");
    }

    private static Path folderOrDefault(@Nullable String given, Path fallback) {
        return given == null || given.isEmpty() || !Path.of(given).isAbsolute() ? fallback : Path.of(given);
    }

    Path path() {
        return path;
    }

    WindowState read() {
        try {
            return Files.exists(path) ? parse(JSON.readTree(Files.readString(path))) : WindowState.NONE;
        } catch (IOException e) {
            LOG.log(Level.INFO, "The window starts anew: {0}", e.getMessage());
            return WindowState.NONE;
        }
    }

    /** Writes a temporary file, then moves it. Write errors are only logged, because the window must close anyway. */
    void write(WindowState windowState) {
        if (windowState.equals(lastWritten)) {
            return;
        }
        lastWritten = windowState;
        try {
            AtomicFile.write(path, toJson(windowState));
        } catch (InvalidInputException | JsonProcessingException e) {
            LOG.log(Level.WARNING, "The window cannot be remembered: {0}", e.getMessage());
        }
    }

    private static WindowState parse(JsonNode json) {
        return new WindowState(
                bounds(json),
                json.path("maximized").asBoolean(false),
                LabName.ofId(json.path("lab").asText()),
                Language.ofCode(json.path("language").asText()),
                Theme.ofId(json.path("theme").asText()),
                recent(json.path("recent")));
    }

    private static Optional<WindowState.WindowRectangle> bounds(JsonNode json) {
        double width = json.path("width").asDouble(0);
        double height = json.path("height").asDouble(0);
        return json.path("x").isNumber() && json.path("y").isNumber() && width > 0 && height > 0
                ? Optional.of(new WindowState.WindowRectangle(
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

    private static String toJson(WindowState windowState) throws JsonProcessingException {
        ObjectNode json = JSON.createObjectNode();
        windowState
                .bounds()
                .ifPresent(bounds -> json.put("x", bounds.x())
                        .put("y", bounds.y())
                        .put("width", bounds.width())
                        .put("height", bounds.height()));
        json.put("maximized", windowState.maximized());
        windowState.lab().ifPresent(lab -> json.put("lab", lab.id()));
        windowState.language().ifPresent(language -> json.put("language", language.code()));
        windowState.theme().ifPresent(theme -> json.put("theme", theme.id()));
        windowState.recent().forEach(path -> json.withArray("recent").add(path.toString()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }
}
