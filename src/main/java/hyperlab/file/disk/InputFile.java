package hyperlab.file.disk;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.IoReason;
import hyperlab.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files of limited size. What cannot be read is reported as a one-line {@link InvalidInputException}. */
public final class InputFile {
    private InputFile() {}

    /** All bytes of a file; rejects files larger than {@code maxBytes} bytes. */
    public static byte[] read(Path path, int maxBytes) {
        try (InputStream in = stream(path)) {
            byte[] bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new InvalidInputException(path.toString(), Rule.AT_MOST_BYTES, maxBytes);
            }
            return bytes;
        } catch (IOException e) {
            throw readError(path, e);
        }
    }

    /** Reads a whole file of at most {@code maxBytes} bytes as UTF-8. */
    public static String readText(Path path, int maxBytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(read(path, maxBytes)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(path.toString(), Rule.NOT_UTF8).withCause(e);
        }
    }

    /**
     * Opens and closes a file.
     *
     * @throws InvalidInputException if it cannot be read
     */
    public static void requireReadable(Path path) {
        try {
            stream(path).close();
        } catch (IOException e) {
            throw readError(path, e);
        }
    }

    /** Opens a file for reading. */
    public static InputStream stream(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new InvalidInputException(path.toString(), Rule.DIRECTORY);
        }
        // Opening a pipe would wait for its writer.
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new InvalidInputException(path.toString(), Rule.NOT_REGULAR_FILE);
        }
        return Files.newInputStream(path);
    }

    /** The error for a file that cannot be read. */
    public static InvalidInputException readError(Path path, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new InvalidInputException(path.toString(), Rule.NOT_FOUND);
        }
        if (e instanceof AccessDeniedException) {
            return new InvalidInputException(path.toString(), Rule.READ_DENIED);
        }
        return new InvalidInputException(path.toString(), Rule.UNREADABLE_BECAUSE, IoReason.of(e)).withCause(e);
    }
}
