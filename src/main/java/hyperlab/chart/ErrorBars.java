package hyperlab.chart;

import hyperlab.chart.style.StyledAnnotation;
import hyperlab.chart.style.ThemeColor;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Vertical error bars with caps. */
public final class ErrorBars extends StyledAnnotation {
    private static final double CAP = 3.5;

    private List<ErrorBar> whiskers = List.of();

    /** An error bar; if {@code high} is infinite, it is drawn to the plot's edge, without a cap. */
    public record ErrorBar(double x, double low, double high, ThemeColor themeColor) {}

    public void show(List<ErrorBar> newWhiskers) {
        whiskers = List.copyOf(newWhiskers);
        fireAnnotationChanged();
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels) {
        drawWithWiderClip(g2, area, 2 * CAP * style().scale(), () -> drawAll(g2, area, pixels));
    }

    private void drawAll(Graphics2D g2, Rectangle2D area, PixelTransform pixels) {
        double scale = style().scale();
        g2.setStroke(new BasicStroke((float) (1.25 * scale)));
        for (ErrorBar whisker : whiskers) {
            double x = pixels.x(whisker.x());
            boolean unbounded = Double.isInfinite(whisker.high());
            double top = unbounded ? area.getMinY() : pixels.y(whisker.high());
            double bottom = pixels.y(whisker.low());
            if (!Double.isFinite(x) || !Double.isFinite(top)) {
                continue;
            }
            double foot = Double.isFinite(bottom) ? Math.min(bottom, area.getMaxY()) : area.getMaxY();
            double head = Math.max(top, area.getMinY());
            if (head < foot) {
                g2.setColor(whisker.themeColor().resolve(style().theme()));
                g2.draw(new Line2D.Double(x, head, x, foot));
                cap(g2, x, foot, foot < area.getMaxY(), scale);
                cap(g2, x, head, !unbounded && head > area.getMinY(), scale);
            }
        }
    }

    private static void cap(Graphics2D g2, double x, double y, boolean visible, double scale) {
        if (visible) {
            g2.draw(new Line2D.Double(x - CAP * scale, y, x + CAP * scale, y));
        }
    }
}
