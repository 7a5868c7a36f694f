package hyperlab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import hyperlab.nn.Activation;
import hyperlab.nn.Loss;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkShape;
import hyperlab.nn.ReferenceNetworks;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.nn.layer.ParameterBlock;
import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares with PyTorch's layers (reference.py, flow.py), calculations by hand, and the derivations in He's and
 * Xavier's papers.
 */
class SignalFlowTest {
    private static final JsonNode REFERENCE =
            ReferenceNetworks.read("/hyperlab/diagnosis/reference.json").get("cases");

    static Stream<Integer> places() {
        return ReferenceNetworks.denseCaseIndices();
    }

    @ParameterizedTest
    @MethodSource("places")
    void normsAgreeWithPyTorch(int place) {
        Network network = ReferenceNetworks.network(place, 0);
        SignalFlow flow = SignalFlow.of(network, ReferenceNetworks.features(), ReferenceNetworks.targets(place));
        JsonNode layers = REFERENCE.get(place).get("layers");
        int hidden = network.shape().hidden().size();
        double top = layers.get(hidden - 1).get("sumGradientNorm").asDouble();
        for (int l = 0; l < hidden; l++) {
            double mean = layers.get(l).get("outputMean").asDouble();
            double deviation = layers.get(l).get("outputDeviation").asDouble();
            assertEquals(Math.hypot(mean, deviation), flow.forward()[l], 1e-9);
            assertEquals(layers.get(l).get("sumGradientNorm").asDouble() / top, flow.backward()[l], 1e-9);
        }
    }

    /** The networks of flow.py, whose parameters are sines. */
    static Stream<Arguments> deep() {
        List<Activation> functions = new ArrayList<>(List.of(
                new Activation.Linear(),
                new Activation.Sigmoid(),
                new Activation.Tanh(),
                new Activation.Relu(),
                Activation.LeakyRelu.DEFAULT,
                Activation.Prelu.DEFAULT,
                Activation.Elu.DEFAULT,
                Activation.Maxout.DEFAULT,
                new Activation.Softplus(),
                new Activation.Selu(),
                new Activation.Gelu(),
                new Activation.Silu(),
                new Activation.Mish()));
        JsonNode cases = ReferenceNetworks.read("/hyperlab/diagnosis/flow.json");
        return IntStream.range(0, functions.size())
                .mapToObj(place -> Arguments.of(functions.get(place), cases.get(place)));
    }

    @ParameterizedTest
    @MethodSource("deep")
    void normsThroughTwelveLayersAgreeWithPyTorch(Activation activation, JsonNode expected) {
        assertEquals(expected.get("activation").asText(), activation.name());
        int width = 7;
        int layers = 12;
        NetworkShape shape =
                new NetworkShape(width, Collections.nCopies(layers, width), 4, activation, 0, Loss.CROSS_ENTROPY);
        Network network = new Network(shape, new Initializer.Zero(), 1);
        int at = 100;
        for (ParameterBlock block : network.parameters()) {
            // Keep the learned slope as it was given.
            if (block.values().length > 1) {
                double size = block.isWeight() ? 0.6 : 0.1;
                for (int i = 0; i < block.values().length; i++) {
                    block.values()[i] = size * Math.sin(1.7 * at++);
                }
            }
        }
        DMatrixRMaj features = new DMatrixRMaj(8, width);
        Arrays.setAll(features.data, i -> Math.sin(1.7 * i));
        double[] targets = IntStream.range(0, 8).mapToDouble(row -> row % 4).toArray();
        SignalFlow flow = SignalFlow.of(network, features, targets);
        for (int l = 0; l < layers; l++) {
            double forward = expected.get("forward").get(l).asDouble();
            double backward = expected.get("backward").get(l).asDouble();
            assertEquals(forward, flow.forward()[l], 1e-9 * forward);
            assertEquals(backward, flow.backward()[l], 1e-9 * backward);
        }
    }

    @Test
    void chainOfSingleUnitsMatchesHandCalculation() {
        NetworkShape shape = new NetworkShape(1, List.of(1, 1, 1), 1, new Activation.Linear(), 0, Loss.SQUARED_ERROR);
        Network network = new Network(shape, new Initializer.Zero(), 1);
        network.load(IntStream.of(2, 3, 5, 7)
                .<LayerWeights>mapToObj(w -> new LayerWeights.Dense(new double[][] {{w}}, new double[] {0}))
                .toList());
        SignalFlow flow = SignalFlow.of(network, new DMatrixRMaj(2, 1, true, 1, -1), new double[] {0, 0});
        assertArrayEquals(new double[] {2, 6, 30}, flow.forward(), 1e-12);
        assertArrayEquals(new double[] {15, 5, 1}, flow.backward(), 1e-12);
        assertEquals(Math.sqrt(15), flow.backwardGainPerLayer(), 1e-12);
    }

    /**
     * Each layer changes E‖δ_l‖² by the factor n·Var W·E f′². For ReLU it is 1 with He and ½ with Xavier; for a sigmoid
     * near 0 with Xavier it is 1/16.
     */
    @Test
    void gradientNormsFollowInitializationTheory() {
        assertEquals(1, factor(new Activation.Relu(), new Initializer.He()), 0.02);
        assertEquals(Math.sqrt(0.5), factor(new Activation.Relu(), new Initializer.Xavier()), 0.02);
        double sigmoid = factor(new Activation.Sigmoid(), new Initializer.Xavier());
        assertTrue(sigmoid < 0.25 && sigmoid > 0.22, "factor " + sigmoid);
    }

    private static double factor(Activation activation, Initializer initializer) {
        double sum = 0;
        int networks = 8;
        for (int seed = 0; seed < networks; seed++) {
            NetworkShape shape =
                    new NetworkShape(64, Collections.nCopies(10, 64), 4, activation, 0, Loss.CROSS_ENTROPY);
            RandomStream stream = RandomStream.named(seed, "x");
            DMatrixRMaj features = new DMatrixRMaj(32, 64);
            for (int i = 0; i < features.data.length; i++) {
                features.data[i] = stream.nextGaussian();
            }
            double[] targets =
                    IntStream.range(0, 32).mapToDouble(row -> row % 4).toArray();
            sum += Math.log(SignalFlow.of(new Network(shape, initializer, seed), features, targets)
                    .backwardGainPerLayer());
        }
        return Math.exp(sum / networks);
    }
}
