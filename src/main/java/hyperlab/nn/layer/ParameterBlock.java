package hyperlab.nn.layer;

/**
 * One array of trainable parameters with the gradient of the loss with respect to each. Confined to the thread of its
 * network.
 */
public final class ParameterBlock {
    private final double[] values;
    private final double[] gradient;
    private final boolean isWeight;

    ParameterBlock(int length, boolean isWeight) {
        this.values = new double[length];
        this.gradient = new double[length];
        this.isWeight = isWeight;
    }

    /** The parameters themselves; an optimizer modifies them in place. */
    public double[] values() {
        return values;
    }

    /** The gradient from the latest backward pass: mean over its batch, without the penalty. */
    public double[] gradient() {
        return gradient;
    }

    /** Whether the penalty applies: true for weights, false for biases and PReLU slopes. */
    public boolean isWeight() {
        return isWeight;
    }
}
