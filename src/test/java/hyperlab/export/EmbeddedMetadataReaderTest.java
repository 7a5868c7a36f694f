package hyperlab.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.rule.InvalidInputException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMetadataReaderTest {
    private static final String JSON = "{\"format\": \"hyperlab-experiment/1\", \"name\": \"두 반달, ½·c·x²\"}";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void choose() {
        file = folder.resolve("figure.png");
    }

    private static BufferedImage image() {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 4, 0x123456);
        return image;
    }

    private InvalidInputException readError() {
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> EmbeddedMetadataReader.readDocument(file));
        assertEquals(1, error.getMessage().lines().count());
        assertTrue(error.getMessage().startsWith(file.toString()));
        return error;
    }

    @Test
    void readsWrittenDocument() throws IOException {
        byte[] png = EmbeddedPng.write(image(), 2, new EmbeddedMetadata(JSON));
        Files.write(file, png);
        assertEquals(JSON, EmbeddedMetadataReader.readDocument(file));
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(40, read.getWidth());
        assertEquals(0x123456, read.getRGB(3, 4) & 0xffffff);
        assertFalse(new String(png, StandardCharsets.ISO_8859_1).contains("hyperlab-experiment"), "is compressed");
    }

    @Test
    void readsLargeDocument() throws IOException {
        String json = "x".repeat(19 << 20);
        Files.write(file, EmbeddedPng.write(image(), 1, new EmbeddedMetadata(json)));
        assertEquals(json, EmbeddedMetadataReader.readDocument(file));
    }

    @Test
    void rejectsImageWithoutDocument() throws IOException {
        ImageIO.write(image(), "png", file.toFile());
        assertEquals(
                file + " is a picture without a Hyperlab experiment",
                readError().getMessage());
    }

    @Test
    void rejectsFileThatIsNotAnImage() throws IOException {
        Files.writeString(file, "{}");
        assertEquals("is not a PNG, SVG, PDF or GIF file", readError().detail());
        Files.write(file, new byte[0]);
        assertEquals("is not a PNG, SVG, PDF or GIF file", readError().detail());
        Files.delete(file);
        assertEquals("does not exist", readError().detail());
        Files.createDirectory(file);
        assertEquals("is a folder, not a picture", readError().detail());
    }

    @Test
    void rejectsImageTruncatedAtAnyLength() throws IOException {
        byte[] png = EmbeddedPng.write(image(), 1, new EmbeddedMetadata(JSON));
        int end = indexOf(png, "iTXt") + 4 + 60;
        for (int length = 8; length < end; length++) {
            Files.write(file, Arrays.copyOf(png, length));
            assertEquals("is truncated or damaged", readError().detail(), "length " + length);
        }
    }

    @Test
    void rejectsDamagedDocument() throws IOException {
        byte[] png = EmbeddedPng.write(image(), 1, new EmbeddedMetadata(JSON));
        png[indexOf(png, "iTXt") + 40] ^= 1;
        Files.write(file, png);
        assertEquals("is truncated or damaged", readError().detail());
        byte[] text = "hyperlab\0\0\0\0\0{}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] plain = withChunk("iTXt", text.length, text);
        plain[plain.length - 1] ^= 1;
        Files.write(file, plain);
        assertEquals("is truncated or damaged", readError().detail());
    }

    @Test
    void rejectsOversizedChunkWithoutReadingIt() throws IOException {
        Files.write(file, withChunk("iTXt", 33 << 20, new byte[10]));
        assertEquals("contains more than 32 MB of text", readError().detail());
        Files.write(file, withChunk("iTXt", -5, new byte[10]));
        assertEquals("is truncated or damaged", readError().detail());
    }

    @Test
    void rejectsTextThatDecompressesBeyondLimit() throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write("hyperlab\0\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (DeflaterOutputStream packed = new DeflaterOutputStream(data)) {
            for (int i = 0; i < 40; i++) {
                packed.write(new byte[1 << 20]);
            }
        }
        Files.write(file, withChunk("iTXt", data.size(), data.toByteArray()));
        assertEquals("contains more than 32 MB of text", readError().detail());
    }

    @Test
    void readsUncompressedTextAndSkipsOtherTexts() throws IOException {
        byte[] text = "hyperlab\0\0\0en\0\0{}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] other = "Comment\0\0\0\0\0hello".getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(withChunk("iTXt", other.length, other));
        both.write(Arrays.copyOfRange(withChunk("iTXt", text.length, text), 8, 8 + 12 + text.length));
        Files.write(file, both.toByteArray());
        assertEquals("{}", EmbeddedMetadataReader.readDocument(file));
        byte[] bad = "hyperlab\0\0\0\0\0\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, withChunk("iTXt", bad.length, bad));
        assertEquals("is truncated or damaged", readError().detail());
    }

    @Test
    void rejectsOversizedImageWithoutReadingIt() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(EmbeddedMetadataReader.MAX_IMAGE_BYTES + 1);
        }
        assertEquals("is over 200 MB", readError().detail());
    }

    @Test
    void sameImageGivesSameFile() {
        assertArrayEquals(
                EmbeddedPng.write(image(), 1, new EmbeddedMetadata(JSON)),
                EmbeddedPng.write(image(), 1, new EmbeddedMetadata(JSON)));
    }

    private static byte[] withChunk(String type, int claimed, byte[] data) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(claimed);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
        return bytes.toByteArray();
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
