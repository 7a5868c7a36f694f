package hyperlab.chart.series;

import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ZoomableAxis;
import hyperlab.text.NumberFormats;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/**
 * What a chart shows at a pixel: the values of its named curves at the data point that is closest to it
 * horizontally, or the position itself if there are none.
 *
 * @param position x, or without named curves what the chart says there, each value on a line of its own
 * @param values in drawing order
 */
public record PointerReading(String position, List<CurveValue> values) {
    /** A curve counts if it reaches the pointer and has a point at the closest one, give or take this many pixels. */
    private static final double REACH = 12;

    public PointerReading {
        values = List.copyOf(values);
    }

    /** The value of a named curve; its color is that of the curve. */
    public record CurveValue(String name, String value, Color color) {}

    private record NearestPoint(Curve curve, Color color, double x, double y, double pixelX, double distance) {}

    /**
     * Reads a chart at a pixel.
     *
     * @param area the plot area of the last drawing, which contains the pixel
     */
    public static PointerReading of(XYPlot plot, Rectangle2D area, double pixelX, double pixelY) {
        ValueAxis xAxis = plot.getDomainAxis();
        List<NearestPoint> points = nearestPoints(plot, area, pixelX);
        if (points.isEmpty()) {
            String x = line(xAxis, xAxis.java2DToValue(pixelX, area, plot.getDomainAxisEdge()));
            ValueAxis yAxis = plot.getRangeAxis();
            String y = plot.isRangePannable()
                    ? line(yAxis, yAxis.java2DToValue(pixelY, area, plot.getRangeAxisEdge()))
                    : "";
            return new PointerReading((x + "\n" + y).strip(), List.of());
        }
        NearestPoint closest = points.get(0);
        for (NearestPoint point : points) {
            closest = point.distance() < closest.distance() ? point : closest;
        }
        LinkedHashSet<CurveValue> values = new LinkedHashSet<>();
        for (NearestPoint point : points) {
            if (Math.abs(point.pixelX() - closest.pixelX()) <= REACH) {
                values.add(new CurveValue(point.curve().name(), NumberFormats.format(point.y()), point.color()));
            }
        }
        return new PointerReading(line(xAxis, closest.x()), List.copyOf(values));
    }

    private static String line(ValueAxis axis, double value) {
        String text = axis instanceof ZoomableAxis zoomable ? zoomable.valueText(value) : NumberFormats.format(value);
        String title = axis.getLabel();
        return title == null || title.isEmpty() ? text : ChartStyle.titleWithoutScale(title) + ": " + text;
    }

    /** The nearest points of the named curves in reach; of curves with the same name, only the closest ones. */
    private static List<NearestPoint> nearestPoints(XYPlot plot, Rectangle2D area, double pixelX) {
        List<NearestPoint> points = new ArrayList<>();
        Map<String, Double> distances = new HashMap<>();
        for (int k = 0; k < plot.getDatasetCount(); k++) {
            if (plot.getDataset(k) instanceof CurveDataset dataset
                    && plot.getRenderer(k) instanceof CurveRenderer renderer) {
                for (int series = 0; series < dataset.getSeriesCount(); series++) {
                    Curve curve = dataset.curve(series);
                    NearestPoint point =
                            curve.name().isEmpty() ? null : nearest(curve, renderer.color(series), plot, area, pixelX);
                    if (point != null) {
                        points.add(point);
                        distances.merge(curve.name(), point.distance(), Math::min);
                    }
                }
            }
        }
        points.removeIf(
                point -> point.distance() > distances.getOrDefault(point.curve().name(), 0.0));
        return points;
    }

    private static @Nullable NearestPoint nearest(
            Curve curve, Color color, XYPlot plot, Rectangle2D area, double pixelX) {
        int nearest = -1;
        double nearestX = Double.NaN;
        double distance = Double.POSITIVE_INFINITY;
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < curve.size(); k++) {
            double x = plot.getDomainAxis().valueToJava2D(curve.x(k), area, plot.getDomainAxisEdge());
            if (Double.isFinite(x) && Double.isFinite(curve.y(k))) {
                left = Math.min(left, x);
                right = Math.max(right, x);
                if (Math.abs(x - pixelX) < distance) {
                    distance = Math.abs(x - pixelX);
                    nearest = k;
                    nearestX = x;
                }
            }
        }
        return nearest < 0 || pixelX < left - REACH || pixelX > right + REACH
                ? null
                : new NearestPoint(curve, color, curve.x(nearest), curve.y(nearest), nearestX, distance);
    }
}
