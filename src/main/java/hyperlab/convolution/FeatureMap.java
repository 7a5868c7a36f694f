package hyperlab.convolution;

import hyperlab.image.ImageShape;
import hyperlab.nn.ConvolutionGeometry;
import hyperlab.nn.ImageConvolution;
import hyperlab.nn.ImagePooling;

/** What a kernel makes of an image, place by place, and what pooling leaves of it. Immutable. */
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
     * The map of an image.
     *
     * @throws hyperlab.rule.Refusal where no place, or no window of the pooling, is left
     */
    public static FeatureMap of(ConvolutionSetup setup, LabImage image) {
        return new FeatureMap(setup, image);
    }

    /**
     * One place worked out.
     *
     * @param row of the place in the map, from 0
     * @param column likewise
     * @param pixels under the kernel, row by row, 0 where it lies on padding
     * @param products of each with the kernel's number
     * @param rowSums of the products
     * @param sum the map's number, as the convolution computed it
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

    /** Row by row; not to be changed. */
    public double[] values() {
        return values;
    }

    public ImageShape pooledShape() {
        return pooledShape;
    }

    /** Row by row; not to be changed. */
    public double[] pooled() {
        return pooled;
    }

    /** How many places the kernel has. */
    public int places() {
        return values.length;
    }

    public int row(int place) {
        return place / shape.width();
    }

    public int column(int place) {
        return place % shape.width();
    }

    /** What happens at a place, row by row from 0. */
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

    /** Which rows, padding included from the first, are read at some place; a pixel is where its row and its column are. */
    public boolean[] coveredRows() {
        return covered(image.height());
    }

    /** The same of columns. */
    public boolean[] coveredColumns() {
        return covered(image.width());
    }

    private boolean[] covered(int pixels) {
        ConvolutionGeometry whole =
                new ConvolutionGeometry(geometry.kernel(), geometry.stride(), 0, geometry.dilation());
        return whole.covered(pixels + 2 * geometry.padding());
    }

    /** Rows of the image that no place reads. */
    public int rowsLeft() {
        return left(geometry.covered(image.height()));
    }

    /** Columns of the image that no place reads. */
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

    /** Pixels of the image that no place reads. */
    public int pixelsLeft() {
        int height = image.height();
        int width = image.width();
        return height * width - (height - rowsLeft()) * (width - columnsLeft());
    }

    /** The largest of the numbers without their signs. */
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
