package hyperlab.app.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.disk.FailingDisk;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
    private static final int MAX_BYTES = 1000;

    @TempDir
    Path folder;

    private StateFile file(String text) throws IOException {
        Path path = folder.resolve("window.json");
        Files.writeString(path, text);
        return new StateFile(path, MAX_BYTES);
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private static String copyName(String ending) {
        return "window-unreadable-" + LocalDate.now(ZoneId.systemDefault()) + ending;
    }

    @Test
    void readsAnObjectAndKeepsNoCopy() throws IOException {
        StateFile file = file("{\"step\": 3}");
        assertEquals(Optional.of(3), file.readJson(json -> json.path("step").asInt()));
        assertTrue(file.keptCopy().isEmpty());
        assertEquals(Set.of("window.json"), names());
    }

    @Test
    void aMissingFileIsNotDamaged() throws IOException {
        StateFile file = new StateFile(folder.resolve("window.json"), MAX_BYTES);
        assertTrue(file.readJson(json -> json).isEmpty());
        assertTrue(file.keptCopy().isEmpty());
        assertEquals(Set.of(), names());
    }

    @Test
    void keepsACopyOfWhateverItCannotRead() throws IOException {
        List<String> damaged =
                List.of("", "{\"step\": ", "[]", "null", "\0", "{\"step\": \"" + "x".repeat(MAX_BYTES) + "\"}");
        for (String text : damaged) {
            StateFile file = file(text);
            assertTrue(file.readJson(json -> json).isEmpty(), text);
            assertEquals(text, Files.readString(file.keptCopy().orElseThrow()));
            assertEquals(text, Files.readString(file.path()));
        }
        assertTrue(names().contains(copyName(".json")));
        assertTrue(names().contains(copyName("-" + damaged.size() + ".json")), names().toString());
    }

    @Test
    void keepsOneCopyOfAFileThatIsReadTwice() throws IOException {
        assertTrue(file("{").readJson(json -> json).isEmpty());
        StateFile again = file("{");
        assertTrue(again.readJson(json -> json).isEmpty());
        assertEquals(Optional.of(folder.resolve(copyName(".json"))), again.keptCopy());
        assertEquals(Set.of("window.json", copyName(".json")), names());
    }

    @Test
    void keepsAFileWhoseContentBreaksARule() throws IOException {
        StateFile file = file("{}");
        Optional<String> read = file.readJson(json -> {
            throw new InvalidInputException("step", Rule.NOT_FOUND);
        });
        assertTrue(read.isEmpty());
        assertEquals("{}", Files.readString(file.keptCopy().orElseThrow()));
    }

    @Test
    void movesAFileThatCannotBeCopied() throws IOException {
        StateFile file = file("{");
        try (FailingDisk disk = FailingDisk.fullFrom(1)) {
            assertTrue(file.readJson(json -> json).isEmpty());
            assertEquals(1, disk.changes());
        }
        assertEquals("{", Files.readString(file.keptCopy().orElseThrow()));
        assertEquals(Set.of(copyName(".json")), names());
    }

    @Test
    void leavesAFolderWhereItIs() throws IOException {
        StateFile file = new StateFile(Files.createDirectory(folder.resolve("window.json")), MAX_BYTES);
        assertTrue(file.readJson(json -> json).isEmpty());
        assertTrue(file.keptCopy().isEmpty());
        assertEquals(Set.of("window.json"), names());
    }
}
