package hyperlab.convolution;

import hyperlab.image.ImageShape;
import hyperlab.nn.ImageConvolution;
import hyperlab.nn.ImagePooling;
import hyperlab.nn.kernel.ConvolutionGeometry;

/** The feature map of a kernel on an image, with details for each position, and the result of pooling. Immutable. */
public final class FeatureMap {
    private final ConvolutionLabSettings settings;
    private final InputImage image;
    private final ConvolutionGeometry geometry;
    private final ImageShape shape;
    private final double[] values;
    private final ImageShape pooledShape;
    private final double[] pooled;

    private FeatureMap(ConvolutionLabSettings settings, InputImage image) {
        this.settings = settings;
        this.image = image;
        geometry = settings.geometry();
        ImageConvolution convolution = new ImageConvolution(image.shape(), 1, geometry);
        shape = convolution.maps();
        values = convolution.convolve(image.pixels(), settings.kernel().toArray(), new double[1]);
        ImagePooling pooling = new ImagePooling(shape, settings.pooling(), settings.pool());
        pooledShape = pooling.pooled();
        pooled = pooling.pool(values);
    }

    /**
     * Computes the feature map of an image.
     *
     * @throws hyperlab.rule.InvalidInputException if the kernel or the pooling window does not fit
     */
    public static FeatureMap of(ConvolutionLabSettings settings, InputImage image) {
        return new FeatureMap(settings, image);
    }

    /**
     * The computation at one kernel position.
     *
     * @param row of the position in the map, from 0
     * @param column of the position in the map, from 0
     * @param pixels under the kernel in row-major order; 0 where the kernel covers padding
     * @param products of each pixel with the kernel element on it
     * @param rowSums sum of the products in each row of the kernel
     * @param sum the value of the feature map, as computed by the convolution
     */
    public record PositionDetail(
            int row, int column, double[] pixels, double[] products, double[] rowSums, double sum) {}

    public ConvolutionLabSettings settings() {
        return settings;
    }

    public InputImage image() {
        return image;
    }

    public ConvolutionGeometry geometry() {
        return geometry;
    }

    public ImageShape shape() {
        return shape;
    }

    /** In row-major order; must not be modified. */
    public double[] values() {
        return values;
    }

    public ImageShape pooledShape() {
        return pooledShape;
    }

    /** In row-major order; must not be modified. */
    public double[] pooled() {
        return pooled;
    }

    /** The number of kernel positions. */
    public int positionCount() {
        return values.length;
    }

    public int row(int position) {
        return position / shape.width();
    }

    public int column(int position) {
        return position % shape.width();
    }

    /**
     * The value at a position for display: 0 instead of what rounding leaves of a sum that is 0. The bound is that of a
     * sum of k² products, k² · 2⁻⁵³ · Σ|K| · max|x|.
     */
    public double displayed(int position) {
        double[] kernel = settings.kernel().toArray();
        double weights = 0;
        for (double weight : kernel) {
            weights += Math.abs(weight);
        }
        double brightest = 0;
        for (double pixel : image.pixels()) {
            brightest = Math.max(brightest, Math.abs(pixel));
        }
        double rounding = kernel.length * Math.ulp(0.5) * weights * brightest;
        return Math.abs(values[position]) <= rounding ? 0 : values[position];
    }

    /** The computation at a position, counted from 0 in row-major order. */
    public PositionDetail detailAt(int position) {
        int side = geometry.kernel();
        double[] kernel = settings.kernel().toArray();
        double[] pixels = new double[side * side];
        double[] products = new double[side * side];
        double[] rowSums = new double[side];
        for (int dy = 0; dy < side; dy++) {
            for (int dx = 0; dx < side; dx++) {
                int at = dy * side + dx;
                pixels[at] = pixelOrZero(geometry.pixelAt(row(position), dy), geometry.pixelAt(column(position), dx));
                products[at] = kernel[at] * pixels[at];
                rowSums[dy] += products[at];
            }
        }
        return new PositionDetail(row(position), column(position), pixels, products, rowSums, values[position]);
    }

    private double pixelOrZero(long row, long column) {
        boolean within = row >= 0 && row < image.height() && column >= 0 && column < image.width();
        return within ? image.pixels()[(int) (row * image.width() + column)] : 0;
    }

    /**
     * For each row, including padding, whether any kernel position reads it. A pixel is read if both its row and its
     * column are.
     */
    public boolean[] coveredRows() {
        return covered(image.height());
    }

    /** For each column, including padding, whether any kernel position reads it. */
    public boolean[] coveredColumns() {
        return covered(image.width());
    }

    private boolean[] covered(int pixels) {
        ConvolutionGeometry paddedGeometry =
                new ConvolutionGeometry(geometry.kernel(), geometry.stride(), 0, geometry.dilation());
        return paddedGeometry.coveredPixels(pixels + 2 * geometry.padding());
    }

    /** The number of image rows that no kernel position reads. */
    public int unreadRows() {
        return countUncovered(geometry.coveredPixels(image.height()));
    }

    /** The number of image columns that no kernel position reads. */
    public int unreadColumns() {
        return countUncovered(geometry.coveredPixels(image.width()));
    }

    private static int countUncovered(boolean... covered) {
        int uncovered = 0;
        for (boolean each : covered) {
            uncovered += each ? 0 : 1;
        }
        return uncovered;
    }

    /** The number of image pixels that no kernel position reads. */
    public int unreadPixels() {
        int height = image.height();
        int width = image.width();
        return height * width - (height - unreadRows()) * (width - unreadColumns());
    }

    /** The largest absolute value. */
    public double maxAbsValue() {
        return maxAbs(values);
    }

    static double maxAbs(double... numbers) {
        double max = 0;
        for (double number : numbers) {
            max = Math.max(max, Math.abs(number));
        }
        return max;
    }
}
