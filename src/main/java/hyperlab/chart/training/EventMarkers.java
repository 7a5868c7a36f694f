package hyperlab.chart.training;

import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.StyledAnnotation;
import hyperlab.chart.style.TextPainter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Changes made during a run, such as "learning rate 0.1 → 0.3": a dashed vertical line with a short text at the bottom,
 * or at the top below the play head's label. If the text would overlap that of a later event in every row, only the
 * line is drawn.
 */
public final class EventMarkers extends StyledAnnotation {
    private static final double GAP = 5;
    private static final int ROWS = 3;

    private static final double BELOW_HEAD = 28;

    private final boolean atTop;
    private List<Event> events = List.of();

    /** @param atTop whether the text is at the top, for curves that fall, rather than at the bottom */
    public EventMarkers(boolean atTop) {
        this.atTop = atTop;
    }

    /** An event at x. */
    public record Event(double x, String text) {}

    @Override
    public List<String> words() {
        return events.stream().map(Event::text).toList();
    }

    /** Replaces all events. */
    public void show(List<Event> newEvents) {
        events = newEvents.stream()
                .sorted(Comparator.comparingDouble(Event::x).reversed())
                .toList();
        fireAnnotationChanged();
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels) {
        ChartStyle style = style();
        Color color = style.theme().muted();
        double[] freeUntil = new double[ROWS];
        Arrays.fill(freeUntil, area.getMaxX());
        for (Event event : events) {
            double x = pixels.x(event.x());
            if (!(x >= area.getMinX() && x <= area.getMaxX())) {
                continue;
            }
            g2.setColor(color);
            g2.setStroke(Dash.REFERENCE.stroke(style.scale(), style.scale()));
            g2.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
            g2.setStroke(new BasicStroke((float) (2 * style.scale())));
            g2.draw(new Line2D.Double(x, area.getMaxY() - 6 * style.scale(), x, area.getMaxY()));
        }
        for (Event event : events) {
            double x = pixels.x(event.x());
            if (x >= area.getMinX() && x <= area.getMaxX()) {
                drawText(g2, area, event.text(), x, freeUntil);
            }
        }
    }

    private void drawText(Graphics2D g2, Rectangle2D area, String text, double x, double[] freeUntil) {
        ChartStyle style = style();
        double gap = GAP * style.scale();
        double width = TextPainter.width(text, style.axisFont());
        for (int row = 0; row < freeUntil.length; row++) {
            boolean leftOfLine = x + gap + width > area.getMaxX();
            double from = leftOfLine ? x - gap - width : x + gap;
            if (from >= area.getMinX() && from + width <= freeUntil[row]) {
                double y = atTop
                        ? area.getMinY() + (BELOW_HEAD + 16 * row) * style.scale()
                        : area.getMaxY() - (12 + 16 * row) * style.scale();
                TextPainter.drawWithHalo(
                        g2, text, style.axisFont(), style.theme().muted(), from, y, style);
                freeUntil[row] = Math.min(from, x) - gap;
                return;
            }
        }
    }
}
