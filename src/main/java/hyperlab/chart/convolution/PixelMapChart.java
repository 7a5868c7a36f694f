package hyperlab.chart.convolution;

import hyperlab.chart.AnnotationChart;
import hyperlab.chart.ColorScale;
import hyperlab.chart.style.ChartTheme;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An image or a feature map, with one square cell per value: the padding around it, hatching where no kernel reads,
 * pale cells for values not computed yet, frames over cells, the values as text if they fit, and a legend below.
 */
public final class PixelMapChart extends AnnotationChart<PixelMapChart.Model, PixelMap> {
    /**
     * What the chart shows.
     *
     * @param height number of rows, without the margin
     * @param width number of columns, without the margin
     * @param values row by row
     * @param tones how numbers become colors
     * @param bound the absolute value with the strongest color
     * @param margin cells of padding on each side
     * @param coveredRows which rows a kernel reads, including the margin; empty for all
     * @param coveredColumns which columns a kernel reads, including the margin; empty for all
     * @param computedCount how many cells are computed already, row by row
     * @param frames over cells, in drawing order
     * @param legend the legend
     * @param scaleLow label of the low end of the color scale; empty for no scale
     * @param scaleHigh label of the high end of the color scale
     */
    public record Model(
            int height,
            int width,
            double[] values,
            ColorScale tones,
            double bound,
            int margin,
            boolean[] coveredRows,
            boolean[] coveredColumns,
            int computedCount,
            List<CellFrame> frames,
            List<LegendEntry> legend,
            String scaleLow,
            String scaleHigh) {
        public Model {
            frames = List.copyOf(frames);
            legend = List.copyOf(legend);
        }

        /** Creates a plain picture: no hatching, all cells computed, no margin. */
        public static Model of(int height, int width, double[] values, ColorScale tones, double bound) {
            return new Model(
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

        public Model withFrames(List<CellFrame> newFrames, List<LegendEntry> newLegend) {
            return new Model(
                    height,
                    width,
                    values,
                    tones,
                    bound,
                    margin,
                    coveredRows,
                    coveredColumns,
                    computedCount,
                    newFrames,
                    newLegend,
                    scaleLow,
                    scaleHigh);
        }

        public Model withScale(String low, String high) {
            return new Model(
                    height,
                    width,
                    values,
                    tones,
                    bound,
                    margin,
                    coveredRows,
                    coveredColumns,
                    computedCount,
                    frames,
                    legend,
                    low,
                    high);
        }

        public Model withComputedCount(int newComputedCount) {
            return new Model(
                    height,
                    width,
                    values,
                    tones,
                    bound,
                    margin,
                    coveredRows,
                    coveredColumns,
                    newComputedCount,
                    frames,
                    legend,
                    scaleLow,
                    scaleHigh);
        }

        public Model withMargin(int newMargin, boolean[] readRows, boolean[] readColumns) {
            return new Model(
                    height,
                    width,
                    values,
                    tones,
                    bound,
                    newMargin,
                    readRows,
                    readColumns,
                    computedCount,
                    frames,
                    legend,
                    scaleLow,
                    scaleHigh);
        }

        /** Returns whether every cell has the same color as in the other picture. */
        boolean hasSameColors(Model other) {
            return height == other.height
                    && width == other.width
                    && tones == other.tones
                    && bound == other.bound
                    && margin == other.margin
                    && computedCount == other.computedCount
                    && Arrays.equals(coveredRows, other.coveredRows)
                    && Arrays.equals(coveredColumns, other.coveredColumns)
                    && Arrays.equals(values, other.values);
        }
    }

    /** What is marked. */
    public enum CellMark {
        /** The current position of the kernel. */
        CURRENT,
        /** The next position of the kernel. */
        NEXT,
        /** The receptive field of a value. */
        RECEPTIVE_FIELD,
        /** Cells that no kernel reads. */
        UNREAD,
        /** Zeros around the image. */
        PADDING,
        /** Cells that are not computed yet. */
        PENDING
    }

    /** The meaning of a sign, for the legend. */
    public record LegendEntry(CellMark mark, String text) {}

    /**
     * A frame around cells.
     *
     * @param row of the first cell; negative if it is in the margin
     * @param column of the first cell; negative if it is in the margin
     * @param kernelSize number of rows, and of columns, that are read
     * @param dilation distance between them in cells
     */
    public record CellFrame(CellMark mark, long row, long column, int kernelSize, int dilation) {
        int span() {
            return (kernelSize - 1) * dilation + 1;
        }
    }

    public PixelMapChart(ChartTheme theme) {
        super(new PixelMap(), theme);
    }

    /**
     * Returns the row and the column at a pixel of the plot; empty outside the image.
     *
     * @param plotArea bounds of the plot in the last drawing
     */
    public Optional<int[]> cellAt(double x, double y, Rectangle2D plotArea) {
        return drawing().cellAt(x, y, plotArea);
    }
}
