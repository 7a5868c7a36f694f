package hyperlab.convolution;

import hyperlab.image.ImageShape;
import hyperlab.nn.ConvolutionGeometry;
import hyperlab.nn.ImageConvolution;
import hyperlab.nn.ImagePooling;

/** The feature map of a kernel on an image, with details for each position, and the result of pooling. Immutable. */
public final class FeatureMap {
    private final ConvolutionSetup setup;
    private final LabImage image;
    private final ConvolutionGeometry geometry;
    private final ImageShape shape;
    private final double[] values;
    private final ImageShape pooledShape;
    private final double[] pooled;

    private FeatureMap(ConvolutionSetup setup, LabImage image) {
        this.setup = setup;
        this.image = image;
        geometry = setup.geometry();
        ImageConvolution convolution = new ImageConvolution(image.shape(), 1, geometry);
        shape = convolution.maps();
        values = convolution.of(image.pixels(), setup.kernel().array(), new double[1]);
        ImagePooling pooling = new ImagePooling(shape, setup.pooling(), setup.pool());
        pooledShape = pooling.pooled();
        pooled = pooling.of(values);
    }

    /**
     * Computes the feature map of an image.
     *
     * @throws hyperlab.rule.InvalidInputException if the kernel or the pooling window does not fit
     */
    public static FeatureMap of(ConvolutionSetup setup, LabImage image) {
        return new FeatureMap(setup, image);
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
    public record Step(int row, int column, double[] pixels, double[] products, double[] rowSums, double sum) {}

    public ConvolutionSetup setup() {
        return setup;
    }

    public LabImage image() {
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
    public int places() {
        return values.length;
    }

    public int row(int place) {
        return place / shape.width();
    }

    public int column(int place) {
        return place % shape.width();
    }

    /** The computation at a position, counted from 0 in row-major order. */
    public Step step(int place) {
        int side = geometry.kernel();
        double[] kernel = setup.kernel().array();
        double[] pixels = new double[side * side];
        double[] products = new double[side * side];
        double[] rowSums = new double[side];
        for (int dy = 0; dy < side; dy++) {
            for (int dx = 0; dx < side; dx++) {
                int at = dy * side + dx;
                pixels[at] = pixel(geometry.pixel(row(place), dy), geometry.pixel(column(place), dx));
                products[at] = kernel[at] * pixels[at];
                rowSums[dy] += products[at];
            }
        }
        return new Step(row(place), column(place), pixels, products, rowSums, values[place]);
    }

    private double pixel(long row, long column) {
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
        ConvolutionGeometry whole =
                new ConvolutionGeometry(geometry.kernel(), geometry.stride(), 0, geometry.dilation());
        return whole.covered(pixels + 2 * geometry.padding());
    }

    /** The number of image rows that no kernel position reads. */
    public int rowsLeft() {
        return left(geometry.covered(image.height()));
    }

    /** The number of image columns that no kernel position reads. */
    public int columnsLeft() {
        return left(geometry.covered(image.width()));
    }

    private static int left(boolean... covered) {
        int left = 0;
        for (boolean each : covered) {
            left += each ? 0 : 1;
        }
        return left;
    }

    /** The number of image pixels that no kernel position reads. */
    public int pixelsLeft() {
        int height = image.height();
        int width = image.width();
        return height * width - (height - rowsLeft()) * (width - columnsLeft());
    }

    /** The largest absolute value. */
    public double bound() {
        return largest(values);
    }

    static double largest(double... numbers) {
        double largest = 0;
        for (double number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }
}
