package hyperlab.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IoReasonTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            No space left on device|DISK_FULL
            There is not enough space on the disk|DISK_FULL
            Read-only file system|READ_ONLY
            Permission denied|ACCESS_DENIED
            File name too long|NAME_TOO_LONG
            Not a directory|NOT_A_FOLDER
            Is a directory|IS_A_FOLDER
            Too many open files|TOO_MANY_OPEN
            File too large|TOO_LARGE
            The process cannot access the file because it is being used by another process|IN_USE
            Broken pipe|BROKEN_PIPE
            Input/output error|DEVICE_ERROR
            Too many levels of symbolic links|LINK_LOOP
            Exec format error|OTHER_IO_ERROR
            """)
    void systemMessagesHaveATerm(String message, Term term) {
        assertEquals(term, IoReason.of(new IOException(message)));
        assertEquals(term, IoReason.of(new FileSystemException("a.csv", null, message)));
    }

    @Test
    void exceptionsOfTheLibraryHaveATerm() {
        assertEquals(Term.MISSING, IoReason.of(new NoSuchFileException("a")));
        assertEquals(Term.ACCESS_DENIED, IoReason.of(new AccessDeniedException("a")));
        assertEquals(Term.NOT_A_FOLDER, IoReason.of(new NotDirectoryException("a")));
        assertEquals(Term.EXISTS, IoReason.of(new FileAlreadyExistsException("a")));
        assertEquals(Term.ENDS_EARLY, IoReason.of(new EOFException()));
        assertEquals(Term.NOT_UTF8_TEXT, IoReason.of(new MalformedInputException(1)));
        assertEquals(Term.OTHER_IO_ERROR, IoReason.of(new IOException()));
    }

    @Test
    void aFileInThePathIsNoFolder(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        IOException fault = assertThrows(IOException.class, () -> Files.writeString(file.resolve("below"), ""));
        assertEquals(Term.NOT_A_FOLDER, IoReason.of(fault));
    }
}
