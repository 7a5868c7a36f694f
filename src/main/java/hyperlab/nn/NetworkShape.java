package hyperlab.nn;

import hyperlab.image.ImageShape;
import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a network, without its weights.
 *
 * @param inputs number of features of a sample, ≥ 1
 * @param image how the features form an image; null if they do not, in which case there must be no convolutions
 * @param convolutions before the hidden layers, each followed by the activation and then by its pooling
 * @param hidden number of units of each hidden layer, each ≥ 1
 * @param outputs ≥ 1; two or more outputs are classes, whose targets are class indices; one output is a numeric
 *     prediction
 * @param activation after each convolution and each hidden layer
 * @param dropout probability in [0, 1) that a unit is dropped after each hidden layer's activation, in training only
 * @param loss cross-entropy applies to a softmax and requires at least two outputs; squared error applies to the linear
 *     outputs
 */
public record NetworkShape(
        int inputs,
        @Nullable ImageShape image,
        List<ConvolutionSpec> convolutions,
        List<Integer> hidden,
        int outputs,
        Activation activation,
        double dropout,
        Loss loss) {
    /** The maximum number of parameters, which is also the limit of a weights file. */
    public static final int MAX_PARAMETERS = 1 << 28;

    public NetworkShape {
        convolutions = List.copyOf(convolutions);
        hidden = List.copyOf(hidden);
        Checks.atLeast("inputs", inputs, 1);
        Checks.atLeast("outputs", outputs, 1);
        if (image != null && image.size() != inputs) {
            throw new InvalidInputException("image", Rule.IMAGE_INPUTS, inputs, image);
        }
        if (!convolutions.isEmpty() && image == null) {
            throw new InvalidInputException("convolutions", Rule.IMAGES_NEEDED);
        }
        for (int units : hidden) {
            Checks.atLeast("hidden", units, 1);
        }
        Checks.atLeastBelow("dropout", dropout, 0, 1);
        if (loss == Loss.CROSS_ENTROPY && outputs == 1) {
            throw new InvalidInputException("loss", Rule.SQUARED_ERROR_LOSS, loss.fileName());
        }
        LayerSizes sizes = LayerSizes.of(inputs, image, convolutions, hidden, outputs, activation);
        if (sizes.parameterCount() > MAX_PARAMETERS) {
            throw new InvalidInputException("parameters", Rule.AT_MOST, MAX_PARAMETERS, sizes.parameterCount());
        }
    }

    /** Creates a shape without convolutions. */
    public NetworkShape(
            int inputs, List<Integer> hidden, int outputs, Activation activation, double dropout, Loss loss) {
        this(inputs, null, List.of(), hidden, outputs, activation, dropout, loss);
    }

    /** The number of trainable parameters: weights, biases and learned slopes. */
    public long parameterCount() {
        return sizes().parameterCount();
    }

    /** The largest number of values that one sample occupies in the buffer of a layer. */
    public long maxValuesPerSample() {
        return sizes().maxValuesPerSample();
    }

    private LayerSizes sizes() {
        return LayerSizes.of(inputs, image, convolutions, hidden, outputs, activation);
    }

    public NetworkShape withDropout(double newDropout) {
        return new NetworkShape(inputs, image, convolutions, hidden, outputs, activation, newDropout, loss);
    }
}
