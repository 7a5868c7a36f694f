package hyperlab.nn;

import hyperlab.image.ImageShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of a network's layers.
 *
 * @param parameterCount number of trainable parameters
 * @param maxValuesPerSample largest number of values that one sample occupies in the buffer of a layer
 */
record LayerSizes(long parameterCount, long maxValuesPerSample) {
    /**
     * Computes the sizes of the layers that {@link LayerFactory} builds.
     *
     * @throws hyperlab.rule.InvalidInputException if a convolution leaves no pixels
     */
    static LayerSizes of(
            int inputs,
            @Nullable ImageShape image,
            List<ConvolutionSpec> convolutions,
            List<Integer> hidden,
            int outputs,
            Activation activation) {
        int pieces = activation.pieces();
        int slopes = activation instanceof Activation.Prelu ? 1 : 0;
        long parameterCount = 0;
        long maxValuesPerSample = Math.max(inputs, outputs);
        long width = inputs;
        ImageShape currentImage = image;
        for (int i = 0; i < convolutions.size() && currentImage != null; i++) {
            ConvolutionSpec convolution = convolutions.get(i);
            String name = "convolutions[" + i + "]";
            long kernel = (long) convolution.kernel() * convolution.kernel();
            long filters = (long) convolution.filters() * pieces;
            parameterCount += filters * (currentImage.channels() * kernel + 1) + slopes;
            maxValuesPerSample = Math.max(
                    maxValuesPerSample,
                    convolution.mapShape(name, currentImage, pieces).size());
            currentImage = convolution.pooledShape(name, currentImage, pieces);
            width = currentImage.size();
        }
        for (int units : hidden) {
            parameterCount += (long) units * pieces * (width + 1) + slopes;
            width = units;
            maxValuesPerSample = Math.max(maxValuesPerSample, width * pieces);
        }
        return new LayerSizes(parameterCount + outputs * (width + 1), maxValuesPerSample);
    }
}
