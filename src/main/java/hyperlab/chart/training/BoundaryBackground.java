package hyperlab.chart.training;

import hyperlab.chart.CachedLayer;
import hyperlab.chart.Contours;
import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.PixelImage;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.SeriesStyle;
import hyperlab.diagnosis.DecisionMap;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.jfree.data.Range;

/** Predictions as a tint with boundaries, and the samples on top of it. */
final class BoundaryBackground extends ModelAnnotation<BoundaryChartModel> {
    private static final double RADIUS = 3.6;
    private static final double BORDER = 1.6;
    private static final double LEVEL = 0.8;

    private final CachedLayer backgroundLayer = new CachedLayer();
    private final CachedLayer pointsLayer = new CachedLayer();

    private record BackgroundKey(BoundaryChartModel picture, Range x, Range y, ChartStyle style) {}

    /** Everything that determines how the samples look; it does not change while a network trains. */
    private record PointsKey(
            List<BoundaryChartModel.Point> points,
            BoundaryChartModel.Range range,
            Range x,
            Range y,
            ChartStyle style) {}

    /** Returns the marker of a sample. */
    static MarkerShape marker(BoundaryChartModel model, BoundaryChartModel.Point point) {
        if (model.classNames().isEmpty()) {
            return point.validation() ? MarkerShape.DIAMOND : MarkerShape.CIRCLE;
        }
        return new SeriesStyle((int) point.target()).marker();
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, BoundaryChartModel model) {
        if (area.getWidth() < 1 || area.getHeight() < 1) {
            return;
        }
        Object control = g2.getRenderingHint(RenderingHints.KEY_STROKE_CONTROL);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        Range x = pixels.xRange();
        Range y = pixels.yRange();
        backgroundLayer.draw(
                g2, area, new BackgroundKey(model, x, y, style()), own -> drawGround(own, model, area, pixels));
        pointsLayer.draw(
                g2,
                area,
                new PointsKey(model.points(), model.range(), x, y, style()),
                own -> model.points().forEach(point -> drawPoint(own, model, point, pixels)));
        if (control != null) {
            g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, control);
        }
    }

    private void drawGround(Graphics2D g2, BoundaryChartModel model, Rectangle2D area, PixelTransform pixels) {
        BoundaryColors tints = new BoundaryColors(model);
        double deviceScale = PixelImage.deviceScale(g2);
        double[] across = PixelImage.pixelPositions(area, deviceScale);
        ChartTheme theme = style().theme();
        DecisionMap map = model.map();
        VisiblePart x = pixels.xPart(map.xLow(), map.xHigh());
        VisiblePart y = pixels.yPart(map.yLow(), map.yHigh());
        double[] columns = Arrays.stream(across).map(x::at).toArray();
        int outside = theme.background().getRGB();
        PixelImage.draw(
                g2,
                PixelImage.ofRows(area, deviceScale, (up, colors) -> {
                    boolean inside = y.contains(up, 1 / area.getHeight());
                    if (inside) {
                        tints.fillRow(columns, y.at(up), colors, theme);
                    }
                    for (int i = 0; i < colors.length; i++) {
                        colors[i] = inside && x.contains(across[i], 1 / area.getWidth()) ? colors[i] : outside;
                    }
                }),
                area);
        boolean classes = !model.classNames().isEmpty();
        g2.setColor(theme.muted());
        g2.setStroke(new BasicStroke((float) (LEVEL * style().scale())));
        for (DecisionMap member : model.members()) {
            drawLines(g2, new BoundaryColors(model.of(member)), pixels);
        }
        g2.setColor(classes ? theme.text() : theme.axis());
        g2.setStroke(new BasicStroke((float) ((classes ? BORDER : LEVEL) * style().scale())));
        drawLines(g2, tints, pixels);
    }

    private static void drawLines(Graphics2D g2, BoundaryColors tints, PixelTransform pixels) {
        for (Curve line : tints.boundaryLines()) {
            Path2D path = new Path2D.Double();
            Contours.add(line, path, pixels);
            g2.draw(path);
        }
    }

    private void drawPoint(
            Graphics2D g2, BoundaryChartModel model, BoundaryChartModel.Point point, PixelTransform pixels) {
        ChartTheme theme = style().theme();
        double scale = style().scale();
        Shape shape = marker(model, point).shapeAt(pixels.x(point.x()), pixels.y(point.y()), RADIUS * scale);
        if (model.classNames().isEmpty()) {
            fill(g2, shape, new BoundaryColors(model).numberColor(point.target(), theme));
            outline(g2, shape, theme.text(), scale);
            return;
        }
        Color color = theme.series((int) point.target());
        if (point.validation()) {
            fill(g2, shape, theme.background());
            outline(g2, shape, color, 1.5 * scale);
        } else {
            outline(g2, shape, theme.background(), 2 * scale);
            fill(g2, shape, color);
        }
    }

    private static void fill(Graphics2D g2, Shape shape, Color color) {
        g2.setColor(color);
        g2.fill(shape);
    }

    private static void outline(Graphics2D g2, Shape shape, Color color, double width) {
        g2.setColor(color);
        g2.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g2.draw(shape);
    }
}
