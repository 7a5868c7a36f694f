package hyperlab.chart.training;

import hyperlab.chart.axis.Ticks;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.TextPainter;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;

/**
 * The common horizontal scale of rows below each other.
 *
 * @param low the value at {@code left}
 * @param high the value at {@code right}
 * @param left x coordinate in pixels
 * @param right x coordinate in pixels
 */
record RowScale(double low, double high, double left, double right) {
    private static final double TEXT_DISTANCE = 13;

    /** The x coordinate of a value. */
    double position(double value) {
        return left + (right - left) * (value - low) / (high - low);
    }

    /** Draws grid lines, the axis, and its numbers; the last one has the unit, which may be empty. */
    void drawAxis(Graphics2D g2, ChartStyle style, double top, double bottom, int maxTicks, String unit) {
        List<Double> ticks = Ticks.linear(low, high, maxTicks);
        double step = ticks.size() < 2 ? 0 : ticks.get(1) - ticks.get(0);
        Font font = style.axisFont();
        g2.setStroke(new BasicStroke(1));
        g2.setColor(style.theme().grid());
        for (double tick : ticks) {
            g2.draw(new Line2D.Double(position(tick), top, position(tick), bottom));
        }
        g2.setColor(style.theme().axis());
        g2.draw(new Line2D.Double(left, bottom, right, bottom));
        for (int k = 0; k < ticks.size(); k++) {
            String text = Ticks.text(ticks.get(k), step);
            double x = position(ticks.get(k)) - TextPainter.width(text, font) / 2;
            boolean last = k == ticks.size() - 1;
            String tickText = last && !unit.isEmpty() ? text + " " + unit : text;
            TextPainter.draw(g2, tickText, font, style.theme().muted(), x, bottom + TEXT_DISTANCE * style.scale());
        }
    }
}
