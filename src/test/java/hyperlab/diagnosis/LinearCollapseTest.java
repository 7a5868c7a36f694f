package hyperlab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.nn.Activation;
import hyperlab.nn.Loss;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkShape;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.rule.InvalidInputException;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class LinearCollapseTest {
    private static Network network(Activation activation) {
        NetworkShape shape = new NetworkShape(2, List.of(2), 2, activation, 0, Loss.CROSS_ENTROPY);
        Network network = new Network(shape, new Initializer.Zero(), 1);
        network.load(List.of(
                new LayerWeights.Dense(new double[][] {{1, 2}, {3, 4}}, new double[] {5, 6}),
                new LayerWeights.Dense(new double[][] {{1, -1}, {0, 2}}, new double[] {0.5, -0.5})));
        return network;
    }

    @Test
    void productOfTwoLayersMatchesHandCalculation() {
        LinearCollapse collapse = LinearCollapse.of(network(new Activation.Linear()));
        assertArrayEquals(new double[] {-2, -2}, collapse.weights()[0]);
        assertArrayEquals(new double[] {6, 8}, collapse.weights()[1]);
        assertArrayEquals(new double[] {-0.5, 11.5}, collapse.bias());
        assertEquals(List.of(2, 2, 2), collapse.sizes());
        LinearCollapse.CollapseComparison comparison =
                collapse.compare(network(new Activation.Linear()), new DMatrixRMaj(2, 2, true, 1, 1, -3, 0.25));
        assertEquals(List.of(-4.5, 25.5), comparison.product());
        assertEquals(List.of(-4.5, 25.5), comparison.network());
        assertEquals(0, comparison.maxDifference(), 1e-13);
    }

    @Test
    void differentNetworkIsNotTheProduct() {
        LinearCollapse collapse = LinearCollapse.of(network(new Activation.Linear()));
        DMatrixRMaj rows = new DMatrixRMaj(1, 2, true, -9, -9);
        assertTrue(collapse.compare(network(new Activation.Relu()), rows).maxDifference() > 1);
    }

    @Test
    void deepLinearLayersEqualOneLayerWithinRounding() {
        NetworkShape shape =
                new NetworkShape(5, List.of(9, 7, 8, 6), 3, new Activation.Linear(), 0, Loss.CROSS_ENTROPY);
        Network network = new Network(shape, new Initializer.Uniform(1), 3);
        DMatrixRMaj rows = new DMatrixRMaj(700, 5);
        for (int i = 0; i < rows.data.length; i++) {
            rows.data[i] = Math.sin(i);
        }
        assertEquals(0, LinearCollapse.of(network).compare(network, rows).maxDifference(), 1e-12);
    }

    @Test
    void rejectsNonlinearActivation() {
        assertEquals(
                "activation must be linear to merge the layers into one, got relu",
                assertThrows(InvalidInputException.class, () -> LinearCollapse.of(network(new Activation.Relu())))
                        .line());
    }
}
