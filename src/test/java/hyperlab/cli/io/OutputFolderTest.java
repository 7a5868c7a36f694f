package hyperlab.cli.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.rule.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    @TempDir
    private Path folder;

    @Test
    void folderInPlaceOfTheFileIsRejected() throws IOException {
        Files.createDirectory(folder.resolve("path.csv"));
        assertThrows(InvalidInputException.class, () -> OutputFolder.prepare(folder, "path.csv"));
    }

    @Test
    void fileInPlaceOfTheFolderIsRejected() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "");
        assertThrows(InvalidInputException.class, () -> OutputFolder.prepare(file, "path.csv"));
    }

    @Test
    void folderThatDisappearsIsARunFailure() throws IOException {
        Path target = OutputFolder.prepare(folder.resolve("out"), "path.csv");
        OutputFolder.write(target, "a,b\n");
        assertEquals("a,b\n", Files.readString(target));
        Files.delete(target);
        Files.delete(folder.resolve("out"));
        Files.writeString(folder.resolve("out"), "a file now");
        assertThrows(RunFailure.class, () -> OutputFolder.write(target, "a,b\n"));
    }
}
