package hyperlab.chart;

import hyperlab.diagnosis.DecisionMap;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Predictions as a tint with boundaries, and the samples on top of it. */
final class BoundaryGround extends PictureAnnotation<BoundaryPicture> {
    private static final double RADIUS = 3.6;
    private static final double BORDER = 1.6;
    private static final double LEVEL = 0.8;

    private final Kept ground = new Kept();
    private final Kept points = new Kept();

    private record Ground(BoundaryPicture picture, ChartStyle style) {}

    /** Everything that determines how the samples look; it does not change while a network trains. */
    private record Points(
            List<BoundaryPicture.Point> points,
            BoundaryPicture.Range range,
            double xLow,
            double xHigh,
            double yLow,
            double yHigh,
            ChartStyle style) {
        static Points of(BoundaryPicture shown, ChartStyle style) {
            DecisionMap map = shown.map();
            return new Points(shown.points(), shown.range(), map.xLow(), map.xHigh(), map.yLow(), map.yHigh(), style);
        }
    }

    /** Returns the marker of a sample. */
    static Marker marker(BoundaryPicture picture, BoundaryPicture.Point point) {
        if (picture.classNames().isEmpty()) {
            return point.validation() ? Marker.DIAMOND : Marker.CIRCLE;
        }
        return new SeriesStyle((int) point.target()).marker();
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D area, Pixels pixels, BoundaryPicture shown) {
        if (area.getWidth() < 1 || area.getHeight() < 1) {
            return;
        }
        Object control = g2.getRenderingHint(RenderingHints.KEY_STROKE_CONTROL);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        ground.draw(g2, area, new Ground(shown, style()), own -> drawGround(own, shown, area, pixels));
        points.draw(
                g2,
                area,
                Points.of(shown, style()),
                own -> shown.points().forEach(point -> drawPoint(own, shown, point, pixels)));
        if (control != null) {
            g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, control);
        }
    }

    private void drawGround(Graphics2D g2, BoundaryPicture shown, Rectangle2D area, Pixels pixels) {
        BoundaryTints tints = new BoundaryTints(shown);
        double sharpness = PixelImage.sharpness(g2);
        double[] across = PixelImage.across(area, sharpness);
        ChartTheme theme = style().theme();
        PixelImage.draw(
                g2, PixelImage.lines(area, sharpness, (up, colours) -> tints.line(across, up, colours, theme)), area);
        boolean classes = !shown.classNames().isEmpty();
        g2.setColor(theme.muted());
        g2.setStroke(new BasicStroke((float) (LEVEL * style().scale())));
        for (DecisionMap member : shown.members()) {
            drawLines(g2, new BoundaryTints(shown.of(member)), pixels);
        }
        g2.setColor(classes ? theme.text() : theme.axis());
        g2.setStroke(new BasicStroke((float) ((classes ? BORDER : LEVEL) * style().scale())));
        drawLines(g2, tints, pixels);
    }

    private static void drawLines(Graphics2D g2, BoundaryTints tints, Pixels pixels) {
        for (Curve line : tints.lines()) {
            Path2D path = new Path2D.Double();
            Contours.add(line, path, pixels);
            g2.draw(path);
        }
    }

    private void drawPoint(Graphics2D g2, BoundaryPicture shown, BoundaryPicture.Point point, Pixels pixels) {
        ChartTheme theme = style().theme();
        double scale = style().scale();
        Shape shape = marker(shown, point).at(pixels.x(point.x()), pixels.y(point.y()), RADIUS * scale);
        if (shown.classNames().isEmpty()) {
            fill(g2, shape, new BoundaryTints(shown).number(point.target(), theme));
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
