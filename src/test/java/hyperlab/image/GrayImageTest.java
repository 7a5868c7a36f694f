package hyperlab.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.rule.InvalidInputException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images of every kind, compared with the values they were generated from. Both come from convolve.py. */
class GrayImageTest {
    private static final int HEADER_LENGTH = 4 + 13;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grey8.png",
                "grey16.png",
                "grey1.png",
                "colour8.png",
                "clear8.png",
                "veiled8.png",
                "palette.png",
                "frame.gif"
            })
    void readsTheNumbersThatWereDrawn(String file) throws IOException {
        JsonNode rows;
        try (InputStream in = GrayImageTest.class.getResourceAsStream("convolve.json")) {
            rows = new ObjectMapper().readTree(in).at("/grey/" + file.replaceFirst("\\..*", ""));
        }

        GrayImage image = GrayImage.read(copyToFile(file));

        assertEquals(rows.size(), image.height());
        assertEquals(rows.get(0).size(), image.width());
        assertEquals(new ImageShape(1, image.height(), image.width()), image.shape());
        double[] expected = new double[image.pixels().length];
        Arrays.setAll(
                expected,
                i -> rows.get(i / image.width()).get(i % image.width()).asDouble());
        assertArrayEquals(expected, image.pixels(), 1e-12);
    }

    @Test
    void pngHasRoundedAndClippedNumbers() throws IOException {
        GrayImage image = new GrayImage(2, 3, new double[] {0, 255, 127.4, 127.5, -3, 300});

        assertArrayEquals(
                new double[] {0, 255, 127, 128, 0, 255},
                GrayImage.read(writePngFile(image)).pixels());
    }

    @Test
    void rejectsFileThatIsNotAnImage() throws IOException {
        Path text = Files.writeString(folder.resolve("note.png"), "not a picture");
        Path none = folder.resolve("none.png");

        assertEquals(text + " is not a picture that can be read (PNG, JPEG, GIF, BMP or TIFF)", errorMessage(text));
        assertEquals(none + " does not exist", errorMessage(none));
        assertEquals(folder + " is a folder, not a file", errorMessage(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"grey8.png", "colour8.png", "frame.gif", "palette.png"})
    void refusesAPictureThatIsCutShort(String file) throws IOException {
        byte[] whole = Files.readAllBytes(copyToFile(file));
        for (int length = 30; length < whole.length * 2 / 3; length += 13) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));

            assertEquals(cut + " is truncated or damaged", errorMessage(cut), file + " at " + length);
        }
    }

    @Test
    void rejectsImageWithFalseHeader() throws IOException {
        assertEquals("must have at most 16777216 pixels, got 100000 × 100000", messageForSize(100_000, 100_000));
        assertEquals("must have at most 16777216 pixels, got 1 × 16777217", messageForSize(1, 16_777_217));
        assertEquals("is truncated or damaged", messageForSize(4000, 4000));
    }

    private String messageForSize(int height, int width) throws IOException {
        byte[] bytes = Files.readAllBytes(copyToFile("grey8.png"));
        putInt(bytes, 16, width);
        putInt(bytes, 20, height);
        CRC32 crc = new CRC32();
        crc.update(bytes, 12, HEADER_LENGTH);
        putInt(bytes, 12 + HEADER_LENGTH, (int) crc.getValue());
        Path file = Files.write(folder.resolve("lie.png"), bytes);
        return assertThrows(InvalidInputException.class, () -> GrayImage.read(file))
                .detail();
    }

    private static void putInt(byte[] bytes, int at, int number) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (number >> (24 - 8 * i));
        }
    }

    /** A JPEG of constant gray is decoded to within 1. */
    @Test
    void readsJpeg() throws IOException {
        BufferedImage uniform = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 200; i++) {
            uniform.setRGB(i % 20, i / 20, 0x646464);
        }
        Path file = folder.resolve("even.jpg");
        ImageIO.write(uniform, "jpg", file.toFile());

        GrayImage read = GrayImage.read(file);

        assertEquals(10, read.height());
        assertEquals(100, Arrays.stream(read.pixels()).max().orElseThrow(), 1);
        assertEquals(100, Arrays.stream(read.pixels()).min().orElseThrow(), 1);
    }

    private static String errorMessage(Path file) {
        return assertThrows(InvalidInputException.class, () -> GrayImage.read(file))
                .getMessage();
    }

    private Path writePngFile(GrayImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        image.writePng(bytes);
        return Files.write(folder.resolve("written.png"), bytes.toByteArray());
    }

    private Path copyToFile(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(GrayImageTest.class.getResourceAsStream(file))) {
            return Files.write(folder.resolve(file), in.readAllBytes());
        }
    }
}
