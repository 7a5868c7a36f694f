package hyperlab.nn;

import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * The activations and gradients of one layer for a chunk of samples, without dropout. The matrices are buffers of the
 * network, whose arrays may be longer than their shapes require; they are valid only during the call.
 *
 * @param layer the layer
 * @param inputs x: samples × inputs, the input of the layer
 * @param sums pre-activations z = W·x + b: samples × sums, map by map for a convolution; a Maxout unit has
 *     {@code pieces} adjacent sums or maps
 * @param sumGradients derivative of each sample's own loss with respect to z, of the same shape
 * @param outputs a = f(z): samples × outputs; z itself if no activation follows
 * @param slopes f′(z), of the shape of {@code outputs}; null for Maxout and if no activation follows
 */
public record LayerPass(
        WeightLayer layer,
        DMatrixRMaj inputs,
        DMatrixRMaj sums,
        DMatrixRMaj sumGradients,
        DMatrixRMaj outputs,
        @Nullable DMatrixRMaj slopes) {
    /** Receives the passes. */
    @FunctionalInterface
    public interface LayerPassVisitor {
        /** Called once for each chunk of samples and each layer, from the first layer to the last. */
        void visit(LayerPass pass);
    }
}
