package hyperlab.export;

import hyperlab.rule.InvalidInputException;
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
public final class CarriedDocument {
    /** The maximum size of an image file. */
    public static final long MOST_PICTURE_BYTES = 200L << 20;
    /** The maximum size of a document, compressed or decompressed. */
    public static final int MOST_DOCUMENT_BYTES = 20 << 20;

    private static final int HEAD = 1024;

    private CarriedDocument() {}

    /**
     * Reads the JSON embedded in an image made by Hyperlab.
     *
     * @throws InvalidInputException with a one-line message if the file does not exist, is not an image, has no embedded experiment,
     *     is truncated or damaged, or is over the limits
     */
    public static String read(Path path) {
        return all(path).document();
    }

    /** Reads all metadata embedded in an image made by Hyperlab; see {@link #read}. */
    public static Carried all(Path path) {
        String name = path.toString();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            if (Files.size(path) > MOST_PICTURE_BYTES) {
                throw new InvalidInputException(name, "is over " + (MOST_PICTURE_BYTES >> 20) + " MB");
            }
            in.mark(HEAD);
            byte[] head = in.readNBytes(HEAD);
            in.reset();
            if (CarriedPng.begins(head)) {
                return CarriedPng.read(in, name);
            }
            if (CarriedGif.begins(head)) {
                return CarriedGif.read(in, name);
            }
            if (CarriedPdf.begins(head)) {
                return CarriedPdf.read(path);
            }
            if (CarriedSvg.begins(head)) {
                return CarriedSvg.read(in, name);
            }
            throw noPicture(name);
        } catch (NoSuchFileException e) {
            throw new InvalidInputException(name, "does not exist");
        } catch (IOException e) {
            throw new InvalidInputException(name, Files.isDirectory(path) ? "is a folder, not a picture" : "cannot be read");
        }
    }

    /** Reads a UTF-8 text of at most the maximum document size. */
    static String text(InputStream in, String name) {
        byte[] text;
        try (in) {
            text = in.readNBytes(MOST_DOCUMENT_BYTES + 1);
        } catch (IOException e) {
            throw damaged(name);
        }
        if (text.length > MOST_DOCUMENT_BYTES) {
            throw tooLong(name);
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

    static InvalidInputException noPicture(String name) {
        return new InvalidInputException(name, "is no PNG, SVG, PDF or GIF");
    }

    static InvalidInputException none(String name) {
        return new InvalidInputException(name, "is a picture that carries no Hyperlab experiment");
    }

    static InvalidInputException damaged(String name) {
        return new InvalidInputException(name, "is cut short or damaged");
    }

    static InvalidInputException tooLong(String name) {
        return new InvalidInputException(name, "carries more than " + (MOST_DOCUMENT_BYTES >> 20) + " MB of text");
    }
}
