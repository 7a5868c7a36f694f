package hyperlab.nn;

import hyperlab.image.ImageShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of a network's layers.
 *
 * @param parameters number of trainable parameters
 * @param widest largest number of values that one sample occupies in the buffer of a layer
 */
record LayerSizes(long parameters, long widest) {
    /**
     * Computes the sizes of the layers that {@link Layers} builds.
     *
     * @throws hyperlab.rule.InvalidInputException if a convolution leaves no pixels
     */
    static LayerSizes of(
            int inputs,
            @Nullable ImageShape image,
            List<Convolution> convolutions,
            List<Integer> hidden,
            int outputs,
            Activation activation) {
        int pieces = pieces(activation);
        int slopes = activation instanceof Activation.Prelu ? 1 : 0;
        long parameters = 0;
        long widest = Math.max(inputs, outputs);
        long width = inputs;
        ImageShape now = image;
        for (int i = 0; i < convolutions.size() && now != null; i++) {
            Convolution convolution = convolutions.get(i);
            String name = "convolutions[" + i + "]";
            long kernel = (long) convolution.kernel() * convolution.kernel();
            long filters = (long) convolution.filters() * pieces;
            parameters += filters * (now.channels() * kernel + 1) + slopes;
            widest = Math.max(widest, convolution.maps(name, now, pieces).numbers());
            now = convolution.pooled(name, now, pieces);
            width = now.numbers();
        }
        for (int units : hidden) {
            parameters += (long) units * pieces * (width + 1) + slopes;
            width = units;
            widest = Math.max(widest, width * pieces);
        }
        return new LayerSizes(parameters + outputs * (width + 1), widest);
    }

    /** The number of linear pieces of a unit: 1 except for Maxout. */
    static int pieces(Activation activation) {
        return activation instanceof Activation.Maxout maxout ? maxout.pieces() : 1;
    }
}
