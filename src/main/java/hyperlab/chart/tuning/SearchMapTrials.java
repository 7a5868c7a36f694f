package hyperlab.chart.tuning;

import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.TextPainter;
import hyperlab.chart.tuning.SearchMapChart.Model;
import hyperlab.chart.tuning.SearchMapChart.TrialPoint;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** The trials on a search map, the best of them, and the next ones. */
final class SearchMapTrials extends TrialAnnotation<Model> {
    private static final double RADIUS = 4;
    private static final double BEST = 7;
    private static final double NEXT = 8;
    /** How far a mark on the edge of the plot may reach beyond it. */
    private static final double OVERHANG = 13;

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, Model model) {
        Shape clip = g2.getClip();
        double room = OVERHANG * style().scale();
        g2.setClip(new Rectangle2D.Double(
                area.getX() - room, area.getY() - room, area.getWidth() + 2 * room, area.getHeight() + 2 * room));
        drawAll(g2, area, pixels, model);
        g2.setClip(clip);
    }

    private void drawAll(Graphics2D g2, Rectangle2D area, PixelTransform pixels, Model model) {
        ChartTheme theme = style().theme();
        double scale = style().scale();
        g2.setStroke(new BasicStroke((float) (1.5 * scale)));
        for (TrialPoint spot : model.trials()) {
            double x = pixels.x(spot.x());
            double y = pixels.y(spot.y());
            if (!spot.hasValue()) {
                g2.setColor(theme.danger());
                g2.fill(MarkerShape.CROSS.shapeAt(x, y, RADIUS * scale));
                continue;
            }
            Shape shape =
                    (spot.chosenByModel() ? MarkerShape.CIRCLE : MarkerShape.SQUARE).shapeAt(x, y, RADIUS * scale);
            g2.setColor(theme.background());
            g2.fill(shape);
            g2.setColor(theme.text());
            g2.draw(shape);
        }
        if (model.bestIndex() >= 0) {
            TrialPoint best = model.trials().get(model.bestIndex());
            Shape shape = MarkerShape.DIAMOND.shapeAt(pixels.x(best.x()), pixels.y(best.y()), BEST * scale);
            g2.setColor(theme.series(1));
            g2.fill(shape);
            g2.setColor(theme.background());
            g2.draw(shape);
        }
        for (TrialPoint spot : model.trials()) {
            if (spot.trial() == highlighted()) {
                drawRing(g2, pixels.x(spot.x()), pixels.y(spot.y()));
            }
        }
        for (Point2D point : model.nextPoints()) {
            drawNextMark(g2, pixels.x(point.getX()), pixels.y(point.getY()), scale);
        }
        if (!model.nextPoints().isEmpty() && !model.nextLabel().isEmpty()) {
            drawNextLabel(g2, area, pixels, model);
        }
    }

    private void drawNextMark(Graphics2D g2, double x, double y, double scale) {
        double reach = NEXT * scale;
        for (Color color :
                new Color[] {style().theme().background(), style().theme().text()}) {
            g2.setColor(color);
            g2.setStroke(new BasicStroke((float) ((color.equals(style().theme().text()) ? 2 : 5) * scale)));
            g2.draw(MarkerShape.CIRCLE.shapeAt(x, y, reach * 0.6));
            g2.draw(new Line2D.Double(x - reach * 1.4, y, x - reach * 0.6, y));
            g2.draw(new Line2D.Double(x + reach * 0.6, y, x + reach * 1.4, y));
            g2.draw(new Line2D.Double(x, y - reach * 1.4, x, y - reach * 0.6));
            g2.draw(new Line2D.Double(x, y + reach * 0.6, x, y + reach * 1.4));
        }
    }

    private void drawNextLabel(Graphics2D g2, Rectangle2D area, PixelTransform pixels, Model model) {
        Point2D first = model.nextPoints().get(0);
        double width = TextPainter.width(model.nextLabel(), style().labelFont());
        double left =
                Math.max(area.getMinX() + 4, Math.min(pixels.x(first.getX()) - width / 2, area.getMaxX() - width - 4));
        double above = pixels.y(first.getY()) - 22 * style().scale();
        double y = above > area.getMinY() + 10 ? above : pixels.y(first.getY()) + 22 * style().scale();
        TextPainter.drawWithHalo(
                g2, model.nextLabel(), style().labelFont(), style().theme().text(), left, y, style());
    }
}
