package hyperlab.chart;

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
final class CursorMarks extends Annotation {
    private static final double LINE = 17;
    private static final double PADDING = 8;
    private static final double DISTANCE = 12;
    private static final double RADIUS = 3.5;

    private @Nullable CursorReading reading;
    private String title = "";

    /**
     * @param newReading null hides everything
     * @param newTitle the epoch as text
     */
    void show(@Nullable CursorReading newReading, String newTitle) {
        reading = newReading;
        title = newTitle;
        fireAnnotationChanged();
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D area, Pixels pixels) {
        CursorReading shown = reading;
        if (shown == null || !Drawn.isAgain(g2)) {
            return;
        }
        double x = pixels.x(shown.epoch());
        if (!(x >= area.getMinX() - 0.5 && x <= area.getMaxX() + 0.5)) {
            return;
        }
        double scale = style().scale();
        beyond(g2, area, RADIUS * scale + 2, () -> {
            g2.setColor(style().theme().muted());
            g2.setStroke(Dash.REFERENCE.stroke(scale, scale));
            g2.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
            for (CursorReading.Row row : shown.rows()) {
                mark(g2, row, x, pixels.y(row.validation()), true);
                mark(g2, row, x, pixels.y(row.train()), false);
            }
        });
        box(g2, shown, x, area);
    }

    private void mark(Graphics2D g2, CursorReading.Row row, double x, double y, boolean hollow) {
        if (!Double.isFinite(y)) {
            return;
        }
        Color color = Ink.series(row.look()).in(style().theme());
        Shape shape = new SeriesStyle(row.look()).marker().at(x, y, RADIUS * style().scale());
        g2.setStroke(new BasicStroke((float) (1.5 * style().scale())));
        g2.setColor(hollow ? style().theme().background() : color);
        g2.fill(shape);
        g2.setColor(color);
        g2.draw(shape);
    }

    private void box(Graphics2D g2, CursorReading shown, double x, Rectangle2D area) {
        double scale = style().scale();
        double widest = Lettering.width(title, style().labelFont());
        for (CursorReading.Row row : shown.rows()) {
            widest = Math.max(widest, Lettering.width(row.text(), style().labelFont()));
        }
        double width = widest + 2 * PADDING * scale;
        double height = (shown.rows().size() + 1) * LINE * scale + PADDING * scale;
        boolean right = x + DISTANCE * scale + width <= area.getMaxX();
        double left = right ? x + DISTANCE * scale : Math.max(area.getMinX(), x - DISTANCE * scale - width);
        double top = area.getMinY() + LINE * scale;
        RoundRectangle2D frame = new RoundRectangle2D.Double(left, top, width, height, 8 * scale, 8 * scale);
        beyond(g2, area, Math.max(1, left + width + 1 - area.getMaxX()), () -> write(g2, shown, frame));
    }

    private void write(Graphics2D g2, CursorReading shown, RoundRectangle2D frame) {
        double scale = style().scale();
        double left = frame.getX();
        g2.setColor(style().theme().background());
        g2.fill(frame);
        g2.setColor(style().theme().grid());
        g2.setStroke(new BasicStroke((float) scale));
        g2.draw(frame);
        double middle = frame.getY() + (LINE / 2 + PADDING / 2) * scale;
        Lettering.write(g2, title, style().labelFont(), style().theme().text(), left + PADDING * scale, middle);
        for (CursorReading.Row row : shown.rows()) {
            middle += LINE * scale;
            Color color = Ink.series(row.look()).in(style().theme());
            Lettering.write(g2, row.text(), style().labelFont(), color, left + PADDING * scale, middle);
        }
    }
}
