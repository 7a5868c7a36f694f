package hyperlab.file.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

    @Test
    void deletesWhatIsUnfinishedWhenTheProgramMustEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "before");
        try (AtomicFile unfinished = AtomicFile.open(file)) {
            unfinished.stream().write('x');
            assertEquals(2, names(folder).size());
            AtomicFile.deleteUnfinished();
            assertEquals(List.of("file"), names(folder));
        }
        assertEquals("before", Files.readString(file));
    }

    @Test
    void rejectsTextThatIsNotUtf8() throws IOException {
        Path file = Files.write(folder.resolve("text"), new byte[] {'a', (byte) 0xff});
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> InputFile.readText(file, 10));
        assertEquals(Rule.NOT_UTF8, error.rule());
    }

    @Test
    void errorsNameTheirReason() {
        Path file = folder.resolve("file");
        IOException denied = new AccessDeniedException(file.toString());
        IOException missing = new NoSuchFileException(file.toString());
        IOException other = new IOException("Input/output error");
        assertEquals(Rule.READ_DENIED, InputFile.readError(file, denied).rule());
        assertEquals(Rule.NOT_FOUND, InputFile.readError(file, missing).rule());
        assertEquals(Rule.UNREADABLE_BECAUSE, InputFile.readError(file, other).rule());
        assertEquals(Rule.WRITE_DENIED, AtomicFile.writeError(file, denied).rule());
        assertEquals(Rule.WRITE_TO_MISSING, AtomicFile.writeError(file, missing).rule());
        assertEquals(Rule.UNWRITABLE_BECAUSE, AtomicFile.writeError(file, other).rule());
    }

    @Test
    void tableIsOpenedOnlyOnceAtATime() throws IOException {
        Path file = folder.resolve("rows.csv");
        try (AppendedCsv first = AppendedCsv.open(file, "a\n", line -> true)) {
            InvalidInputException error = assertThrows(
                    InvalidInputException.class,
                    () -> AppendedCsv.open(file, "a\n", line -> true).close());
            assertEquals(Rule.FOLDER_BUSY, error.rule());
            first.append("1\n");
        }
        assertEquals("a\n1\n", Files.readString(file));
    }

    @Test
    void aFolderThatAcceptsNoFilesIsNoticedBeforeWriting() {
        Path readOnly = Path.of(URI.create("jrt:/java.base/new/file.json"));
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> AtomicFile.checkWritable(readOnly));
        assertEquals(Rule.WRITE_DENIED, error.rule());
    }
}
