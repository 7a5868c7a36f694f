package hyperlab.nn;

import static hyperlab.nn.ReferenceNetworks.caseAt;
import static hyperlab.nn.ReferenceNetworks.features;
import static hyperlab.nn.ReferenceNetworks.flatten;
import static hyperlab.nn.ReferenceNetworks.network;
import static hyperlab.nn.ReferenceNetworks.numbers;
import static hyperlab.nn.ReferenceNetworks.targets;
import static hyperlab.nn.ReferenceNetworks.vector;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.ParameterBlock;
import hyperlab.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares Hessian-vector products with PyTorch (hessian.py generated hessian.json) and with differences of the
 * gradient.
 */
class HessianTest {
    static Stream<Named<Integer>> cases() {
        return ReferenceNetworks.caseIndices().map(caseIndex -> {
            JsonNode caseJson = ReferenceNetworks.caseAt(caseIndex);
            return Named.of(
                    caseJson.get("activation") + ", " + caseJson.get("loss") + " of " + caseJson.get("data"),
                    caseIndex);
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void productsAgreeWithPyTorch(int caseIndex) {
        Network network = network(caseIndex, 0);
        ParameterVector direction = vector(network, numbers(caseAt(caseIndex).get("direction")));
        ParameterVector product = ParameterVector.zeros(network);
        new NetworkProbe(network).hessianVectorProduct(features(), targets(caseIndex), direction, product);

        double[] expected = numbers(caseAt(caseIndex).get("product"));
        double[] actual = flatten(product);
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-9 * Math.abs(expected[i]) + 1e-12, "number " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void dropoutIsOff(int caseIndex) {
        Network dropping = network(caseIndex, 0.5);
        dropping.gradient(features(), targets(caseIndex));
        ParameterVector direction = vector(dropping, numbers(caseAt(caseIndex).get("direction")));
        ParameterVector product = ParameterVector.zeros(dropping);
        ParameterVector gradient = ParameterVector.zeros(dropping);
        NetworkProbe probe = new NetworkProbe(dropping);
        probe.hessianVectorProduct(features(), targets(caseIndex), direction, product);
        double loss = probe.gradient(features(), targets(caseIndex), gradient);

        Network plain = network(caseIndex, 0);
        assertEquals(plain.gradient(features(), targets(caseIndex)), loss, 1e-13);
        assertArrayEquals(flatten(ParameterVector.gradient(plain)), flatten(gradient), 1e-13);
        assertArrayEquals(numbers(caseAt(caseIndex).get("product")), flatten(product), 1e-9);
    }

    static Stream<Arguments> shapes() {
        return GradientTest.shapes();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void productsAreSymmetricAndAgreeWithCentralDifferences(
            Activation activation, Loss loss, int inputs, List<Integer> hidden, int outputs, int rows) {
        Network network = new Network(
                new NetworkShape(inputs, hidden, outputs, activation, 0, loss), new Initializer.Uniform(0.8), 5);
        RandomStream stream = RandomStream.named(12, "samples");
        DMatrixRMaj features = new DMatrixRMaj(rows, inputs);
        Arrays.setAll(features.data, i -> stream.nextGaussian());
        double[] targets = new double[rows];
        Arrays.setAll(targets, row -> outputs > 1 ? stream.nextInt(outputs) : stream.nextGaussian());
        for (ParameterBlock block : network.parameters()) {
            if (!block.isWeight() && block.values().length > 1) {
                Arrays.setAll(block.values(), i -> stream.nextDouble(-0.5, 0.5));
            }
        }
        NetworkProbe probe = new NetworkProbe(network);
        // Run more rows first: buffers that are longer than their shape must not matter.
        probe.hessianVectorProduct(
                new DMatrixRMaj(rows + 3, inputs),
                new double[rows + 3],
                ParameterVector.zeros(network).fill(1),
                ParameterVector.zeros(network));
        ParameterVector u = ParameterVector.zeros(network).fillGaussian(stream);
        ParameterVector v = ParameterVector.zeros(network).fillGaussian(stream);

        ParameterVector hv = ParameterVector.zeros(network);
        probe.hessianVectorProduct(features, targets, v, hv);
        ParameterVector hu = ParameterVector.zeros(network);
        probe.hessianVectorProduct(features, targets, u, hu);

        double scale = Math.max(hv.norm(), 1e-3);
        assertEquals(u.dot(hv), v.dot(hu), 1e-12 * scale * u.norm(), "symmetric");
        double h = 1e-6;
        ParameterVector above = gradientAt(probe, h, v, features, targets);
        ParameterVector below = gradientAt(probe, -h, v, features, targets);
        double[] differences = flatten(above.addScaled(-1, below).scale(1 / (2 * h)));
        double[] products = flatten(hv);
        for (int i = 0; i < products.length; i++) {
            assertEquals(differences[i], products[i], 1e-6 * scale, "number " + i);
        }
    }

    private static ParameterVector gradientAt(
            NetworkProbe probe, double factor, ParameterVector direction, DMatrixRMaj features, double[] targets) {
        move(probe.network(), factor, direction);
        ParameterVector gradient = ParameterVector.zeros(probe.network());
        probe.gradient(features, targets, gradient);
        move(probe.network(), -factor, direction);
        return gradient;
    }

    private static void move(Network network, double factor, ParameterVector direction) {
        for (int b = 0; b < direction.blocks(); b++) {
            double[] values = network.parameters().get(b).values();
            for (int i = 0; i < values.length; i++) {
                values[i] += factor * direction.block(b)[i];
            }
        }
    }

    @Test
    void productOverManyRowsIsTheMeanOfTheirProducts() {
        Network network = new Network(
                new NetworkShape(2, List.of(3), 3, new Activation.Tanh(), 0, Loss.CROSS_ENTROPY),
                Initializer.Auto.DEFAULT,
                1);
        int rows = 1337;
        RandomStream stream = RandomStream.named(1, "x");
        DMatrixRMaj x = new DMatrixRMaj(rows, 2);
        Arrays.setAll(x.data, i -> stream.nextGaussian());
        double[] targets = new double[rows];
        Arrays.setAll(targets, row -> stream.nextInt(3));
        NetworkProbe probe = new NetworkProbe(network);
        ParameterVector v = ParameterVector.zeros(network).fillGaussian(stream);
        ParameterVector all = ParameterVector.zeros(network);
        probe.hessianVectorProduct(x, targets, v, all);

        ParameterVector mean = ParameterVector.zeros(network);
        ParameterVector one = ParameterVector.zeros(network);
        for (int row = 0; row < rows; row++) {
            DMatrixRMaj sample = new DMatrixRMaj(new double[][] {{x.get(row, 0), x.get(row, 1)}});
            probe.hessianVectorProduct(sample, new double[] {targets[row]}, v, one);
            mean.addScaled(1.0 / rows, one);
        }
        assertArrayEquals(flatten(mean), flatten(all), 1e-12);
    }

    @Test
    void inspectionChangesNeitherWeightsNorRandomDraws() {
        NetworkShape shape = new NetworkShape(3, List.of(4, 3), 3, new Activation.Relu(), 0.5, Loss.CROSS_ENTROPY);
        Network probed = new Network(shape, Initializer.Auto.DEFAULT, 3);
        Network untouched = new Network(shape, Initializer.Auto.DEFAULT, 3);
        DMatrixRMaj x = features();
        double[] targets = targets(0);
        probed.gradient(x, targets);
        untouched.gradient(x, targets);
        NetworkProbe probe = new NetworkProbe(probed);
        ParameterVector scratch = ParameterVector.zeros(probed);
        probe.visitLayers(x, targets, scratch, pass -> {});
        probe.hessianVectorProduct(x, targets, scratch.copy(), scratch);

        assertArrayEquals(flatten(ParameterVector.values(untouched)), flatten(ParameterVector.values(probed)));
        assertEquals(untouched.gradient(x, targets), probed.gradient(x, targets));
        assertArrayEquals(flatten(ParameterVector.gradient(untouched)), flatten(ParameterVector.gradient(probed)));
    }
}
