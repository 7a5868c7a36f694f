package hyperlab.app.convolution;

import hyperlab.convolution.ConvolutionSetup;
import hyperlab.convolution.FeatureMap;
import hyperlab.nn.ConvolutionGeometry;

/**
 * What there is to see while the kernel lies at a place.
 *
 * @param map all that it makes of the image
 * @param place where it lies, row by row from 0
 */
public record ConvolutionMoment(FeatureMap map, int place) {
    public ConvolutionSetup setup() {
        return map.setup();
    }

    public FeatureMap.Step step() {
        return map.step(place);
    }

    /** The first row of the image, padding negative, under the kernel at a place. */
    public long top(int at) {
        ConvolutionGeometry geometry = map.geometry();
        return geometry.pixel(map.row(at), 0);
    }

    /** The first column of the image, padding negative, under the kernel at a place. */
    public long left(int at) {
        return map.geometry().pixel(map.column(at), 0);
    }

    /** The row of the image, padding negative, under the middle of the kernel. */
    double middleRow() {
        return top(place) + reach();
    }

    /** The column of the image, padding negative, under the middle of the kernel. */
    double middleColumn() {
        return left(place) + reach();
    }

    private double reach() {
        return map.geometry().dilation() * (map.geometry().kernel() - 1) / 2.0;
    }

    /** Whether there is a place after this one in its row. */
    public boolean hasNextInRow() {
        return map.column(place) + 1 < map.shape().width();
    }

    /** The rows of the image, padding included, that lie after the last place. */
    public long remainderDown() {
        return map.geometry().remainder(map.image().height());
    }

    /** The columns of the image, padding included, that lie after the last place. */
    public long remainderAcross() {
        return map.geometry().remainder(map.image().width());
    }
}
