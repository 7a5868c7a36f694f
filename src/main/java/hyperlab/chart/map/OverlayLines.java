package hyperlab.chart.map;

import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.TextPainter;
import hyperlab.map.OverlayCurve;
import hyperlab.text.NumberFormats;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Curves over a map: white lines with a thin dark edge, which are visible on all colors, with labels. */
final class OverlayLines extends ModelAnnotation<MapModel> {
    private static final Color EDGE = new Color(0x24292f);
    private static final double WIDTH = 1.6;
    private static final double EDGE_WIDTH = 3.2;
    private static final double LABEL_OFFSET = 10;

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
        for (OverlayCurve curve : model.overlays()) {
            label(g2, area, pixels, curve);
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

    /** Puts the label next to one of the curve's points inside the plot, so that labels of different kinds keep apart. */
    private void label(Graphics2D g2, Rectangle2D area, PixelTransform pixels, OverlayCurve curve) {
        String label = text(curve);
        int inside = 0;
        for (int i = 0; i < curve.size(); i++) {
            inside += area.contains(pixels.x(curve.x(i)), pixels.y(curve.y(i))) ? 1 : 0;
        }
        int wanted = (int) (position(curve.kind()) * inside);
        for (int i = 0; i < curve.size(); i++) {
            double x = pixels.x(curve.x(i));
            double y = pixels.y(curve.y(i));
            if (area.contains(x, y)) {
                if (wanted == 0) {
                    double width = TextPainter.width(label, style().labelFont());
                    double offset = LABEL_OFFSET * style().scale();
                    boolean onLeft = curve.kind() == OverlayCurve.Kind.OVERSHOOT;
                    double wantedLeft = onLeft ? x - offset - width : x + offset;
                    double left = Math.max(area.getMinX() + 4, Math.min(area.getMaxX() - width - 4, wantedLeft));
                    TextPainter.drawWithHalo(
                            g2, label, style().labelFont(), style().theme().text(), left, y, style());
                    return;
                }
                wanted--;
            }
        }
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
