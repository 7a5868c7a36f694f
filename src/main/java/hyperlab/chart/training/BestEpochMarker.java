package hyperlab.chart.training;

import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.TextPainter;
import hyperlab.chart.style.ThemeColor;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * A ring around the lowest point of a validation curve, with a label that gives the epoch. The label is below or above
 * the ring, as near as it can be without covering a curve. Hidden at first.
 */
final class BestEpochMarker extends ModelAnnotation<BestEpochMarker.BestPoint> {
    private static final double RADIUS = 6;
    /** Distances from the point to the middle of its label, downward, the preferred one first. */
    private static final double[] OFFSETS = {16, 22, -16, -22, 34, -34, 46, -46, 60, -60, 76, -76};

    private static final double HALF_HEIGHT = 8;
    /** Half the height of the letters, which no curve may cross. */
    private static final double HALF_LETTERS = 6;

    /** A label that is farther from its point than this has a line to it. */
    private static final double LEADER = 30;
    /** Less than the gap between the end of a line and its name. */
    private static final double PAST_END = 4;

    /**
     * The point and its label.
     *
     * @param end the x at which the curve ends; the curve's own name starts after it
     * @param curves what the label must not cover, each with ascending x
     */
    record BestPoint(double x, double y, double end, String text, ThemeColor themeColor, List<Curve> curves) {}

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
        double middle = labelMiddle(model, area, pixels);
        double away = middle - y;
        if (Math.abs(away) > LEADER * scale) {
            double side = Math.signum(away);
            g2.setStroke(new BasicStroke((float) scale));
            g2.draw(new Line2D.Double(x, y + side * radius, x, middle - side * HALF_HEIGHT * scale));
        }
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

    /**
     * Returns the vertical middle of the label: of the places inside the plot, the nearest one that covers the fewest
     * curves.
     */
    double labelMiddle(BestPoint model, Rectangle2D area, PixelTransform pixels) {
        double scale = style().scale();
        double y = pixels.y(model.y());
        double half = HALF_HEIGHT * scale;
        double letters = HALF_LETTERS * scale;
        double left = labelLeft(model, area, pixels);
        double width = TextPainter.width(model.text(), style().labelFont());
        double best = y - OFFSETS[0] * scale;
        long fewest = Long.MAX_VALUE;
        for (double offset : OFFSETS) {
            double middle = y + offset * scale;
            if (middle - half < area.getMinY() || middle + half >= area.getMaxY()) {
                continue;
            }
            Rectangle2D label = new Rectangle2D.Double(left, middle - letters, width, 2 * letters);
            long covered = model.curves().stream()
                    .filter(curve -> crosses(curve, label, pixels))
                    .count();
            if (covered < fewest) {
                fewest = covered;
                best = middle;
            }
        }
        return best;
    }

    private static boolean crosses(Curve curve, Rectangle2D label, PixelTransform pixels) {
        int next = firstFrom(curve, label.getMinX(), pixels);
        for (int k = Math.max(1, next); k < curve.size(); k++) {
            double x = pixels.x(curve.x(k - 1));
            if (x > label.getMaxX()) {
                return false;
            }
            if (label.intersectsLine(x, pixels.y(curve.y(k - 1)), pixels.x(curve.x(k)), pixels.y(curve.y(k)))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the first point at or to the right of a pixel. */
    private static int firstFrom(Curve curve, double left, PixelTransform pixels) {
        int low = 0;
        int high = curve.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pixels.x(curve.x(middle)) < left) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
