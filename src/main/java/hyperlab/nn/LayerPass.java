package hyperlab.nn;

import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * What a chunk of samples did in one layer, forward and back, dropout off. The matrices are buffers of the network, whose
 * arrays may be longer than their shapes ask; they are to be read during the call alone.
 *
 * @param layer which one
 * @param inputs x: samples × inputs, as the layer got them
 * @param sums z = W·x + b: samples × sums, of a convolution map by map; a Maxout unit has as many neighbouring ones, or
 *     maps, as pieces
 * @param sumGradients the derivative of each sample's own loss by its z, of the same shape
 * @param outputs a = f(z): samples × outputs; z itself where no activation follows
 * @param slopes f′(z), of the shape of {@code outputs}; null for Maxout and where no activation follows
 */
public record LayerPass(
        WeightLayer layer,
        DMatrixRMaj inputs,
        DMatrixRMaj sums,
        DMatrixRMaj sumGradients,
        DMatrixRMaj outputs,
        @Nullable DMatrixRMaj slopes) {
    /** Looks at passes. */
    @FunctionalInterface
    public interface Visitor {
        /** Comes by once for each chunk of samples and each layer, from the first layer to the last. */
        void visit(LayerPass pass);
    }
}
