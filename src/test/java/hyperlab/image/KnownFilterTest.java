package hyperlab.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.rule.InvalidInputException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KnownFilterTest {
    /** The response to a constant image of ones: 0 for difference filters, 1 for filters that preserve the image. */
    @ParameterizedTest
    @EnumSource
    void sumsToOneUnlessDifferenceFilter(KnownFilter filter) {
        boolean differences = switch (filter) {
            case SOBEL_X, SOBEL_Y, LAPLACIAN -> true;
            default -> false;
        };
        int[] sides = filter.isResizable() ? new int[] {1, 3, 5, 31} : new int[] {3};
        for (int side : sides) {
            double[] kernel = filter.kernel("kernel", side);
            assertEquals(side * side, kernel.length);
            assertEquals(differences ? 0 : 1, Arrays.stream(kernel).sum(), 1e-15 * kernel.length);
        }
        assertEquals(filter, KnownFilter.byName(filter.fileName()).orElseThrow());
    }

    @Test
    void gaussianUsesBinomials() {
        double[] three = {1, 2, 1, 2, 4, 2, 1, 2, 1};
        assertArrayEquals(Arrays.stream(three).map(v -> v / 16).toArray(), KnownFilter.GAUSSIAN.kernel("kernel", 3));
        double[] five = {1, 4, 6, 4, 1};
        assertArrayEquals(
                Arrays.stream(five).map(v -> 6 * v / 256).toArray(),
                Arrays.copyOfRange(KnownFilter.GAUSSIAN.kernel("kernel", 5), 10, 15));
    }

    @Test
    void sobelIsPositiveTowardBrightSide() {
        double[] rightIsBright = {0, 0, 1, 0, 0, 1, 0, 0, 1};
        double[] bottomIsBright = {0, 0, 0, 0, 0, 0, 1, 1, 1};
        assertEquals(4, dot(KnownFilter.SOBEL_X, rightIsBright));
        assertEquals(0, dot(KnownFilter.SOBEL_X, bottomIsBright));
        assertEquals(4, dot(KnownFilter.SOBEL_Y, bottomIsBright));
        assertEquals(0, dot(KnownFilter.SOBEL_Y, rightIsBright));
    }

    private static double dot(KnownFilter filter, double[] image) {
        double[] kernel = filter.kernel("kernel", 3);
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            sum += kernel[i] * image[i];
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SOBEL_X  | 5  | kernel must be 3, the side of sobelX, got 5
            EMBOSS   | 1  | kernel must be 3, the side of emboss, got 1
            IDENTITY | 4  | kernel must be odd for identity, which has a 1 in the middle, got 4
            BOX      | 32 | kernel must be a whole number from 1 to 31, got 32
            GAUSSIAN | 0  | kernel must be a whole number from 1 to 31, got 0
            """)
    void rejectsUnsupportedSize(KnownFilter filter, int side, String line) {
        assertEquals(
                line,
                assertThrows(InvalidInputException.class, () -> filter.kernel("kernel", side))
                        .getMessage());
    }
}
