package hyperlab.export;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * Embeds a document in a PNG and reads it back. The document is JSON in a compressed iTXt chunk with keyword
 * {@value #KEYWORD} (PNG 1.2, 4.2.3.3). The runs that the figure also shows are in a chunk with keyword {@value #RUNS},
 * and its layout in one with keyword {@value #FIGURE}. The reader reads chunks only. It checks every length, and the
 * CRC of these chunks.
 */
final class EmbeddedPng {
    static final String KEYWORD = "hyperlab";
    static final String RUNS = "hyperlab-runs";
    static final String FIGURE = "hyperlab-figure";

    private static final String FORMAT = "javax_imageio_png_1.0";
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int TEXT_CHUNK = chunk("iTXt");
    private static final int IMAGE_DATA_CHUNK = chunk("IDAT");
    private static final int LAST_CHUNK = chunk("IEND");

    private EmbeddedPng() {}

    /** Whether a file that starts with these bytes is a PNG. */
    static boolean matchesHeader(byte[] head) {
        return Arrays.equals(Arrays.copyOf(head, SIGNATURE.length), SIGNATURE);
    }

    /**
     * Reads the embedded metadata; {@code name} identifies the file in error messages. Runs after the pixel data are
     * ignored.
     *
     * @throws hyperlab.rule.InvalidInputException if there is no document, or the file is damaged or over the limits
     */
    static EmbeddedMetadata read(InputStream stream, String name) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        String document = null;
        String runs = "";
        String figure = "";
        in.skipNBytes(SIGNATURE.length);
        try {
            while (true) {
                int length = in.readInt();
                int type = in.readInt();
                if (length < 0) {
                    throw EmbeddedMetadataReader.damaged(name);
                }
                if (type == TEXT_CHUNK) {
                    if (length > EmbeddedMetadataReader.MAX_DOCUMENT_BYTES) {
                        throw EmbeddedMetadataReader.tooLarge(name);
                    }
                    byte[] data = in.readNBytes(length);
                    if (data.length < length) {
                        throw EmbeddedMetadataReader.damaged(name);
                    }
                    int storedCrc = in.readInt();
                    boolean isDocument = document == null && startsWith(KEYWORD, data);
                    boolean isRuns = runs.isEmpty() && startsWith(RUNS, data);
                    boolean isFigure = figure.isEmpty() && startsWith(FIGURE, data);
                    if ((isDocument || isRuns || isFigure) && storedCrc != crc(data)) {
                        throw EmbeddedMetadataReader.damaged(name);
                    }
                    if (isDocument) {
                        document = text(data, KEYWORD, name);
                    } else if (isRuns) {
                        runs = text(data, RUNS, name);
                    } else if (isFigure) {
                        figure = text(data, FIGURE, name);
                    }
                } else {
                    boolean isPastMetadata = type == IMAGE_DATA_CHUNK || type == LAST_CHUNK;
                    if (isPastMetadata && document != null) {
                        return new EmbeddedMetadata(document, runs, figure);
                    }
                    if (type == LAST_CHUNK) {
                        throw EmbeddedMetadataReader.noMetadata(name);
                    }
                    in.skipNBytes(length + 4L);
                }
            }
        } catch (EOFException e) {
            if (document != null) {
                return new EmbeddedMetadata(document, runs, figure);
            }
            throw EmbeddedMetadataReader.damaged(name);
        }
    }

    /** Parses an iTXt chunk: keyword, 0, compression flag, method 0, language tag, 0, translated keyword, 0, text. */
    private static String text(byte[] data, String keyword, String name) throws IOException {
        int flag = keyword.length() + 1;
        int language = flag + 2;
        int translated = afterZero(data, language);
        int start = translated < 0 ? -1 : afterZero(data, translated);
        if (start < 0 || data[flag] < 0 || data[flag] > 1 || data[flag + 1] != 0) {
            throw EmbeddedMetadataReader.damaged(name);
        }
        byte[] text = Arrays.copyOfRange(data, start, data.length);
        return data[flag] == 1
                ? EmbeddedMetadataReader.readText(new InflaterInputStream(new ByteArrayInputStream(text)), name)
                : EmbeddedMetadataReader.readText(new ByteArrayInputStream(text), name);
    }

    /** Writes an image as PNG with this resolution and embedded metadata. */
    static byte[] write(BufferedImage image, int pixelsPerMeter, EmbeddedMetadata embedded) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
            metadata.mergeTree(FORMAT, metadata(pixelsPerMeter, embedded));
            writer.write(null, new IIOImage(image, null, metadata), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadataNode metadata(int pixelsPerMeter, EmbeddedMetadata embedded) {
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        size.setAttribute("pixelsPerUnitXAxis", Integer.toString(pixelsPerMeter));
        size.setAttribute("pixelsPerUnitYAxis", Integer.toString(pixelsPerMeter));
        size.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode texts = new IIOMetadataNode("iTXt");
        texts.appendChild(entry(KEYWORD, embedded.document()));
        if (!embedded.runs().isEmpty()) {
            texts.appendChild(entry(RUNS, embedded.runs()));
        }
        if (!embedded.figure().isEmpty()) {
            texts.appendChild(entry(FIGURE, embedded.figure()));
        }
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        root.appendChild(size);
        root.appendChild(texts);
        return root;
    }

    private static IIOMetadataNode entry(String keyword, String text) {
        IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
        entry.setAttribute("keyword", keyword);
        entry.setAttribute("compressionFlag", "TRUE");
        entry.setAttribute("compressionMethod", "0");
        entry.setAttribute("languageTag", "");
        entry.setAttribute("translatedKeyword", "");
        entry.setAttribute("text", text);
        return entry;
    }

    private static boolean startsWith(String keyword, byte[] data) {
        byte[] wanted = (keyword + "\0").getBytes(StandardCharsets.ISO_8859_1);
        return data.length > wanted.length + 2 && Arrays.equals(Arrays.copyOf(data, wanted.length), wanted);
    }

    private static int afterZero(byte[] data, int from) {
        for (int i = from; i < data.length; i++) {
            if (data[i] == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private static int crc(byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(TEXT_CHUNK).array());
        crc.update(data);
        return (int) crc.getValue();
    }

    private static int chunk(String type) {
        return ByteBuffer.wrap(type.getBytes(StandardCharsets.ISO_8859_1)).getInt();
    }
}
