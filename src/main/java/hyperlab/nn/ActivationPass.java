package hyperlab.nn;

import hyperlab.nn.layer.Layer;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Runs one activation function over a whole batch as a network layer does, forward and backward, to measure its cost.
 * Confined to one thread at a time.
 */
public final class ActivationPass {
    private final List<Layer> layers;
    private final DMatrixRMaj sums;
    private final DMatrixRMaj gradient;

    /**
     * @param sums pre-activations z: samples × sums, not modified; for Maxout, each group of {@code pieces} adjacent
     *     sums gives one output
     */
    public ActivationPass(Activation activation, DMatrixRMaj sums) {
        this.layers = activation.createLayers(1);
        this.sums = sums;
        this.gradient = new DMatrixRMaj(sums.numRows, sums.numCols / activation.pieces());
        gradient.fill(1);
    }

    /** The number of outputs of one pass. */
    public int outputCount() {
        return gradient.getNumElements();
    }

    /** Runs one forward and one backward pass. Does nothing for the linear function, which has no layer. */
    public void run() {
        for (Layer layer : layers) {
            layer.forward(sums, true);
            layer.backward(gradient);
        }
    }
}
