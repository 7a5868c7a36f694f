package hyperlab.nn;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * One activation function at work as a network's layer runs it, forward and back over a whole batch: what its cost is
 * measured by. Belongs to one thread at a time.
 */
public final class ActivationPass {
    private final List<Layer> layers;
    private final DMatrixRMaj sums;
    private final DMatrixRMaj gradient;

    /**
     * Makes ready to run.
     *
     * @param sums z: samples × sums, not changed; Maxout takes as many neighbouring ones as it has pieces for one output
     */
    public ActivationPass(Activation activation, DMatrixRMaj sums) {
        this.layers = Layers.activation(activation, 1);
        this.sums = sums;
        this.gradient = new DMatrixRMaj(sums.numRows, sums.numCols / LayerSizes.pieces(activation));
        gradient.fill(1);
    }

    /** How many numbers come out of one pass. */
    public int outputs() {
        return gradient.getNumElements();
    }

    /** One pass forward and one back; nothing at all for the linear function, which has no layer. */
    public void run() {
        for (Layer layer : layers) {
            layer.forward(sums, true);
            layer.backward(gradient);
        }
    }
}
