package hyperlab.nn;

import hyperlab.image.ImageShape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The forward product and both backward products of a convolution, one image at a time. All convolutions use this
 * class. Weights are filters × channels × kernel × kernel in one array; images and maps are stored channel by channel
 * in row-major order. The pixels that a band of kernel positions reads are copied to {@link ShiftedColumns};
 * {@link RowSums} and {@link RowDots} then run along the positions. Processing bands of rows and blocks of channels
 * bounds the memory for images of any size. Scratch arrays are reused; not thread-safe.
 */
final class ConvolutionKernel {
    /**
     * The maximum number of values in the copied block of channels, unless a short band of one channel already has
     * more.
     */
    private static final int BLOCK_NUMBERS = 1 << 15;
    /** The minimum number of positions in a band, if the map has that many; shorter loops do not pay off. */
    private static final int FEWEST_PLACES = 1 << 8;
    /** Filters with more elements than this compute their weight gradient in bands, to bound the memory for patches. */
    private static final int MOST_PATCH_NUMBERS = 1 << 12;

    /** The number of rows that {@link RowSums} adds in one pass. */
    private static final int TAPS = RowSums.MOST;

    private final ImageShape image;
    private final ImageShape maps;
    private final ConvolutionGeometry geometry;
    private final int filters;
    private final int side;
    private final int filterNumbers;
    private final int band;
    private final int block;
    private final ShiftedColumns layout;
    private final double[][] taps;
    private final double[][] sums;
    private final double[] dots = new double[12];
    private double[][] spread = new double[0][];
    private double[][] columnGradients = new double[0][];
    private double[][] gradientRows = new double[0][];
    private double[][] gradientTaps = new double[0][];
    private @Nullable PatchWeightGradient patches;

    /** @param maps filters × positions along each side, as computed by {@code geometry} for {@code image} */
    ConvolutionKernel(ImageShape image, ImageShape maps, ConvolutionGeometry geometry) {
        this.image = image;
        this.maps = maps;
        this.geometry = geometry;
        this.filters = maps.channels();
        this.side = geometry.kernel();
        this.filterNumbers = image.channels() * side * side;
        int width = maps.width();
        int rows = Math.max(BLOCK_NUMBERS / (side * side), FEWEST_PLACES) / width;
        this.band = Math.max(1, Math.min(maps.height(), rows));
        this.block = Math.max(1, Math.min(image.channels(), BLOCK_NUMBERS / (side * side) / (band * width)));
        this.layout = new ShiftedColumns(image, geometry, width, band, block);
        this.taps = new double[TAPS][band * width];
        this.sums = new double[filters][band * width];
    }

    /**
     * maps = weights ⋆ image + bias, for the image that starts at index {@code imageAt}; the maps are written to
     * {@code results} from index {@code mapsAt} on.
     */
    void forward(double[] images, int imageAt, double[] weights, double[] bias, double[] results, int mapsAt) {
        for (int top = 0; top < maps.height(); top += band) {
            int places = places(top);
            for (int f = 0; f < filters; f++) {
                Arrays.fill(sums[f], 0, places, bias[f]);
            }
            for (int channel = 0; channel < image.channels(); channel += block) {
                int channels = Math.min(block, image.channels() - channel);
                layout.fill(images, imageAt, channel, channels, top);
                addProducts(weights, channel * side * side, channels * side * side, places);
            }
            for (int f = 0; f < filters; f++) {
                System.arraycopy(sums[f], 0, results, mapsAt + place(f, top), places);
            }
        }
    }

    /**
     * Adds the products of a group of kernel elements to the sums of all filters, group by group. A group stays in the
     * level-1 cache while all filters use it.
     */
    private void addProducts(double[] weights, int from, int count, int places) {
        for (int tap = 0; tap < count; tap += TAPS) {
            int taken = Math.min(TAPS, count - tap);
            for (int i = 0; i < taken; i++) {
                copyTap(tap + i, places, taps[i]);
            }
            for (int f = 0; f < filters; f++) {
                RowSums.add(weights, f * filterNumbers + from + tap, 1, taps, 0, taken, sums[f], 0, places);
            }
        }
    }

    /**
     * Copies what kernel element (channel·side + dy)·side + dx reads at each position of the band, for the channels in
     * the layout.
     */
    private void copyTap(int number, int places, double[] tap) {
        int channel = number / (side * side);
        int dy = number / side % side;
        double[] column = layout.columns()[layout.first(dy) + channel * side + number % side];
        System.arraycopy(column, layout.offset(dy), tap, 0, places);
    }

    /**
     * Adds the gradient with respect to the weights, summed over several images, and overwrites the gradients with
     * respect to the images.
     *
     * @param count number of images, which are stored consecutively, as are their maps
     * @param images contains the images from index {@code imagesAt} on
     * @param mapGradients gradient of the loss with respect to the maps, from index {@code mapsAt} on
     * @param weightGradient the sum is added to its contents
     * @param imageGradients written from index {@code imagesAt} on; null if they are not needed
     */
    void backward(
            int count,
            double[] images,
            int imagesAt,
            double[] mapGradients,
            int mapsAt,
            double[] weights,
            double[] weightGradient,
            double @Nullable [] imageGradients) {
        boolean inPatches = filterNumbers >= MatrixProduct.WIDE && filterNumbers <= MOST_PATCH_NUMBERS;
        if (inPatches) {
            if (patches == null) {
                patches = new PatchWeightGradient(image, maps, geometry, filterNumbers);
            }
            patches.add(count, images, imagesAt, mapGradients, mapsAt, weightGradient);
            if (imageGradients == null) {
                return;
            }
        }
        for (int i = 0; i < count; i++) {
            int imageAt = imagesAt + i * (int) image.numbers();
            int mapAt = mapsAt + i * (int) maps.numbers();
            if (imageGradients != null) {
                Arrays.fill(imageGradients, imageAt, imageAt + (int) image.numbers(), 0);
            }
            for (int top = 0; top < maps.height(); top += band) {
                if (!inPatches) {
                    addWeightGradient(images, imageAt, mapGradients, mapAt, top, weightGradient);
                }
                if (imageGradients != null) {
                    spread(mapGradients, mapAt, top);
                    addImageGradient(imageGradients, imageAt, top, weights);
                }
            }
        }
    }

    private void addWeightGradient(
            double[] images, int imageAt, double[] mapGradients, int mapAt, int top, double[] weightGradient) {
        if (gradientRows.length == 0) {
            gradientRows = new double[filters][band * maps.width()];
            gradientTaps = new double[block * side * side][band * maps.width()];
        }
        int places = places(top);
        for (int f = 0; f < filters; f++) {
            System.arraycopy(mapGradients, mapAt + place(f, top), gradientRows[f], 0, places);
        }
        for (int channel = 0; channel < image.channels(); channel += block) {
            int channels = Math.min(block, image.channels() - channel);
            layout.fill(images, imageAt, channel, channels, top);
            for (int number = 0; number < channels * side * side; number++) {
                copyTap(number, places, gradientTaps[number]);
            }
            addDots(channel * side * side, channels * side * side, places, weightGradient);
        }
    }

    /**
     * Adds to {@code count} elements of each filter, starting at {@code from}, in tiles of four filters by three
     * elements.
     */
    private void addDots(int from, int count, int places, double[] weightGradient) {
        for (int f = 0; f < filters; f += 4) {
            for (int tap = 0; tap < count; tap += 3) {
                int at = f * filterNumbers + from + tap;
                if (f + 3 < filters && tap + 2 < count) {
                    RowDots.fourByThree(gradientRows, f, gradientTaps, tap, 0, places, dots);
                    for (int i = 0; i < dots.length; i++) {
                        weightGradient[at + i / 3 * filterNumbers + i % 3] += dots[i];
                    }
                    continue;
                }
                for (int i = 0; i < Math.min(4, filters - f); i++) {
                    for (int j = 0; j < Math.min(3, count - tap); j++) {
                        weightGradient[at + i * filterNumbers + j] +=
                                RowDots.one(gradientRows[f + i], gradientTaps[tap + j], 0, places);
                    }
                }
            }
        }
    }

    private void addImageGradient(double[] imageGradients, int imageAt, int top, double[] weights) {
        for (int channel = 0; channel < image.channels(); channel += block) {
            int channels = Math.min(block, image.channels() - channel);
            columnGradients(channel, channels, places(top), weights);
            layout.addTo(imageGradients, imageAt, channel, channels, top, columnGradients);
        }
    }

    /**
     * For each row dy of the kernel, copies a band of each map's gradient to the offset at which the layout's columns
     * are read.
     */
    private void spread(double[] mapGradients, int mapsAt, int top) {
        if (spread.length == 0) {
            spread = new double[side * filters][];
            for (int i = 0; i < spread.length; i++) {
                spread[i] = new double[layout.length(i / filters)];
            }
        }
        for (int dy = 0; dy < side; dy++) {
            int offset = layout.offset(dy);
            for (int f = 0; f < filters; f++) {
                double[] row = spread[dy * filters + f];
                System.arraycopy(mapGradients, mapsAt + place(f, top), row, offset, places(top));
            }
        }
    }

    /** Computes the gradient with respect to each element of the layout's columns. */
    private void columnGradients(int channel, int channels, int places, double[] weights) {
        if (columnGradients.length == 0) {
            columnGradients = layout.arrays();
        }
        for (double[] column : columnGradients) {
            Arrays.fill(column, 0);
        }
        for (int dy = 0; dy < side; dy++) {
            int low = layout.offset(dy);
            for (int f = 0; f < filters; f += RowSums.MOST) {
                int taken = Math.min(RowSums.MOST, filters - f);
                for (int column = 0; column < channels * side; column++) {
                    RowSums.add(
                            weights,
                            f * filterNumbers + tap(channel, dy, column),
                            filterNumbers,
                            spread,
                            dy * filters + f,
                            taken,
                            columnGradients[layout.first(dy) + column],
                            low,
                            low + places);
                }
            }
        }
    }

    /**
     * The index of the element of a filter that reads the given column of a block in row dy of the kernel; the block
     * starts at {@code channel}.
     */
    private int tap(int channel, int dy, int column) {
        return ((channel + column / side) * side + dy) * side + column % side;
    }

    /** The number of positions in the band that starts at row {@code top}. */
    private int places(int top) {
        return Math.min(band, maps.height() - top) * maps.width();
    }

    private int place(int filter, int row) {
        return (filter * maps.height() + row) * maps.width();
    }
}
