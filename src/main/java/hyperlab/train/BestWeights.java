package hyperlab.train;

import hyperlab.nn.LayerWeights;
import hyperlab.nn.Network;
import java.util.List;

/** Remembers the weights of the epoch with the lowest validation loss so far, the earliest of equals. */
final class BestWeights {
    private List<LayerWeights> weights;
    private double loss;
    private int epoch;

    BestWeights(Network network, double validationLoss) {
        this.weights = network.weights();
        this.loss = validationLoss;
    }

    /** Any loss that is a number is lower than none. */
    void offer(Network network, double validationLoss, int newEpoch) {
        if (validationLoss < loss || (Double.isNaN(loss) && !Double.isNaN(validationLoss))) {
            weights = network.weights();
            loss = validationLoss;
            epoch = newEpoch;
        }
    }

    List<LayerWeights> weights() {
        return weights;
    }

    int epoch() {
        return epoch;
    }
}
