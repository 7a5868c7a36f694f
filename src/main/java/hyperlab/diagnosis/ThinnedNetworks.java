package hyperlab.diagnosis;

import hyperlab.nn.Network;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.random.RandomStream;
import hyperlab.rule.Checks;
import java.util.ArrayList;
import java.util.List;

/**
 * Thinned networks, which are what dropout trains: networks with some units removed that share their weights
 * (Srivastava et al. 2014, section 1). Each one is the network with one dropout mask for all samples. A hidden unit is
 * removed with probability p, the dropout rate, and the outputs of the others are scaled by 1/(1 − p), as in a training
 * step. The network with dropout off approximates the mean of their predictions.
 */
public final class ThinnedNetworks {
    private ThinnedNetworks() {}

    /**
     * Draws thinned networks.
     *
     * @param network not modified
     * @param count number of networks, ≥ 1
     * @param stream source of the masks
     */
    public static List<Network> of(Network network, int count, RandomStream stream) {
        Checks.atLeast("count", count, 1);
        double dropoutRate = network.shape().dropout();
        List<Network> thinned = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            Network copy = network.copy(k);
            copy.load(thinned(network.weights(), dropoutRate, stream));
            thinned.add(copy);
        }
        return List.copyOf(thinned);
    }

    /** Masks the inputs of every dense layer except the first, because these are the outputs of hidden units. */
    private static List<LayerWeights> thinned(List<LayerWeights> weights, double dropoutRate, RandomStream stream) {
        boolean first = true;
        for (LayerWeights layer : weights) {
            if (layer instanceof LayerWeights.Dense dense) {
                for (int unit = 0; !first && unit < dense.weights()[0].length; unit++) {
                    double factor = stream.nextDouble() < dropoutRate ? 0 : 1 / (1 - dropoutRate);
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
