package hyperlab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.rule.InvalidInputException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedGifTest {
    private static final String JSON = "{\"format\": \"hyperlab-experiment/1\", \"name\": \"두 반달, ½·c·x²\"}";
    private static final EmbeddedMetadata CARRIED = new EmbeddedMetadata(JSON, "{\"runs\": \"느린\"}");
    /** Signature, size and 256 colors. */
    private static final int HEAD = 13 + 3 * 256;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void choose() {
        file = folder.resolve("figure.gif");
    }

    private static byte[] gif(EmbeddedMetadata carried) {
        GifFrameBuffer film = new GifFrameBuffer();
        for (int k = 0; k < 3; k++) {
            BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
            image.setRGB(k, 4, 0x123456);
            film.add(image);
        }
        return film.encode(carried, share -> {}, () -> false).orElseThrow();
    }

    /** A GIF with one extension and no image. */
    private static byte[] with(String identifier, byte[] data) {
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        gif.write(gif(CARRIED), 0, HEAD);
        EmbeddedGif.writeExtension(gif, identifier, data);
        gif.write(0x3b);
        return gif.toByteArray();
    }

    private static byte[] packed(byte[] data) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(data);
        }
        return packed.toByteArray();
    }

    private String complaint(byte[] gif) throws IOException {
        Files.write(file, gif);
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> EmbeddedMetadataReader.readAll(file));
        assertEquals(1, error.getMessage().lines().count());
        assertTrue(error.getMessage().startsWith(file.toString()));
        return error.detail();
    }

    @Test
    void readsWrittenDocument() throws IOException {
        Files.write(file, gif(CARRIED));
        assertEquals(CARRIED, EmbeddedMetadataReader.readAll(file));
        Files.write(file, gif(new EmbeddedMetadata(JSON)));
        assertEquals(new EmbeddedMetadata(JSON), EmbeddedMetadataReader.readAll(file));
    }

    @Test
    void readsIncompressibleDocument() throws IOException {
        StringBuilder json = new StringBuilder();
        new Random(1).ints(300_000, ' ', '~').forEach(letter -> json.append((char) letter));
        Files.write(file, gif(new EmbeddedMetadata(json.toString())));
        assertEquals(json.toString(), EmbeddedMetadataReader.readDocument(file));
    }

    @Test
    void rejectsGifWithoutDocument() throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_INDEXED);
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        ImageIO.write(image, "gif", gif);
        String none = "is a picture without a Hyperlab experiment";
        assertEquals(none, complaint(gif.toByteArray()));
        assertEquals(none, complaint(with("HYPERLAB9.9", packed(JSON.getBytes(StandardCharsets.UTF_8)))));
        assertEquals(none, complaint(with("HYPERLABRUN", packed(JSON.getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    void rejectsGifTruncatedBeforeImages() throws IOException {
        byte[] gif = gif(CARRIED);
        byte[] bare = gif(new EmbeddedMetadata("{}"));
        int pictures = bare.length - HEAD - 19 - extension("{}");
        int first = gif.length - pictures;
        for (int length = 6; length <= first; length++) {
            assertEquals("is truncated or damaged", complaint(Arrays.copyOf(gif, length)), "length " + length);
        }
    }

    private static int extension(String json) {
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        EmbeddedGif.writeExtension(gif, new EmbeddedMetadata(json));
        return gif.size();
    }

    @Test
    void rejectsDamagedDocument() throws IOException {
        byte[] gif = gif(CARRIED);
        int at = new String(gif, StandardCharsets.ISO_8859_1).indexOf("HYPERLAB1.0");
        gif[at + 40] ^= 1;
        assertEquals("is truncated or damaged", complaint(gif));
        assertEquals("is truncated or damaged", complaint(with("HYPERLAB1.0", packed(new byte[] {(byte) 0xff}))));
        assertEquals("is truncated or damaged", complaint(with("HYPERLAB1.0", new byte[0])));
        byte[] strange = gif(CARRIED);
        strange[HEAD] = 7;
        assertEquals("is truncated or damaged", complaint(strange));
    }

    @Test
    void rejectsOversizedDocumentCompressedOrNot() throws IOException {
        assertEquals("contains more than 32 MB of text", complaint(with("HYPERLAB1.0", packed(new byte[33 << 20]))));
        assertEquals("contains more than 32 MB of text", complaint(with("HYPERLAB1.0", new byte[33 << 20])));
    }
}
