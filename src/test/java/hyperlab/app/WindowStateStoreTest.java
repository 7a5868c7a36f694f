package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lab.LabName;
import hyperlab.text.Language;
import hyperlab.ui.Preferences;
import hyperlab.ui.Theme;
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

class WindowStateStoreTest {
    private static final Path HOME = Path.of("/home/someone");

    @TempDir
    private Path folder;

    @Test
    void readsWrittenState() {
        WindowState memory = new WindowState(
                Optional.of(new WindowState.WindowRectangle(-40, 12.5, 1300, 800)),
                true,
                Optional.of(LabName.TRAINING),
                Optional.of(Language.KOREAN),
                Optional.of(Theme.DARK),
                List.of(folder.resolve("둘째_b.csv"), folder.resolve("a.hyperlab.json")),
                new Preferences(150, 2, true, true));
        WindowStateStore file = new WindowStateStore(folder.resolve("deep/er/window.json"));
        file.write(memory);
        assertEquals(memory, file.read());
    }

    @Test
    void leavesNoTemporaryFiles() throws IOException {
        WindowStateStore file = new WindowStateStore(folder.resolve("window.json"));
        file.write(WindowState.NONE);
        file.write(WindowState.NONE);
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
        assertEquals(WindowState.NONE, new WindowStateStore(path).read());
    }

    @Test
    void toleratesUnreadableAndUnwritableFile() throws IOException {
        Path path = Files.createDirectory(folder.resolve("window.json"));
        WindowStateStore file = new WindowStateStore(path);
        file.write(WindowState.NONE);
        assertEquals(WindowState.NONE, file.read());
        assertTrue(Files.isDirectory(path));
    }

    @Test
    void usesTheStateFolderUnlessAPropertyNamesTheFile() {
        assertEquals(
                Path.of("/classroom/window.json"),
                WindowStateStore.defaultPath("Linux", Map.of("HYPERLAB_HOME", "/classroom"), HOME));
        System.setProperty(WindowStateStore.PROPERTY, "/elsewhere/w.json");
        try {
            assertEquals(Path.of("/elsewhere/w.json"), WindowStateStore.defaultPath("Linux", Map.of(), HOME));
        } finally {
            System.clearProperty(WindowStateStore.PROPERTY);
        }
    }

    @Test
    void anUnknownSizeCountsAsTheNormalOne() throws IOException {
        Path path = folder.resolve("window.json");
        Files.writeString(path, "{\"preferences\": {\"scale\": 110, \"systemScale\": -3, \"reducedMotion\": true}}");
        assertEquals(
                new Preferences(100, 1, true, false),
                new WindowStateStore(path).read().preferences());
    }
}
