package hyperlab.nn;

import hyperlab.image.ImageShape;
import java.util.Arrays;

/**
 * A band of an image laid out anew for a convolution, as far as some rows of places read it: for each channel and each
 * column dx of the kernel one array, whose row Y holds what column dx reads at each place of a row of places that has
 * image row Y under it. Row dy of the kernel reads it from {@link #offset} on, the places of the band one after another.
 * With a stride s, image rows whose numbers differ by no multiple of s are never read by the same dy, and lie in arrays of
 * their own: a group for each remainder, and for rows of the kernel that a dilation spreads far.
 */
final class ShiftedColumns {
    private final ImageShape image;
    private final ConvolutionGeometry geometry;
    private final int side;
    private final int outWidth;
    private final int block;
    private final int[] groupOf;
    private final int[] offsets;
    private final long[] starts;
    private final int[] heights;
    private final int[] firstPlace;
    private final int[] endPlace;
    private final double[][] arrays;

    /**
     * @param outWidth places in a row
     * @param band how many rows of places are laid out for at once at most
     * @param block how many channels at most
     */
    ShiftedColumns(ImageShape image, ConvolutionGeometry geometry, int outWidth, int band, int block) {
        this.image = image;
        this.geometry = geometry;
        this.side = geometry.kernel();
        this.outWidth = outWidth;
        this.block = block;
        this.groupOf = new int[side];
        this.offsets = new int[side];
        long[] found = new long[side];
        int[] rows = new int[side];
        int groups = 0;
        for (int dy = 0; dy < side; dy++) {
            long down = (long) dy * geometry.dilation();
            int group = 0;
            while (group < groups && !shares(down - found[group], band)) {
                group++;
            }
            if (group == groups) {
                found[groups++] = down;
            }
            int shift = (int) ((down - found[group]) / geometry.stride());
            rows[group] = band + shift;
            groupOf[dy] = group;
            offsets[dy] = shift * outWidth;
        }
        this.starts = Arrays.copyOf(found, groups);
        this.heights = Arrays.copyOf(rows, groups);
        this.firstPlace = new int[side];
        this.endPlace = new int[side];
        for (int dx = 0; dx < side; dx++) {
            firstPlace[dx] = placesBefore(0, dx);
            endPlace[dx] = placesBefore(image.width(), dx);
        }
        this.arrays = arrays();
    }

    /** Whether a row of the kernel so far below the first of a group reads rows of its arrays, and not far down. */
    private boolean shares(long distance, int band) {
        return distance % geometry.stride() == 0 && distance / geometry.stride() <= Math.max(side, band);
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

    /** Lays out, from row {@code top} of the places on, some channels of an image that begins at {@code at}. */
    void fill(double[] pixels, int at, int firstChannel, int channels, int top) {
        for (int group = 0; group < heights.length; group++) {
            for (int i = 0; i < channels * side; i++) {
                fill(pixels, at + (firstChannel + i / side) * plane(), group, top, i % side, array(group, i));
            }
        }
    }

    /** Places left and right of the image stay 0; the rows above and below it change with the band. */
    private void fill(double[] pixels, int at, int group, int top, int dx, double[] column) {
        int stride = geometry.stride();
        int from = firstPlace[dx];
        int count = endPlace[dx] - from;
        if (count <= 0) {
            return;
        }
        if (geometry.stride() == 1 && outWidth == image.width()) {
            fillShifted(pixels, at, group, top, dx, column);
            return;
        }
        for (int row = 0; row < heights[group]; row++) {
            long y = imageRow(group, top + row);
            int place = row * outWidth + from;
            if (y < 0 || y >= image.height()) {
                Arrays.fill(column, place, place + count, 0);
            } else {
                int pixel = at + (int) (y * image.width() + geometry.pixel(from, dx));
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

    /** Where rows of places are as long as those of the image, all rows at once, and then 0 where they ran over an edge. */
    private void fillShifted(double[] pixels, int at, int group, int top, int dx, double[] column) {
        int width = image.width();
        int first = firstInside(group, top);
        int end = endInside(group, top);
        Arrays.fill(column, 0, first * width, 0);
        Arrays.fill(column, end * width, heights[group] * width, 0);
        if (end > first) {
            int from = first * width + firstPlace[dx];
            int count = (end - first) * width - firstPlace[dx] - (width - endPlace[dx]);
            System.arraycopy(pixels, at + firstPixel(group, top, first, dx), column, from, count);
            clearEdges(column, first, end, dx);
        }
    }

    /** The way back: what ran over an edge is set to 0, and then all rows are added at once. */
    private void addShifted(double[] pixels, int at, int group, int top, int dx, double[] column) {
        int width = image.width();
        int first = firstInside(group, top);
        int end = endInside(group, top);
        if (end > first) {
            clearEdges(column, first, end, dx);
            int from = first * width + firstPlace[dx];
            int count = (end - first) * width - firstPlace[dx] - (width - endPlace[dx]);
            int pixel = at + firstPixel(group, top, first, dx);
            for (int i = 0; i < count; i++) {
                pixels[pixel + i] += column[from + i];
            }
        }
    }

    /** The first row of a group's arrays that has a row of the image under it, and the first after it that has none. */
    private int firstInside(int group, int top) {
        return (int) Math.max(0, Math.min(heights[group], -imageRow(group, top)));
    }

    private int endInside(int group, int top) {
        long end = Math.min(heights[group], image.height() - imageRow(group, top));
        return (int) Math.max(firstInside(group, top), end);
    }

    private int firstPixel(int group, int top, int row, int dx) {
        return (int) (imageRow(group, top + row) * image.width() + geometry.pixel(firstPlace[dx], dx));
    }

    private void clearEdges(double[] column, int first, int end, int dx) {
        for (int row = first; row < end; row++) {
            for (int x = 0; x < firstPlace[dx]; x++) {
                column[row * outWidth + x] = 0;
            }
            for (int x = endPlace[dx]; x < outWidth; x++) {
                column[row * outWidth + x] = 0;
            }
        }
    }

    /** Adds to some channels of an image what {@code columns}, laid out as by {@link #fill}, hold for each pixel. */
    void addTo(double[] pixels, int at, int firstChannel, int channels, int top, double[][] columns) {
        for (int group = 0; group < heights.length; group++) {
            for (int i = 0; i < channels * side; i++) {
                int plane = at + (firstChannel + i / side) * plane();
                add(pixels, plane, group, top, i % side, columns[group * block * side + i]);
            }
        }
    }

    private void add(double[] pixels, int at, int group, int top, int dx, double[] column) {
        int stride = geometry.stride();
        int from = firstPlace[dx];
        int count = endPlace[dx] - from;
        if (count <= 0) {
            return;
        }
        if (stride == 1 && outWidth == image.width()) {
            addShifted(pixels, at, group, top, dx, column);
            return;
        }
        for (int row = 0; row < heights[group]; row++) {
            long y = imageRow(group, top + row);
            if (y >= 0 && y < image.height()) {
                int pixel = at + (int) (y * image.width() + geometry.pixel(from, dx));
                int place = row * outWidth + from;
                for (int k = 0; k < count; k++) {
                    pixels[pixel + k * stride] += column[place + k];
                }
            }
        }
    }

    private long imageRow(int group, int row) {
        return (long) row * geometry.stride() + starts[group] - geometry.padding();
    }

    private double[] array(int group, int i) {
        return arrays[group * block * side + i];
    }

    private int plane() {
        return image.height() * image.width();
    }
}
