package hyperlab.nn;

import hyperlab.image.ImageShape;
import java.util.Arrays;

/**
 * An image laid out anew for the weight gradient of a convolution: for each place of the kernel one array of all that the
 * kernel reads there, channel by channel, row by row, with 0 for padding. Some places at a time.
 */
final class Patches {
    private final ImageShape image;
    private final ConvolutionGeometry geometry;
    private final int outWidth;
    private final double[][] rows;

    /** @param most how many places are laid out at once at most */
    Patches(ImageShape image, ConvolutionGeometry geometry, int outWidth, int most) {
        this.image = image;
        this.geometry = geometry;
        this.outWidth = outWidth;
        this.rows = new double[most][image.channels() * geometry.kernel() * geometry.kernel()];
    }

    /** How many places are laid out at once at most. */
    int most() {
        return rows.length;
    }

    /** The arrays of the places that were laid out last, and of others after them. */
    double[][] rows() {
        return rows;
    }

    /** Lays out {@code count} places of the image that begins at {@code at}, from {@code first} on, row by row. */
    void fill(double[] pixels, int at, int first, int count) {
        int i = 0;
        while (i < count) {
            int placeX = (first + i) % outWidth;
            int run = Math.min(outWidth - placeX, count - i);
            fillRun(pixels, at, (first + i) / outWidth, placeX, i, run);
            i += run;
        }
    }

    /** Neighbours in a row of places, number by number of what they read, which is quicker than one after another. */
    private void fillRun(double[] pixels, int at, int placeY, int placeX, int index, int run) {
        int side = geometry.kernel();
        int height = image.height();
        for (int channel = 0; channel < image.channels(); channel++) {
            for (int dy = 0; dy < side; dy++) {
                long y = geometry.pixel(placeY, dy);
                int to = (channel * side + dy) * side;
                if (y < 0 || y >= height) {
                    for (int i = index; i < index + run; i++) {
                        Arrays.fill(rows[i], to, to + side, 0);
                    }
                } else {
                    copyRun(pixels, at + (channel * height + (int) y) * image.width(), placeX, index, run, to);
                }
            }
        }
    }

    private void copyRun(double[] pixels, int from, int placeX, int index, int run, int to) {
        int side = geometry.kernel();
        int width = image.width();
        int dilation = geometry.dilation();
        long reach = (long) (side - 1) * dilation;
        long left = geometry.pixel(placeX, 0) - geometry.stride();
        double[][] into = rows;
        for (int i = index; i < index + run; i++) {
            double[] row = into[i];
            left += geometry.stride();
            if (left < 0 || left + reach >= width) {
                for (int dx = 0; dx < side; dx++) {
                    long x = left + (long) dx * dilation;
                    row[to + dx] = x < 0 || x >= width ? 0 : pixels[from + (int) x];
                }
            } else if (side == 3) {
                int x = from + (int) left;
                row[to] = pixels[x];
                row[to + 1] = pixels[x + dilation];
                row[to + 2] = pixels[x + 2 * dilation];
            } else {
                int x = from + (int) left;
                for (int dx = 0; dx < side; dx++) {
                    row[to + dx] = pixels[x + dx * dilation];
                }
            }
        }
    }
}
