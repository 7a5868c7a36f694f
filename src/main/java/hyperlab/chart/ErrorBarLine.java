package hyperlab.chart;

import hyperlab.chart.axis.ValueBounds;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.CurveStyle;
import java.util.List;

/** A line through values with error bars, and its name, which may be empty. */
public record ErrorBarLine(List<Point> points, CurveStyle curveStyle, String name) {
    public ErrorBarLine {
        points = List.copyOf(points);
    }

    /**
     * A value with its error bar, from {@code low} to {@code high}; both equal the value for no bar. Values that are
     * not finite are not drawn.
     */
    public record Point(double x, double value, double low, double high) {
        /** A point without an error bar. */
        public static Point of(double x, double value) {
            return new Point(x, value, value, value);
        }
    }

    /** The line without its error bars. */
    public Curve curve() {
        return Curve.of(
                        points.stream().mapToDouble(Point::x).toArray(),
                        points.stream().mapToDouble(Point::value).toArray())
                .named(name);
    }

    /** The error bars of the points that have one. */
    public List<ErrorBars.ErrorBar> errorBars() {
        return points.stream()
                .filter(point -> point.low() < point.high())
                .map(point -> new ErrorBars.ErrorBar(point.x(), point.low(), point.high(), curveStyle.themeColor()))
                .toList();
    }

    /** Extends {@code bounds} so that they contain the values and the error bars. */
    public void extend(ValueBounds bounds) {
        points.forEach(point -> bounds.add(point.value(), point.low(), point.high()));
    }
}
