package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.disk.InputFile;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.file.json.StrictJson;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code hyperlab-scenes/1}: the scenes of a presentation, each an ordinary document with a name and the position of
 * the playback bar. Only {@code document} is required.
 *
 * <pre>{@code
 * {
 *   "format": "hyperlab-scenes/1",
 *   "scenes": [
 *     {"name": "too large", "position": 5, "document": {"format": "hyperlab-descent/1"}}
 *   ]
 * }
 * }</pre>
 */
public final class ScenesFormat {
    /** The ending of the names of files with scenes. */
    public static final String FILE_ENDING = ".hyperlab-scenes.json";

    public static final String FORMAT = "hyperlab-scenes/1";
    public static final int MAX_SCENES = 200;

    private static final int MAX_BYTES = 16 << 20;

    private ScenesFormat() {}

    /**
     * One scene.
     *
     * @param name what the list of scenes shows; may be empty
     * @param document the state of its lab
     * @param extras what the lab holds in addition to its document, such as the runs for comparison; empty if nothing
     * @param position the position of the playback bar
     */
    public record SavedScene(String name, Document document, String extras, int position) {}

    /** Whether a file with this name has scenes. */
    public static boolean isScenes(Path file) {
        return file.toString().endsWith(FILE_ENDING);
    }

    /**
     * Reads a file. Paths in its documents are relative to the file's folder.
     *
     * @throws InvalidInputException with a one-line reason if the file is invalid
     */
    public static List<SavedScene> read(Path file) {
        return read(StrictJson.object(InputFile.read(file, MAX_BYTES), file.toString()));
    }

    /** Reads what {@link #tree} returned. */
    public static List<SavedScene> read(ObjectNode node) {
        JsonObjectReader keys = new JsonObjectReader(node);
        if (!keys.has("format")) {
            throw new InvalidInputException("format", Rule.FORMAT_REQUIRED, FORMAT);
        }
        keys.knownFormat(List.of(FORMAT));
        List<SavedScene> scenes = keys.list("scenes", ScenesFormat::scene, List.of());
        keys.rejectUnknownKeys();
        if (scenes.size() > MAX_SCENES) {
            throw new InvalidInputException("scenes", Rule.AT_MOST, MAX_SCENES, scenes.size());
        }
        return scenes;
    }

    private static SavedScene scene(JsonObjectReader keys) {
        String name = keys.text("name", "");
        String extras = keys.text("extras", "");
        int position = keys.integerAtLeast("position", 0, 0);
        JsonNode document = keys.value("document");
        if (document == null) {
            throw new InvalidInputException("document", Rule.REQUIRED);
        }
        if (!(document instanceof ObjectNode object)) {
            throw JsonObjectReader.invalid("document", Rule.OBJECT, document);
        }
        try {
            return new SavedScene(name, Documents.read(object), extras, position);
        } catch (InvalidInputException error) {
            throw error.withPrefix("document");
        }
    }

    /** Replaces a file completely, or not at all. */
    public static String write(List<SavedScene> scenes) {
        return StrictJson.format(tree(scenes));
    }

    /** The scenes as a JSON tree. */
    public static ObjectNode tree(List<SavedScene> scenes) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        ArrayNode list = node.putArray("scenes");
        for (SavedScene scene : scenes) {
            ObjectNode one = list.addObject();
            one.put("name", scene.name());
            one.put("position", scene.position());
            if (!scene.extras().isEmpty()) {
                one.put("extras", scene.extras());
            }
            one.set("document", Documents.tree(scene.document()));
        }
        return node;
    }
}
