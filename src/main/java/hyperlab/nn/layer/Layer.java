package hyperlab.nn.layer;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * One layer of a network. Matrices are batch × features. Each method returns a buffer of the layer that is valid until
 * the next call of that method. Buffers grow and never shrink, so their arrays may be longer than their shape requires.
 */
public interface Layer {
    /**
     * Computes the outputs for {@code input}, which must not be modified until {@link #backward}.
     *
     * @param training whether dropout is active
     */
    DMatrixRMaj forward(DMatrixRMaj input, boolean training);

    /**
     * Computes the gradients of the layer's parameters for the latest {@link #forward}, overwriting the previous ones.
     *
     * @param outputGradient gradient of the loss with respect to the latest outputs
     * @return gradient of the loss with respect to the latest input; undefined for a network's first layer
     */
    DMatrixRMaj backward(DMatrixRMaj outputGradient);

    /**
     * Returns what {@link #backward} returns. The gradients of the parameters may be computed or left as they were,
     * whichever is faster.
     */
    default DMatrixRMaj inputGradient(DMatrixRMaj outputGradient) {
        return backward(outputGradient);
    }

    /**
     * Computes the directional derivative of the outputs of the latest {@link #forward}, which must not have been in
     * training mode, when the input changes along {@code inputTangent} and the parameters along {@code direction}. This
     * is the operator R{·} of Pearlmutter 1994, "Fast exact multiplication by the Hessian".
     *
     * @param inputTangent of the same shape as the input; ignored by a network's first layer, whose input is constant
     * @param direction one array for each of {@link #parameters()}
     * @return a buffer of the layer, which must not be modified until {@link #backwardTangent}
     */
    DMatrixRMaj forwardTangent(DMatrixRMaj inputTangent, double[][] direction);

    /**
     * Computes the directional derivative of all results of {@link #backward}, along the direction of the latest
     * {@link #forwardTangent}. The second derivative is taken as 0 at a kink.
     *
     * @param outputGradient the argument of {@code backward}; the two methods have separate buffers and may be called
     *     in either order
     * @param gradientTangent directional derivative of {@code outputGradient}
     * @param direction one array for each of {@link #parameters()}
     * @param result overwritten with the directional derivatives of the gradients of {@link #parameters()}
     * @return directional derivative of the input's gradient; undefined for a network's first layer
     */
    DMatrixRMaj backwardTangent(
            DMatrixRMaj outputGradient, DMatrixRMaj gradientTangent, double[][] direction, double[][] result);

    /** The trainable parameters of this layer, in a fixed order. */
    default List<ParameterBlock> parameters() {
        return List.of();
    }

    /** Whether this layer is an activation function. */
    default boolean isActivation() {
        return false;
    }
}
