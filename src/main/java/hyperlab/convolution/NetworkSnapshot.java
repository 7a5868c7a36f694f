package hyperlab.convolution;

import hyperlab.image.ImageShape;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.nn.ImagePooling;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.Pooling;
import hyperlab.nn.WeightLayer;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.train.EpochReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;

/**
 * A snapshot of a network during training.
 *
 * @param settings settings of the network
 * @param step number of optimizer steps so far
 * @param reports reports so far, the first one before any step; empty if nothing was evaluated
 * @param weights learned so far; must not be modified
 */
public record NetworkSnapshot(
        DigitNetworkSettings settings, long step, List<EpochReport> reports, List<LayerWeights> weights) {
    public NetworkSnapshot {
        reports = List.copyOf(reports);
        weights = List.copyOf(weights);
    }

    /** The network before the first step, as a training with this seed initializes it. */
    public static NetworkSnapshot untrained(DigitNetworkSettings choice, long seed) {
        Network network = new Network(choice.shape(), Initializer.Auto.DEFAULT, seed);
        return new NetworkSnapshot(choice, 0, List.of(), network.weights());
    }

    /**
     * The feature maps of one layer for one image.
     *
     * @param layer index of the convolution, from 0
     * @param pooled whether these maps are the output of pooling
     * @param values map by map, in row-major order
     */
    public record LayerMaps(int layer, boolean pooled, ImageShape shape, double[] values) {}

    /**
     * The activations and the prediction for one image.
     *
     * @param maps after each convolution with its ReLU and, if there is pooling, again after pooling
     * @param probabilities of the classes
     */
    public record ImageActivations(List<LayerMaps> maps, double[] probabilities) {
        /** The class with the largest probability. */
        public int predictedClass() {
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

    /** The biases of a convolution, one per filter. */
    public double[] biases(int layer) {
        return ((LayerWeights.Convolution) weights.get(layer)).bias().clone();
    }

    /** Computes the maps and the prediction for an image, which must have the size that the network was trained on. */
    public ImageActivations inspect(InputImage image) {
        Network network = new Network(settings.shape(), new Initializer.Zero(), 0);
        network.load(weights);
        NetworkProbe probe = new NetworkProbe(network);
        DMatrixRMaj row = new DMatrixRMaj(1, image.pixels().length, true, image.pixels());
        List<LayerMaps> maps = new ArrayList<>();
        ImageShape shape = Objects.requireNonNull(network.shape().image());
        List<ConvolutionSpec> convolutions = network.shape().convolutions();
        for (int k = 0; k < convolutions.size(); k++) {
            ConvolutionSpec convolution = convolutions.get(k);
            WeightLayer layer = probe.weightLayers().get(k);
            DMatrixRMaj outputs = probe.outputs(layer, row);
            ImageShape mapShape = convolution.mapShape("convolutions", shape, 1);
            double[] values = Arrays.copyOf(outputs.data, outputs.getNumElements());
            maps.add(new LayerMaps(k, false, mapShape, values));
            shape = convolution.pooledShape("convolutions", shape, 1);
            if (convolution.pool() > 1) {
                ImagePooling pooling = new ImagePooling(mapShape, Pooling.MAX, convolution.pool());
                maps.add(new LayerMaps(k, true, shape, pooling.pool(values)));
            }
        }
        DMatrixRMaj predicted = network.predict(row);
        return new ImageActivations(List.copyOf(maps), Arrays.copyOf(predicted.data, predicted.getNumElements()));
    }

    /** The most recent report. */
    public EpochReport latestReport() {
        return reports.get(reports.size() - 1);
    }
}
