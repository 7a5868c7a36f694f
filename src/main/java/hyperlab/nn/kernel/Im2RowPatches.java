package hyperlab.nn.kernel;

import hyperlab.image.ImageShape;
import java.util.Arrays;

/**
 * The patches of an image for the weight gradient of a convolution. For each kernel position, one array contains all
 * pixels that the kernel reads there, row by row and, within a row, pixel by pixel with adjacent channels; padding is
 * 0. In this order, each kernel row of a patch is contiguous. Holds a limited number of positions at a time.
 */
final class Im2RowPatches {
    private final ImageShape image;
    private final ConvolutionGeometry geometry;
    private final int outputWidth;
    private final int filterSize;
    private final double[] channelsLast;
    private final double[][] rows;

    /** @param maxPositions maximum number of positions that are copied at once */
    Im2RowPatches(ImageShape image, ConvolutionGeometry geometry, int outputWidth, int maxPositions) {
        this.image = image;
        this.geometry = geometry;
        this.outputWidth = outputWidth;
        this.filterSize = image.channels() * geometry.kernel() * geometry.kernel();
        this.channelsLast = new double[(int) image.size()];
        this.rows = new double[maxPositions][filterSize];
    }

    /** The maximum number of positions that are copied at once. */
    int maxPositions() {
        return rows.length;
    }

    /** The arrays of the positions copied last; later arrays contain old data. */
    double[][] rows() {
        return rows;
    }

    /** Sets the image, which starts at index {@code at}: channel by channel, in row-major order. */
    void setImage(double[] pixels, int at) {
        int channels = image.channels();
        int plane = image.height() * image.width();
        for (int channel = 0; channel < channels; channel++) {
            int from = at + channel * plane;
            int to = channel;
            for (int i = 0; i < plane; i++) {
                channelsLast[to] = pixels[from + i];
                to += channels;
            }
        }
    }

    /**
     * Copies the patches of {@code count} positions of the current image, starting at position {@code first} in
     * row-major order.
     */
    void fill(int first, int count) {
        for (int i = 0; i < count; i++) {
            fillPatch((first + i) / outputWidth, (first + i) % outputWidth, rows[i]);
        }
    }

    private void fillPatch(int positionY, int positionX, double[] row) {
        int side = geometry.kernel();
        int length = side * image.channels();
        for (int dy = 0; dy < side; dy++) {
            long y = geometry.pixelAt(positionY, dy);
            if (y < 0 || y >= image.height()) {
                Arrays.fill(row, dy * length, (dy + 1) * length, 0);
            } else if (geometry.dilation() == 1) {
                copyAdjacent((int) y, geometry.pixelAt(positionX, 0), row, dy * length);
            } else {
                copyDilated((int) y, positionX, row, dy * length);
            }
        }
    }

    /** Copies what a row of the kernel reads from pixel {@code x} on; pixels outside the image are 0. */
    private void copyAdjacent(int y, long x, double[] row, int to) {
        int channels = image.channels();
        int side = geometry.kernel();
        int before = clampOutside(-x);
        int after = clampOutside(x + side - image.width());
        int inside = side - before - after;
        if (inside < side) {
            Arrays.fill(row, to, to + side * channels, 0);
        }
        if (inside > 0) {
            int from = pixelIndex(y, x + before);
            System.arraycopy(channelsLast, from, row, to + before * channels, inside * channels);
        }
    }

    /** The number of kernel columns outside the image, if the kernel extends {@code pixels} beyond the edge. */
    private int clampOutside(long pixels) {
        return (int) Math.max(0, Math.min(geometry.kernel(), pixels));
    }

    /** The index of the first channel of a pixel. */
    private int pixelIndex(long y, long x) {
        return (int) (y * image.width() + x) * image.channels();
    }

    private void copyDilated(int y, int positionX, double[] row, int to) {
        int channels = image.channels();
        for (int dx = 0; dx < geometry.kernel(); dx++) {
            long x = geometry.pixelAt(positionX, dx);
            int at = to + dx * channels;
            if (x < 0 || x >= image.width()) {
                Arrays.fill(row, at, at + channels, 0);
            } else {
                System.arraycopy(channelsLast, pixelIndex(y, x), row, at, channels);
            }
        }
    }

    /**
     * Adds values in the order of {@link #rows}, starting at {@code fromAt}, to the elements of a filter that start at
     * {@code at}.
     */
    void addTo(double[] from, int fromAt, double[] filter, int at) {
        int channels = image.channels();
        int taps = filterSize / channels;
        for (int channel = 0; channel < channels; channel++) {
            for (int tap = 0; tap < taps; tap++) {
                filter[at + channel * taps + tap] += from[fromAt + tap * channels + channel];
            }
        }
    }
}
