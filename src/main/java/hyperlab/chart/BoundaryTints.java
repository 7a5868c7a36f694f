package hyperlab.chart;

import hyperlab.descent.Objective;
import hyperlab.diagnosis.DecisionMap;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The colours of what is predicted, and the lines where the prediction changes. */
final class BoundaryTints {
    private static final double WEAKEST = 0.06;
    private static final double STRONGEST = 0.42;
    private static final double STRONGEST_NUMBER = 0.65;
    private static final int LEVELS = 5;

    private final DecisionMap map;
    private final int classes;
    private final double low;
    private final double high;

    /** @param picture whose map it is; of numbers its range is that of the colours */
    BoundaryTints(BoundaryPicture picture) {
        this.map = picture.map();
        this.classes = picture.classNames().size();
        this.low = picture.range().low();
        this.high = picture.range().high();
    }

    /** Levels at which lines of equal prediction are drawn; none for classes. */
    List<Double> levels() {
        return classes > 0 ? List.of() : Ticks.linear(low, high, LEVELS);
    }

    /** The colour at a place between grid points, by linear interpolation along each side. */
    int at(double across, double up, ChartTheme theme) {
        double column = across * (map.columns() - 1);
        double row = up * (map.rows() - 1);
        int left = (int) Math.max(0, Math.min(map.columns() - 2, Math.floor(column)));
        int bottom = (int) Math.max(0, Math.min(map.rows() - 2, Math.floor(row)));
        if (classes == 0) {
            return number(between(left, bottom, column - left, row - bottom, 0), theme)
                    .getRGB();
        }
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            double output = between(left, bottom, column - left, row - bottom, c);
            if (output > highest) {
                highest = output;
                best = c;
            }
        }
        double chance = 1.0 / classes;
        double confidence = Math.max(0, Math.min(1, (highest - chance) / (1 - chance)));
        double share = Double.isFinite(highest) ? WEAKEST + (STRONGEST - WEAKEST) * confidence : 0;
        return theme.faint(theme.series(best), share).getRGB();
    }

    private double between(int left, int bottom, double across, double up, int output) {
        double low0 = map.output(left, bottom, output) * (1 - across) + map.output(left + 1, bottom, output) * across;
        double high0 =
                map.output(left, bottom + 1, output) * (1 - across) + map.output(left + 1, bottom + 1, output) * across;
        return low0 * (1 - up) + high0 * up;
    }

    /**
     * A number's colour: series 1 above 0, series 2 below it, the background at 0; where all targets lie on one side of 0,
     * the background is at the one nearest to it.
     */
    Color number(double value, ChartTheme theme) {
        double zero = Math.max(low, Math.min(high, 0));
        double reach = Math.max(Math.abs(high - zero), Math.abs(low - zero));
        double strength = reach > 0 ? Math.max(-1, Math.min(1, (value - zero) / reach)) : 0;
        Color color = theme.series(strength < 0 ? 1 : 0);
        return theme.faint(color, Double.isNaN(strength) ? 0 : STRONGEST_NUMBER * Math.abs(strength));
    }

    /** Where one class gives way to another, or the lines of equal prediction. */
    List<Curve> lines() {
        List<Curve> lines = new ArrayList<>();
        if (classes == 0) {
            Surface surface = surface(0);
            levels().forEach(level -> lines.addAll(Contours.of(surface, level)));
        }
        // Between two classes the line of the one is that of the other.
        for (int c = 0; c < (classes == 2 ? 1 : classes); c++) {
            lines.addAll(Contours.of(lead(c), 0));
        }
        return lines;
    }

    private Surface surface(int output) {
        double[] heights = new double[map.columns() * map.rows()];
        Arrays.setAll(heights, i -> map.output(i % map.columns(), i / map.columns(), output));
        return surface(heights);
    }

    /** How far a class's output lies above the largest of the others. */
    private Surface lead(int c) {
        double[] heights = new double[map.columns() * map.rows()];
        for (int i = 0; i < heights.length; i++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int other = 0; other < classes; other++) {
                double output = map.output(i % map.columns(), i / map.columns(), other);
                largest = other == c ? largest : Math.max(largest, output);
            }
            heights[i] = map.output(i % map.columns(), i / map.columns(), c) - largest;
        }
        return surface(heights);
    }

    private Surface surface(double[] heights) {
        return Surface.sampled(
                new Objective.Window(map.xLow(), map.xHigh(), map.yLow(), map.yHigh()),
                map.columns(),
                map.rows(),
                heights);
    }
}
