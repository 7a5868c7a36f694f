package hyperlab.diagnosis;

import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.WeightLayer;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * The size of the forward and backward signals in each hidden layer of a network, over all given rows, with dropout off
 * (Glorot and Bengio 2010, sections 4.2 and 4.3).
 *
 * <p>The backward signal of layer l is {@code g_l = √(mean over rows of ‖∂L/∂z_l‖²)}, where {@code ∂L/∂z_l = (W_{l+1}ᵀ
 * ∂L/∂z_{l+1}) ⊙ f′(z_l)} for each row's own loss L. It is reported as {@code g_l/g_N}, which cancels the scale of the
 * loss. The forward signal is the root mean square of the layer's outputs a_l over rows and units.
 *
 * @param forward of hidden layers 1 … N
 * @param backward of hidden layers 1 … N, 1 for layer N; NaN if no gradient reaches layer N
 */
public record SignalFlow(double[] forward, double[] backward) {
    /**
     * Runs a forward and a backward pass over all rows.
     *
     * @param features samples × inputs
     * @param targets one per row
     */
    public static SignalFlow of(Network network, DMatrixRMaj features, double[] targets) {
        int hidden = network.shape().hidden().size();
        double[] forward = new double[hidden];
        double[] backward = new double[hidden];
        new NetworkProbe(network).visitSignals(features, targets, signals -> {
            WeightLayer layer = signals.layer();
            if (layer.kind() == WeightLayer.LayerKind.HIDDEN) {
                forward[layer.number() - 1] += sumOfSquares(signals.outputs());
                backward[layer.number() - 1] += sumOfSquares(signals.sumGradients());
            }
        });
        double lastNorm = Math.sqrt(backward[hidden - 1]);
        for (int l = 0; l < hidden; l++) {
            int units = network.shape().hidden().get(l);
            forward[l] = Math.sqrt(forward[l] / ((double) features.numRows * units));
            backward[l] = Math.sqrt(backward[l]) / lastNorm;
        }
        return new SignalFlow(forward, backward);
    }

    /** The geometric mean of the factor by which the backward signal changes per layer; NaN for a single layer. */
    public double backwardGainPerLayer() {
        return Math.pow(backward[0], 1.0 / (backward.length - 1));
    }

    private static double sumOfSquares(DMatrixRMaj matrix) {
        return Arrays.stream(matrix.data, 0, matrix.getNumElements())
                .map(x -> x * x)
                .sum();
    }
}
