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
 * in one with code {@value #RUNS}, and its layout in one with code {@value #FIGURE}. Other programs ignore unknown
 * extensions. The reader does not decode images, and stops at the first image once it has the document.
 */
final class EmbeddedGif {
    static final String PROGRAM = "HYPERLAB";
    static final String DOCUMENT = "1.0";
    static final String RUNS = "RUN";
    static final String FIGURE = "FIG";

    private static final int SIGNATURE_LENGTH = 6;
    private static final int EXTENSION = 0x21;
    private static final int APPLICATION = 0xff;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;
    private static final int IMAGE_BOUNDS_BYTES = 8;
    private static final int COLOR_TABLE_FLAG = 0x80;
    private static final int COLOR_TABLE_SIZE_MASK = 0x07;
    private static final int IDENTIFIER_LENGTH = 11;
    private static final int MAX_BLOCK_BYTES = 255;

    private EmbeddedGif() {}

    /** Whether a file that starts with these bytes is a GIF. */
    static boolean matchesHeader(byte[] head) {
        String signature = new String(head, 0, Math.min(SIGNATURE_LENGTH, head.length), StandardCharsets.ISO_8859_1);
        return "GIF89a".equals(signature) || "GIF87a".equals(signature);
    }

    /** Writes the extensions that contain the metadata. */
    static void writeExtension(ByteArrayOutputStream gif, EmbeddedMetadata metadata) {
        writeExtension(gif, PROGRAM + DOCUMENT, compress(metadata.document()));
        if (!metadata.runs().isEmpty()) {
            writeExtension(gif, PROGRAM + RUNS, compress(metadata.runs()));
        }
        if (!metadata.figure().isEmpty()) {
            writeExtension(gif, PROGRAM + FIGURE, compress(metadata.figure()));
        }
    }

    /**
     * Writes an application extension.
     *
     * @param identifier with its code, {@value #IDENTIFIER_LENGTH} characters
     */
    static void writeExtension(ByteArrayOutputStream gif, String identifier, byte[] data) {
        gif.write(EXTENSION);
        gif.write(APPLICATION);
        gif.write(IDENTIFIER_LENGTH);
        gif.writeBytes(identifier.getBytes(StandardCharsets.ISO_8859_1));
        for (int from = 0; from < data.length; from += MAX_BLOCK_BYTES) {
            int length = Math.min(MAX_BLOCK_BYTES, data.length - from);
            gif.write(length);
            gif.write(data, from, length);
        }
        gif.write(0);
    }

    private static byte[] compress(String text) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(compressed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    /**
     * Reads the embedded metadata; {@code name} identifies the file in error messages.
     *
     * @throws hyperlab.rule.InvalidInputException if there is no document, or the file is damaged or over the limits
     */
    static EmbeddedMetadata read(InputStream stream, String name) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        String document = null;
        String runs = "";
        String figure = "";
        try {
            in.skipNBytes(SIGNATURE_LENGTH + 4);
            int flags = in.readUnsignedByte();
            in.skipNBytes(2L + colorTableBytes(flags));
            while (true) {
                int block = in.readUnsignedByte();
                if ((block == IMAGE || block == TRAILER) && document != null) {
                    return new EmbeddedMetadata(document, runs, figure);
                }
                if (block == TRAILER) {
                    throw EmbeddedMetadataReader.noMetadata(name);
                }
                if (block == IMAGE) {
                    in.skipNBytes(IMAGE_BOUNDS_BYTES);
                    in.skipNBytes(colorTableBytes(in.readUnsignedByte()) + 1L);
                    skipBlocks(in);
                } else if (block == EXTENSION) {
                    String identifier = identifier(in);
                    if (document == null && (PROGRAM + DOCUMENT).equals(identifier)) {
                        document = text(in, name);
                    } else if (runs.isEmpty() && (PROGRAM + RUNS).equals(identifier)) {
                        runs = text(in, name);
                    } else if (figure.isEmpty() && (PROGRAM + FIGURE).equals(identifier)) {
                        figure = text(in, name);
                    } else {
                        skipBlocks(in);
                    }
                } else {
                    throw EmbeddedMetadataReader.damaged(name);
                }
            }
        } catch (EOFException e) {
            throw EmbeddedMetadataReader.damaged(name);
        }
    }

    /** The size in bytes of the color table announced by the flags. */
    private static long colorTableBytes(int flags) {
        return (flags & COLOR_TABLE_FLAG) == 0 ? 0 : 3L << ((flags & COLOR_TABLE_SIZE_MASK) + 1);
    }

    /** Reads the identifier of an extension, up to its data; empty for other kinds of extensions. */
    private static String identifier(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != APPLICATION) {
            return "";
        }
        byte[] identifier = new byte[in.readUnsignedByte()];
        in.readFully(identifier);
        return identifier.length == IDENTIFIER_LENGTH ? new String(identifier, StandardCharsets.ISO_8859_1) : "";
    }

    private static void skipBlocks(DataInputStream in) throws IOException {
        for (int length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
            in.skipNBytes(length);
        }
    }

    private static String text(DataInputStream in, String name) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        for (int length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
            byte[] block = new byte[length];
            in.readFully(block);
            compressed.write(block);
            if (compressed.size() > EmbeddedMetadataReader.MAX_DOCUMENT_BYTES) {
                throw EmbeddedMetadataReader.tooLarge(name);
            }
        }
        return EmbeddedMetadataReader.readText(
                new InflaterInputStream(new ByteArrayInputStream(compressed.toByteArray())), name);
    }
}
