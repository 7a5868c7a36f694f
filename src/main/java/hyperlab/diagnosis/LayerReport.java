package hyperlab.diagnosis;

import hyperlab.nn.WeightLayer;
import org.jspecify.annotations.Nullable;

/**
 * One layer at one moment, over the rows that were looked at, dropout off.
 *
 * @param layer which one
 * @param weights its weights, without biases; their norm is {@link Distribution#norm}
 * @param weightGradients the gradient of the mean loss by each of these, without the penalty
 * @param outputs a = f(z) of every sample: the signal forward
 * @param sumGradients the derivative of each sample's own loss by its z = W·x + b: the signal back, whose growth or decay
 *     from layer to layer is the exploding or vanishing gradient (Glorot and Bengio 2010, section 4.2)
 * @param activity what its units let through; null where no activation follows, as after the output layer
 */
public record LayerReport(
        WeightLayer layer,
        Distribution weights,
        Distribution weightGradients,
        Distribution outputs,
        Distribution sumGradients,
        @Nullable UnitActivity activity) {}
