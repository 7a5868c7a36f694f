package hyperlab.diagnosis;

import hyperlab.nn.WeightLayer;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of one layer at one point of the training, over the given rows, with dropout off.
 *
 * @param layer the layer
 * @param weights its weights, without biases; their norm is {@link Distribution#norm}
 * @param weightGradients the gradient of the mean loss with respect to these weights, without the penalty
 * @param outputs a = f(z) of every sample: the forward signal
 * @param preActivationGradients the derivative of each sample's own loss with respect to z = W·x + b: the backward
 *     signal. Its growth or decay from layer to layer is the exploding or vanishing gradient (Glorot and Bengio 2010,
 *     section 4.2)
 * @param activity the activity of its units; null if the layer has no activation to measure, as the output layer
 */
public record LayerReport(
        WeightLayer layer,
        Distribution weights,
        Distribution weightGradients,
        Distribution outputs,
        Distribution preActivationGradients,
        @Nullable UnitActivity activity) {}
