package hyperlab.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/** A ring around the lowest point of a validation curve, with the words that say which epoch it is. Hidden at first. */
final class BestMark extends PictureAnnotation<BestMark.Best> {
    private static final double RADIUS = 6;
    private static final double BELOW = 16;
    /** Less than there is between the end of a line and its name. */
    private static final double PAST_END = 4;

    /**
     * The point and its name.
     *
     * @param end where the curve ends, beyond which its own name stands
     */
    record Best(double x, double y, double end, String text, Ink ink) {}

    @Override
    void draw(Graphics2D g2, Rectangle2D area, Pixels pixels, Best shown) {
        double x = pixels.x(shown.x());
        double y = pixels.y(shown.y());
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return;
        }
        double scale = style().scale();
        double radius = RADIUS * scale;
        g2.setColor(shown.ink().in(style().theme()));
        g2.setStroke(new BasicStroke((float) (2 * scale)));
        g2.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        double from = from(shown, area, pixels);
        boolean under = y + (BELOW + 8) * scale < area.getMaxY();
        double middle = under ? y + BELOW * scale : y - BELOW * scale;
        Lettering.writeWithHalo(
                g2, shown.text(), style().labelFont(), shown.ink().in(style().theme()), from, middle, style());
    }

    /** Where the words begin: centred below the point, as far as neither the plot nor the curve ends too soon. */
    double from(Best shown, Rectangle2D area, Pixels pixels) {
        double width = Lettering.width(shown.text(), style().labelFont());
        double end = Math.min(area.getMaxX() - 2, pixels.x(shown.end()) + PAST_END * style().scale());
        return Math.max(area.getMinX() + 2, Math.min(end - width, pixels.x(shown.x()) - width / 2));
    }
}
