package hyperlab.lesson;

import hyperlab.lesson.Question.Axis;
import hyperlab.lesson.Question.Sketch;
import hyperlab.lesson.expression.Readouts;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A curve on the axes of a sketch.
 *
 * @param x ascending values of the variable
 * @param y a value for each x; NaN where the curve does not exist
 */
public record Curve(double[] x, double[] y) {
    private static final int POINTS = 101;

    /** The computed curve: at each whole number of a short linear axis, otherwise at {@value #POINTS} points. */
    public static Curve truth(Sketch sketch, Readouts readouts) {
        double[] x = points(sketch.x());
        return new Curve(
                x,
                DoubleStream.of(x)
                        .map(value -> sketch.truth().at(readouts, sketch.x().name(), value))
                        .toArray());
    }

    private static double[] points(Axis axis) {
        double first = Math.ceil(axis.low());
        double last = Math.floor(axis.high());
        if (!axis.hasWholeNumbers()) {
            return IntStream.range(0, POINTS)
                    .mapToDouble(k -> axis.value(k / (POINTS - 1.0)))
                    .toArray();
        }
        double stride = Math.max(1, Math.ceil((last - first) / (Sketch.MAX_POINTS - 1)));
        return DoubleStream.iterate(first, value -> value <= last, value -> value + stride)
                .toArray();
    }

    /** The number of points that exist. */
    public int finiteCount() {
        return (int) Arrays.stream(y).filter(Double::isFinite).count();
    }

    /** The number of points that exist and are on an axis. */
    public int visibleCount(Axis axis) {
        return (int) Arrays.stream(y)
                .filter(value -> Double.isFinite(value) && value >= axis.low() && value <= axis.high())
                .count();
    }

    /** The value at {@code position}, linearly interpolated; NaN outside of the curve and next to a missing value. */
    public double at(double position) {
        int after = Arrays.binarySearch(x, position);
        if (after >= 0) {
            return y[after];
        }
        int next = -after - 1;
        if (next == 0 || next == x.length) {
            return Double.NaN;
        }
        double share = (position - x[next - 1]) / (x[next] - x[next - 1]);
        return y[next - 1] + share * (y[next] - y[next - 1]);
    }
}
