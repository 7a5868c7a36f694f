package hyperlab.nn;

import hyperlab.image.ImageShape;
import java.util.Arrays;

/**
 * An image laid out anew for a convolution: for each channel and each column dx of the kernel one array, whose row Y holds
 * what column dx reads at each place of a row of places that has image row Y under it. Row dy of the kernel reads it from
 * {@link #offset} on, the places of the whole map one after another. With a stride s, image rows whose numbers differ by
 * no multiple of s are never read by the same dy, and lie in arrays of their own: a group for each remainder.
 */
final class ShiftedColumns {
    private final ImageShape image;
    private final ConvolutionGeometry geometry;
    private final int side;
    private final int outWidth;
    private final int block;
    private final int[] groupOf;
    private final int[] offsets;
    private final int[] remainders;
    private final int[] heights;
    private final int[] firstPlace;
    private final int[] endPlace;
    private final double[][] arrays;

    /** @param block how many channels are laid out at once at most */
    ShiftedColumns(ImageShape image, ConvolutionGeometry geometry, int outHeight, int outWidth, int block) {
        this.image = image;
        this.geometry = geometry;
        this.side = geometry.kernel();
        this.outWidth = outWidth;
        this.block = block;
        this.groupOf = new int[side];
        this.offsets = new int[side];
        int[] found = new int[side];
        int[] rows = new int[side];
        int groups = 0;
        for (int dy = 0; dy < side; dy++) {
            long down = (long) dy * geometry.dilation();
            int remainder = (int) (down % geometry.stride());
            int group = 0;
            while (group < groups && found[group] != remainder) {
                group++;
            }
            groups = Math.max(groups, group + 1);
            found[group] = remainder;
            int shift = (int) (down / geometry.stride());
            rows[group] = outHeight + shift;
            groupOf[dy] = group;
            offsets[dy] = shift * outWidth;
        }
        this.remainders = Arrays.copyOf(found, groups);
        this.heights = Arrays.copyOf(rows, groups);
        this.firstPlace = new int[side];
        this.endPlace = new int[side];
        for (int dx = 0; dx < side; dx++) {
            firstPlace[dx] = placesBefore(0, dx);
            endPlace[dx] = placesBefore(image.width(), dx);
        }
        this.arrays = arrays();
    }

    /** How many places of a row read, with column dx, a pixel before {@code x}. */
    private int placesBefore(int x, int dx) {
        long distance = x - geometry.pixel(0, dx);
        long places = Math.floorDiv(distance + geometry.stride() - 1, geometry.stride());
        return (int) Math.max(0, Math.min(outWidth, places));
    }

    /** New arrays of the layout's lengths, zero. */
    double[][] arrays() {
        double[][] made = new double[heights.length * block * side][];
        for (int i = 0; i < made.length; i++) {
            made[i] = new double[heights[i / (block * side)] * outWidth];
        }
        return made;
    }

    /** The arrays of the image that was laid out last; those of one group, channel by channel, lie side by side. */
    double[][] columns() {
        return arrays;
    }

    /** The first of the arrays that row dy of the kernel reads: channel by channel, in each column by column. */
    int first(int dy) {
        return groupOf[dy] * block * side;
    }

    /** Where in its arrays row dy of the kernel begins to read. */
    int offset(int dy) {
        return offsets[dy];
    }

    /** The length of the arrays that row dy of the kernel reads. */
    int length(int dy) {
        return heights[groupOf[dy]] * outWidth;
    }

    /** Lays out some channels of an image that begins at {@code at}. What lies outside the image stays 0. */
    void fill(double[] pixels, int at, int firstChannel, int channels) {
        for (int group = 0; group < heights.length; group++) {
            for (int i = 0; i < channels * side; i++) {
                fill(pixels, at + (firstChannel + i / side) * plane(), group, i % side, array(group, i));
            }
        }
    }

    private void fill(double[] pixels, int at, int group, int dx, double[] column) {
        int stride = geometry.stride();
        int from = firstPlace[dx];
        int count = endPlace[dx] - from;
        for (int row = 0; row < heights[group]; row++) {
            long y = imageRow(group, row);
            if (y >= 0 && y < image.height() && count > 0) {
                int pixel = at + (int) (y * image.width() + geometry.pixel(from, dx));
                int place = row * outWidth + from;
                if (stride == 1) {
                    System.arraycopy(pixels, pixel, column, place, count);
                } else {
                    for (int k = 0; k < count; k++) {
                        column[place + k] = pixels[pixel + k * stride];
                    }
                }
            }
        }
    }

    /** Adds to some channels of an image, beginning at {@code at}, what {@code columns} of this layout hold for each pixel. */
    void addTo(double[] pixels, int at, int firstChannel, int channels, double[][] columns) {
        for (int group = 0; group < heights.length; group++) {
            for (int i = 0; i < channels * side; i++) {
                int plane = at + (firstChannel + i / side) * plane();
                add(pixels, plane, group, i % side, columns[group * block * side + i]);
            }
        }
    }

    private void add(double[] pixels, int at, int group, int dx, double[] column) {
        int stride = geometry.stride();
        int from = firstPlace[dx];
        int count = endPlace[dx] - from;
        for (int row = 0; row < heights[group]; row++) {
            long y = imageRow(group, row);
            if (y >= 0 && y < image.height() && count > 0) {
                int pixel = at + (int) (y * image.width() + geometry.pixel(from, dx));
                int place = row * outWidth + from;
                for (int k = 0; k < count; k++) {
                    pixels[pixel + k * stride] += column[place + k];
                }
            }
        }
    }

    private long imageRow(int group, int row) {
        return (long) row * geometry.stride() + remainders[group] - geometry.padding();
    }

    private double[] array(int group, int i) {
        return arrays[group * block * side + i];
    }

    private int plane() {
        return image.height() * image.width();
    }
}
