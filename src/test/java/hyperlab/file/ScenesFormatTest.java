package hyperlab.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.ScenesFormat.SavedScene;
import hyperlab.file.disk.AtomicFile;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenesFormatTest {
    @TempDir
    private Path folder;

    @Test
    void readsWhatItWrote() {
        List<SavedScene> scenes = List.of(
                new SavedScene("first", new Document.OfPage("learning-rate"), "", 0),
                new SavedScene("", new Document.OfExperiment(Experiment.DEFAULT), "{\"format\":\"x\"}", 37));
        Path file = folder.resolve("talk.hyperlab-scenes.json");
        AtomicFile.write(file, ScenesFormat.write(scenes));
        assertEquals(scenes, ScenesFormat.read(file));
        assertTrue(ScenesFormat.isScenes(file));
        assertFalse(ScenesFormat.isScenes(folder.resolve("talk.hyperlab.json")));
    }

    @Test
    void onlyTheDocumentIsRequired() throws IOException {
        assertEquals(List.of(new SavedScene("", new Document.OfPage("loss"), "", 0)), read("""
                {"format": "hyperlab-scenes/1",
                 "scenes": [{"document": {"format": "hyperlab-page/1", "page": "loss"}}]}"""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | format",
                "{\"format\": \"hyperlab-page/1\"} | format",
                "{\"format\": \"hyperlab-scenes/1\", \"scene\": []} | scene",
                "{\"format\": \"hyperlab-scenes/1\", \"scenes\": [{}]} | scenes[0].document",
                "{\"format\": \"hyperlab-scenes/1\", \"scenes\": [{\"document\": 3}]} | scenes[0].document",
                "{\"format\": \"hyperlab-scenes/1\", \"scenes\": [{\"document\": {\"format\": \"hyperlab-page/1\"}}]}"
                        + " | scenes[0].document.page",
                "{\"format\": \"hyperlab-scenes/1\", \"scenes\": [{\"position\": -1}]} | scenes[0].position"
            })
    void invalidFilesAreRejectedWithTheNameOfTheKey(String json, String name) {
        assertEquals(
                name,
                assertThrows(InvalidInputException.class, () -> read(json)).name());
    }

    private List<SavedScene> read(String json) throws IOException {
        return ScenesFormat.read(Files.writeString(folder.resolve("a.hyperlab-scenes.json"), json));
    }
}
