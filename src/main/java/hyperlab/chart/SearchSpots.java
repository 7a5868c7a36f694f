package hyperlab.chart;

import hyperlab.chart.SearchMapChart.Picture;
import hyperlab.chart.SearchMapChart.Spot;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** The trials on a search map, the best of them, and the next ones. */
final class SearchSpots extends PictureAnnotation<Picture> {
    private static final double RADIUS = 4;
    private static final double BEST = 7;
    private static final double NEXT = 8;

    @Override
    void draw(Graphics2D g2, Rectangle2D area, Pixels pixels, Picture shown) {
        Shape clip = g2.getClip();
        g2.setClip(new Rectangle2D.Double(
                area.getX() - NEXT, area.getY() - NEXT, area.getWidth() + 2 * NEXT, area.getHeight() + 2 * NEXT));
        drawAll(g2, area, pixels, shown);
        g2.setClip(clip);
    }

    private void drawAll(Graphics2D g2, Rectangle2D area, Pixels pixels, Picture shown) {
        ChartTheme theme = style().theme();
        double scale = style().scale();
        g2.setStroke(new BasicStroke((float) (1.5 * scale)));
        for (Spot spot : shown.trials()) {
            double x = pixels.x(spot.x());
            double y = pixels.y(spot.y());
            if (!spot.valued()) {
                g2.setColor(theme.danger());
                g2.fill(Marker.CROSS.at(x, y, RADIUS * scale));
                continue;
            }
            Shape shape = (spot.modelled() ? Marker.CIRCLE : Marker.SQUARE).at(x, y, RADIUS * scale);
            g2.setColor(theme.background());
            g2.fill(shape);
            g2.setColor(theme.text());
            g2.draw(shape);
        }
        if (shown.best() >= 0) {
            Spot best = shown.trials().get(shown.best());
            Shape shape = Marker.DIAMOND.at(pixels.x(best.x()), pixels.y(best.y()), BEST * scale);
            g2.setColor(theme.series(1));
            g2.fill(shape);
            g2.setColor(theme.background());
            g2.draw(shape);
        }
        for (Point2D point : shown.next()) {
            cross(g2, pixels.x(point.getX()), pixels.y(point.getY()), scale);
        }
        if (!shown.next().isEmpty() && !shown.nextName().isEmpty()) {
            name(g2, area, pixels, shown);
        }
    }

    private void cross(Graphics2D g2, double x, double y, double scale) {
        double reach = NEXT * scale;
        for (Color color :
                new Color[] {style().theme().background(), style().theme().text()}) {
            g2.setColor(color);
            g2.setStroke(new BasicStroke((float) ((color.equals(style().theme().text()) ? 2 : 5) * scale)));
            g2.draw(Marker.CIRCLE.at(x, y, reach * 0.6));
            g2.draw(new Line2D.Double(x - reach * 1.4, y, x - reach * 0.6, y));
            g2.draw(new Line2D.Double(x + reach * 0.6, y, x + reach * 1.4, y));
            g2.draw(new Line2D.Double(x, y - reach * 1.4, x, y - reach * 0.6));
            g2.draw(new Line2D.Double(x, y + reach * 0.6, x, y + reach * 1.4));
        }
    }

    private void name(Graphics2D g2, Rectangle2D area, Pixels pixels, Picture shown) {
        Point2D first = shown.next().get(0);
        double width = Lettering.width(shown.nextName(), style().labelFont());
        double left =
                Math.max(area.getMinX() + 4, Math.min(pixels.x(first.getX()) - width / 2, area.getMaxX() - width - 4));
        double above = pixels.y(first.getY()) - 22 * style().scale();
        double y = above > area.getMinY() + 10 ? above : pixels.y(first.getY()) + 22 * style().scale();
        Lettering.writeWithHalo(
                g2, shown.nextName(), style().labelFont(), style().theme().text(), left, y, style());
    }
}
