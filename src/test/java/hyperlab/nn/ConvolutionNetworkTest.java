package hyperlab.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.image.ImageShape;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.nn.layer.MaxPoolLayer;
import hyperlab.random.RandomStream;
import hyperlab.rule.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolutionNetworkTest {
    private static final ImageShape IMAGE = new ImageShape(1, 4, 4);

    private static NetworkShape shape(ImageShape image, Activation activation, ConvolutionSpec... convolutions) {
        return new NetworkShape(
                (int) image.size(), image, List.of(convolutions), List.of(), 1, activation, 0.5, Loss.SQUARED_ERROR);
    }

    private static Network network(NetworkShape shape) {
        return new Network(shape, Initializer.Auto.DEFAULT, 1);
    }

    @Test
    void activationPrecedesPoolingAndDropoutFollowsHiddenLayersOnly() {
        // If pooling came before the activation with slope −1, it would keep −1 of each window instead of the largest
        // |x|.
        Network network = network(shape(IMAGE, new Activation.LeakyRelu(-1), new ConvolutionSpec(1, 1, 1, 0, 2)));
        network.load(List.of(
                new LayerWeights.Convolution(new double[][][][] {{{{1}}}}, new double[1]),
                new LayerWeights.Dense(new double[][] {{1, 10, 100, 1000}}, new double[1])));
        double[] pixels = {1, -5, 0, 0, 2, 3, 0, -7, 0, 0, 4, 1, 0, 6, -2, -3};
        DMatrixRMaj images = new DMatrixRMaj(1, 16);
        images.setData(pixels);

        assertEquals(5 + 70 + 600 + 4000, network.predict(images).get(0, 0));
        assertEquals(0, network.gradient(images, new double[] {4675}), "dropout must not touch a convolution");
    }

    @Test
    void maxoutFilterOwnsAdjacentMaps() {
        Network network = network(shape(IMAGE, new Activation.Maxout(2), new ConvolutionSpec(2, 1, 1, 0, 4)));
        double[][][][] kernels = {{{{1}}}, {{{-1}}}, {{{0}}}, {{{0.5}}}};
        network.load(List.of(
                new LayerWeights.Convolution(kernels, new double[] {0, 0, -3, 0}),
                new LayerWeights.Dense(new double[][] {{1, 100}}, new double[1])));
        DMatrixRMaj images = new DMatrixRMaj(1, 16);
        images.set(0, 3, -8);
        images.set(0, 9, 6);

        assertEquals(8 + 300, network.predict(images).get(0, 0));
    }

    @Test
    void poolingTiesGoToTheFirstAndLeftoverPixelsGetNothing() {
        MaxPoolLayer layer = new MaxPoolLayer(new ImageShape(1, 3, 5), new ImageShape(1, 1, 2), 2);
        DMatrixRMaj maps = new DMatrixRMaj(new double[][] {{1, 7, 2, 2, 9, 7, 7, 2, 2, 9, 9, 9, 9, 9, 9}});

        assertArrayEquals(new double[] {7, 2}, Arrays.copyOf(layer.forward(maps, true).data, 2));
        DMatrixRMaj gradient = layer.backward(new DMatrixRMaj(new double[][] {{3, 4}}));

        assertArrayEquals(new double[] {0, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, Arrays.copyOf(gradient.data, 15));
    }

    @Test
    void poolingPropagatesNaN() {
        MaxPoolLayer layer = new MaxPoolLayer(new ImageShape(1, 2, 2), new ImageShape(1, 1, 1), 2);
        DMatrixRMaj maps = new DMatrixRMaj(new double[][] {{1, Double.NaN, 2, 3}});

        assertTrue(Double.isNaN(layer.forward(maps, true).get(0, 0)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5 | 1 | 0 | 1 | convolutions[1] leaves no pixels: kernel 5 with padding 0 on 4 × 3
            1 | 1 | 0 | 4 | convolutions[1] leaves no pixels: pool 4 on 4 × 3
            3 | 2 | 0 | 2 | convolutions[1] leaves no pixels: pool 2 on 1 × 1
            1 | 1 | 9999 | 1 | convolutions[1] must make maps of at most 16777216 numbers, got 2 × 20002 × 20001
            """)
    void namesTheConvolutionWithEmptyOutput(int kernel, int stride, int padding, int pool, String line) {
        ConvolutionSpec first = new ConvolutionSpec(3, 3, 1, 0, 2);
        ConvolutionSpec second = new ConvolutionSpec(2, kernel, stride, padding, pool);
        ImageShape image = new ImageShape(1, 10, 9);

        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> shape(image, new Activation.Relu(), first, second));

        assertEquals(line, error.getMessage());
    }

    @Test
    void rejectsNonImageOrTooLargeInput() {
        List<ConvolutionSpec> convolutions = List.of(ConvolutionSpec.DEFAULT);
        assertEquals(
                "convolutions need images: give data.image as [channels, height, width]",
                assertThrows(
                                InvalidInputException.class,
                                () -> new NetworkShape(
                                        16,
                                        null,
                                        convolutions,
                                        List.of(),
                                        2,
                                        new Activation.Relu(),
                                        0,
                                        Loss.CROSS_ENTROPY))
                        .getMessage());
        assertEquals(
                "image must have as many numbers as there are inputs, 15, got 1 × 4 × 4",
                assertThrows(
                                InvalidInputException.class,
                                () -> new NetworkShape(
                                        15,
                                        IMAGE,
                                        convolutions,
                                        List.of(),
                                        2,
                                        new Activation.Relu(),
                                        0,
                                        Loss.CROSS_ENTROPY))
                        .getMessage());
        assertEquals(
                "parameters must be at most 268435456, got 4096012290",
                assertThrows(
                                InvalidInputException.class,
                                () -> new NetworkShape(
                                        1_000_000, List.of(4096), 2, new Activation.Relu(), 0, Loss.CROSS_ENTROPY))
                        .getMessage());
    }

    static Stream<Activation> activations() {
        return Stream.of(new Activation.Tanh(), new Activation.Prelu(0.1), new Activation.Maxout(3));
    }

    @ParameterizedTest
    @MethodSource("activations")
    void countsTrainableParameters(Activation activation) {
        NetworkShape shape = new NetworkShape(
                60,
                new ImageShape(2, 6, 5),
                List.of(new ConvolutionSpec(3, 3, 1, 1, 2), new ConvolutionSpec(4, 2, 1, 0, 1)),
                List.of(7, 5),
                3,
                activation,
                0,
                Loss.CROSS_ENTROPY);

        long counted = network(shape).parameters().stream()
                .mapToLong(block -> block.values().length)
                .sum();

        assertEquals(counted, shape.parameterCount());
        assertEquals(activation instanceof Activation.Maxout ? 3 * 3 * 30 : 3 * 30, shape.maxValuesPerSample());
    }

    @Test
    void probesNameConvolutionsByTheirFilters() {
        NetworkShape shape = new NetworkShape(
                60,
                new ImageShape(2, 6, 5),
                List.of(new ConvolutionSpec(3, 3, 1, 1, 2), new ConvolutionSpec(4, 2, 1, 0, 1)),
                List.of(7),
                3,
                new Activation.Maxout(2),
                0,
                Loss.CROSS_ENTROPY);

        List<String> names = new NetworkProbe(network(shape))
                .weightLayers().stream()
                        .map(layer -> layer.kind() + " " + layer.number() + ": " + layer.units())
                        .toList();

        assertEquals(List.of("CONVOLUTION 1: 3", "CONVOLUTION 2: 4", "HIDDEN 1: 7", "OUTPUT 1: 3"), names);
    }

    static Stream<Arguments> initializers() {
        return Stream.of(
                Arguments.of(new Initializer.He(), Math.sqrt(2.0 / (6 * 25))),
                Arguments.of(new Initializer.Xavier(), Math.sqrt(2.0 / (6 * 25 + 200 * 25))),
                Arguments.of(new Initializer.Auto(), Math.sqrt(2.0 / (6 * 25 + 200 * 25))));
    }

    /** Glorot's uniform distribution has the variance 2/(fan-in + fan-out). */
    @ParameterizedTest
    @MethodSource("initializers")
    void initialWeightSpreadMatchesFanInAndFanOut(Initializer initializer, double deviation) {
        NetworkShape shape =
                shape(new ImageShape(6, 5, 5), new Activation.Tanh(), new ConvolutionSpec(200, 5, 1, 0, 1));
        double[] weights =
                new Network(shape, initializer, 3).parameters().get(0).values();

        double variance = Arrays.stream(weights).map(w -> w * w).average().orElseThrow();

        assertEquals(200 * 6 * 25, weights.length);
        assertEquals(deviation, Math.sqrt(variance), 4 * deviation / Math.sqrt(2.0 * weights.length));
    }

    @ParameterizedTest
    @MethodSource("activations")
    void weightsSurviveExportAndImport(Activation activation) {
        NetworkShape shape = shape(new ImageShape(2, 6, 5), activation, new ConvolutionSpec(3, 3, 1, 1, 2));
        Network from = new Network(shape, Initializer.Auto.DEFAULT, 1);
        Network to = new Network(shape, Initializer.Auto.DEFAULT, 2);
        DMatrixRMaj image = new DMatrixRMaj(1, 60);
        RandomStream stream = RandomStream.named(1, "pixels");
        Arrays.setAll(image.data, i -> stream.nextGaussian());
        assertNotEquals(from.predict(image).get(0, 0), to.predict(image).get(0, 0));

        to.load(from.weights());

        assertEquals(from.predict(image).get(0, 0), to.predict(image).get(0, 0));
        assertTrue(
                from.weights().get(0) instanceof LayerWeights.Convolution kernels && kernels.weights()[0].length == 2);
    }

    static Stream<Arguments> misfits() {
        double[][][][] right = new double[2][1][3][3];
        double[][][][] ragged = new double[2][1][3][3];
        ragged[1][0][2] = new double[2];
        double[][][][] broken = new double[2][1][3][3];
        broken[0][0][1][1] = Double.NaN;
        return Stream.of(
                Arguments.of(
                        new LayerWeights.Dense(new double[2][9], new double[2]),
                        "layers[0] must be convolution, got dense"),
                Arguments.of(
                        new LayerWeights.Convolution(new double[3][1][3][3], new double[3]),
                        "layers[0].weights must be 2 × 1 × 3 × 3, got 3 filters"),
                Arguments.of(
                        new LayerWeights.Convolution(new double[2][4][3][3], new double[2]),
                        "layers[0].weights must be 2 × 1 × 3 × 3, got 4 channels"),
                Arguments.of(
                        new LayerWeights.Convolution(new double[2][1][5][3], new double[2]),
                        "layers[0].weights must be 2 × 1 × 3 × 3, got 5 rows of a kernel"),
                Arguments.of(
                        new LayerWeights.Convolution(ragged, new double[2]),
                        "layers[0].weights must be 2 × 1 × 3 × 3, got 2 columns of a kernel"),
                Arguments.of(
                        new LayerWeights.Convolution(broken, new double[2]),
                        "layers[0].weights must be finite, got NaN"),
                Arguments.of(
                        new LayerWeights.Convolution(right, new double[1]), "layers[0].bias must be 2 numbers, got 1"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void rejectsMismatchedWeightsWithoutChangingState(LayerWeights newWeights, String message) {
        Network network = network(shape(IMAGE, new Activation.Relu(), new ConvolutionSpec(2, 3, 1, 0, 2)));
        double before = network.parameters().get(0).values()[0];
        LayerWeights top = new LayerWeights.Dense(new double[1][2], new double[1]);

        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> network.load(List.of(newWeights, top)));

        assertEquals(message, error.getMessage());
        assertEquals(before, network.parameters().get(0).values()[0]);
    }
}
