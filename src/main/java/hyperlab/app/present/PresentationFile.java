package hyperlab.app.present;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.app.state.StateFile;
import hyperlab.file.ScenesFormat;
import hyperlab.file.ScenesFormat.SavedScene;
import hyperlab.file.disk.AtomicFile;
import hyperlab.lab.LabName;
import hyperlab.rule.InvalidInputException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the teacher presents, kept between sessions: the controls above the charts, and the scenes. A damaged file
 * counts as missing, and is kept.
 */
public final class PresentationFile {
    private static final System.Logger LOG = System.getLogger(PresentationFile.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_BYTES = 16 << 20;

    private final StateFile file;
    private String lastWritten = "";

    /**
     * What the file holds.
     *
     * @param main the ids of the main controls that the teacher has chosen
     * @param second the ids of the second controls
     * @param scenes the scenes; the paths in their documents are relative to the folder of this file
     * @param current the index of the scene that was shown last; −1 for none
     */
    public record Presented(
            Map<LabName, String> main, Map<LabName, String> second, List<SavedScene> scenes, int current) {
        public static final Presented NONE = new Presented(Map.of(), Map.of(), List.of(), -1);

        /** The list of scenes whose files are in or below a folder. */
        public SceneList.State sceneState(Path folder) {
            return new SceneList.State(
                    scenes.stream()
                            .map(scene -> new SceneList.Scene(scene, folder))
                            .toList(),
                    current);
        }
    }

    /** @param path the file, next to the one of the window's state */
    public PresentationFile(Path path) {
        file = new StateFile(path, MAX_BYTES);
    }

    /** The folder that the paths in the documents are relative to. */
    public Path folder() {
        Path path = file.path().toAbsolutePath();
        Path folder = path.getParent();
        return folder == null ? path : folder;
    }

    /** What the file holds; nothing if it is missing or damaged. */
    public Presented read() {
        return file.readJson(PresentationFile::parse).orElse(Presented.NONE);
    }

    /** Where {@link #read()} kept a damaged file; empty if there was none. */
    public Optional<Path> keptCopy() {
        return file.keptCopy();
    }

    private static Presented parse(JsonNode json) {
        return new Presented(
                ids(json.path("main")),
                ids(json.path("second")),
                json.path("scenes") instanceof ObjectNode scenes ? ScenesFormat.read(scenes) : List.of(),
                json.path("current").asInt(-1));
    }

    private static Map<LabName, String> ids(JsonNode json) {
        Map<LabName, String> ids = new EnumMap<>(LabName.class);
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            LabName.ofId(entry.getKey())
                    .ifPresent(lab -> ids.put(lab, entry.getValue().asText()));
        }
        return ids;
    }

    /**
     * Replaces the file if the contents changed. Write errors are only logged, because the window must close anyway.
     */
    public void write(Presented presented) {
        ObjectNode json = JSON.createObjectNode();
        presented.main().forEach((lab, id) -> json.withObject("/main").put(lab.id(), id));
        presented.second().forEach((lab, id) -> json.withObject("/second").put(lab.id(), id));
        if (!presented.scenes().isEmpty()) {
            json.set("scenes", ScenesFormat.tree(presented.scenes()));
            json.put("current", presented.current());
        }
        try {
            String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
            if (!text.equals(lastWritten)) {
                AtomicFile.write(file.path(), text);
                lastWritten = text;
            }
        } catch (InvalidInputException | JsonProcessingException e) {
            LOG.log(Level.WARNING, "The presentation cannot be kept: {0}", e.getMessage());
        }
    }
}
