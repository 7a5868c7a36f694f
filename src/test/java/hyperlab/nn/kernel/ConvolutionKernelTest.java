package hyperlab.nn.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.image.ImageShape;
import hyperlab.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Compares the three products with plain sums over all indices, for many geometries. */
class ConvolutionKernelTest {
    /** A new one for each test, so that no test depends on which ones ran before. */
    private final RandomStream stream = RandomStream.named(17, "geometries");

    @Test
    void productsMatchTheSumsOfTheDefinition() {
        int compared = 0;
        while (compared < 300) {
            ConvolutionGeometry geometry = new ConvolutionGeometry(
                    1 + stream.nextInt(5), 1 + stream.nextInt(4), stream.nextInt(7), 1 + stream.nextInt(3));
            ImageShape image = new ImageShape(1 + stream.nextInt(5), 1 + stream.nextInt(13), 1 + stream.nextInt(13));
            int height = (int) geometry.positions(image.height());
            int width = (int) geometry.positions(image.width());
            if (height > 0 && width > 0) {
                compare(image, new ImageShape(1 + stream.nextInt(9), height, width), geometry);
                compared++;
            }
        }
    }

    /** Enough channels and positions to require several blocks and bands. */
    @Test
    void blocksOfChannelsAndBandsOfRowsAddUp() {
        compare(new ImageShape(11, 40, 33), new ImageShape(6, 40, 33), new ConvolutionGeometry(3, 1, 1, 1));
        compare(new ImageShape(2, 70, 60), new ImageShape(3, 70, 60), new ConvolutionGeometry(7, 1, 3, 1));
        compare(new ImageShape(1, 150, 290), new ImageShape(2, 76, 146), new ConvolutionGeometry(5, 2, 5, 2));
        compare(new ImageShape(1, 3, 500), new ImageShape(1, 2, 499), new ConvolutionGeometry(2, 1, 4000, 8001));
    }

    private void compare(ImageShape image, ImageShape maps, ConvolutionGeometry geometry) {
        String what = image + " to " + maps + " by " + geometry;
        int side = geometry.kernel();
        double[] images = numbers(3 + image.size());
        double[] weights = numbers((long) maps.channels() * image.channels() * side * side);
        double[] bias = numbers(maps.channels());
        double[] gradients = numbers(5 + maps.size());
        ConvolutionKernel kernel = new ConvolutionKernel(image, maps, geometry);
        double[] forward = new double[2 + (int) maps.size()];
        double[] expectedForward = forward.clone();
        double[] weightGradient = numbers(weights.length);
        double[] expectedWeightGradient = weightGradient.clone();
        double[] inputGradient = numbers(3 + image.size());
        double[] expectedInputGradient = new double[inputGradient.length];
        System.arraycopy(inputGradient, 0, expectedInputGradient, 0, 3);
        // Run twice: values that the first call leaves in scratch arrays must not matter.
        kernel.forward(numbers(images.length), 3, weights, bias, forward, 2);
        kernel.forward(images, 3, weights, bias, forward, 2);
        kernel.backward(
                1, numbers(images.length), 3, numbers(gradients.length), 5, weights, weights.clone(), inputGradient);
        kernel.backward(1, images, 3, gradients, 5, weights, weightGradient, inputGradient);
        for (int f = 0; f < maps.channels(); f++) {
            for (int y = 0; y < maps.height(); y++) {
                for (int x = 0; x < maps.width(); x++) {
                    int place = (f * maps.height() + y) * maps.width() + x;
                    double sum = bias[f];
                    for (int c = 0; c < image.channels(); c++) {
                        for (int dy = 0; dy < side; dy++) {
                            for (int dx = 0; dx < side; dx++) {
                                int row = y * geometry.stride() + dy * geometry.dilation() - geometry.padding();
                                int column = x * geometry.stride() + dx * geometry.dilation() - geometry.padding();
                                if (row >= 0 && row < image.height() && column >= 0 && column < image.width()) {
                                    int pixel = (c * image.height() + row) * image.width() + column;
                                    int weight = ((f * image.channels() + c) * side + dy) * side + dx;
                                    sum += weights[weight] * images[3 + pixel];
                                    expectedWeightGradient[weight] += gradients[5 + place] * images[3 + pixel];
                                    expectedInputGradient[3 + pixel] += gradients[5 + place] * weights[weight];
                                }
                            }
                        }
                    }
                    expectedForward[2 + place] = sum;
                }
            }
        }
        assertArrayEquals(expectedForward, forward, 1e-12, what);
        assertArrayEquals(expectedWeightGradient, weightGradient, 1e-11, what);
        assertArrayEquals(expectedInputGradient, inputGradient, 1e-12, what);
        assertCovered(image.height(), geometry);
    }

    private static void assertCovered(int pixels, ConvolutionGeometry geometry) {
        boolean[] covered = new boolean[pixels];
        for (int place = 0; place < geometry.positions(pixels); place++) {
            for (int tap = 0; tap < geometry.kernel(); tap++) {
                int pixel = place * geometry.stride() + tap * geometry.dilation() - geometry.padding();
                if (pixel >= 0 && pixel < pixels) {
                    covered[pixel] = true;
                }
            }
        }
        assertTrue(Arrays.equals(covered, geometry.coveredPixels(pixels)));
    }

    private double[] numbers(long count) {
        double[] numbers = new double[(int) count];
        Arrays.setAll(numbers, i -> stream.nextDouble(-1, 1));
        return numbers;
    }
}
