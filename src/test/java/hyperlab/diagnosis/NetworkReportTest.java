package hyperlab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import hyperlab.data.DataSet;
import hyperlab.image.ImageShape;
import hyperlab.nn.Activation;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.nn.Loss;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.NetworkShape;
import hyperlab.nn.ParameterVector;
import hyperlab.nn.ReferenceNetworks;
import hyperlab.nn.WeightLayer;
import hyperlab.nn.layer.Initializer;
import hyperlab.rule.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with PyTorch's layers (reference.py) and with units calculated by hand. */
class NetworkReportTest {
    private static final JsonNode REFERENCE =
            ReferenceNetworks.read("/hyperlab/diagnosis/reference.json").get("cases");
    private static final double[] X = {-1, 0, 0.5, 2};

    static Stream<Integer> places() {
        return ReferenceNetworks.denseCaseIndices();
    }

    @ParameterizedTest
    @MethodSource("places")
    void layersAgreeWithPyTorch(int place) {
        Network network = ReferenceNetworks.network(place, 0.5);
        DataSet part =
                SharpnessTest.data(ReferenceNetworks.features().data, 3, ReferenceNetworks.targets(place), network);
        NetworkReport report =
                NetworkReport.of(new NetworkProbe(network), part, NetworkReport.DEFAULT_SATURATION_THRESHOLD);

        JsonNode expected = REFERENCE.get(place);
        near(expected.get("loss").asDouble(), report.loss());
        assertEquals(expected.get("layers").size(), report.layers().size());
        for (LayerReport layer : report.layers()) {
            JsonNode numbers = expected.get("layers").get(layer.layer().index());
            near(numbers.get("outputMean").asDouble(), layer.outputs().mean());
            near(numbers.get("outputDeviation").asDouble(), layer.outputs().deviation());
            near(
                    numbers.get("sumGradientNorm").asDouble(),
                    layer.preActivationGradients().norm());
            near(numbers.get("weightNorm").asDouble(), layer.weights().norm());
            near(numbers.get("gradientNorm").asDouble(), layer.weightGradients().norm());
            UnitActivity activity = layer.activity();
            if (activity != null && !Double.isNaN(activity.saturatedShare())) {
                double[] positive = ReferenceNetworks.numbers(numbers.get("positive"));
                for (int unit = 0; unit < positive.length; unit++) {
                    assertEquals(1 - positive[unit], activity.negativeShares()[unit], 1e-12);
                }
            }
        }
    }

    private static void near(double expected, double actual) {
        assertEquals(expected, actual, 1e-9 * Math.abs(expected) + 1e-13);
    }

    @Test
    void namesLayersByKindAndNumber() {
        Network network = ReferenceNetworks.network(12, 0.5);
        List<WeightLayer> layers = new NetworkProbe(network).weightLayers();
        assertEquals(
                List.of(
                        new WeightLayer(0, WeightLayer.LayerKind.HIDDEN, 1, 4, List.of(0), List.of(0, 1, 2)),
                        new WeightLayer(1, WeightLayer.LayerKind.HIDDEN, 2, 3, List.of(3), List.of(3, 4, 5)),
                        new WeightLayer(2, WeightLayer.LayerKind.OUTPUT, 1, 3, List.of(6), List.of(6, 7))),
                layers);
    }

    /** Units z = x, −x − 1, −x − 3, x + 3 at x = −1, 0, 0.5, 2. */
    private static UnitActivity fourUnits(Activation activation) {
        return activity(activation, new double[] {1, -1, -1, 1}, new double[] {0, -1, -3, 3}, 4);
    }

    @Test
    void inactiveReluUnitsAreDead() {
        UnitActivity activity = fourUnits(new Activation.Relu());
        assertArrayEquals(new double[] {0.5, 0, 0, 1}, activity.activeShares());
        assertArrayEquals(new double[] {0.5, 1, 1, 0}, activity.negativeShares());
        assertArrayEquals(new double[] {0.5, 1, 1, 0}, activity.saturatedShares());
        assertEquals(4, activity.units());
        assertEquals(2, activity.deadCount());
        assertEquals(2, activity.oneSidedCount());
        assertEquals(2, activity.saturatedCount(0.9));
        assertEquals(3, activity.saturatedCount(0.5));
        assertEquals(2.5 / 4, activity.saturatedShare());
    }

    @Test
    void leakyUnitsAreOneSidedAndNeverDead() {
        for (Activation activation :
                List.of(new Activation.LeakyRelu(0.01), new Activation.Prelu(0.25), new Activation.Elu(1))) {
            UnitActivity activity = fourUnits(activation);
            assertEquals(0, activity.deadCount(), activation.name());
            assertEquals(2, activity.oneSidedCount(), activation.name());
        }
        assertEquals(2, fourUnits(new Activation.LeakyRelu(0)).deadCount());
        // A slope of 0.01 is below 5 % of the largest slope; 0.25 is not.
        assertEquals(2.5 / 4, fourUnits(new Activation.LeakyRelu(0.01)).saturatedShare());
        assertEquals(0, fourUnits(new Activation.Prelu(0.25)).saturatedShare());
    }

    @Test
    void smoothUnitsSaturateBelowSlopeThreshold() {
        // tanh′(z) < 0.05 for |z| > 2.178; σ′(z) < 0.05·¼ for |z| > 4.357.
        UnitActivity tanh = fourUnits(new Activation.Tanh());
        assertArrayEquals(new double[] {0, 0.25, 0.75, 0.75}, tanh.saturatedShares());
        UnitActivity sigmoid = activity(new Activation.Sigmoid(), new double[] {1, 2}, new double[] {0, 0.36}, 2);
        assertArrayEquals(new double[] {0, 0.25}, sigmoid.saturatedShares());
        assertEquals(0, tanh.deadCount());
    }

    @Test
    void unusedMaxoutPiecesAreDead() {
        // Unit 0 has the pieces x, −x, −9. Unit 1 has x, x and x − 1; the lowest piece wins the tie.
        UnitActivity activity = activity(
                new Activation.Maxout(3), new double[] {1, -1, 0, 1, 1, 1}, new double[] {0, 0, -9, 0, 0, -1}, 2);
        assertArrayEquals(new double[] {0.75, 0.25, 0, 1, 0, 0}, activity.activeShares());
        assertEquals(3, activity.deadCount());
        assertEquals(0, activity.oneSidedCount());
        assertEquals(0, activity.saturatedCount(0));
        assertEquals(Double.NaN, activity.saturatedShare());
    }

    @Test
    void filterIsOneUnitAcrossPositions() {
        // Kernels of one pixel: z = x − 1 and −x − 1 on a 1 × 3 image; for Maxout, the pieces x, −x and 0, −9.
        UnitActivity relu = filters(new Activation.Relu(), new double[] {1, -1}, new double[] {-1, -1});
        assertArrayEquals(new double[] {2 / 6.0, 0}, relu.activeShares(), 1e-15);
        assertEquals(1, relu.deadCount());
        assertArrayEquals(new double[] {4 / 6.0, 1}, relu.saturatedShares(), 1e-15);
        UnitActivity maxout = filters(new Activation.Maxout(2), new double[] {1, -1, 0, 0}, new double[] {0, 0, 0, -9});
        assertArrayEquals(new double[] {1, 0, 1, 0}, maxout.activeShares());
        UnitActivity turned =
                filters(new Activation.Maxout(2), new double[] {1, -1, 0, 0}, new double[] {-1, 1, 0, -9});
        assertArrayEquals(new double[] {4 / 6.0, 2 / 6.0, 1, 0}, turned.activeShares(), 1e-15);
    }

    private static UnitActivity filters(Activation activation, double[] weights, double[] biases) {
        NetworkShape shape = new NetworkShape(
                3,
                new ImageShape(1, 1, 3),
                List.of(new ConvolutionSpec(2, 1, 1, 0, 1)),
                List.of(),
                1,
                activation,
                0,
                Loss.SQUARED_ERROR);
        Network network = new Network(shape, new Initializer.Zero(), 1);
        System.arraycopy(weights, 0, network.parameters().get(0).values(), 0, weights.length);
        System.arraycopy(biases, 0, network.parameters().get(1).values(), 0, biases.length);
        NetworkProbe probe = new NetworkProbe(network);
        assertEquals(
                List.of(WeightLayer.LayerKind.CONVOLUTION, WeightLayer.LayerKind.OUTPUT),
                probe.weightLayers().stream().map(WeightLayer::kind).toList());
        DataSet part = SharpnessTest.data(new double[] {0, 3, 1, 1, 2, 0}, 3, new double[] {0, 1}, network);
        UnitActivity activity =
                NetworkReport.of(probe, part, 0.05).layers().get(0).activity();
        assertNotNull(activity);
        return activity;
    }

    @Test
    void linearLayerHasNoActivity() {
        Network network = network(new Activation.Linear(), new double[] {1}, new double[] {0}, 1);
        NetworkReport report = NetworkReport.of(new NetworkProbe(network), part(network), 0.05);
        assertNull(report.layers().get(0).activity());
        assertNull(report.layers().get(1).activity());
        assertThrows(InvalidInputException.class, () -> NetworkReport.of(new NetworkProbe(network), part(network), 1));
    }

    @Test
    void updateRatioIsStepDividedByWeight() {
        Network network = network(new Activation.Relu(), new double[] {3, 4}, new double[] {9, 9}, 2);
        ParameterVector before = ParameterVector.values(network);
        network.parameters().get(0).values()[0] += 0.3;
        network.parameters().get(0).values()[1] -= 0.4;
        network.parameters().get(1).values()[0] += 7;
        double[] ratios = NetworkReport.updateToWeightRatios(new NetworkProbe(network), before);
        assertArrayEquals(new double[] {0.1, 0}, ratios, 1e-12);
        assertEquals(
                Double.POSITIVE_INFINITY,
                NetworkReport.updateToWeightRatios(new NetworkProbe(network), before.fill(0))[0]);
    }

    @Test
    void unitMapIsItsOutputAtEachRow() {
        Network network = network(new Activation.Relu(), new double[] {1, -1}, new double[] {0, 1}, 2);
        NetworkProbe probe = new NetworkProbe(network);
        DMatrixRMaj outputs = probe.outputs(probe.weightLayers().get(0), new DMatrixRMaj(4, 1, true, X));
        assertEquals(4, outputs.numRows);
        assertArrayEquals(new double[] {0, 2, 0, 1, 0.5, 0.5, 2, 0}, outputs.data);
        DMatrixRMaj many = new DMatrixRMaj(1500, 1);
        many.data[1499] = 2;
        assertEquals(2, probe.outputs(probe.weightLayers().get(0), many).get(1499, 0));
        assertEquals(1, probe.outputs(probe.weightLayers().get(1), many).get(0, 0));
    }

    private static UnitActivity activity(Activation activation, double[] weights, double[] biases, int units) {
        Network network = network(activation, weights, biases, units);
        UnitActivity activity = NetworkReport.of(new NetworkProbe(network), part(network), 0.05)
                .layers()
                .get(0)
                .activity();
        assertNotNull(activity);
        return activity;
    }

    private static Network network(Activation activation, double[] weights, double[] biases, int units) {
        Network network = new Network(
                new NetworkShape(1, List.of(units), 1, activation, 0, Loss.SQUARED_ERROR), new Initializer.Zero(), 1);
        System.arraycopy(weights, 0, network.parameters().get(0).values(), 0, weights.length);
        System.arraycopy(biases, 0, network.parameters().get(1).values(), 0, biases.length);
        int top = network.parameters().size() - 2;
        Arrays.fill(network.parameters().get(top).values(), 1);
        return network;
    }

    private static DataSet part(Network network) {
        return SharpnessTest.data(X, 1, new double[] {0, 1, 2, 3}, network);
    }
}
