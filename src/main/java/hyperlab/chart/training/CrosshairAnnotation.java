package hyperlab.chart.training;

import hyperlab.chart.style.ChartRenderingHint;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.SeriesStyle;
import hyperlab.chart.style.StyledAnnotation;
import hyperlab.chart.style.TextPainter;
import hyperlab.chart.style.ThemeColor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * A dashed vertical line at the pointer, a marker on each curve, and a box with the values. Drawn only on a screen: a
 * page has no pointer, and the box would hide the curves.
 */
final class CrosshairAnnotation extends StyledAnnotation {
    private static final double LINE = 17;
    private static final double PADDING = 8;
    private static final double DISTANCE = 12;
    private static final double RADIUS = 3.5;

    private @Nullable CrosshairValues reading;
    private String title = "";

    /**
     * @param newReading null hides everything
     * @param newTitle the epoch as text
     */
    void show(@Nullable CrosshairValues newReading, String newTitle) {
        reading = newReading;
        title = newTitle;
        fireAnnotationChanged();
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels) {
        CrosshairValues current = reading;
        if (current == null || !ChartRenderingHint.reusesCache(g2)) {
            return;
        }
        double x = pixels.x(current.epoch());
        if (!(x >= area.getMinX() - 0.5 && x <= area.getMaxX() + 0.5)) {
            return;
        }
        double scale = style().scale();
        drawWithWiderClip(g2, area, RADIUS * scale + 2, () -> {
            g2.setColor(style().theme().muted());
            g2.setStroke(Dash.REFERENCE.stroke(scale, scale));
            g2.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
            for (CrosshairValues.Row row : current.rows()) {
                drawMarker(g2, row, x, pixels.y(row.validation()), true);
                drawMarker(g2, row, x, pixels.y(row.train()), false);
            }
        });
        drawBox(g2, current, x, area);
    }

    private void drawMarker(Graphics2D g2, CrosshairValues.Row row, double x, double y, boolean hollow) {
        if (!Double.isFinite(y)) {
            return;
        }
        Color color = ThemeColor.series(row.series()).resolve(style().theme());
        Shape shape = new SeriesStyle(row.series()).marker().shapeAt(x, y, RADIUS * style().scale());
        g2.setStroke(new BasicStroke((float) (1.5 * style().scale())));
        g2.setColor(hollow ? style().theme().background() : color);
        g2.fill(shape);
        g2.setColor(color);
        g2.draw(shape);
    }

    private void drawBox(Graphics2D g2, CrosshairValues current, double x, Rectangle2D area) {
        double scale = style().scale();
        double widest = TextPainter.width(title, style().labelFont());
        for (CrosshairValues.Row row : current.rows()) {
            widest = Math.max(widest, TextPainter.width(row.text(), style().labelFont()));
        }
        double width = widest + 2 * PADDING * scale;
        double height = (current.rows().size() + 1) * LINE * scale + PADDING * scale;
        boolean right = x + DISTANCE * scale + width <= area.getMaxX();
        double left = right ? x + DISTANCE * scale : Math.max(area.getMinX(), x - DISTANCE * scale - width);
        double top = area.getMinY() + LINE * scale;
        RoundRectangle2D frame = new RoundRectangle2D.Double(left, top, width, height, 8 * scale, 8 * scale);
        drawWithWiderClip(g2, area, Math.max(1, left + width + 1 - area.getMaxX()), () -> drawText(g2, current, frame));
    }

    private void drawText(Graphics2D g2, CrosshairValues current, RoundRectangle2D frame) {
        double scale = style().scale();
        double left = frame.getX();
        g2.setColor(style().theme().background());
        g2.fill(frame);
        g2.setColor(style().theme().grid());
        g2.setStroke(new BasicStroke((float) scale));
        g2.draw(frame);
        double middle = frame.getY() + (LINE / 2 + PADDING / 2) * scale;
        TextPainter.draw(g2, title, style().labelFont(), style().theme().text(), left + PADDING * scale, middle);
        for (CrosshairValues.Row row : current.rows()) {
            middle += LINE * scale;
            Color color = ThemeColor.series(row.series()).resolve(style().theme());
            TextPainter.draw(g2, row.text(), style().labelFont(), color, left + PADDING * scale, middle);
        }
    }
}
