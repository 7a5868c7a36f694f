package hyperlab.rule;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Why a file cannot be read or written, as an argument of an error message, so that it has a text in each language. */
public final class IoReason {
    /** What the messages of operating systems contain, from Linux, macOS and Windows. */
    private record Phrase(Term term, List<String> phrases) {
        Phrase(Term term, String... phrases) {
            this(term, Arrays.asList(phrases));
        }
    }

    private static final List<Phrase> PHRASES = List.of(
            new Phrase(Term.DISK_FULL, "No space left", "not enough space", "Disk quota exceeded"),
            new Phrase(Term.READ_ONLY, "Read-only file system", "write-protected"),
            new Phrase(Term.ACCESS_DENIED, "Permission denied", "Access is denied", "Operation not permitted"),
            new Phrase(Term.NAME_TOO_LONG, "File name too long", "filename or extension is too long"),
            new Phrase(Term.NOT_A_FOLDER, "Not a directory"),
            new Phrase(Term.IS_A_FOLDER, "Is a directory"),
            new Phrase(Term.MISSING, "No such file", "cannot find the"),
            new Phrase(Term.TOO_MANY_OPEN, "Too many open files"),
            new Phrase(Term.TOO_LARGE, "File too large"),
            new Phrase(Term.IN_USE, "being used by another process", "Text file busy", "resource busy"),
            new Phrase(Term.BROKEN_PIPE, "Broken pipe", "pipe is being closed", "pipe has been ended"),
            new Phrase(Term.DEVICE_ERROR, "Input/output error", "I/O device error"));

    private IoReason() {}

    /** A {@link Term}, {@link Term#OTHER_IO_ERROR} if the system gives another reason. */
    public static Term of(IOException fault) {
        if (fault instanceof NoSuchFileException) {
            return Term.MISSING;
        }
        if (fault instanceof AccessDeniedException) {
            return Term.ACCESS_DENIED;
        }
        if (fault instanceof NotDirectoryException) {
            return Term.NOT_A_FOLDER;
        }
        if (fault instanceof FileAlreadyExistsException) {
            return Term.EXISTS;
        }
        if (fault instanceof FileSystemLoopException) {
            return Term.LINK_LOOP;
        }
        if (fault instanceof EOFException) {
            return Term.ENDS_EARLY;
        }
        if (fault instanceof CharacterCodingException) {
            return Term.NOT_UTF8_TEXT;
        }
        String message = Objects.toString(
                fault instanceof FileSystemException system ? system.getReason() : fault.getMessage(), "");
        return PHRASES.stream()
                .filter(each -> each.phrases().stream().anyMatch(message::contains))
                .map(Phrase::term)
                .findFirst()
                .orElse(message.contains("Too many levels of symbolic links") ? Term.LINK_LOOP : Term.OTHER_IO_ERROR);
    }
}
