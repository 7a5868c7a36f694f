package hyperlab.convolution;

import hyperlab.image.ImageShape;
import hyperlab.nn.Convolution;
import hyperlab.nn.ImagePooling;
import hyperlab.nn.Initializer;
import hyperlab.nn.LayerWeights;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.Pooling;
import hyperlab.nn.WeightLayer;
import hyperlab.train.EpochReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;

/**
 * A snapshot of a network during training.
 *
 * @param choice settings of the network
 * @param step number of optimizer steps so far
 * @param epochs reports so far, the first one before any step; empty if nothing was evaluated
 * @param weights learned so far; must not be modified
 */
public record Learned(NetworkChoice choice, long step, List<EpochReport> epochs, List<LayerWeights> weights) {
    public Learned {
        epochs = List.copyOf(epochs);
        weights = List.copyOf(weights);
    }

    /** The network before the first step, as a training with this seed initializes it. */
    public static Learned untrained(NetworkChoice choice, long seed) {
        Network network = new Network(choice.shape(), Initializer.Auto.DEFAULT, seed);
        return new Learned(choice, 0, List.of(), network.weights());
    }

    /**
     * The feature maps of one layer for one image.
     *
     * @param layer index of the convolution, from 0
     * @param pooled whether these maps are the output of pooling
     * @param values map by map, in row-major order
     */
    public record Maps(int layer, boolean pooled, ImageShape shape, double[] values) {}

    /**
     * The activations and the prediction for one image.
     *
     * @param maps after each convolution with its ReLU and, if there is pooling, again after pooling
     * @param probabilities of the classes
     */
    public record Seen(List<Maps> maps, double[] probabilities) {
        /** The class with the largest probability. */
        public int best() {
            int best = 0;
            for (int k = 1; k < probabilities.length; k++) {
                best = probabilities[k] > probabilities[best] ? k : best;
            }
            return best;
        }
    }

    /** The filters of a convolution, filters × channels × kernel × kernel. */
    public double[][][][] filters(int layer) {
        return ((LayerWeights.Convolution) weights.get(layer)).weights();
    }

    /** Computes the maps and the prediction for an image, which must have the size that the network was trained on. */
    public Seen look(LabImage image) {
        Network network = new Network(choice.shape(), new Initializer.Zero(), 0);
        network.load(weights);
        NetworkProbe probe = new NetworkProbe(network);
        DMatrixRMaj row = new DMatrixRMaj(1, image.pixels().length, true, image.pixels());
        List<Maps> maps = new ArrayList<>();
        ImageShape shape = Objects.requireNonNull(network.shape().image());
        List<Convolution> convolutions = network.shape().convolutions();
        for (int k = 0; k < convolutions.size(); k++) {
            Convolution convolution = convolutions.get(k);
            WeightLayer layer = probe.layers().get(k);
            DMatrixRMaj outputs = probe.outputs(layer, row);
            ImageShape made = convolution.maps("convolutions", shape, 1);
            double[] values = Arrays.copyOf(outputs.data, outputs.getNumElements());
            maps.add(new Maps(k, false, made, values));
            shape = convolution.pooled("convolutions", shape, 1);
            if (convolution.pool() > 1) {
                ImagePooling pooling = new ImagePooling(made, Pooling.MAX, convolution.pool());
                maps.add(new Maps(k, true, shape, pooling.of(values)));
            }
        }
        DMatrixRMaj predicted = network.predict(row);
        return new Seen(List.copyOf(maps), Arrays.copyOf(predicted.data, predicted.getNumElements()));
    }

    /** The most recent report. */
    public EpochReport newest() {
        return epochs.get(epochs.size() - 1);
    }
}
