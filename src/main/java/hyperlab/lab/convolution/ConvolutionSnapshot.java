package hyperlab.lab.convolution;

import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.FeatureMap;
import hyperlab.nn.kernel.ConvolutionGeometry;

/**
 * The state of the lab with the kernel at one position.
 *
 * @param map the complete feature map
 * @param position the position of the kernel, numbered row by row from 0
 */
public record ConvolutionSnapshot(FeatureMap map, int position) {
    public ConvolutionLabSettings setup() {
        return map.settings();
    }

    public FeatureMap.PositionDetail step() {
        return map.detailAt(position);
    }

    /** The image row of the kernel's first row at a position; negative in the padding. */
    public long top(int index) {
        ConvolutionGeometry geometry = map.geometry();
        return geometry.pixelAt(map.row(index), 0);
    }

    /** The image column of the kernel's first column at a position; negative in the padding. */
    public long left(int index) {
        return map.geometry().pixelAt(map.column(index), 0);
    }

    /** The image row at the center of the kernel; negative in the padding. */
    double centerRow() {
        return top(position) + halfSpan();
    }

    /** The image column at the center of the kernel; negative in the padding. */
    double centerColumn() {
        return left(position) + halfSpan();
    }

    private double halfSpan() {
        return map.geometry().dilation() * (map.geometry().kernel() - 1) / 2.0;
    }

    /** Returns whether there is another position after this one in its row. */
    public boolean hasNextInRow() {
        return map.column(position) + 1 < map.shape().width();
    }

    /** The number of rows of the padded image left over after the last position. */
    public long remainingRows() {
        return map.geometry().unusedPixels(map.image().height());
    }

    /** The number of columns of the padded image left over after the last position. */
    public long remainingColumns() {
        return map.geometry().unusedPixels(map.image().width());
    }
}
