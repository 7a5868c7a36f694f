package hyperlab.chart;

import hyperlab.diagnosis.DecisionMap;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** Predictions as a tint with their borders, and samples on it. The tint is made once for a picture, a place and a style. */
final class BoundaryGround extends Annotation {
    private static final double RADIUS = 3.6;
    private static final double BORDER = 1.6;
    private static final double LEVEL = 0.8;

    private @Nullable BoundaryPicture picture;
    private @Nullable Kept kept;

    private record Kept(Rectangle2D area, ChartStyle style, double sharpness, BufferedImage tint) {
        boolean isFor(Rectangle2D otherArea, ChartStyle otherStyle, double otherSharpness) {
            return area.equals(otherArea) && style.equals(otherStyle) && sharpness == otherSharpness;
        }
    }

    void show(BoundaryPicture newPicture) {
        picture = newPicture;
        kept = null;
        fireAnnotationChanged();
    }

    /** How a sample is drawn. */
    static Marker marker(BoundaryPicture picture, BoundaryPicture.Point point) {
        if (picture.classNames().isEmpty()) {
            return point.validation() ? Marker.DIAMOND : Marker.CIRCLE;
        }
        return new SeriesStyle((int) point.target()).marker();
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D area, Pixels pixels) {
        BoundaryPicture shown = picture;
        if (shown == null || area.getWidth() < 1 || area.getHeight() < 1) {
            return;
        }
        BoundaryTints tints = new BoundaryTints(shown);
        PixelImage.draw(g2, tint(tints, area, PixelImage.sharpness(g2)), area);
        Object control = g2.getRenderingHint(RenderingHints.KEY_STROKE_CONTROL);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        boolean classes = !shown.classNames().isEmpty();
        g2.setColor(style().theme().muted());
        g2.setStroke(new BasicStroke((float) (LEVEL * style().scale())));
        for (DecisionMap member : shown.members()) {
            for (Curve line : new BoundaryTints(shown.of(member)).lines()) {
                g2.draw(path(line, pixels));
            }
        }
        g2.setColor(classes ? style().theme().text() : style().theme().axis());
        g2.setStroke(new BasicStroke((float) ((classes ? BORDER : LEVEL) * style().scale())));
        for (Curve line : tints.lines()) {
            g2.draw(path(line, pixels));
        }
        for (BoundaryPicture.Point point : shown.points()) {
            drawPoint(g2, shown, tints, point, pixels);
        }
        if (control != null) {
            g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, control);
        }
    }

    private BufferedImage tint(BoundaryTints tints, Rectangle2D area, double sharpness) {
        Kept before = kept;
        if (before != null && before.isFor(area, style(), sharpness)) {
            return before.tint();
        }
        ChartTheme theme = style().theme();
        BufferedImage tint = PixelImage.of(area, sharpness, (across, up) -> tints.at(across, up, theme));
        kept = new Kept((Rectangle2D) area.clone(), style(), sharpness, tint);
        return tint;
    }

    private static Path2D path(Curve line, Pixels pixels) {
        Path2D path = new Path2D.Double();
        for (int k = 0; k < line.size(); k++) {
            if (k == 0) {
                path.moveTo(pixels.x(line.x(k)), pixels.y(line.y(k)));
            } else {
                path.lineTo(pixels.x(line.x(k)), pixels.y(line.y(k)));
            }
        }
        return path;
    }

    private void drawPoint(
            Graphics2D g2, BoundaryPicture shown, BoundaryTints tints, BoundaryPicture.Point point, Pixels pixels) {
        ChartTheme theme = style().theme();
        double scale = style().scale();
        Shape shape = marker(shown, point).at(pixels.x(point.x()), pixels.y(point.y()), RADIUS * scale);
        if (shown.classNames().isEmpty()) {
            fill(g2, shape, tints.number(point.target(), theme));
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
