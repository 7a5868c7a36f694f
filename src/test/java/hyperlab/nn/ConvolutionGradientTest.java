package hyperlab.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.image.ImageShape;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.ParameterBlock;
import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares gradients through convolutions, activations and pooling with central differences of the evaluated loss. */
class ConvolutionGradientTest {
    private static final List<Activation> ACTIVATIONS = List.of(
            new Activation.Linear(),
            new Activation.Sigmoid(),
            new Activation.Tanh(),
            new Activation.Relu(),
            new Activation.LeakyRelu(0.2),
            new Activation.Prelu(0.25),
            new Activation.Elu(1.5),
            new Activation.Maxout(2),
            new Activation.Maxout(3));

    static Stream<Arguments> shapes() {
        ImageShape wide = new ImageShape(2, 5, 7);
        List<Arguments> shapes = new ArrayList<>();
        for (Activation activation : ACTIVATIONS) {
            shapes.add(of(
                    "one of everything", activation, new ImageShape(1, 1, 1), 1, new ConvolutionSpec(1, 1, 1, 0, 1)));
            shapes.add(of("kernel 1", activation, wide, 3, new ConvolutionSpec(3, 1, 1, 0, 1)));
            shapes.add(of("padding and pool remainder", activation, wide, 3, new ConvolutionSpec(4, 3, 1, 1, 2)));
            shapes.add(of("stride that does not divide", activation, wide, 2, new ConvolutionSpec(5, 2, 2, 0, 1)));
            shapes.add(of("stride beyond the kernel", activation, wide, 2, new ConvolutionSpec(2, 2, 3, 1, 1)));
            shapes.add(of("padding as wide as the kernel", activation, wide, 2, new ConvolutionSpec(1, 2, 1, 2, 3)));
            shapes.add(of("kernel as large as the image", activation, wide, 4, new ConvolutionSpec(3, 5, 1, 0, 1)));
            shapes.add(of(
                    "two convolutions",
                    activation,
                    new ImageShape(1, 9, 8),
                    3,
                    new ConvolutionSpec(3, 3, 1, 1, 2),
                    new ConvolutionSpec(4, 2, 1, 1, 2)));
        }
        return shapes.stream();
    }

    private static Arguments of(
            String what, Activation activation, ImageShape image, int rows, ConvolutionSpec... convolutions) {
        return Arguments.of(what, activation, image, rows, List.of(convolutions));
    }

    private static Network network(Activation activation, ImageShape image, List<ConvolutionSpec> convolutions) {
        int inputs = (int) image.size();
        List<Integer> hidden = convolutions.size() == 1 && inputs > 1 ? List.of() : List.of(3);
        Network network = new Network(
                new NetworkShape(inputs, image, convolutions, hidden, 3, activation, 0, Loss.CROSS_ENTROPY),
                new Initializer.Uniform(0.6),
                5);
        RandomStream stream = RandomStream.named(11, "biases");
        // With biases of 0, positions that see only padding would be at a kink.
        for (ParameterBlock block : network.parameters()) {
            if (!block.isWeight() && block.values().length > 1) {
                Arrays.setAll(block.values(), i -> stream.nextDouble(-0.5, 0.5));
            }
        }
        return network;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void gradientsAgreeWithCentralDifferences(
            String what, Activation activation, ImageShape image, int rows, List<ConvolutionSpec> convolutions) {
        int inputs = (int) image.size();
        Network network = network(activation, image, convolutions);
        RandomStream stream = RandomStream.named(12, "samples");
        DMatrixRMaj features = new DMatrixRMaj(rows, inputs);
        Arrays.setAll(features.data, i -> stream.nextGaussian());
        double[] targets = new double[rows];
        Arrays.setAll(targets, i -> stream.nextInt(3));
        network.gradient(new DMatrixRMaj(rows + 2, inputs), new double[rows + 2]);

        double loss = network.gradient(features, targets);

        assertEquals(network.evaluate(features, targets).loss(), loss, 1e-12 * (1 + loss));
        for (ParameterBlock block : network.parameters()) {
            GradientTest.checkBlock(network, block, features, targets);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void hessianProductsAgreeWithCentralDifferencesOfTheGradient(
            String what, Activation activation, ImageShape image, int rows, List<ConvolutionSpec> convolutions) {
        Network network = network(activation, image, convolutions);
        NetworkProbe probe = new NetworkProbe(network);
        RandomStream stream = RandomStream.named(13, "samples");
        DMatrixRMaj features = new DMatrixRMaj(rows, (int) image.size());
        Arrays.setAll(features.data, i -> stream.nextGaussian());
        double[] targets = new double[rows];
        Arrays.setAll(targets, i -> stream.nextInt(3));
        ParameterVector direction = ParameterVector.zeros(network).fillGaussian(stream);

        ParameterVector product = ParameterVector.zeros(network);
        probe.hessianVectorProduct(features, targets, direction, product);

        double h = 1e-6;
        ParameterVector above = ParameterVector.zeros(network);
        move(network, h, direction);
        probe.gradient(features, targets, above);
        ParameterVector below = ParameterVector.zeros(network);
        move(network, -2 * h, direction);
        probe.gradient(features, targets, below);
        double scale = Math.max(product.norm(), 1e-3);
        for (int b = 0; b < product.blocks(); b++) {
            for (int i = 0; i < product.block(b).length; i++) {
                double difference = (above.block(b)[i] - below.block(b)[i]) / (2 * h);
                assertEquals(difference, product.block(b)[i], 1e-6 * scale, what + ", block " + b + " number " + i);
            }
        }
    }

    private static void move(Network network, double factor, ParameterVector direction) {
        for (int b = 0; b < direction.blocks(); b++) {
            double[] values = network.parameters().get(b).values();
            for (int i = 0; i < values.length; i++) {
                values[i] += factor * direction.block(b)[i];
            }
        }
    }
}
