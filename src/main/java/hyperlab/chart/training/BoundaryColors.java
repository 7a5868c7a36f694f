package hyperlab.chart.training;

import hyperlab.chart.Contours;
import hyperlab.chart.GridSamples;
import hyperlab.chart.axis.Ticks;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.diagnosis.DecisionMap;
import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The colors of the predictions, and the lines where the prediction changes. */
final class BoundaryColors {
    private static final double WEAKEST = 0.06;
    private static final double STRONGEST = 0.42;
    private static final double STRONGEST_NUMBER = 0.65;
    private static final int LEVELS = 5;

    private final DecisionMap map;
    private final int classes;
    private final double low;
    private final double high;

    /** @param model the picture with the map; for regression, its range is the range of the colors */
    BoundaryColors(BoundaryChartModel model) {
        this.map = model.map();
        this.classes = model.classNames().size();
        this.low = model.range().low();
        this.high = model.range().high();
    }

    /** Returns the levels at which lines of equal prediction are drawn; empty for classification. */
    List<Double> levels() {
        return classes > 0 ? List.of() : Ticks.linear(low, high, LEVELS);
    }

    /**
     * Computes the colors of one row of pixels, by bilinear interpolation between grid points.
     *
     * @param across positions of the pixels, from 0 to 1
     * @param up position of the row, from 0 at the bottom to 1 at the top
     * @param colors the array to fill, as RGB
     */
    void fillRow(double[] across, double up, int[] colors, ChartTheme theme) {
        int background = theme.background().getRGB();
        int[] series =
                IntStream.range(0, classes).map(c -> theme.series(c).getRGB()).toArray();
        double row = up * (map.rows() - 1);
        int bottom = cellIndex(row, map.rows());
        int outputs = Math.max(1, classes);
        double[] outputsThere = new double[map.columns() * outputs];
        for (int k = 0; k < outputsThere.length; k++) {
            double low0 = map.predictions().data[bottom * outputsThere.length + k];
            double high0 = map.predictions().data[(bottom + 1) * outputsThere.length + k];
            outputsThere[k] = low0 + (high0 - low0) * (row - bottom);
        }
        for (int i = 0; i < colors.length; i++) {
            double column = across[i] * (map.columns() - 1);
            int left = cellIndex(column, map.columns());
            colors[i] = classes == 0
                    ? numberColor(interpolate(outputsThere, left, column - left), theme)
                            .getRGB()
                    : classColor(outputsThere, left * classes, column - left, background, series);
        }
    }

    private static int cellIndex(double gridPosition, int gridSize) {
        return (int) Math.max(0, Math.min(gridSize - 2, Math.floor(gridPosition)));
    }

    private static double interpolate(double[] values, int left, double fraction) {
        return values[left] + (values[left + 1] - values[left]) * fraction;
    }

    private int classColor(double[] outputs, int left, double fraction, int background, int[] series) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            double from = outputs[left + c];
            double output = from + (outputs[left + classes + c] - from) * fraction;
            if (output > highest) {
                highest = output;
                best = c;
            }
        }
        double chance = 1.0 / classes;
        double confidence = Math.max(0, Math.min(1, (highest - chance) / (1 - chance)));
        double strength = Double.isFinite(highest) ? WEAKEST + (STRONGEST - WEAKEST) * confidence : 0;
        return ChartTheme.mix(background, series[best], strength);
    }

    /**
     * Returns the color of a number: series 1 above 0, series 2 below it, the background at 0. If all targets have the
     * same sign, the background is at the target nearest to 0.
     */
    Color numberColor(double value, ChartTheme theme) {
        double zero = Math.max(low, Math.min(high, 0));
        double reach = Math.max(Math.abs(high - zero), Math.abs(low - zero));
        double strength = reach > 0 ? Math.max(-1, Math.min(1, (value - zero) / reach)) : 0;
        Color color = theme.series(strength < 0 ? 1 : 0);
        return theme.blendWithBackground(color, Double.isNaN(strength) ? 0 : STRONGEST_NUMBER * Math.abs(strength));
    }

    /** Returns the decision boundaries, or the lines of equal prediction. */
    List<Curve> boundaryLines() {
        if (classes == 0) {
            GridSamples heights = gridSamples(0);
            return levels().stream()
                    .flatMap(level -> Contours.of(heights, level).stream())
                    .toList();
        }
        List<GridSamples> margins = classMargins();
        // With two classes, the boundary of one is also the boundary of the other.
        return margins.subList(0, classes == 2 ? 1 : classes).stream()
                .flatMap(margin -> Contours.of(margin, 0).stream())
                .toList();
    }

    private GridSamples gridSamples(int output) {
        double[] heights = new double[map.columns() * map.rows()];
        int outputs = map.predictions().numCols;
        for (int i = 0; i < heights.length; i++) {
            heights[i] = map.predictions().data[i * outputs + output];
        }
        return gridSamples(heights);
    }

    /** Returns, for each class, its output minus the largest output of the other classes. */
    private List<GridSamples> classMargins() {
        double[] outputs = map.predictions().data;
        double[][] margins = new double[classes][map.columns() * map.rows()];
        for (int i = 0; i < map.columns() * map.rows(); i++) {
            int best = 0;
            double second = Double.NEGATIVE_INFINITY;
            double sum = outputs[i * classes];
            for (int c = 1; c < classes; c++) {
                double output = outputs[i * classes + c];
                sum += output;
                if (output > outputs[i * classes + best]) {
                    second = outputs[i * classes + best];
                    best = c;
                } else {
                    second = Math.max(second, output);
                }
            }
            for (int c = 0; c < classes; c++) {
                double other = c == best ? second : outputs[i * classes + best];
                margins[c][i] = Double.isNaN(sum) ? Double.NaN : outputs[i * classes + c] - other;
            }
        }
        return Stream.of(margins).map(this::gridSamples).toList();
    }

    private GridSamples gridSamples(double[] heights) {
        return new GridSamples(
                new ObjectiveFunction.PlotWindow(map.xLow(), map.xHigh(), map.yLow(), map.yHigh()),
                map.columns(),
                map.rows(),
                heights);
    }
}
