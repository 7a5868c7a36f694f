package hyperlab.diagnosis;

import hyperlab.nn.LayerPass;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.ParameterVector;
import hyperlab.nn.WeightLayer;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * How large the signal is in each hidden layer of one network, forward and back, over all rows given, dropout off (Glorot
 * and Bengio 2010, sections 4.2 and 4.3).
 *
 * <p>Back, layer l has {@code g_l = √(mean over rows of ‖∂L/∂z_l‖²)}, where {@code ∂L/∂z_l = (W_{l+1}ᵀ ∂L/∂z_{l+1}) ⊙ f′(z_l)}
 * of each row's own loss L; what is told is {@code g_l/g_N}, so that the scale of the loss drops out. Forward it is the
 * root mean square of the layer's outputs a_l over rows and units.
 *
 * @param forward of hidden layers 1 … N
 * @param backward of hidden layers 1 … N, that of layer N being 1; NaN where nothing reaches layer N
 */
public record SignalFlow(double[] forward, double[] backward) {
    /**
     * Sends all rows forward and back.
     *
     * @param features samples × inputs
     * @param targets one a row
     */
    public static SignalFlow of(Network network, DMatrixRMaj features, double[] targets) {
        int hidden = network.shape().hidden().size();
        double[] forward = new double[hidden];
        double[] backward = new double[hidden];
        LayerPass.Visitor tally = pass -> {
            WeightLayer layer = pass.layer();
            if (layer.kind() == WeightLayer.Kind.HIDDEN) {
                forward[layer.number() - 1] += squares(pass.outputs());
                backward[layer.number() - 1] += squares(pass.sumGradients());
            }
        };
        new NetworkProbe(network).walk(features, targets, ParameterVector.zeros(network), tally);
        double top = Math.sqrt(backward[hidden - 1]);
        for (int l = 0; l < hidden; l++) {
            int units = network.shape().hidden().get(l);
            forward[l] = Math.sqrt(forward[l] / ((double) features.numRows * units));
            backward[l] = Math.sqrt(backward[l]) / top;
        }
        return new SignalFlow(forward, backward);
    }

    /** By what factor the signal back changes a layer, in the geometric mean; NaN for a single layer. */
    public double factor() {
        return Math.pow(backward[0], 1.0 / (backward.length - 1));
    }

    private static double squares(DMatrixRMaj matrix) {
        return Arrays.stream(matrix.data, 0, matrix.getNumElements())
                .map(x -> x * x)
                .sum();
    }
}
