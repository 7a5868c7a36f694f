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
     * @return of the loss with respect to the latest input; of no meaning from a network's first layer
     */
    DMatrixRMaj backward(DMatrixRMaj outputGradient);

    /**
     * The rate at which the outputs of the latest forward, which was not in training, change as the input moves along
     * {@code inputTangent} and the parameters along {@code direction}: R{·} of Pearlmutter 1994, "Fast exact
     * multiplication by the Hessian".
     *
     * @param inputTangent of the input's shape; unread by a network's first layer, whose input stands still
     * @param direction an array for each of {@link #parameters()}
     * @return the layer's own buffer, unchanged until {@link #backwardTangent}
     */
    DMatrixRMaj forwardTangent(DMatrixRMaj inputTangent, double[][] direction);

    /**
     * The rate at which all that {@link #backward} gives changes along the way of the latest {@link #forwardTangent}. The
     * second derivative is 0 at a kink.
     *
     * @param outputGradient what {@code backward} was given; it has its own buffers, so that either may come first
     * @param gradientTangent the rate at which {@code outputGradient} itself changes
     * @param result overwritten: the rates of the gradients of {@link #parameters()}
     * @return the rate of the input's gradient; of no meaning from a network's first layer
     */
    DMatrixRMaj backwardTangent(
            DMatrixRMaj outputGradient, DMatrixRMaj gradientTangent, double[][] direction, double[][] result);

    /** What is trained here, in a fixed order. */
    default List<ParameterBlock> parameters() {
        return List.of();
    }

    /** Whether it is an activation function. */
    default boolean isActivation() {
        return false;
    }

    /** Copies of what was learned; null where nothing is. */
    default @Nullable LayerWeights weights() {
        return null;
    }
}
