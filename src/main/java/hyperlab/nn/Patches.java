package hyperlab.nn;

import hyperlab.image.ImageShape;
import java.util.Arrays;

/**
 * The patches of an image for the weight gradient of a convolution. For each kernel position, one array contains all
 * pixels that the kernel reads there, row by row and, within a row, pixel by pixel with adjacent channels; padding is
 * 0. In this order, each kernel row of a patch is contiguous. Holds a limited number of positions at a time.
 */
final class Patches {
    private final ImageShape image;
    private final ConvolutionGeometry geometry;
    private final int outWidth;
    private final int filterNumbers;
    private final double[] pixelByPixel;
    private final double[][] rows;

    /** @param most maximum number of positions that are copied at once */
    Patches(ImageShape image, ConvolutionGeometry geometry, int outWidth, int most) {
        this.image = image;
        this.geometry = geometry;
        this.outWidth = outWidth;
        this.filterNumbers = image.channels() * geometry.kernel() * geometry.kernel();
        this.pixelByPixel = new double[(int) image.numbers()];
        this.rows = new double[most][filterNumbers];
    }

    /** The maximum number of positions that are copied at once. */
    int most() {
        return rows.length;
    }

    /** The arrays of the positions copied last; later arrays contain old data. */
    double[][] rows() {
        return rows;
    }

    /** Sets the image, which starts at index {@code at}: channel by channel, in row-major order. */
    void take(double[] pixels, int at) {
        int channels = image.channels();
        int plane = image.height() * image.width();
        for (int channel = 0; channel < channels; channel++) {
            int from = at + channel * plane;
            int to = channel;
            for (int i = 0; i < plane; i++) {
                pixelByPixel[to] = pixels[from + i];
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
            fillPlace((first + i) / outWidth, (first + i) % outWidth, rows[i]);
        }
    }

    private void fillPlace(int placeY, int placeX, double[] row) {
        int side = geometry.kernel();
        int length = side * image.channels();
        for (int dy = 0; dy < side; dy++) {
            long y = geometry.pixel(placeY, dy);
            if (y < 0 || y >= image.height()) {
                Arrays.fill(row, dy * length, (dy + 1) * length, 0);
            } else if (geometry.dilation() == 1) {
                copyNeighbours((int) y, geometry.pixel(placeX, 0), row, dy * length);
            } else {
                copySpread((int) y, placeX, row, dy * length);
            }
        }
    }

    /** Copies what a row of the kernel reads from pixel {@code x} on; pixels outside the image are 0. */
    private void copyNeighbours(int y, long x, double[] row, int to) {
        int channels = image.channels();
        int side = geometry.kernel();
        int before = outside(-x);
        int after = outside(x + side - image.width());
        int inside = side - before - after;
        if (inside < side) {
            Arrays.fill(row, to, to + side * channels, 0);
        }
        if (inside > 0) {
            int from = pixel(y, x + before);
            System.arraycopy(pixelByPixel, from, row, to + before * channels, inside * channels);
        }
    }

    /** The number of kernel columns outside the image, if the kernel extends {@code pixels} beyond the edge. */
    private int outside(long pixels) {
        return (int) Math.max(0, Math.min(geometry.kernel(), pixels));
    }

    /** The index of the first channel of a pixel. */
    private int pixel(long y, long x) {
        return (int) (y * image.width() + x) * image.channels();
    }

    private void copySpread(int y, int placeX, double[] row, int to) {
        int channels = image.channels();
        for (int dx = 0; dx < geometry.kernel(); dx++) {
            long x = geometry.pixel(placeX, dx);
            int at = to + dx * channels;
            if (x < 0 || x >= image.width()) {
                Arrays.fill(row, at, at + channels, 0);
            } else {
                System.arraycopy(pixelByPixel, pixel(y, x), row, at, channels);
            }
        }
    }

    /**
     * Adds values in the order of {@link #rows}, starting at {@code fromAt}, to the elements of a filter that start at
     * {@code at}.
     */
    void addTo(double[] from, int fromAt, double[] filter, int at) {
        int channels = image.channels();
        int taps = filterNumbers / channels;
        for (int channel = 0; channel < channels; channel++) {
            for (int tap = 0; tap < taps; tap++) {
                filter[at + channel * taps + tap] += from[fromAt + tap * channels + channel];
            }
        }
    }
}
