package hyperlab.diagnosis;

import hyperlab.nn.LayerWeights;
import hyperlab.nn.Network;
import hyperlab.random.RandomStream;
import hyperlab.rule.Rules;
import java.util.ArrayList;
import java.util.List;

/**
 * What dropout trains: networks with units left out that share their weights (Srivastava et al. 2014, section 1). Each is
 * the network with one mask held for all samples: a hidden unit is left out with the probability of dropout, and what is
 * left is scaled by 1/(1 − p), as in a training step. Their mean prediction is what the network with dropout off stands in
 * for.
 */
public final class ThinnedNetworks {
    private ThinnedNetworks() {}

    /**
     * Draws some.
     *
     * @param network not changed
     * @param count how many, ≥ 1
     * @param stream what masks are drawn from
     */
    public static List<Network> of(Network network, int count, RandomStream stream) {
        Rules.atLeast("count", count, 1);
        double dropped = network.shape().dropout();
        List<Network> thinned = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            Network copy = network.copy(k);
            copy.load(thinned(network.weights(), dropped, stream));
            thinned.add(copy);
        }
        return List.copyOf(thinned);
    }

    /** Every dense layer but the first gets the outputs of hidden units, each through a mask of the layer before. */
    private static List<LayerWeights> thinned(List<LayerWeights> weights, double dropped, RandomStream stream) {
        boolean first = true;
        for (LayerWeights layer : weights) {
            if (layer instanceof LayerWeights.Dense dense) {
                for (int unit = 0; !first && unit < dense.weights()[0].length; unit++) {
                    double factor = stream.nextDouble() < dropped ? 0 : 1 / (1 - dropped);
                    for (double[] row : dense.weights()) {
                        row[unit] *= factor;
                    }
                }
                first = false;
            }
        }
        return weights;
    }
}
