package hyperlab.chart.map;

import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.TextPainter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Marked points over a map, with a white and a dark edge, so that they are visible on all colors. */
final class MapMarkers extends ModelAnnotation<MapModel> {
    private static final Color EDGE = new Color(0x24292f);
    private static final double LINE_EDGE = 1.6;
    private static final double LABEL_OFFSET = 12;

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, MapModel model) {
        Object control = g2.getRenderingHint(RenderingHints.KEY_STROKE_CONTROL);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        for (MapMarker marker : model.markers()) {
            if (marker.style().width() > 0) {
                drawLine(g2, pixels, marker);
            }
            if (marker.style().marker() != MarkerShape.NONE) {
                drawPoints(g2, area, pixels, marker);
            }
        }
        for (MapMarker marker : model.markers()) {
            drawLabel(g2, area, pixels, marker);
        }
        if (control != null) {
            g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, control);
        }
    }

    private void drawLine(Graphics2D g2, PixelTransform pixels, MapMarker marker) {
        double scale = style().scale();
        Curve curve = marker.curve();
        Path2D path = new Path2D.Double();
        for (int i = 0; i < curve.size(); i++) {
            double x = pixels.x(curve.x(i));
            double y = pixels.y(curve.y(i));
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                return;
            }
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        double width = marker.style().width() * scale;
        g2.setColor(EDGE);
        g2.setStroke(new BasicStroke((float) (width + LINE_EDGE * scale)));
        g2.draw(path);
        g2.setColor(Color.WHITE);
        g2.setStroke(new BasicStroke((float) width));
        g2.draw(path);
    }

    private void drawPoints(Graphics2D g2, Rectangle2D area, PixelTransform pixels, MapMarker marker) {
        double scale = style().scale();
        Color fill = marker.style().hollow()
                ? Color.WHITE
                : marker.style().themeColor().resolve(style().theme());
        for (int i = 0; i < marker.curve().size(); i++) {
            double x = pixels.x(marker.curve().x(i));
            double y = pixels.y(marker.curve().y(i));
            if (!area.contains(x, y)) {
                continue;
            }
            Shape shape = marker.style().marker().shapeAt(x, y, marker.style().radius() * scale);
            g2.setColor(EDGE);
            g2.setStroke(new BasicStroke((float) (4 * scale)));
            g2.draw(shape);
            g2.setColor(Color.WHITE);
            g2.setStroke(new BasicStroke((float) (2.5 * scale)));
            g2.draw(shape);
            g2.setColor(fill);
            g2.fill(shape);
        }
    }

    private void drawLabel(Graphics2D g2, Rectangle2D area, PixelTransform pixels, MapMarker marker) {
        if (marker.label().isEmpty() || marker.curve().size() == 0) {
            return;
        }
        double scale = style().scale();
        double x = pixels.x(marker.curve().x(0));
        double y = pixels.y(marker.curve().y(0));
        if (!area.contains(x, y)) {
            return;
        }
        double width = TextPainter.width(marker.label(), style().labelFont());
        double offset = LABEL_OFFSET * scale;
        double left = x + offset + width > area.getMaxX() ? x - offset - width : x + offset;
        double below = y + 1.5 * offset;
        double center = below + offset > area.getMaxY() ? y - 1.5 * offset : below;
        TextPainter.drawWithHalo(
                g2, marker.label(), style().labelFont(), style().theme().text(), left, center, style());
    }
}
