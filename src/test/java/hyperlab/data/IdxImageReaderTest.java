package hyperlab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.image.ImageShape;
import hyperlab.rule.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdxImageReaderTest {
    private static final String IMAGES = "00000803 00000003 00000001 00000002 00 ff 33 66 01 02";
    private static final String LABELS = "00000801 00000003 07 00 09";

    @Test
    void readsFirstImagesRowByRow() throws IOException {
        DataSet data = read(zipped(IMAGES), zipped(LABELS), 2);

        assertEquals(new ImageShape(1, 1, 2), data.image());
        assertArrayEquals(new double[] {0, 1, 0.2, 0.4}, data.features().data);
        assertArrayEquals(new double[] {7, 0}, data.targets());
        assertEquals("pixel0_1", data.featureNames().get(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            00000801 00000003 00000001 00000002 00 | - | images must begin with 2051, got 2049
            00000803 00000001 00000001 00000002 00 00 | - | images must contain at least 2 images, got 1
            00000803 00000003 00000000 00000002 00 | - | images must have images of 1 to 4096 pixels a side, got 0
            00000803 00000003 7fffffff 7fffffff 00 | - | images must have images of 1 to 4096 pixels a side, got 2147483647
            00000803 00000003 00000001 00000002 00 ff 33 | - | images is truncated or damaged
            00 | - | images is truncated or damaged
            - | 00000803 00000003 07 00 09 | labels must begin with 2049, got 2051
            - | 00000801 00000003 07 | labels is truncated or damaged
            - | 00000801 00000003 07 0a 09 | labels must have labels from 0 to 9, got 10
            - | 00000801 00000003 ff 00 09 | labels must have labels from 0 to 9, got 255
            """)
    void rejectsMismatchedFiles(String images, String labels, String line) throws IOException {
        byte[] imageFile = zipped(images == null ? IMAGES : images);
        byte[] labelFile = zipped(labels == null ? LABELS : labels);

        assertEquals(
                line,
                assertThrows(InvalidInputException.class, () -> read(imageFile, labelFile, 2))
                        .getMessage());
    }

    @Test
    void rejectsDamagedCompression() throws IOException {
        byte[] damaged = zipped(IMAGES);
        Arrays.fill(damaged, 10, damaged.length, (byte) 0xee);

        assertEquals(
                "images is truncated or damaged",
                assertThrows(InvalidInputException.class, () -> read(damaged, zipped(LABELS), 2))
                        .getMessage());
        assertEquals(
                "labels is truncated or damaged",
                assertThrows(InvalidInputException.class, () -> read(zipped(IMAGES), new byte[20], 2))
                        .getMessage());
    }

    private static DataSet read(byte[] images, byte[] labels, int samples) throws IOException {
        return IdxImageReader.read(
                "test",
                new ByteArrayInputStream(images),
                "images",
                new ByteArrayInputStream(labels),
                "labels",
                samples);
    }

    private static byte[] zipped(String hexadecimal) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(HexFormat.of().parseHex(hexadecimal.replace(" ", "")));
        }
        return bytes.toByteArray();
    }
}
