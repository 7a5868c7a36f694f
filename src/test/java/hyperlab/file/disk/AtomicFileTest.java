package hyperlab.file.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Links and permissions are those of Unix. */
@DisabledOnOs(OS.WINDOWS)
class AtomicFileTest {
    @TempDir
    private Path folder;

    private List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writesThroughSymbolicLinks() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path file = Files.writeString(elsewhere.resolve("file"), "before");
        Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("elsewhere", "file"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), first);
        AtomicFile.write(second, "after");
        assertTrue(Files.isSymbolicLink(second));
        assertTrue(Files.isSymbolicLink(first));
        assertFalse(Files.isSymbolicLink(file));
        assertEquals("after", Files.readString(file));
        assertEquals(List.of("file"), names(elsewhere));
        assertEquals(List.of("elsewhere", "first", "second"), names(folder));
    }

    @Test
    void createsTheFileThatLinkLeadsTo() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("later", "file"));
        AtomicFile.write(link, "new");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(folder.resolve("later").resolve("file")));
    }

    @Test
    void rejectsLinksThatLeadNowhere() throws IOException {
        Path loop = folder.resolve("loop");
        Files.createSymbolicLink(loop, loop);
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> AtomicFile.write(loop, "text"));
        assertEquals(Rule.UNWRITABLE_BECAUSE, error.rule());
        assertEquals(List.of("loop"), names(folder));
    }

    @Test
    void keepsThePermissionsOfTheFileThatIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("script.py"), "before");
        for (String permissions : List.of("rwx------", "rw-rw-rw-", "r--r-----")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            AtomicFile.write(file, permissions);
            assertEquals(permissions, Files.readString(file));
            assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }
}
