package hyperlab.nn.kernel;

import hyperlab.image.ImageShape;
import java.util.Arrays;

/**
 * The forward product and the backward products of a convolution, one image at a time.
 * {@link ConvolutionWeightGradient} adds the gradients with respect to the weights over the images. Weights are filters
 * × channels × kernel × kernel in one array; images and maps are stored channel by channel in row-major order. The
 * pixels that a band of kernel positions reads are copied to {@link Im2ColBand}; {@link RowAxpy} and
 * {@link RowDotProducts} then run along the positions. Processing bands of rows and blocks of channels bounds the
 * memory for images of any size. Scratch arrays are reused; not thread-safe.
 */
public final class ConvolutionKernel {
    /**
     * The maximum number of values in the copied block of channels, unless a short band of one channel already has
     * more.
     */
    private static final int MAX_BLOCK_VALUES = 1 << 15;
    /** The minimum number of positions in a band, if the map has that many; shorter loops do not pay off. */
    private static final int MIN_BAND_POSITIONS = 1 << 8;
    /** The number of filters in a tile of dot products. */
    static final int TILE_FILTERS = 4;
    /** The number of rows that {@link RowAxpy} adds in one pass. */
    private static final int TAP_GROUP_SIZE = RowAxpy.MAX_ROWS;

    private final ImageShape image;
    private final ImageShape mapShape;
    private final int filters;
    private final int side;
    private final int filterSize;
    private final int bandRows;
    private final int blockChannels;
    private final Im2ColBand layout;
    private final double[][] taps;
    private final double[][] sums;
    private final double[] dots = new double[12];
    private double[][] shiftedGradients = new double[0][];
    private double[][] columnGradients = new double[0][];
    private double[][] gradientRows = new double[0][];
    private double[][] gradientTaps = new double[0][];

    /** @param mapShape filters × positions along each side, as computed by {@code geometry} for {@code image} */
    public ConvolutionKernel(ImageShape image, ImageShape mapShape, ConvolutionGeometry geometry) {
        this.image = image;
        this.mapShape = mapShape;
        this.filters = mapShape.channels();
        this.side = geometry.kernel();
        this.filterSize = image.channels() * side * side;
        int width = mapShape.width();
        int rows = Math.max(MAX_BLOCK_VALUES / (side * side), MIN_BAND_POSITIONS) / width;
        this.bandRows = Math.max(1, Math.min(mapShape.height(), rows));
        this.blockChannels =
                Math.max(1, Math.min(image.channels(), MAX_BLOCK_VALUES / (side * side) / (bandRows * width)));
        this.layout = new Im2ColBand(image, geometry, width, bandRows, blockChannels);
        this.taps = new double[TAP_GROUP_SIZE][bandRows * width];
        this.sums = new double[filters][bandRows * width];
    }

    /**
     * maps = weights ⋆ image + bias, for the image that starts at index {@code imageAt}; the maps are written to
     * {@code results} from index {@code mapsAt} on.
     */
    public void forward(double[] images, int imageAt, double[] weights, double[] bias, double[] results, int mapsAt) {
        for (int top = 0; top < mapShape.height(); top += bandRows) {
            int positions = positionsInBand(top);
            for (int f = 0; f < filters; f++) {
                Arrays.fill(sums[f], 0, positions, bias[f]);
            }
            for (int channel = 0; channel < image.channels(); channel += blockChannels) {
                int channels = Math.min(blockChannels, image.channels() - channel);
                layout.fill(images, imageAt, channel, channels, top);
                addProducts(weights, channel * side * side, channels * side * side, positions);
            }
            for (int f = 0; f < filters; f++) {
                System.arraycopy(sums[f], 0, results, mapsAt + mapIndex(f, top), positions);
            }
        }
    }

    /**
     * Adds the products of a group of kernel elements to the sums of all filters, group by group. A group stays in the
     * level-1 cache while all filters use it.
     */
    private void addProducts(double[] weights, int from, int count, int positions) {
        for (int tap = 0; tap < count; tap += TAP_GROUP_SIZE) {
            int groupSize = Math.min(TAP_GROUP_SIZE, count - tap);
            for (int i = 0; i < groupSize; i++) {
                copyTap(tap + i, positions, taps[i]);
            }
            for (int f = 0; f < filters; f++) {
                RowAxpy.add(weights, f * filterSize + from + tap, 1, taps, 0, groupSize, sums[f], 0, positions);
            }
        }
    }

    /**
     * Copies what kernel element (channel·side + dy)·side + dx reads at each position of the band, for the channels in
     * the layout.
     */
    private void copyTap(int number, int positions, double[] tap) {
        int channel = number / (side * side);
        int dy = number / side % side;
        double[] column = layout.columns()[layout.firstArray(dy) + channel * side + number % side];
        System.arraycopy(column, layout.readOffset(dy), tap, 0, positions);
    }

    /** The number of bands of rows that {@link #addWeightGradient} adds one after the other. */
    int bands() {
        return (mapShape.height() + bandRows - 1) / bandRows;
    }

    /**
     * Adds what one band of one image contributes to the gradient with respect to the weights: a dot product for each
     * weight.
     *
     * @param imageAt where the image starts
     * @param mapGradients gradient of the loss with respect to the maps
     * @param mapsAt where the gradients of the image's maps start
     * @param band from 0
     * @param weightGradient the products are added from index {@code at} on
     */
    void addWeightGradient(
            double[] images,
            int imageAt,
            double[] mapGradients,
            int mapsAt,
            int band,
            double[] weightGradient,
            int at) {
        if (gradientRows.length == 0) {
            gradientRows = new double[filters][bandRows * mapShape.width()];
            gradientTaps = new double[blockChannels * side * side][bandRows * mapShape.width()];
        }
        int top = band * bandRows;
        int positions = positionsInBand(top);
        for (int f = 0; f < filters; f++) {
            System.arraycopy(mapGradients, mapsAt + mapIndex(f, top), gradientRows[f], 0, positions);
        }
        for (int channel = 0; channel < image.channels(); channel += blockChannels) {
            int channels = Math.min(blockChannels, image.channels() - channel);
            layout.fill(images, imageAt, channel, channels, top);
            for (int number = 0; number < channels * side * side; number++) {
                copyTap(number, positions, gradientTaps[number]);
            }
            addDots(at + channel * side * side, channels * side * side, positions, weightGradient);
        }
    }

    /**
     * Overwrites the gradient with respect to the image that starts at index {@code imageAt}; the gradient with respect
     * to its maps starts at {@code mapsAt}.
     */
    public void imageGradient(
            double[] mapGradients, int mapsAt, double[] weights, double[] imageGradients, int imageAt) {
        Arrays.fill(imageGradients, imageAt, imageAt + (int) image.size(), 0);
        for (int top = 0; top < mapShape.height(); top += bandRows) {
            shiftGradients(mapGradients, mapsAt, top);
            addImageGradient(imageGradients, imageAt, top, weights);
        }
    }

    /**
     * Adds to {@code count} elements of each filter, in tiles of four filters by three elements. Those of the first
     * filter start at {@code from}.
     */
    private void addDots(int from, int count, int positions, double[] weightGradient) {
        for (int f = 0; f < filters; f += TILE_FILTERS) {
            for (int tap = 0; tap < count; tap += 3) {
                int at = f * filterSize + from + tap;
                if (f + 3 < filters && tap + 2 < count) {
                    RowDotProducts.fourByThree(gradientRows, f, gradientTaps, tap, 0, positions, dots);
                    for (int i = 0; i < dots.length; i++) {
                        weightGradient[at + i / 3 * filterSize + i % 3] += dots[i];
                    }
                    continue;
                }
                for (int i = 0; i < Math.min(TILE_FILTERS, filters - f); i++) {
                    for (int j = 0; j < Math.min(3, count - tap); j++) {
                        weightGradient[at + i * filterSize + j] +=
                                RowDotProducts.dot(gradientRows[f + i], gradientTaps[tap + j], 0, positions);
                    }
                }
            }
        }
    }

    private void addImageGradient(double[] imageGradients, int imageAt, int top, double[] weights) {
        for (int channel = 0; channel < image.channels(); channel += blockChannels) {
            int channels = Math.min(blockChannels, image.channels() - channel);
            computeColumnGradients(channel, channels, positionsInBand(top), weights);
            layout.addTo(imageGradients, imageAt, channel, channels, top, columnGradients);
        }
    }

    /**
     * For each row dy of the kernel, copies a band of each map's gradient to the offset at which the layout's columns
     * are read.
     */
    private void shiftGradients(double[] mapGradients, int mapsAt, int top) {
        if (shiftedGradients.length == 0) {
            shiftedGradients = new double[side * filters][];
            for (int i = 0; i < shiftedGradients.length; i++) {
                shiftedGradients[i] = new double[layout.arrayLength(i / filters)];
            }
        }
        for (int dy = 0; dy < side; dy++) {
            int offset = layout.readOffset(dy);
            for (int f = 0; f < filters; f++) {
                double[] row = shiftedGradients[dy * filters + f];
                System.arraycopy(mapGradients, mapsAt + mapIndex(f, top), row, offset, positionsInBand(top));
            }
        }
    }

    /** Computes the gradient with respect to each element of the layout's columns. */
    private void computeColumnGradients(int channel, int channels, int positions, double[] weights) {
        if (columnGradients.length == 0) {
            columnGradients = layout.newArrays();
        }
        for (double[] column : columnGradients) {
            Arrays.fill(column, 0);
        }
        for (int dy = 0; dy < side; dy++) {
            int low = layout.readOffset(dy);
            for (int f = 0; f < filters; f += RowAxpy.MAX_ROWS) {
                int groupSize = Math.min(RowAxpy.MAX_ROWS, filters - f);
                for (int column = 0; column < channels * side; column++) {
                    RowAxpy.add(
                            weights,
                            f * filterSize + filterIndex(channel, dy, column),
                            filterSize,
                            shiftedGradients,
                            dy * filters + f,
                            groupSize,
                            columnGradients[layout.firstArray(dy) + column],
                            low,
                            low + positions);
                }
            }
        }
    }

    /**
     * The index of the element of a filter that reads the given column of a block in row dy of the kernel; the block
     * starts at {@code channel}.
     */
    private int filterIndex(int channel, int dy, int column) {
        return ((channel + column / side) * side + dy) * side + column % side;
    }

    /** The number of positions in the band that starts at row {@code top}. */
    private int positionsInBand(int top) {
        return Math.min(bandRows, mapShape.height() - top) * mapShape.width();
    }

    private int mapIndex(int filter, int row) {
        return (filter * mapShape.height() + row) * mapShape.width();
    }
}
