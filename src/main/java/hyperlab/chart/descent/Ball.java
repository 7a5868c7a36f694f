package hyperlab.chart.descent;

import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** Draws a shaded ball that rests on a surface. Opaque circles only, so that every export format can show it. */
final class Ball {
    private static final double RADIUS = 1.2 * CurveStyle.CURRENT_RADIUS;
    private static final int SHADES = 6;
    private static final double HIGHLIGHT = 0.75;

    private final Graphics2D g2;
    private final ChartStyle style;

    Ball(Graphics2D g2, ChartStyle style) {
        this.g2 = g2;
        this.style = style;
    }

    /**
     * Draws the ball.
     *
     * @param contact where it touches the surface
     * @param verticalShare the share of a vertical length that is seen: 1 from the side and 0 from above
     * @param visible whether it is in front of the surface; otherwise only its outline is drawn
     */
    void draw(Point2D contact, double verticalShare, Color color, boolean visible) {
        double radius = RADIUS * style.scale();
        double x = contact.getX();
        double y = contact.getY() - radius * verticalShare;
        Ellipse2D outline = circle(x, y, radius);
        if (!visible) {
            g2.setColor(color);
            g2.setStroke(new BasicStroke((float) (2 * style.scale())));
            g2.draw(outline);
            return;
        }
        g2.setColor(style.theme().background());
        g2.setStroke(new BasicStroke((float) (2 * style.scale())));
        g2.draw(outline);
        for (int shade = 0; shade < SHADES; shade++) {
            double share = (double) shade / SHADES;
            g2.setColor(ChartTheme.mix(color, Color.WHITE, HIGHLIGHT * share * share));
            g2.fill(circle(x - 0.4 * share * radius, y - 0.45 * share * radius, (1 - share) * radius));
        }
    }

    /** The bounds of a ball. */
    static Rectangle2D bounds(Point2D contact, double verticalShare, double scale) {
        double radius = RADIUS * scale;
        return circle(contact.getX(), contact.getY() - radius * verticalShare, radius)
                .getBounds2D();
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
