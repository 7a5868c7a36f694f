package hyperlab.nn;

/** One array of trained numbers with the gradient of the loss with respect to each. Belongs to its network's thread. */
public final class ParameterBlock {
    private final double[] values;
    private final double[] gradient;
    private final boolean isWeight;

    ParameterBlock(int length, boolean isWeight) {
        this.values = new double[length];
        this.gradient = new double[length];
        this.isWeight = isWeight;
    }

    /** The numbers themselves, changed in place by an optimizer. */
    public double[] values() {
        return values;
    }

    /** The gradient that the latest {@link Network#gradient} left here, mean over its batch, without a penalty. */
    public double[] gradient() {
        return gradient;
    }

    /** Whether a penalty touches it: true for weights, false for biases and PReLU slopes. */
    public boolean isWeight() {
        return isWeight;
    }
}
