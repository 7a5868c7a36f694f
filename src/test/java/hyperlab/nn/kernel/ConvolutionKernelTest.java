package hyperlab.nn.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.image.ImageShape;
import hyperlab.random.RandomStream;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares the three products with plain sums over all indices, and with EJML's products of the patches that the kernel
 * positions read, for many geometries.
 */
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

    /**
     * With few elements, images wait for each other; with very many, none can; in between, threads share the filters.
     */
    @ParameterizedTest
    @CsvSource({"1, 20, 3, 8", "8, 14, 3, 16", "1, 66, 65, 256"})
    void threadsDoNotChangeTheWeightGradient(int channels, int size, int side, int filters) {
        ImageShape image = new ImageShape(channels, size, size);
        ImageShape maps = new ImageShape(filters, size - side + 1, size - side + 1);
        ConvolutionGeometry geometry = new ConvolutionGeometry(side, 1, 0, 1);
        int count = 6;
        double[] images = numbers(count * image.size());
        double[] gradients = numbers(count * maps.size());
        double[][] results = new double[2][filters * channels * side * side];
        for (int threads = 1; threads <= 2; threads++) {
            Workers workers = new Workers();
            workers.configure(threads, () -> false);
            ConvolutionKernel[] kernels = {
                new ConvolutionKernel(image, maps, geometry), new ConvolutionKernel(image, maps, geometry)
            };
            new ConvolutionWeightGradient(image, maps, geometry, workers)
                    .add(kernels, count, images, gradients, results[threads - 1]);
        }
        assertArrayEquals(results[0], results[1], 0);
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
        ConvolutionWeightGradient gradient = new ConvolutionWeightGradient(image, maps, geometry, new Workers());
        backward(
                kernel,
                gradient,
                numbers(images.length),
                numbers(gradients.length),
                weights,
                weights.clone(),
                inputGradient);
        backward(kernel, gradient, images, gradients, weights, weightGradient, inputGradient);
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

    /**
     * With P as the positions × (channels·kernel²) matrix of what the positions read, W as the filters ×
     * channels·kernel² weights and G as the filters × positions gradients: maps = W·Pᵀ + bias, weight gradient = G·P,
     * and the gradient of the patches = Gᵀ·W.
     */
    @Test
    void productsMatchEjmlProductsOfPatches() {
        ImageShape image = new ImageShape(3, 9, 11);
        for (int[] settings : new int[][] {{3, 1, 1, 1}, {2, 2, 0, 1}, {3, 2, 2, 2}, {5, 1, 2, 1}}) {
            ConvolutionGeometry geometry = new ConvolutionGeometry(settings[0], settings[1], settings[2], settings[3]);
            ImageShape maps = new ImageShape(
                    4, (int) geometry.positions(image.height()), (int) geometry.positions(image.width()));
            int positions = maps.height() * maps.width();
            double[] pixels = numbers(image.size());
            int[][] read = readPixels(image, maps, geometry);
            DMatrixRMaj patches = new DMatrixRMaj(positions, read[0].length);
            for (int position = 0; position < positions; position++) {
                for (int tap = 0; tap < read[0].length; tap++) {
                    int pixel = read[position][tap];
                    patches.set(position, tap, pixel < 0 ? 0 : pixels[pixel]);
                }
            }
            DMatrixRMaj weights = new DMatrixRMaj(4, read[0].length, true, numbers(4L * read[0].length));
            DMatrixRMaj gradients = new DMatrixRMaj(4, positions, true, numbers(4L * positions));
            double[] bias = numbers(4);
            EjmlMatrixOps ejml = new EjmlMatrixOps();
            DMatrixRMaj expectedMaps = new DMatrixRMaj(1, 1);
            ejml.multTransB(weights, patches, expectedMaps);
            DMatrixRMaj expectedWeightGradient = new DMatrixRMaj(1, 1);
            ejml.mult(gradients, patches, expectedWeightGradient);
            DMatrixRMaj patchGradient = new DMatrixRMaj(1, 1);
            ejml.multTransA(gradients, weights, patchGradient);
            double[] expectedImageGradient = new double[pixels.length];
            for (int position = 0; position < positions; position++) {
                for (int tap = 0; tap < read[0].length; tap++) {
                    if (read[position][tap] >= 0) {
                        expectedImageGradient[read[position][tap]] += patchGradient.get(position, tap);
                    }
                }
                for (int f = 0; f < 4; f++) {
                    expectedMaps.add(f, position, bias[f]);
                }
            }
            ConvolutionKernel kernel = new ConvolutionKernel(image, maps, geometry);
            double[] forward = new double[4 * positions];
            double[] weightGradient = new double[weights.data.length];
            double[] imageGradient = new double[pixels.length];
            kernel.forward(pixels, 0, weights.data, bias, forward, 0);
            kernel.imageGradient(gradients.data, 0, weights.data, imageGradient, 0);
            ConvolutionWeightGradient gradient = new ConvolutionWeightGradient(image, maps, geometry, new Workers());
            addWeightGradient(kernel, gradient, pixels, gradients.data, weightGradient);

            assertArrayEquals(expectedMaps.data, forward, 1e-12, geometry.toString());
            assertArrayEquals(expectedWeightGradient.data, weightGradient, 1e-11, geometry.toString());
            assertArrayEquals(expectedImageGradient, imageGradient, 1e-12, geometry.toString());
        }
    }

    /** The image starts at index 3, the gradient with respect to the maps at index 5. */
    private static void backward(
            ConvolutionKernel kernel,
            ConvolutionWeightGradient gradient,
            double[] images,
            double[] gradients,
            double[] weights,
            double[] weightGradient,
            double[] inputGradient) {
        kernel.imageGradient(gradients, 5, weights, inputGradient, 3);
        addWeightGradient(
                kernel,
                gradient,
                Arrays.copyOfRange(images, 3, images.length),
                Arrays.copyOfRange(gradients, 5, gradients.length),
                weightGradient);
    }

    private static void addWeightGradient(
            ConvolutionKernel kernel,
            ConvolutionWeightGradient gradient,
            double[] image,
            double[] gradients,
            double[] weightGradient) {
        gradient.add(new ConvolutionKernel[] {kernel}, 1, image, gradients, weightGradient);
    }

    /** The index of the pixel that each kernel element reads at each position, or −1 for the padding. */
    private static int[][] readPixels(ImageShape image, ImageShape maps, ConvolutionGeometry geometry) {
        int side = geometry.kernel();
        int[][] read = new int[maps.height() * maps.width()][image.channels() * side * side];
        for (int position = 0; position < read.length; position++) {
            int top = position / maps.width() * geometry.stride() - geometry.padding();
            int left = position % maps.width() * geometry.stride() - geometry.padding();
            for (int tap = 0; tap < read[position].length; tap++) {
                int channel = tap / (side * side);
                int row = top + tap / side % side * geometry.dilation();
                int column = left + tap % side * geometry.dilation();
                boolean inside = row >= 0 && row < image.height() && column >= 0 && column < image.width();
                read[position][tap] = inside ? (channel * image.height() + row) * image.width() + column : -1;
            }
        }
        return read;
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
