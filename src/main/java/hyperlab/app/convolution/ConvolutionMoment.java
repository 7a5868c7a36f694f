package hyperlab.app.convolution;

import hyperlab.convolution.ConvolutionSetup;
import hyperlab.convolution.FeatureMap;
import hyperlab.nn.ConvolutionGeometry;

/**
 * The state of the lab with the kernel at one position.
 *
 * @param map the complete feature map
 * @param place the position of the kernel, numbered row by row from 0
 */
public record ConvolutionMoment(FeatureMap map, int place) {
    public ConvolutionSetup setup() {
        return map.setup();
    }

    public FeatureMap.Step step() {
        return map.step(place);
    }

    /** The image row of the kernel's first row at a position; negative in the padding. */
    public long top(int at) {
        ConvolutionGeometry geometry = map.geometry();
        return geometry.pixel(map.row(at), 0);
    }

    /** The image column of the kernel's first column at a position; negative in the padding. */
    public long left(int at) {
        return map.geometry().pixel(map.column(at), 0);
    }

    /** The image row at the center of the kernel; negative in the padding. */
    double middleRow() {
        return top(place) + reach();
    }

    /** The image column at the center of the kernel; negative in the padding. */
    double middleColumn() {
        return left(place) + reach();
    }

    private double reach() {
        return map.geometry().dilation() * (map.geometry().kernel() - 1) / 2.0;
    }

    /** Returns whether there is another position after this one in its row. */
    public boolean hasNextInRow() {
        return map.column(place) + 1 < map.shape().width();
    }

    /** The number of rows of the padded image left over after the last position. */
    public long remainderDown() {
        return map.geometry().remainder(map.image().height());
    }

    /** The number of columns of the padded image left over after the last position. */
    public long remainderAcross() {
        return map.geometry().remainder(map.image().width());
    }
}
