package hyperlab.nn;

import hyperlab.image.ImageShape;
import java.util.Arrays;

/**
 * The three products of a convolution, one image at a time; the only convolution there is. Weights are filters × channels
 * × kernel × kernel in one array; images and maps lie channel by channel, row by row. Works on arrays of its own: an image
 * is laid out as {@link ShiftedColumns}, and {@link RowSums} runs along the places. Channels go in blocks, so that memory
 * is bounded by one image. Scratch arrays are made once.
 */
final class ConvolutionKernel {
    /** So many numbers of a block of channels are laid out at once, unless one channel alone has more. */
    private static final int BLOCK_NUMBERS = 1 << 15;

    private final ImageShape image;
    private final int filters;
    private final int side;
    private final int places;
    private final int block;
    private final ShiftedColumns layout;
    private final double[][] taps;
    private final double[][] sums;
    private double[][] spread = new double[0][];
    private double[][] columnGradients = new double[0][];
    private final double[] dots = new double[12];

    /** @param maps filters × places along each side, as {@code geometry} has them on {@code image} */
    ConvolutionKernel(ImageShape image, ImageShape maps, ConvolutionGeometry geometry) {
        this.image = image;
        this.filters = maps.channels();
        this.side = geometry.kernel();
        this.places = maps.height() * maps.width();
        long channelNumbers = (long) side * side * places;
        this.block = (int) Math.max(1, Math.min(image.channels(), BLOCK_NUMBERS / channelNumbers));
        this.layout = new ShiftedColumns(image, geometry, maps.height(), maps.width(), block);
        this.taps = new double[block * side * side][places];
        this.sums = new double[filters][places];
    }

    /** maps = weights ⋆ image + bias, for the image that begins at {@code imageAt} and maps that begin at {@code mapsAt}. */
    void forward(double[] images, int imageAt, double[] weights, double[] bias, double[] maps, int mapsAt) {
        for (int f = 0; f < filters; f++) {
            Arrays.fill(sums[f], bias[f]);
        }
        int filterNumbers = image.channels() * side * side;
        for (int channel = 0; channel < image.channels(); channel += block) {
            int channels = Math.min(block, image.channels() - channel);
            layout.fill(images, imageAt, channel, channels);
            copyTaps(channels);
            int from = channel * side * side;
            for (int f = 0; f < filters; f++) {
                RowSums.add(weights, f * filterNumbers + from, 1, taps, 0, channels * side * side, sums[f], 0, places);
            }
        }
        for (int f = 0; f < filters; f++) {
            System.arraycopy(sums[f], 0, maps, mapsAt + f * places, places);
        }
    }

    /** taps[(channel·side + dy)·side + dx][place] is what that number of a kernel reads at that place. */
    private void copyTaps(int channels) {
        double[][] columns = layout.columns();
        for (int dy = 0; dy < side; dy++) {
            int first = layout.first(dy);
            int offset = layout.offset(dy);
            for (int channel = 0; channel < channels; channel++) {
                for (int dx = 0; dx < side; dx++) {
                    double[] tap = taps[(channel * side + dy) * side + dx];
                    System.arraycopy(columns[first + channel * side + dx], offset, tap, 0, places);
                }
            }
        }
    }

    /** Takes in the gradient of the loss with respect to the maps of one image, for the two products below. */
    void mapGradient(double[] mapGradients, int mapsAt) {
        if (spread.length == 0) {
            spread = new double[side * filters][];
            for (int i = 0; i < spread.length; i++) {
                spread[i] = new double[layout.length(i / filters)];
            }
        }
        for (int dy = 0; dy < side; dy++) {
            int offset = layout.offset(dy);
            for (int f = 0; f < filters; f++) {
                System.arraycopy(mapGradients, mapsAt + f * places, spread[dy * filters + f], offset, places);
            }
        }
    }

    /** Adds to {@code weightGradient} that of the image that begins at {@code imageAt}. */
    void addWeightGradient(double[] images, int imageAt, double[] weightGradient) {
        for (int channel = 0; channel < image.channels(); channel += block) {
            int channels = Math.min(block, image.channels() - channel);
            layout.fill(images, imageAt, channel, channels);
            for (int dy = 0; dy < side; dy++) {
                for (int f = 0; f < filters; f += 4) {
                    int taken = Math.min(4, filters - f);
                    for (int column = 0; column < channels * side; column += 3) {
                        addDots(dy, f, taken, channel, column, Math.min(3, channels * side - column), weightGradient);
                    }
                }
            }
        }
    }

    private void addDots(
            int dy, int filter, int filtersTaken, int channel, int column, int columnsTaken, double[] weightGradient) {
        double[][] columns = layout.columns();
        int rowAt = dy * filters + filter;
        int columnAt = layout.first(dy) + column;
        int low = layout.offset(dy);
        int high = low + places;
        if (filtersTaken == 4 && columnsTaken == 3) {
            RowDots.fourByThree(spread, rowAt, columns, columnAt, low, high, dots);
        } else {
            for (int i = 0; i < filtersTaken; i++) {
                for (int j = 0; j < columnsTaken; j++) {
                    dots[3 * i + j] = RowDots.one(spread[rowAt + i], columns[columnAt + j], low, high);
                }
            }
        }
        for (int i = 0; i < filtersTaken; i++) {
            int filterAt = ((filter + i) * image.channels() + channel) * side * side;
            for (int j = 0; j < columnsTaken; j++) {
                int tap = ((column + j) / side * side + dy) * side + (column + j) % side;
                weightGradient[filterAt + tap] += dots[3 * i + j];
            }
        }
    }

    /** Puts the gradient with respect to the image into {@code imageGradients} from {@code imageAt} on, overwritten. */
    void inputGradient(double[] weights, double[] imageGradients, int imageAt) {
        if (columnGradients.length == 0) {
            columnGradients = layout.arrays();
        }
        int numbers = (int) image.numbers();
        int filterNumbers = image.channels() * side * side;
        Arrays.fill(imageGradients, imageAt, imageAt + numbers, 0);
        for (int channel = 0; channel < image.channels(); channel += block) {
            int channels = Math.min(block, image.channels() - channel);
            for (double[] column : columnGradients) {
                Arrays.fill(column, 0);
            }
            for (int dy = 0; dy < side; dy++) {
                int low = layout.offset(dy);
                for (int column = 0; column < channels * side; column++) {
                    int tap = ((channel + column / side) * side + dy) * side + column % side;
                    double[] sum = columnGradients[layout.first(dy) + column];
                    RowSums.add(weights, tap, filterNumbers, spread, dy * filters, filters, sum, low, low + places);
                }
            }
            layout.addTo(imageGradients, imageAt, channel, channels, columnGradients);
        }
    }
}
