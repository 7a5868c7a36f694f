package hyperlab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.nn.Activation;
import hyperlab.nn.Loss;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkShape;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.random.RandomStream;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class ThinnedNetworksTest {
    private static Network network(double dropout, Activation activation) {
        NetworkShape shape =
                new NetworkShape(3, null, List.of(), List.of(6, 4), 1, activation, dropout, Loss.SQUARED_ERROR);
        return new Network(shape, new Initializer.He(), 5);
    }

    @Test
    void maskDropsUnitsAndScalesOthers() {
        Network network = network(0.5, new Activation.Relu());
        List<LayerWeights> whole = network.weights();
        int left = 0;
        for (Network thinned : ThinnedNetworks.of(network, 20, RandomStream.named(1, "masks"))) {
            List<LayerWeights> weights = thinned.weights();
            assertArrayEquals(
                    ((LayerWeights.Dense) whole.get(0)).weights()[0],
                    ((LayerWeights.Dense) weights.get(0)).weights()[0]);
            for (int layer = 1; layer < 3; layer++) {
                double[] before = ((LayerWeights.Dense) whole.get(layer)).weights()[0];
                double[] after = ((LayerWeights.Dense) weights.get(layer)).weights()[0];
                for (int unit = 0; unit < before.length; unit++) {
                    assertTrue(after[unit] == 0 || after[unit] == 2 * before[unit]);
                    left += after[unit] == 0 ? 0 : 1;
                }
            }
        }
        assertEquals(100, left, 25, "of 200 units about half");
    }

    @Test
    void meanOverMasksEqualsLinearNetworkWithoutDropout() {
        Network network = network(0.3, new Activation.Linear());
        DMatrixRMaj sample = new DMatrixRMaj(new double[][] {{1, -2, 0.5}});
        double expected = network.predict(sample).get(0);
        double sum = 0;
        List<Network> many = ThinnedNetworks.of(network, 5_000, RandomStream.named(2, "masks"));
        for (Network thinned : many) {
            sum += thinned.predict(sample).get(0);
        }
        assertEquals(expected, sum / many.size(), 0.05 * Math.abs(expected) + 0.05);
    }

    @Test
    void dropsNothingWithoutDropout() {
        Network network = network(0, new Activation.Maxout(2));
        DMatrixRMaj sample = new DMatrixRMaj(new double[][] {{1, -2, 0.5}});
        Network same =
                ThinnedNetworks.of(network, 1, RandomStream.named(3, "masks")).get(0);
        assertEquals(network.predict(sample).get(0), same.predict(sample).get(0));
    }
}
