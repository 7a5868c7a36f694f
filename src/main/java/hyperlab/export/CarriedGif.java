package hyperlab.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Embeds a document in a GIF and reads it back. The document is JSON, compressed with zlib, in an application extension
 * (GIF 89a, 26) with identifier {@value #PROGRAM} and code {@value #DOCUMENT}; the runs that the figure also shows are
 * in one with code {@value #RUNS}. Other programs ignore unknown extensions. The reader does not decode images, and
 * stops at the first image once it has the document.
 */
final class CarriedGif {
    static final String PROGRAM = "HYPERLAB";
    static final String DOCUMENT = "1.0";
    static final String RUNS = "RUN";

    private static final int SIGNATURE = 6;
    private static final int EXTENSION = 0x21;
    private static final int APPLICATION = 0xff;
    private static final int PICTURE = 0x2c;
    private static final int END = 0x3b;
    private static final int PLACE_AND_SIZE = 8;
    private static final int HAS_TABLE = 0x80;
    private static final int TABLE_SIZE = 0x07;
    private static final int IDENTIFIER = 11;
    private static final int MOST_IN_BLOCK = 255;

    private CarriedGif() {}

    /** Whether a file that starts with these bytes is a GIF. */
    static boolean begins(byte[] head) {
        String signature = new String(head, 0, Math.min(SIGNATURE, head.length), StandardCharsets.ISO_8859_1);
        return "GIF89a".equals(signature) || "GIF87a".equals(signature);
    }

    /** Writes the extensions that contain the metadata. */
    static void extend(ByteArrayOutputStream gif, Carried carried) {
        extend(gif, PROGRAM + DOCUMENT, packed(carried.document()));
        if (!carried.runs().isEmpty()) {
            extend(gif, PROGRAM + RUNS, packed(carried.runs()));
        }
    }

    /**
     * Writes an application extension.
     *
     * @param identifier with its code, {@value #IDENTIFIER} characters
     */
    static void extend(ByteArrayOutputStream gif, String identifier, byte[] data) {
        gif.write(EXTENSION);
        gif.write(APPLICATION);
        gif.write(IDENTIFIER);
        gif.writeBytes(identifier.getBytes(StandardCharsets.ISO_8859_1));
        for (int from = 0; from < data.length; from += MOST_IN_BLOCK) {
            int length = Math.min(MOST_IN_BLOCK, data.length - from);
            gif.write(length);
            gif.write(data, from, length);
        }
        gif.write(0);
    }

    private static byte[] packed(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /**
     * Reads the embedded metadata; {@code name} identifies the file in error messages.
     *
     * @throws hyperlab.rule.InvalidInputException if there is no document, or the file is damaged or over the limits
     */
    static Carried read(InputStream stream, String name) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        String document = null;
        String runs = "";
        try {
            in.skipNBytes(SIGNATURE + 4);
            int flags = in.readUnsignedByte();
            in.skipNBytes(2L + table(flags));
            while (true) {
                int block = in.readUnsignedByte();
                if ((block == PICTURE || block == END) && document != null) {
                    return new Carried(document, runs);
                }
                if (block == END) {
                    throw CarriedDocument.none(name);
                }
                if (block == PICTURE) {
                    in.skipNBytes(PLACE_AND_SIZE);
                    in.skipNBytes(table(in.readUnsignedByte()) + 1L);
                    skipBlocks(in);
                } else if (block == EXTENSION) {
                    String identifier = identifier(in);
                    if (document == null && (PROGRAM + DOCUMENT).equals(identifier)) {
                        document = text(in, name);
                    } else if (runs.isEmpty() && (PROGRAM + RUNS).equals(identifier)) {
                        runs = text(in, name);
                    } else {
                        skipBlocks(in);
                    }
                } else {
                    throw CarriedDocument.damaged(name);
                }
            }
        } catch (EOFException e) {
            throw CarriedDocument.damaged(name);
        }
    }

    /** The size in bytes of the color table announced by the flags. */
    private static long table(int flags) {
        return (flags & HAS_TABLE) == 0 ? 0 : 3L << ((flags & TABLE_SIZE) + 1);
    }

    /** Reads the identifier of an extension, up to its data; empty for other kinds of extensions. */
    private static String identifier(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != APPLICATION) {
            return "";
        }
        byte[] identifier = new byte[in.readUnsignedByte()];
        in.readFully(identifier);
        return identifier.length == IDENTIFIER ? new String(identifier, StandardCharsets.ISO_8859_1) : "";
    }

    private static void skipBlocks(DataInputStream in) throws IOException {
        for (int length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
            in.skipNBytes(length);
        }
    }

    private static String text(DataInputStream in, String name) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (int length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
            byte[] block = new byte[length];
            in.readFully(block);
            packed.write(block);
            if (packed.size() > CarriedDocument.MOST_DOCUMENT_BYTES) {
                throw CarriedDocument.tooLong(name);
            }
        }
        return CarriedDocument.text(new InflaterInputStream(new ByteArrayInputStream(packed.toByteArray())), name);
    }
}
