package hyperlab.chart.training;

import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.style.TextPainter;
import hyperlab.chart.style.ThemeColor;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/** A ring around the lowest point of a validation curve, with a label that gives the epoch. Hidden at first. */
final class BestEpochMarker extends ModelAnnotation<BestEpochMarker.BestPoint> {
    private static final double RADIUS = 6;
    private static final double BELOW = 16;
    /** Less than the gap between the end of a line and its name. */
    private static final double PAST_END = 4;

    /**
     * The point and its label.
     *
     * @param end the x at which the curve ends; the curve's own name starts after it
     */
    record BestPoint(double x, double y, double end, String text, ThemeColor themeColor) {}

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, BestPoint model) {
        double x = pixels.x(model.x());
        double y = pixels.y(model.y());
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return;
        }
        double scale = style().scale();
        double radius = RADIUS * scale;
        g2.setColor(model.themeColor().resolve(style().theme()));
        g2.setStroke(new BasicStroke((float) (2 * scale)));
        Ellipse2D ring = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        if (x >= area.getMinX() && x <= area.getMaxX() + 1 && y >= area.getMinY() && y <= area.getMaxY()) {
            drawWithWiderClip(g2, area, radius + 2 * scale, () -> g2.draw(ring));
        } else {
            g2.draw(ring);
        }
        double from = labelLeft(model, area, pixels);
        boolean under = y + (BELOW + 8) * scale < area.getMaxY();
        double middle = under ? y + BELOW * scale : y - BELOW * scale;
        TextPainter.drawWithHalo(
                g2,
                model.text(),
                style().labelFont(),
                model.themeColor().resolve(style().theme()),
                from,
                middle,
                style());
    }

    @Override
    public List<String> words() {
        return Optional.ofNullable(model()).map(BestPoint::text).stream().toList();
    }

    /**
     * Returns the left edge of the label: centered below the point if possible, but not past the right edge of the plot
     * or the start of the curve's name.
     */
    double labelLeft(BestPoint model, Rectangle2D area, PixelTransform pixels) {
        double width = TextPainter.width(model.text(), style().labelFont());
        double end = Math.min(area.getMaxX() - 2, pixels.x(model.end()) + PAST_END * style().scale());
        return Math.max(area.getMinX() + 2, Math.min(end - width, pixels.x(model.x()) - width / 2));
    }
}
