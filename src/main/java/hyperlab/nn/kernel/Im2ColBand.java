package hyperlab.nn.kernel;

import hyperlab.image.ImageShape;
import java.util.Arrays;

/**
 * A band of an image, rearranged for the convolution of some rows of positions. For each channel and each column dx of
 * the kernel there is one array. Its row Y contains what column dx reads at each position of a row of positions that is
 * on image row Y. Row dy of the kernel reads this array from {@link #readOffset} on, with the positions of the band in
 * sequence. With a stride s, two image rows whose distance is not a multiple of s are never read by the same dy, so
 * they are in separate arrays. There is one group of arrays for each remainder, and further groups for kernel rows that
 * dilation moves far apart.
 */
final class Im2ColBand {
    private final ImageShape image;
    private final ConvolutionGeometry geometry;
    private final int side;
    private final int outputWidth;
    private final int blockChannels;
    private final int[] groupOf;
    private final int[] offsets;
    private final long[] starts;
    private final int[] heights;
    private final int[] firstPosition;
    private final int[] endPosition;
    private final double[][] arrays;

    /**
     * @param outputWidth number of positions in a row
     * @param band maximum number of rows of positions in a band
     * @param block maximum number of channels
     */
    Im2ColBand(ImageShape image, ConvolutionGeometry geometry, int outputWidth, int band, int block) {
        this.image = image;
        this.geometry = geometry;
        this.side = geometry.kernel();
        this.outputWidth = outputWidth;
        this.blockChannels = block;
        this.groupOf = new int[side];
        this.offsets = new int[side];
        long[] groupStarts = new long[side];
        int[] rows = new int[side];
        int groups = 0;
        for (int dy = 0; dy < side; dy++) {
            long rowDistance = (long) dy * geometry.dilation();
            int group = 0;
            while (group < groups && !canShareArrays(rowDistance - groupStarts[group], band)) {
                group++;
            }
            if (group == groups) {
                groupStarts[groups++] = rowDistance;
            }
            int shift = (int) ((rowDistance - groupStarts[group]) / geometry.stride());
            rows[group] = band + shift;
            groupOf[dy] = group;
            offsets[dy] = shift * outputWidth;
        }
        this.starts = Arrays.copyOf(groupStarts, groups);
        this.heights = Arrays.copyOf(rows, groups);
        this.firstPosition = new int[side];
        this.endPosition = new int[side];
        for (int dx = 0; dx < side; dx++) {
            firstPosition[dx] = positionsBefore(0, dx);
            endPosition[dx] = positionsBefore(image.width(), dx);
        }
        this.arrays = newArrays();
    }

    /**
     * Whether a kernel row this far below the first row of a group reads rows of the same arrays, and is not too far
     * below.
     */
    private boolean canShareArrays(long distance, int band) {
        return distance % geometry.stride() == 0 && distance / geometry.stride() <= Math.max(side, band);
    }

    /** How many positions of a row read, with column dx, a pixel before {@code x}. */
    private int positionsBefore(int x, int dx) {
        long distance = x - geometry.pixelAt(0, dx);
        long positions = Math.floorDiv(distance + geometry.stride() - 1, geometry.stride());
        return (int) Math.max(0, Math.min(outputWidth, positions));
    }

    /** New arrays with the lengths of the layout, filled with 0. */
    double[][] newArrays() {
        double[][] newArrays = new double[heights.length * blockChannels * side][];
        for (int i = 0; i < newArrays.length; i++) {
            newArrays[i] = new double[heights[i / (blockChannels * side)] * outputWidth];
        }
        return newArrays;
    }

    /** The arrays of the band that was copied last. Those of one group are adjacent, channel by channel. */
    double[][] columns() {
        return arrays;
    }

    /**
     * The index of the first array that row dy of the kernel reads. Arrays are ordered by channel, then by kernel
     * column.
     */
    int firstArray(int dy) {
        return groupOf[dy] * blockChannels * side;
    }

    /** The index in its arrays at which row dy of the kernel starts to read. */
    int readOffset(int dy) {
        return offsets[dy];
    }

    /** The length of the arrays that row dy of the kernel reads. */
    int arrayLength(int dy) {
        return heights[groupOf[dy]] * outputWidth;
    }

    /**
     * Copies some channels of an image that starts at index {@code at}, for the band that starts at row {@code top} of
     * the positions.
     */
    void fill(double[] pixels, int at, int firstChannel, int channels, int top) {
        for (int group = 0; group < heights.length; group++) {
            for (int i = 0; i < channels * side; i++) {
                fill(pixels, at + (firstChannel + i / side) * plane(), group, top, i % side, array(group, i));
            }
        }
    }

    /** Positions to the left and right of the image stay 0; the rows above and below it depend on the band. */
    private void fill(double[] pixels, int at, int group, int top, int dx, double[] column) {
        int stride = geometry.stride();
        int from = firstPosition[dx];
        int count = endPosition[dx] - from;
        if (count <= 0) {
            return;
        }
        if (geometry.stride() == 1 && outputWidth == image.width()) {
            fillShifted(pixels, at, group, top, dx, column);
            return;
        }
        for (int row = 0; row < heights[group]; row++) {
            long y = imageRow(group, top + row);
            int position = row * outputWidth + from;
            if (y < 0 || y >= image.height()) {
                Arrays.fill(column, position, position + count, 0);
            } else {
                int pixel = at + (int) (y * image.width() + geometry.pixelAt(from, dx));
                if (stride == 1) {
                    System.arraycopy(pixels, pixel, column, position, count);
                } else {
                    for (int k = 0; k < count; k++) {
                        column[position + k] = pixels[pixel + k * stride];
                    }
                }
            }
        }
    }

    /**
     * If rows of positions are as long as rows of the image, copies all rows at once and then sets to 0 what wrapped
     * around an edge.
     */
    private void fillShifted(double[] pixels, int at, int group, int top, int dx, double[] column) {
        int width = image.width();
        int first = firstInside(group, top);
        int end = endInside(group, top);
        Arrays.fill(column, 0, first * width, 0);
        Arrays.fill(column, end * width, heights[group] * width, 0);
        if (end > first) {
            int from = first * width + firstPosition[dx];
            int count = (end - first) * width - firstPosition[dx] - (width - endPosition[dx]);
            System.arraycopy(pixels, at + firstPixel(group, top, first, dx), column, from, count);
            clearEdges(column, first, end, dx);
        }
    }

    /**
     * The reverse of {@link #fillShifted}: sets to 0 what wrapped around an edge, and then adds all rows at once.
     * Modifies {@code column}.
     */
    private void addShifted(double[] pixels, int at, int group, int top, int dx, double[] column) {
        int width = image.width();
        int first = firstInside(group, top);
        int end = endInside(group, top);
        if (end > first) {
            clearEdges(column, first, end, dx);
            int from = first * width + firstPosition[dx];
            int count = (end - first) * width - firstPosition[dx] - (width - endPosition[dx]);
            int pixel = at + firstPixel(group, top, first, dx);
            for (int i = 0; i < count; i++) {
                pixels[pixel + i] += column[from + i];
            }
        }
    }

    /**
     * The first row of a group's arrays that is on a row of the image; {@link #endInside} is the first row after it
     * that is not.
     */
    private int firstInside(int group, int top) {
        return (int) Math.max(0, Math.min(heights[group], -imageRow(group, top)));
    }

    private int endInside(int group, int top) {
        long end = Math.min(heights[group], image.height() - imageRow(group, top));
        return (int) Math.max(firstInside(group, top), end);
    }

    private int firstPixel(int group, int top, int row, int dx) {
        return (int) (imageRow(group, top + row) * image.width() + geometry.pixelAt(firstPosition[dx], dx));
    }

    private void clearEdges(double[] column, int first, int end, int dx) {
        for (int row = first; row < end; row++) {
            for (int x = 0; x < firstPosition[dx]; x++) {
                column[row * outputWidth + x] = 0;
            }
            for (int x = endPosition[dx]; x < outputWidth; x++) {
                column[row * outputWidth + x] = 0;
            }
        }
    }

    /**
     * The reverse of {@link #fill}: adds {@code columns}, which have the same layout, to the pixels of some channels of
     * an image. May modify {@code columns}.
     */
    void addTo(double[] pixels, int at, int firstChannel, int channels, int top, double[][] columns) {
        for (int group = 0; group < heights.length; group++) {
            for (int i = 0; i < channels * side; i++) {
                int plane = at + (firstChannel + i / side) * plane();
                add(pixels, plane, group, top, i % side, columns[group * blockChannels * side + i]);
            }
        }
    }

    private void add(double[] pixels, int at, int group, int top, int dx, double[] column) {
        int stride = geometry.stride();
        int from = firstPosition[dx];
        int count = endPosition[dx] - from;
        if (count <= 0) {
            return;
        }
        if (stride == 1 && outputWidth == image.width()) {
            addShifted(pixels, at, group, top, dx, column);
            return;
        }
        for (int row = 0; row < heights[group]; row++) {
            long y = imageRow(group, top + row);
            if (y >= 0 && y < image.height()) {
                int pixel = at + (int) (y * image.width() + geometry.pixelAt(from, dx));
                int position = row * outputWidth + from;
                for (int k = 0; k < count; k++) {
                    pixels[pixel + k * stride] += column[position + k];
                }
            }
        }
    }

    private long imageRow(int group, int row) {
        return (long) row * geometry.stride() + starts[group] - geometry.padding();
    }

    private double[] array(int group, int i) {
        return arrays[group * blockChannels * side + i];
    }

    private int plane() {
        return image.height() * image.width();
    }
}
