package hyperlab.chart;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;

/**
 * An image or a feature map, with one square cell per value: the padding around it, hatching where no kernel reads,
 * pale cells for values not computed yet, frames over cells, the values as text if they fit, and a legend below. Once
 * displayed, use only on the FX thread.
 */
public final class PixelMapChart {
    private final PixelMap map = new PixelMap();
    private final JFreeChart chart;

    /**
     * What the chart shows.
     *
     * @param height number of rows, without the margin
     * @param width number of columns, without the margin
     * @param values row by row
     * @param tones how numbers become colors
     * @param bound the absolute value with the strongest color
     * @param margin cells of padding on each side
     * @param rows which rows a kernel reads, including the margin; empty for all
     * @param columns which columns a kernel reads, including the margin; empty for all
     * @param reached how many cells are computed already, row by row
     * @param frames over cells, in drawing order
     * @param keys the legend
     * @param scaleLow label of the low end of the color scale; empty for no scale
     * @param scaleHigh label of the high end of the color scale
     */
    public record Picture(
            int height,
            int width,
            double[] values,
            Tones tones,
            double bound,
            int margin,
            boolean[] rows,
            boolean[] columns,
            int reached,
            List<Frame> frames,
            List<Key> keys,
            String scaleLow,
            String scaleHigh) {
        public Picture {
            frames = List.copyOf(frames);
            keys = List.copyOf(keys);
        }

        /** Creates a plain picture: no hatching, all cells computed, no margin. */
        public static Picture of(int height, int width, double[] values, Tones tones, double bound) {
            return new Picture(
                    height,
                    width,
                    values,
                    tones,
                    bound,
                    0,
                    new boolean[0],
                    new boolean[0],
                    height * width,
                    List.of(),
                    List.of(),
                    "",
                    "");
        }

        public Picture withFrames(List<Frame> newFrames, List<Key> newKeys) {
            return new Picture(
                    height, width, values, tones, bound, margin, rows, columns, reached, newFrames, newKeys, scaleLow,
                    scaleHigh);
        }

        public Picture withScale(String low, String high) {
            return new Picture(
                    height, width, values, tones, bound, margin, rows, columns, reached, frames, keys, low, high);
        }

        public Picture withReached(int newReached) {
            return new Picture(
                    height,
                    width,
                    values,
                    tones,
                    bound,
                    margin,
                    rows,
                    columns,
                    newReached,
                    frames,
                    keys,
                    scaleLow,
                    scaleHigh);
        }

        public Picture withMargin(int newMargin, boolean[] readRows, boolean[] readColumns) {
            return new Picture(
                    height,
                    width,
                    values,
                    tones,
                    bound,
                    newMargin,
                    readRows,
                    readColumns,
                    reached,
                    frames,
                    keys,
                    scaleLow,
                    scaleHigh);
        }

        /** Returns whether every cell has the same color as in the other picture. */
        boolean isColouredAs(Picture other) {
            return height == other.height
                    && width == other.width
                    && tones == other.tones
                    && bound == other.bound
                    && margin == other.margin
                    && reached == other.reached
                    && Arrays.equals(rows, other.rows)
                    && Arrays.equals(columns, other.columns)
                    && Arrays.equals(values, other.values);
        }
    }

    /** What is marked. */
    public enum Sign {
        /** The current position of the kernel. */
        NOW,
        /** The next position of the kernel. */
        NEXT,
        /** The receptive field of a value. */
        FIELD,
        /** Cells that no kernel reads. */
        LEFT_OUT,
        /** Zeros around the image. */
        PADDING,
        /** Cells that are not computed yet. */
        TO_COME
    }

    /** The meaning of a sign, for the legend. */
    public record Key(Sign sign, String text) {}

    /**
     * A frame around cells.
     *
     * @param row of the first cell; negative if it is in the margin
     * @param column of the first cell; negative if it is in the margin
     * @param taps number of rows, and of columns, that are read
     * @param dilation distance between them in cells
     */
    public record Frame(Sign sign, long row, long column, int taps, int dilation) {
        int span() {
            return (taps - 1) * dilation + 1;
        }
    }

    public PixelMapChart(ChartTheme theme) {
        chart = BlankPlot.with(map, theme);
    }

    public JFreeChart chart() {
        return chart;
    }

    public void style(ChartStyle style) {
        style.apply(chart);
    }

    public void show(Picture picture) {
        map.show(picture);
    }

    /**
     * Returns the row and the column at a pixel of the plot; empty outside the image.
     *
     * @param plotArea bounds of the plot in the last drawing
     */
    public Optional<int[]> cellAt(double x, double y, Rectangle2D plotArea) {
        return map.cellAt(x, y, plotArea);
    }
}
