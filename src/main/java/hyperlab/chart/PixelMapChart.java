package hyperlab.chart;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;

/**
 * An image or a feature map, a square cell a number: with the padding around it, what no kernel reads hatched, what is
 * still to come pale, frames over cells, numbers in them where there is room, and below what it all means. A shown one
 * belongs to the FX thread.
 */
public final class PixelMapChart {
    private final PixelMap map = new PixelMap();
    private final JFreeChart chart;

    /**
     * What it shows.
     *
     * @param height rows, without the margin
     * @param width columns, without the margin
     * @param values row by row
     * @param tones how numbers become colours
     * @param bound the number of the strongest colour
     * @param margin cells of padding around it
     * @param rows which rows are read, margin included; empty for all
     * @param columns which columns are read, margin included; empty for all
     * @param reached how many cells are there already, row by row
     * @param frames over cells, those on top last
     * @param keys what the signs mean
     * @param scaleLow name of the lowest colour of the scale; empty for no scale
     * @param scaleHigh name of the highest
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

        /** Bare: nothing hatched, nothing to come, no margin. */
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

        /** Whether each cell has the colour that it has in the other. */
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

    /** What is marked, and how. */
    public enum Sign {
        /** Where the kernel lies. */
        NOW,
        /** Where it lies next. */
        NEXT,
        /** The part of the image that a number can see. */
        FIELD,
        /** What no kernel reads. */
        LEFT_OUT,
        /** Zeros around the image. */
        PADDING,
        /** What is still to come. */
        TO_COME
    }

    /** What a sign means, in a few words. */
    public record Key(Sign sign, String text) {}

    /**
     * Cells that are framed.
     *
     * @param row of the first cell, which lies in the margin where it is negative
     * @param column likewise
     * @param taps rows, and columns, that are read
     * @param dilation cells from one of them to the next
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
     * The row and the column at a pixel of the plot, within the image.
     *
     * @param plotArea where the plot was drawn last
     */
    public Optional<int[]> cellAt(double x, double y, Rectangle2D plotArea) {
        return map.cellAt(x, y, plotArea);
    }
}
