package hyperlab.app.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileVersionsTest {
    private final FileVersions versions = new FileVersions();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("iris.hyperlab.json"), "abc");
        versions.markRead(file, FileVersions.of(file));
    }

    @Test
    void theVersionIsTheSha256OfTheContents() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", FileVersions.of(file));
        assertNull(FileVersions.of(folder));
        assertNull(FileVersions.of(folder.resolve("none")));
    }

    @Test
    void noticesOtherContentsOfTheSameLengthAndTime() throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        assertNull(versions.findChange(file));
        Files.writeString(file, "abd");
        Files.setLastModifiedTime(file, time);
        assertNotNull(versions.findChange(file));
        assertNotNull(versions.findChange(folder.resolve(".").resolve("iris.hyperlab.json")));
        Files.writeString(file, "abc");
        assertNull(versions.findChange(file), "the contents are back");
        Files.delete(file);
        assertNull(versions.findChange(file), "a deleted file has nothing to load");
        assertNull(versions.findChange(folder.resolve("other")));
    }

    @Test
    void ownWritesAreNoChanges() throws IOException {
        Files.writeString(file, "두 반달");
        versions.markWritten(file, "두 반달");
        assertNull(versions.findChange(file));
        versions.markRead(file, null);
        Files.writeString(file, "x");
        assertNull(versions.findChange(file), "nothing is known about it");
    }

    @Test
    void whatWasDeclinedIsCopiedBeforeItIsReplaced() throws IOException {
        Files.writeString(file, "theirs");
        assertNull(versions.keepDeclined(file), "not declined");
        versions.decline(file);
        assertNull(versions.findChange(file));
        Path first = versions.keepDeclined(file);
        assertEquals(folder.resolve("iris-other.hyperlab.json"), first);
        assertNotNull(first);
        assertEquals("theirs", Files.readString(first));
        assertEquals(folder.resolve("iris-other-2.hyperlab.json"), versions.keepDeclined(file));
        versions.markWritten(file, "mine");
        assertNull(versions.keepDeclined(file), "the file is ours again");
    }

    @Test
    void aDeclinedVersionIsAskedAboutAgainAfterTheNextStart() {
        assertEquals(FileVersions.of(file), versions.savedVersion(file));
        versions.decline(file);
        FileVersions next = new FileVersions();
        next.markRead(file, versions.savedVersion(file));
        assertNotNull(next.findChange(file));
    }
}
