package hyperlab.convolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.image.ImageShape;
import hyperlab.image.KnownFilter;
import hyperlab.nn.ImagePooling;
import hyperlab.nn.Pooling;
import hyperlab.rule.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares feature maps with PyTorch and SciPy. maps.py generated maps.json. */
class FeatureMapTest {
    private static final JsonNode REFERENCE = read();

    private static JsonNode read() {
        try (InputStream in = FeatureMapTest.class.getResourceAsStream("maps.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> cases() {
        return StreamSupport.stream(REFERENCE.get("cases").spliterator(), false);
    }

    private static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    /** The products 0.1, 0.2 and −0.3 sum to 6×10⁻¹⁷ in floating point. */
    @Test
    void whatRoundingLeavesIsDisplayedAsZero() {
        ConvolutionLabSettings setup = ConvolutionLabSettings.DEFAULT
                .withKernel(KernelSelection.of(3, 0.1, 0.2, -0.3, 0, 0, 0, 0, 0, 0))
                .withStride(1);
        double[] pixels = new double[9];
        Arrays.fill(pixels, 1);
        FeatureMap map = FeatureMap.of(setup, new InputImage(3, 3, pixels.clone(), false));
        assertTrue(map.values()[0] != 0 && Math.abs(map.values()[0]) < 1e-16);
        assertEquals(0, map.displayed(0));
        pixels[2] = 1 - 1e-12;
        FeatureMap small = FeatureMap.of(setup, new InputImage(3, 3, pixels, false));
        assertEquals(3e-13, small.displayed(0), 1e-15);
    }

    private static FeatureMap of(JsonNode given) {
        int height = given.get("height").intValue();
        int width = given.get("width").intValue();
        int side = given.get("kernel").intValue();
        double[] pixels = IntStream.range(0, height * width)
                .mapToDouble(i -> (37 * i + 11) % 101 / 101.0)
                .toArray();
        double[] kernel = IntStream.range(0, side * side)
                .mapToDouble(j -> ((53 * j + 7) % 97 - 48) / 16.0)
                .toArray();
        ConvolutionLabSettings setup = ConvolutionLabSettings.DEFAULT
                .withKernel(KernelSelection.of(side, kernel))
                .withStride(given.get("stride").intValue())
                .withPadding(given.get("padding").intValue())
                .withDilation(given.get("dilation").intValue())
                .withPooling(Pooling.valueOf(given.get("pooling").textValue().toUpperCase(Locale.ROOT)))
                .withPool(given.get("pool").intValue());
        return FeatureMap.of(setup, new InputImage(height, width, pixels, false));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void mapsAgreeWithPyTorch(JsonNode given) {
        FeatureMap map = of(given);
        assertArrayEquals(numbers(given.get("map")), map.values(), 1e-12);
        assertArrayEquals(numbers(given.get("pooled")), map.pooled(), 1e-12);
        assertEquals(given.get("pooledWidth").intValue(), map.pooledShape().width());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void productsSumToMap(JsonNode given) {
        FeatureMap map = of(given);
        for (int position = 0; position < map.positionCount(); position++) {
            FeatureMap.PositionDetail step = map.detailAt(position);
            assertEquals(map.values()[position], step.sum());
            assertEquals(step.sum(), DoubleStream.of(step.rowSums()).sum(), 1e-12);
            assertEquals(step.sum(), DoubleStream.of(step.products()).sum(), 1e-12);
        }
    }

    @Test
    void sobelOfPhotographAgreesWithSciPy() {
        ConvolutionLabSettings setup =
                ConvolutionLabSettings.DEFAULT.withStride(1).withPadding(1);
        FeatureMap map = FeatureMap.of(setup, ImageSelection.of("temple").load());
        JsonNode temple = REFERENCE.get("temple");
        for (int row = 0; row < 4; row++) {
            double[] expected = numbers(temple.get("rows").get(row));
            for (int column = 0; column < 16; column++) {
                assertEquals(expected[column], map.values()[64 * row * 256 + 16 * column], 1e-12);
            }
        }
        double[] values = map.values();
        assertEquals(temple.get("sum").doubleValue(), DoubleStream.of(values).sum(), 1e-9);
        assertEquals(
                temple.get("squares").doubleValue(),
                DoubleStream.of(values).map(v -> v * v).sum(),
                1e-8);
    }

    @ParameterizedTest
    @CsvSource({
        "28, 5, 2, 1, 1, 13, 0",
        "28, 3, 2, 0, 1, 13, 1",
        "28, 3, 1, 0, 1, 26, 0",
        "28, 3, 4, 0, 1, 7, 7",
        "28, 1, 3, 0, 1, 10, 18",
        "8, 3, 3, 0, 3, 1, 5",
        "28, 5, 2, 2, 1, 14, 0"
    })
    void sizesAndWhatIsLeftOutFollowTheFormula(
            int side, int kernel, int stride, int padding, int dilation, int map, int left) {
        FeatureMap featureMap = FeatureMap.of(
                ConvolutionLabSettings.DEFAULT
                        .withKernel(KernelSelection.of(KnownFilter.BOX, kernel))
                        .withStride(stride)
                        .withPadding(padding)
                        .withDilation(dilation),
                new InputImage(side, side, new double[side * side], true));
        assertEquals(new ImageShape(1, map, map), featureMap.shape());
        assertEquals(left, featureMap.unreadRows());
        assertEquals(left, featureMap.unreadColumns());
        assertEquals(side * side - (side - left) * (side - left), featureMap.unreadPixels());
        boolean[] rows = featureMap.coveredRows();
        assertEquals(side + 2 * padding, rows.length);
        assertEquals(
                side - left,
                IntStream.range(padding, padding + side).filter(y -> rows[y]).count());
    }

    @Test
    void rejectsMissingPositionAndWindow() {
        InputImage small = new InputImage(4, 4, new double[16], true);
        ConvolutionLabSettings wide = ConvolutionLabSettings.DEFAULT.withKernel(KernelSelection.of(KnownFilter.BOX, 5));
        assertThrows(InvalidInputException.class, () -> FeatureMap.of(wide, small));
        ConvolutionLabSettings pooled = ConvolutionLabSettings.DEFAULT
                .withStride(1)
                .withPooling(Pooling.AVERAGE)
                .withPool(3);
        assertEquals(
                "pool leaves no pixels: pool 3 on 2 × 2",
                assertThrows(InvalidInputException.class, () -> FeatureMap.of(pooled, small))
                        .line());
        ImagePooling pooling = new ImagePooling(new ImageShape(2, 3, 5), Pooling.AVERAGE, 2);
        assertEquals(new ImageShape(2, 1, 2), pooling.pooled());
        assertThrows(IllegalArgumentException.class, () -> pooling.pool(new double[3]));
    }

    @Test
    void averagesOfSeveralMapsStaySeparate() {
        ImagePooling pooling = new ImagePooling(new ImageShape(2, 2, 3), Pooling.AVERAGE, 2);
        double[] maps = {1, 2, 99, 3, 6, 99, 10, 20, 99, 30, 60, 99};
        assertArrayEquals(new double[] {3, 30}, pooling.pool(maps));
        double[] same = new ImagePooling(new ImageShape(2, 2, 3), Pooling.NONE, 5).pool(maps);
        assertArrayEquals(maps, same);
        Arrays.fill(same, 0);
        assertEquals(1, maps[0]);
    }
}
