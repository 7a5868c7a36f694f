package hyperlab.export;

import hyperlab.file.Documents;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads the JSON document embedded in a PNG, SVG, PDF or GIF made by Hyperlab. The input is untrusted: the format is
 * detected from the first bytes, not the file name, and reading stops at the limits regardless of the sizes that the
 * file claims.
 */
public final class EmbeddedMetadataReader {
    /** The maximum size of an image file. */
    public static final long MAX_IMAGE_BYTES = 200L << 20;
    /** The maximum size of a document, compressed or decompressed. */
    public static final int MAX_DOCUMENT_BYTES = Documents.MAX_BYTES;

    private static final int HEADER_BYTES = 1024;

    private EmbeddedMetadataReader() {}

    /**
     * Reads the JSON embedded in an image made by Hyperlab.
     *
     * @throws InvalidInputException with a one-line message if the file does not exist, is not an image, has no
     *     embedded experiment, is truncated or damaged, or is over the limits
     */
    public static String readDocument(Path path) {
        return readAll(path).document();
    }

    /** Reads all metadata embedded in an image made by Hyperlab; see {@link #readDocument}. */
    public static EmbeddedMetadata readAll(Path path) {
        String name = path.toString();
        // Opening a pipe would wait for its writer.
        if (Files.exists(path) && !Files.isDirectory(path) && !Files.isRegularFile(path)) {
            throw new InvalidInputException(name, Rule.NOT_REGULAR_FILE);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            if (Files.size(path) > MAX_IMAGE_BYTES) {
                throw new InvalidInputException(name, Rule.FIGURE_TOO_LARGE, MAX_IMAGE_BYTES >> 20);
            }
            in.mark(HEADER_BYTES);
            byte[] head = in.readNBytes(HEADER_BYTES);
            in.reset();
            if (EmbeddedPng.matchesHeader(head)) {
                return EmbeddedPng.read(in, name);
            }
            if (EmbeddedGif.matchesHeader(head)) {
                return EmbeddedGif.read(in, name);
            }
            if (EmbeddedPdf.matchesHeader(head)) {
                return EmbeddedPdf.read(path);
            }
            if (EmbeddedSvg.matchesHeader(head)) {
                return EmbeddedSvg.read(in, name);
            }
            throw notAnImage(name);
        } catch (NoSuchFileException e) {
            throw new InvalidInputException(name, Rule.NOT_FOUND);
        } catch (IOException e) {
            throw new InvalidInputException(
                    name, Files.isDirectory(path) ? Rule.DIRECTORY_FOR_PICTURE : Rule.UNREADABLE);
        }
    }

    /** Reads a UTF-8 text of at most the maximum document size. */
    static String readText(InputStream in, String name) {
        byte[] text;
        try (in) {
            text = in.readNBytes(MAX_DOCUMENT_BYTES + 1);
        } catch (IOException e) {
            throw damaged(name);
        }
        if (text.length > MAX_DOCUMENT_BYTES) {
            throw tooLarge(name);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
        } catch (CharacterCodingException e) {
            throw damaged(name);
        }
    }

    static InvalidInputException notAnImage(String name) {
        return new InvalidInputException(name, Rule.NOT_A_FIGURE);
    }

    static InvalidInputException noMetadata(String name) {
        return new InvalidInputException(name, Rule.NO_EMBEDDED_DOCUMENT);
    }

    static InvalidInputException damaged(String name) {
        return new InvalidInputException(name, Rule.DAMAGED);
    }

    static InvalidInputException tooLarge(String name) {
        return new InvalidInputException(name, Rule.EMBEDDED_TEXT_TOO_LARGE, MAX_DOCUMENT_BYTES >> 20);
    }
}
