package hyperlab.nn;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a network. Matrices are batch × features; what a layer returns is its own buffer, good until its next
 * call. A buffer grows and never shrinks, so its array may be longer than its shape asks.
 */
interface Layer {
    /** The layer's outputs for {@code input}, which must stay unchanged until {@link #backward}. */
    DMatrixRMaj forward(DMatrixRMaj input, boolean training);

    /**
     * Fills the gradients of the layer's parameters for the latest {@link #forward}.
     *
     * @param outputGradient of the loss with respect to the latest outputs
     * @return of the loss with respect to the latest input; of no meaning from a network's first dense layer
     */
    DMatrixRMaj backward(DMatrixRMaj outputGradient);

    /** What is trained here, in a fixed order. */
    default List<ParameterBlock> parameters() {
        return List.of();
    }

    /** Copies of what was learned; null where nothing is. */
    default @Nullable LayerWeights weights() {
        return null;
    }
}
