package hyperlab.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;

/**
 * Draws each series as one path, then its markers. Points that are not finite, or that a logarithmic axis cannot show,
 * are left out; lines are cut near the plot's edge, so that a diverging walk costs no more than another.
 */
public final class CurveRenderer extends AbstractXYItemRenderer implements Themed {
    private static final int LINES = 0;
    private static final int OPAQUE = 255;
    private static final double MARKER_SPACING = 10;
    private static final double MARGIN = 40;

    private ChartStyle style = ChartStyle.of(ChartTheme.LIGHT);
    private List<CurveLook> looks = List.of();
    private final Map<HaloOf, Shape> halos = new HashMap<>();

    private record HaloOf(Marker marker, double radius, double edge) {}

    /** How series 0, 1, … are drawn; those without a look of their own wear that of their index. */
    public void looks(List<CurveLook> newLooks) {
        looks = List.copyOf(newLooks);
        fireChangeEvent();
    }

    /** How series 0, 1, … are drawn. */
    public void looks(CurveLook... newLooks) {
        looks(List.of(newLooks));
    }

    public CurveLook look(int series) {
        return series < looks.size() ? looks.get(series) : CurveLook.series(series);
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

    /** Draws the whole series when told to draw its first item. */
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
        CurveLook look = look(series);
        Scale scale = new Scale(area, xAxis, yAxis, plot.getDomainAxisEdge(), plot.getRangeAxisEdge());
        Color color = opaque(look);
        if (pass == LINES && look.width() > 0) {
            g2.setColor(color);
            g2.setStroke(look.dash().stroke(look.width() * style.scale(), style.scale()));
            g2.draw(path(dataset, series, scale, area));
        } else if (pass != LINES && look.marker() != Marker.NONE) {
            Shape clip = g2.getClip();
            double room = 2 * look.radius() * style.scale();
            g2.setClip(new Rectangle2D.Double(
                    area.getX() - room, area.getY() - room, area.getWidth() + 2 * room, area.getHeight() + 2 * room));
            drawMarkers(g2, dataset, series, scale, area, look, color);
            g2.setClip(clip);
        }
    }

    private Color opaque(CurveLook look) {
        Color color = look.ink().in(style.theme());
        return look.opacity() == 1
                ? color
                : new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * look.opacity()));
    }

    private static Path2D path(XYDataset dataset, int series, Scale scale, Rectangle2D area) {
        ClippedPath path = new ClippedPath(
                area.getMinX() - MARGIN, area.getMinY() - MARGIN, area.getMaxX() + MARGIN, area.getMaxY() + MARGIN);
        int count = dataset.getItemCount(series);
        for (int i = 0; i < count; i++) {
            path.lineTo(scale.x(dataset.getXValue(series, i)), scale.y(dataset.getYValue(series, i)));
        }
        return path.path();
    }

    private void drawMarkers(
            Graphics2D g2, XYDataset dataset, int series, Scale scale, Rectangle2D area, CurveLook look, Color color) {
        Shape marker = look.marker().at(0, 0, look.radius() * style.scale());
        // A halo that is filled hides the line beneath, which is seen through a faint marker.
        boolean filled = !look.hollow() && color.getAlpha() == OPAQUE;
        Shape halo = Drawn.isAgain(g2) && filled ? halo(look) : null;
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        int count = dataset.getItemCount(series);
        double spacing = look.width() > 0 ? MARKER_SPACING * style.scale() : 0;
        for (int i = 0; i < count; i++) {
            double x = scale.x(dataset.getXValue(series, i));
            double y = scale.y(dataset.getYValue(series, i));
            boolean shown = x >= area.getMinX() - 1
                    && x <= area.getMaxX() + 1
                    && y >= area.getMinY() - 1
                    && y <= area.getMaxY() + 1;
            if (shown && !(Math.hypot(x - lastX, y - lastY) < spacing)) {
                drawMarker(g2, moved(marker, x, y), halo == null ? null : moved(halo, x, y), look.hollow(), color);
                lastX = x;
                lastY = y;
            }
        }
    }

    private Shape halo(CurveLook look) {
        HaloOf wanted = new HaloOf(look.marker(), look.radius() * style.scale(), style.scale());
        return halos.computeIfAbsent(
                wanted,
                missing -> Halos.around(missing.marker().at(0, 0, missing.radius()), (float) (2 * missing.edge())));
    }

    private static Shape moved(Shape shape, double x, double y) {
        return AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
    }

    private void drawMarker(Graphics2D g2, Shape shape, @Nullable Shape halo, boolean hollow, Color color) {
        float edge = (float) style.scale();
        if (hollow) {
            g2.setColor(style.theme().background());
            g2.fill(shape);
            g2.setColor(color);
            g2.setStroke(new BasicStroke(1.5f * edge));
            g2.draw(shape);
            return;
        }
        g2.setColor(style.theme().background());
        if (halo == null) {
            g2.setStroke(new BasicStroke(2 * edge, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g2.draw(shape);
        } else {
            g2.fill(halo);
        }
        g2.setColor(color);
        g2.fill(shape);
    }

    /** From values to pixels; NaN for what an axis cannot show. */
    private record Scale(Rectangle2D area, ValueAxis xAxis, ValueAxis yAxis, RectangleEdge xEdge, RectangleEdge yEdge) {
        double x(double value) {
            return xAxis.valueToJava2D(value, area, xEdge);
        }

        double y(double value) {
            return yAxis.valueToJava2D(value, area, yEdge);
        }
    }
}
