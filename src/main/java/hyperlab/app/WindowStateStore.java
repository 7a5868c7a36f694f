package hyperlab.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.app.state.StateFile;
import hyperlab.app.state.StateFolder;
import hyperlab.file.disk.AtomicFile;
import hyperlab.lab.LabName;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.ui.Preferences;
import hyperlab.ui.Theme;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The small file that stores the window's {@link WindowState}. A damaged file counts as missing, and is kept. */
final class WindowStateStore {
    /** System property that overrides the file's location. */
    static final String PROPERTY = "hyperlab.settings";

    private static final System.Logger LOG = System.getLogger(WindowStateStore.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_BYTES = 1 << 20;

    private final StateFile file;
    private @Nullable WindowState lastWritten;

    WindowStateStore(Path path) {
        file = new StateFile(path, MAX_BYTES);
    }

    /** In the folder of {@link StateFolder}, unless the system property names another file. */
    static Path defaultPath(String system, Map<String, String> environment, Path home) {
        String given = System.getProperty(PROPERTY, "");
        return given.isEmpty()
                ? StateFolder.locate(system, environment, home, Files::isDirectory)
                        .resolve("window.json")
                : Path.of(given);
    }

    /** The file of this system and user. */
    static WindowStateStore ofUser() {
        return new WindowStateStore(
                defaultPath(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home"))));
    }

    /** Whether no window was ever opened before. */
    boolean isFirstStart() {
        return Files.notExists(file.path());
    }

    Path path() {
        return file.path();
    }

    /** The folder of the file, which also has the session. */
    Path folder() {
        return Objects.requireNonNull(file.path().toAbsolutePath().getParent());
    }

    WindowState read() {
        return file.readJson(WindowStateStore::parse).orElse(WindowState.NONE);
    }

    /** Where {@link #read()} kept a damaged file; empty if there was none. */
    Optional<Path> keptCopy() {
        return file.keptCopy();
    }

    /** Writes a temporary file, then moves it. Write errors are only logged, because the window must close anyway. */
    void write(WindowState windowState) {
        if (windowState.equals(lastWritten)) {
            return;
        }
        try {
            AtomicFile.write(file.path(), toJson(windowState));
            lastWritten = windowState;
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
                recent(json.path("recent")),
                preferences(json.path("preferences")));
    }

    private static Optional<WindowState.WindowRectangle> bounds(JsonNode json) {
        double width = json.path("width").asDouble(0);
        double height = json.path("height").asDouble(0);
        return json.path("x").isNumber() && json.path("y").isNumber() && width > 0 && height > 0
                ? Optional.of(new WindowState.WindowRectangle(
                        json.path("x").asDouble(), json.path("y").asDouble(), width, height))
                : Optional.empty();
    }

    private static Preferences preferences(JsonNode json) {
        return new Preferences(
                json.path("scale").asInt(Preferences.DEFAULT.scalePercent()),
                json.path("systemScale").asDouble(Preferences.DEFAULT.systemScale()),
                json.path("reducedMotion").asBoolean(false),
                json.path("audibleLoss").asBoolean(false));
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
        Preferences preferences = windowState.preferences();
        if (!preferences.equals(Preferences.DEFAULT)) {
            json.putObject("preferences")
                    .put("scale", preferences.scalePercent())
                    .put("systemScale", preferences.systemScale())
                    .put("reducedMotion", preferences.reducedMotion())
                    .put("audibleLoss", preferences.audibleLoss());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }
}
