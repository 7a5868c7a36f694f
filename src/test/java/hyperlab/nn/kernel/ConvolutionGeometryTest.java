package hyperlab.nn.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionGeometryTest {
    /** Output sides of torch.nn.Conv2d in PyTorch 2.6 for an n × n image. */
    @ParameterizedTest
    @CsvSource({
        "28, 5, 2, 1, 1, 13",
        "28, 3, 1, 1, 1, 28",
        "32, 3, 2, 1, 2, 15",
        "7, 3, 1, 0, 3, 1",
        "10, 4, 3, 2, 2, 3",
        "9, 5, 4, 0, 1, 2",
        "9, 1, 1, 0, 1, 9",
        "13, 3, 5, 4, 4, 3",
    })
    void placesAreAsManyAsPyTorchMakes(int n, int kernel, int stride, int padding, int dilation, int places) {
        assertEquals(places, new ConvolutionGeometry(kernel, stride, padding, dilation).positions(n));
    }

    @ParameterizedTest
    @CsvSource({"6, 3, 1, 0, 3", "4, 5, 1, 0, 1", "1, 2, 3, 0, 1"})
    void noPlaceWhereTheKernelDoesNotFit(int n, int kernel, int stride, int padding, int dilation) {
        assertEquals(0, new ConvolutionGeometry(kernel, stride, padding, dilation).positions(n));
    }
}
