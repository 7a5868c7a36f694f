package hyperlab.convolution;

import hyperlab.nn.Convolution;
import java.util.List;

/**
 * Which pixels along a side of the image one number of a layer can see.
 *
 * @param from the first, which lies before the image where it is negative
 * @param to the last, included
 */
public record ReceptiveField(long from, long to) {
    /** How many pixels. */
    public long size() {
        return to - from + 1;
    }

    /**
     * Of a place of the map that the last of these convolutions makes, before its pooling. Place i of a convolution reads
     * i·stride − padding … i·stride − padding + kernel − 1 of what is before it, place i of a pooling i·pool … i·pool +
     * pool − 1.
     */
    public static ReceptiveField of(List<Convolution> convolutions, long place) {
        ReceptiveField field = new ReceptiveField(place, place);
        for (int k = convolutions.size() - 1; k >= 0; k--) {
            Convolution convolution = convolutions.get(k);
            if (k < convolutions.size() - 1) {
                field = field.before(convolution.pool(), convolution.pool(), 0);
            }
            field = field.before(convolution.kernel(), convolution.stride(), convolution.padding());
        }
        return field;
    }

    private ReceptiveField before(int window, int stride, int padding) {
        return new ReceptiveField(from * stride - padding, to * stride - padding + window - 1);
    }
}
