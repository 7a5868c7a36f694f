package hyperlab.chart.map;

import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.TextPainter;
import hyperlab.map.OverlayCurve;
import hyperlab.text.NumberFormats;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Curves over a map: white lines with a thin dark edge, which are visible on all colors, with labels. */
final class OverlayLines extends ModelAnnotation<MapModel> {
    private static final Color EDGE = new Color(0x24292f);
    private static final double WIDTH = 1.6;
    private static final double EDGE_WIDTH = 3.2;
    private static final double LABEL_OFFSET = 10;
    private static final double LABEL_HEIGHT = 16;
    private static final double POINT_MARGIN = 2;

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, MapModel model) {
        double scale = style().scale();
        Object control = g2.getRenderingHint(RenderingHints.KEY_STROKE_CONTROL);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        for (OverlayCurve curve : model.overlays()) {
            Path2D path = path(curve, pixels);
            g2.setColor(EDGE);
            g2.setStroke(new BasicStroke((float) (EDGE_WIDTH * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g2.draw(path);
            g2.setColor(Color.WHITE);
            g2.setStroke(dash(curve.kind()).stroke(WIDTH * scale, scale));
            g2.draw(path);
        }
        List<Rectangle2D> taken = takenByMarkers(pixels, model);
        for (OverlayCurve curve : model.overlays()) {
            label(g2, area, pixels, curve, taken);
        }
        if (control != null) {
            g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, control);
        }
    }

    static Dash dash(OverlayCurve.Kind kind) {
        return switch (kind) {
            case DIVERGENCE, TWO_OVER_SHARPNESS -> Dash.LONG;
            case OVERSHOOT -> Dash.DOTS;
            case CRITICAL_DAMPING, CONSTANT_RATIO -> Dash.SOLID;
        };
    }

    private static Path2D path(OverlayCurve curve, PixelTransform pixels) {
        Path2D path = new Path2D.Double();
        boolean open = false;
        for (int i = 0; i < curve.size(); i++) {
            double x = pixels.x(curve.x(i));
            double y = pixels.y(curve.y(i));
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                open = false;
            } else if (open) {
                path.lineTo(x, y);
            } else {
                path.moveTo(x, y);
                open = true;
            }
        }
        return path;
    }

    /**
     * Puts the label next to one of the curve's points inside the plot, the nearest to its usual position where it
     * covers neither another label nor a marked point, on the usual side if possible; at the usual position if there is
     * no such place.
     */
    private void label(
            Graphics2D g2, Rectangle2D area, PixelTransform pixels, OverlayCurve curve, List<Rectangle2D> taken) {
        String label = text(curve);
        double width = TextPainter.width(label, style().labelFont());
        boolean usuallyLeft = curve.kind() == OverlayCurve.Kind.OVERSHOOT;
        List<Rectangle2D> places = new ArrayList<>();
        List<Rectangle2D> otherSide = new ArrayList<>();
        for (int i = 0; i < curve.size(); i++) {
            double x = pixels.x(curve.x(i));
            double y = pixels.y(curve.y(i));
            if (area.contains(x, y)) {
                places.add(place(area, usuallyLeft, x, y, width));
                otherSide.add(place(area, !usuallyLeft, x, y, width));
            }
        }
        if (places.isEmpty()) {
            return;
        }
        int wanted = (int) (position(curve.kind()) * places.size());
        Rectangle2D found = free(places, wanted, taken)
                .or(() -> free(otherSide, wanted, taken))
                .orElse(places.get(wanted));
        taken.add(found);
        TextPainter.drawWithHalo(
                g2, label, style().labelFont(), style().theme().text(), found.getX(), found.getCenterY(), style());
    }

    /** The place nearest to the wanted one that covers nothing; empty if there is none. */
    private static Optional<Rectangle2D> free(List<Rectangle2D> places, int wanted, List<Rectangle2D> taken) {
        for (int distance = 0; distance < places.size(); distance++) {
            Optional<Rectangle2D> free = Stream.of(wanted - distance, wanted + distance)
                    .filter(index -> index >= 0 && index < places.size())
                    .map(places::get)
                    .filter(place -> taken.stream().noneMatch(place::intersects))
                    .findFirst();
            if (free.isPresent()) {
                return free;
            }
        }
        return Optional.empty();
    }

    private Rectangle2D place(Rectangle2D area, boolean left, double x, double y, double width) {
        double scale = style().scale();
        double offset = LABEL_OFFSET * scale;
        double height = LABEL_HEIGHT * scale;
        double wanted = left ? x - offset - width : x + offset;
        double start = Math.max(area.getMinX() + 4, Math.min(area.getMaxX() - width - 4, wanted));
        double top = Math.max(area.getMinY(), Math.min(area.getMaxY() - height, y - height / 2));
        return new Rectangle2D.Double(start, top, width, height);
    }

    /** The places of the marked points, and of their labels, which are above and to the right if there is room. */
    private List<Rectangle2D> takenByMarkers(PixelTransform pixels, MapModel model) {
        double scale = style().scale();
        List<Rectangle2D> taken = new ArrayList<>();
        for (MapMarker marker : model.markers()) {
            for (int i = 0; i < marker.curve().size() && marker.style().marker() != MarkerShape.NONE; i++) {
                double radius = (marker.style().radius() + POINT_MARGIN) * scale;
                double x = pixels.x(marker.curve().x(i));
                double y = pixels.y(marker.curve().y(i));
                taken.add(new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
                if (i == 0 && !marker.label().isEmpty()) {
                    double room = TextPainter.width(marker.label(), style().labelFont()) + 2 * radius;
                    taken.add(new Rectangle2D.Double(
                            x - radius, y - radius - LABEL_HEIGHT * scale, room, 2 * LABEL_HEIGHT * scale));
                }
            }
        }
        return taken;
    }

    /** The share of the points before the label. */
    private static double position(OverlayCurve.Kind kind) {
        return switch (kind) {
            case DIVERGENCE -> 0.35;
            case CRITICAL_DAMPING, CONSTANT_RATIO -> 0.5;
            case OVERSHOOT -> 0.72;
            case TWO_OVER_SHARPNESS -> 0.2;
        };
    }

    private static String text(OverlayCurve curve) {
        return switch (curve.kind()) {
            case DIVERGENCE -> "η = 2(1 + μ)/λ";
            case CRITICAL_DAMPING -> "ηλ = (1 − √μ)²";
            case OVERSHOOT -> "ηλ = (1 + √μ)²";
            case TWO_OVER_SHARPNESS -> "2/λ = " + NumberFormats.format(curve.constant(), 3);
            case CONSTANT_RATIO -> "η/B = " + NumberFormats.format(curve.constant(), 3);
        };
    }
}
