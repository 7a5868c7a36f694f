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
 * A network as it stands after some steps.
 *
 * @param choice what it is
 * @param step steps so far
 * @param epochs reports so far, the first before any step; empty where nothing was evaluated
 * @param weights what it has learned; not to be changed
 */
public record Learned(NetworkChoice choice, long step, List<EpochReport> epochs, List<LayerWeights> weights) {
    public Learned {
        epochs = List.copyOf(epochs);
        weights = List.copyOf(weights);
    }

    /** A network before any step, as a training with this seed begins. */
    public static Learned untrained(NetworkChoice choice, long seed) {
        Network network = new Network(choice.shape(), Initializer.Auto.DEFAULT, seed);
        return new Learned(choice, 0, List.of(), network.weights());
    }

    /**
     * The maps of one layer for one image.
     *
     * @param layer which convolution, from 0
     * @param pooled whether pooling has been over them
     */
    public record Maps(int layer, boolean pooled, ImageShape shape, double[] values) {}

    /**
     * What the layers make of one image.
     *
     * @param maps after each convolution with its ReLU, and after its pooling where there is one
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

    /** What it sees in an image, which must have the sides that it learned on. */
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

    /** The newest report. */
    public EpochReport newest() {
        return epochs.get(epochs.size() - 1);
    }
}
