package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryFileTest {
    private static final Path HOME = Path.of("/home/someone");

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadAgain() {
        Memory memory = new Memory(
                Optional.of(new Memory.Bounds(-40, 12.5, 1300, 800)),
                true,
                Optional.of(LabName.TRAINING),
                Optional.of(Language.KOREAN),
                Optional.of(Theme.DARK),
                List.of(folder.resolve("둘째_b.csv"), folder.resolve("a.hyperlab.json")));
        MemoryFile file = new MemoryFile(folder.resolve("deep/er/window.json"));
        file.write(memory);
        assertEquals(memory, file.read());
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        MemoryFile file = new MemoryFile(folder.resolve("window.json"));
        file.write(Memory.NONE);
        file.write(Memory.NONE);
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"x\": 10, \"wid",
                "null",
                "[]",
                "{\"lab\": \"kitchen\", \"language\": 7, \"theme\": null, \"width\": \"wide\"}",
                "{\"x\": 1, \"y\": 2, \"width\": -5, \"height\": 3}",
                "{\"recent\": \"a.csv\"}",
                "{\"recent\": [\"a.csv\", 7, null, \"/a\\u0000b\", {}]}"
            })
    void aTornFileCountsAsNone(String content) throws IOException {
        Path path = folder.resolve("window.json");
        Files.writeString(path, content);
        assertEquals(Memory.NONE, new MemoryFile(path).read());
    }

    @Test
    void aFileThatCannotBeReadOrWrittenIsNoReasonToFail() throws IOException {
        Path path = Files.createDirectory(folder.resolve("window.json"));
        MemoryFile file = new MemoryFile(path);
        file.write(Memory.NONE);
        assertEquals(Memory.NONE, file.read());
        assertTrue(Files.isDirectory(path));
    }

    @Test
    void eachPlatformHasItsPlace() {
        assertEquals(
                HOME.resolve(".config/hyperlab/window.json"),
                MemoryFile.folder("Linux", Map.of(), HOME).resolve("window.json"));
        assertEquals(Path.of("/conf/hyperlab"), MemoryFile.folder("Linux", Map.of("XDG_CONFIG_HOME", "/conf"), HOME));
        assertEquals(
                HOME.resolve(".config/hyperlab"),
                MemoryFile.folder("Linux", Map.of("XDG_CONFIG_HOME", "relative"), HOME));
        assertEquals(
                HOME.resolve("Library/Application Support/Hyperlab"), MemoryFile.folder("Mac OS X", Map.of(), HOME));
        assertEquals(HOME.resolve("AppData/Roaming/Hyperlab"), MemoryFile.folder("Windows 11", Map.of(), HOME));
    }
}
