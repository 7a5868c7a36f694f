package hyperlab.convolution;

import hyperlab.nn.ConvolutionSpec;
import java.util.List;

/**
 * The range of pixels, along one side of the image, that affects one value of a layer.
 *
 * @param from the first pixel; negative if it is before the image
 * @param to the last pixel, inclusive
 */
public record ReceptiveField(long from, long to) {
    /** The number of pixels. */
    public long size() {
        return to - from + 1;
    }

    /**
     * The receptive field of a position in the maps of the last convolution, before its pooling. Position i of a
     * convolution reads i·stride − padding … i·stride − padding + kernel − 1 of its input; position i of a pooling
     * layer reads i·pool … i·pool + pool − 1.
     */
    public static ReceptiveField of(List<ConvolutionSpec> convolutions, long place) {
        ReceptiveField field = new ReceptiveField(place, place);
        for (int k = convolutions.size() - 1; k >= 0; k--) {
            ConvolutionSpec convolution = convolutions.get(k);
            if (k < convolutions.size() - 1) {
                field = field.throughLayer(convolution.pool(), convolution.pool(), 0);
            }
            field = field.throughLayer(convolution.kernel(), convolution.stride(), convolution.padding());
        }
        return field;
    }

    private ReceptiveField throughLayer(int window, int stride, int padding) {
        return new ReceptiveField(from * stride - padding, to * stride - padding + window - 1);
    }
}
