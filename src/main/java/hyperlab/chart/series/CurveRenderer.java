package hyperlab.chart.series;

import hyperlab.chart.style.ChartRenderingHint;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.Themed;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;

/**
 * Draws each series as one path, then its markers. Points that are not finite, or that a logarithmic axis cannot show,
 * are skipped. Lines are clipped near the plot's edge, so that a diverging path costs no more to draw than any other.
 */
public final class CurveRenderer extends AbstractXYItemRenderer implements Themed {
    private static final int LINES = 0;
    private static final double MARKER_SPACING = 10;
    private static final double MARGIN = 40;
    /** Markers below this radius have a thin halo, which does not cut their line into dashes. */
    private static final double SMALL_RADIUS = 2.5;

    /** Points closer than this are skipped on a screen, in logical pixels. */
    private static final double MIN_VISIBLE_DISTANCE = 0.25;
    /** The largest extent of a marker with its outline, as a multiple of its radius. */
    private static final double MARKER_EXTENT = 2;

    private ChartStyle style = ChartStyle.of(ChartTheme.LIGHT);
    private List<CurveStyle> curveStyles = List.of();
    private final MarkerCache<MarkerKey> markerCache = new MarkerCache<>((g2, mark) -> mark.draw(g2));

    /** Sets how series 0, 1, … are drawn; a series without a look gets the default look of its index. */
    public void setCurveStyles(List<CurveStyle> newCurveStyles) {
        curveStyles = List.copyOf(newCurveStyles);
        fireChangeEvent();
    }

    /** Sets how series 0, 1, … are drawn. */
    public void setCurveStyles(CurveStyle... newCurveStyles) {
        setCurveStyles(List.of(newCurveStyles));
    }

    public CurveStyle curveStyle(int series) {
        return series < curveStyles.size() ? curveStyles.get(series) : CurveStyle.series(series);
    }

    /** Returns the color of a series in the current theme, without transparency. */
    public Color color(int series) {
        return curveStyle(series).themeColor().resolve(style.theme());
    }

    @Override
    public void style(ChartStyle newStyle) {
        style = newStyle;
        fireChangeEvent();
    }

    @Override
    public int getPassCount() {
        return 2;
    }

    @Override
    public XYItemRendererState initialise(
            Graphics2D g2, Rectangle2D area, XYPlot plot, XYDataset dataset, PlotRenderingInfo info) {
        XYItemRendererState state = super.initialise(g2, area, plot, dataset, info);
        state.setProcessVisibleItemsOnly(false);
        return state;
    }

    /** Draws the whole series when called for its first item. */
    @Override
    public void drawItem(
            Graphics2D g2,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis xAxis,
            ValueAxis yAxis,
            XYDataset dataset,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        if (item != 0 || !isSeriesVisible(series)) {
            return;
        }
        Object control = g2.getRenderingHint(RenderingHints.KEY_STROKE_CONTROL);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawSeries(g2, area, plot, xAxis, yAxis, dataset, series, pass);
        if (control != null) {
            g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, control);
        }
    }

    private void drawSeries(
            Graphics2D g2,
            Rectangle2D area,
            XYPlot plot,
            ValueAxis xAxis,
            ValueAxis yAxis,
            XYDataset dataset,
            int series,
            int pass) {
        CurveStyle curveStyle = curveStyle(series);
        Scale scale = new Scale(area, xAxis, yAxis, plot.getDomainAxisEdge(), plot.getRangeAxisEdge());
        Color color = colorWithOpacity(curveStyle);
        if (pass == LINES && curveStyle.width() > 0) {
            g2.setColor(color);
            g2.setStroke(curveStyle.dash().stroke(curveStyle.width() * style.scale(), style.scale()));
            g2.draw(path(dataset, series, scale, area, ChartRenderingHint.reusesCache(g2) ? MIN_VISIBLE_DISTANCE : 0));
        } else if (pass != LINES && curveStyle.marker() != MarkerShape.NONE) {
            Shape clip = g2.getClip();
            double room = 2 * curveStyle.radius() * style.scale();
            g2.setClip(new Rectangle2D.Double(
                    area.getX() - room, area.getY() - room, area.getWidth() + 2 * room, area.getHeight() + 2 * room));
            drawMarkers(g2, dataset, series, scale, area, curveStyle, color);
            g2.setClip(clip);
        }
    }

    private Color colorWithOpacity(CurveStyle curveStyle) {
        Color color = curveStyle.themeColor().resolve(style.theme());
        return curveStyle.opacity() == 1
                ? color
                : new Color(color.getRed(), color.getGreen(), color.getBlue(), (int)
                        Math.round(255 * curveStyle.opacity()));
    }

    /**
     * @param minDistance a point that is closer than this to the one before, in both directions, is skipped unless it
     *     is the last
     */
    private static Path2D path(XYDataset dataset, int series, Scale scale, Rectangle2D area, double minDistance) {
        ClippedPath path = new ClippedPath(
                area.getMinX() - MARGIN, area.getMinY() - MARGIN, area.getMaxX() + MARGIN, area.getMaxY() + MARGIN);
        int count = dataset.getItemCount(series);
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < count; i++) {
            double x = scale.x(dataset.getXValue(series, i));
            double y = scale.y(dataset.getYValue(series, i));
            if (i == count - 1 || !(Math.abs(x - lastX) < minDistance && Math.abs(y - lastY) < minDistance)) {
                path.lineTo(x, y);
                lastX = x;
                lastY = y;
            }
        }
        return path.path();
    }

    private void drawMarkers(
            Graphics2D g2,
            XYDataset dataset,
            int series,
            Scale scale,
            Rectangle2D area,
            CurveStyle curveStyle,
            Color color) {
        MarkerKey mark = new MarkerKey(curveStyle.marker(), curveStyle.radius(), curveStyle.hollow(), color, style);
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        int count = dataset.getItemCount(series);
        double spacing = curveStyle.width() > 0 ? MARKER_SPACING * style.scale() : 0;
        for (int i = 0; i < count; i++) {
            double x = scale.x(dataset.getXValue(series, i));
            double y = scale.y(dataset.getYValue(series, i));
            boolean shown = x >= area.getMinX() - 1
                    && x <= area.getMaxX() + 1
                    && y >= area.getMinY() - 1
                    && y <= area.getMaxY() + 1;
            if (shown && !(Math.hypot(x - lastX, y - lastY) < spacing)) {
                markerCache.draw(g2, mark, MARKER_EXTENT * curveStyle.radius() * style.scale(), x, y);
                lastX = x;
                lastY = y;
            }
        }
    }

    /** How a marker looks, regardless of its position. */
    private record MarkerKey(MarkerShape marker, double radius, boolean hollow, Color color, ChartStyle style) {
        void draw(Graphics2D g2) {
            Shape shape = marker.shapeAt(0, 0, radius * style.scale());
            float edge = (float) style.scale();
            g2.setColor(style.theme().background());
            if (hollow) {
                g2.fill(shape);
                g2.setColor(color);
                g2.setStroke(new BasicStroke(1.5f * edge));
                g2.draw(shape);
            } else {
                float halo = radius < SMALL_RADIUS ? 1 : 2;
                g2.setStroke(new BasicStroke(halo * edge, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                g2.draw(shape);
                g2.setColor(color);
                g2.fill(shape);
            }
        }
    }

    /** Converts values to pixels; NaN for a value that an axis cannot show. */
    private record Scale(Rectangle2D area, ValueAxis xAxis, ValueAxis yAxis, RectangleEdge xEdge, RectangleEdge yEdge) {
        double x(double value) {
            return xAxis.valueToJava2D(value, area, xEdge);
        }

        double y(double value) {
            return yAxis.valueToJava2D(value, area, yEdge);
        }
    }
}
