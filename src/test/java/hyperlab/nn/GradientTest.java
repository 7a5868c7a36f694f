package hyperlab.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.nn.kernel.EjmlMatrixOps;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.ParameterBlock;
import hyperlab.optim.Penalty;
import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares every gradient with central differences of the evaluated loss, which shares no backward code. */
class GradientTest {
    private static final List<Activation> ACTIVATIONS = List.of(
            new Activation.Linear(),
            new Activation.Sigmoid(),
            new Activation.Tanh(),
            new Activation.Relu(),
            new Activation.LeakyRelu(0.2),
            new Activation.LeakyRelu(-0.3),
            new Activation.Prelu(0.25),
            new Activation.Elu(1.5),
            new Activation.Maxout(2),
            new Activation.Maxout(3),
            new Activation.Softplus(),
            new Activation.Selu(),
            new Activation.Gelu(),
            new Activation.Silu(),
            new Activation.Mish(),
            new Activation.Hardswish());

    static Stream<Arguments> shapes() {
        List<Arguments> shapes = new ArrayList<>();
        for (Activation activation : ACTIVATIONS) {
            for (Loss loss : Loss.values()) {
                shapes.add(Arguments.of(activation, loss, 3, List.of(5, 4), 3, 7));
                shapes.add(Arguments.of(activation, loss, 1, List.of(1), 2, 1));
                shapes.add(Arguments.of(activation, loss, 2, List.of(), 4, 3));
                shapes.add(Arguments.of(activation, loss, 37, List.of(33, 2), 2, 9));
            }
            shapes.add(Arguments.of(activation, Loss.SQUARED_ERROR, 2, List.of(4, 2), 1, 10));
            shapes.add(Arguments.of(activation, Loss.SQUARED_ERROR, 1, List.of(), 1, 1));
        }
        return shapes.stream();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void gradientsAgreeWithCentralDifferences(
            Activation activation, Loss loss, int inputs, List<Integer> hidden, int outputs, int rows) {
        Network network = new Network(
                new NetworkShape(inputs, hidden, outputs, activation, 0, loss), new Initializer.Uniform(0.8), 5);
        RandomStream stream = RandomStream.named(11, "samples");
        DMatrixRMaj features = new DMatrixRMaj(rows, inputs);
        double[] targets = new double[rows];
        for (int i = 0; i < features.data.length; i++) {
            features.data[i] = stream.nextGaussian();
        }
        for (int row = 0; row < rows; row++) {
            targets[row] = outputs > 1 ? stream.nextInt(outputs) : stream.nextGaussian();
        }
        // With biases of 0, units whose inputs are all 0 would be at a kink.
        for (ParameterBlock block : network.parameters()) {
            if (!block.isWeight() && block.values().length > 1) {
                Arrays.setAll(block.values(), i -> stream.nextDouble(-0.5, 0.5));
            }
        }
        // Run a larger batch first: buffers that are longer than their shape must not matter.
        network.gradient(new DMatrixRMaj(rows + 3, inputs), new double[rows + 3]);

        double batchLoss = network.gradient(features, targets);

        assertEquals(network.evaluate(features, targets).loss(), batchLoss, 1e-12 * (1 + batchLoss));
        for (ParameterBlock block : network.parameters()) {
            checkBlock(network, block, features, targets);
        }
    }

    /** The trainer with EJML's products instead of our kernels. */
    @ParameterizedTest
    @MethodSource("shapes")
    void gradientsAreTheSameWithEjmlsProducts(
            Activation activation, Loss loss, int inputs, List<Integer> hidden, int outputs, int rows) {
        NetworkShape shape = new NetworkShape(inputs, hidden, outputs, activation, 0, loss);
        Network kernels = new Network(shape, new Initializer.Uniform(0.8), 5);
        Network ejml = new Network(
                shape,
                new Initializer.Uniform(0.8),
                RandomStream.named(5, "weights"),
                RandomStream.named(5, "dropout"),
                workers -> new EjmlMatrixOps());
        RandomStream stream = RandomStream.named(12, "samples");
        DMatrixRMaj features = new DMatrixRMaj(rows, inputs);
        Arrays.setAll(features.data, i -> stream.nextGaussian());
        double[] targets = new double[rows];
        Arrays.setAll(targets, row -> outputs > 1 ? stream.nextInt(outputs) : stream.nextGaussian());

        double expectedLoss = ejml.gradient(features, targets);
        double actualLoss = kernels.gradient(features, targets);

        assertEquals(expectedLoss, actualLoss, 1e-12 * (1 + expectedLoss));
        for (int b = 0; b < ejml.parameters().size(); b++) {
            double[] expected = ejml.parameters().get(b).gradient();
            double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
            assertArrayEquals(expected, kernels.parameters().get(b).gradient(), 1e-12 * (1 + scale));
        }
    }

    static void checkBlock(Network network, ParameterBlock block, DMatrixRMaj features, double[] targets) {
        double[] values = block.values();
        double[] gradient = block.gradient().clone();
        double scale = 0;
        for (double g : gradient) {
            scale = Math.max(scale, Math.abs(g));
        }
        int stride = Math.max(1, values.length / 60);
        for (int i = 0; i < values.length; i += stride) {
            double original = values[i];
            double h = 1e-5;
            values[i] = original + h;
            double above = network.evaluate(features, targets).loss();
            values[i] = original - h;
            double below = network.evaluate(features, targets).loss();
            values[i] = original;
            double difference = (above - below) / (2 * h);
            assertEquals(difference, gradient[i], 1e-6 * Math.max(scale, 1e-3), "number " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void penaltyGradientAgreesWithCentralDifferences(Penalty penalty) {
        double[] weights = {-1.5, -0.2, 0.3, 2};
        double[] gradient = {1, 2, 3, 4};
        penalty.addGradient(weights, gradient, 4);
        for (int i = 0; i < weights.length; i++) {
            double h = 1e-5;
            double difference = (value(penalty, weights[i] + h) - value(penalty, weights[i] - h)) / (2 * h);
            assertEquals(i + 1 + difference, gradient[i], 1e-9);
        }
    }

    static Stream<Penalty> penalties() {
        return Stream.of(Penalty.NONE, new Penalty(0.3, 0), new Penalty(0, 0.7), new Penalty(0.1, 0.2));
    }

    private static double value(Penalty penalty, double w) {
        return penalty.l1() * Math.abs(w) + penalty.l2() * w * w / 2;
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void penaltyLeavesAZeroWeightUnchanged(Penalty penalty) {
        double[] gradient = {0.5};
        penalty.addGradient(new double[] {0}, gradient, 1);
        assertEquals(0.5, gradient[0]);
        assertTrue(penalty.isNone() == (penalty.l1() == 0 && penalty.l2() == 0));
    }
}
