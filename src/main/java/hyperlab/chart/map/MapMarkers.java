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
import java.util.ArrayList;
import java.util.List;

/** Marked points over a map, with a white and a dark edge, so that they are visible on all colors. */
final class MapMarkers extends ModelAnnotation<MapModel> {
    private static final Color EDGE = new Color(0x24292f);
    private static final double LINE_EDGE = 1.6;
    private static final double LABEL_OFFSET = 8;
    private static final double LABEL_HEIGHT = 16;

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
        drawLabels(g2, area, pixels, model);
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
        g2.setStroke(marker.style().dash().stroke(width, scale));
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

    /**
     * Draws the labels, the last marker's first, where they cover neither each other nor any point. A label that could
     * only be drawn over another one is left out.
     */
    private void drawLabels(Graphics2D g2, Rectangle2D area, PixelTransform pixels, MapModel model) {
        double scale = style().scale();
        List<Rectangle2D> taken = new ArrayList<>();
        List<Rectangle2D> labels = new ArrayList<>();
        List<MapMarker> labeled = new ArrayList<>();
        for (MapMarker marker : model.markers()) {
            double radius = marker.style().radius() * scale;
            for (int i = 0; i < marker.curve().size() && marker.style().marker() != MarkerShape.NONE; i++) {
                double x = pixels.x(marker.curve().x(i));
                double y = pixels.y(marker.curve().y(i));
                taken.add(new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
            }
            if (!marker.label().isEmpty()
                    && marker.curve().size() > 0
                    && area.contains(
                            pixels.x(marker.curve().x(0)),
                            pixels.y(marker.curve().y(0)))) {
                labeled.add(0, marker);
            }
        }
        for (MapMarker marker : labeled) {
            double x = pixels.x(marker.curve().x(0));
            double y = pixels.y(marker.curve().y(0));
            Rectangle2D place = place(area, x, y, TextPainter.width(marker.label(), style().labelFont()), taken);
            if (labels.stream().anyMatch(place::intersects)) {
                continue;
            }
            taken.add(place);
            labels.add(place);
            TextPainter.drawWithHalo(
                    g2,
                    marker.label(),
                    style().labelFont(),
                    style().theme().text(),
                    place.getX(),
                    place.getCenterY(),
                    style());
        }
    }

    /**
     * The first of the four corners of a point where a label fits; the first one, moved into the plot, if it fits
     * nowhere.
     */
    private Rectangle2D place(Rectangle2D area, double x, double y, double width, List<Rectangle2D> taken) {
        double scale = style().scale();
        double offset = LABEL_OFFSET * scale;
        double height = LABEL_HEIGHT * scale;
        List<Rectangle2D> corners = new ArrayList<>();
        for (double top : new double[] {y - offset - height, y + offset}) {
            for (double left : new double[] {x + offset / 2, x - offset / 2 - width}) {
                corners.add(new Rectangle2D.Double(left, top, width, height));
            }
        }
        for (Rectangle2D corner : corners) {
            if (area.contains(corner) && taken.stream().noneMatch(corner::intersects)) {
                return corner;
            }
        }
        Rectangle2D corner = corners.get(0);
        return new Rectangle2D.Double(
                Math.max(area.getMinX(), Math.min(area.getMaxX() - width, corner.getX())),
                Math.max(area.getMinY(), Math.min(area.getMaxY() - height, corner.getY())),
                width,
                height);
    }
}
