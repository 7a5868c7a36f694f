package hyperlab.chart.convolution;

import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.TextPainter;
import hyperlab.text.NumberFormats;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Draws the bars of {@link ClassBarsChart}. */
final class ClassBars extends ModelAnnotation<ClassBarsChart.Model> {
    private static final double NAME = 18;
    private static final double NUMBER = 16;
    private static final double WEAK = 0.4;
    private static final double MIN_SHOWN = 0.005;

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, ClassBarsChart.Model model) {
        double scale = style().scale();
        ChartTheme theme = style().theme();
        int count = model.names().size();
        double width = area.getWidth() / Math.max(1, count);
        double bottom = area.getMaxY() - NAME * scale;
        double height = bottom - area.getY() - NUMBER * scale;
        int best = 0;
        for (int k = 1; k < count; k++) {
            best = model.probabilities()[k] > model.probabilities()[best] ? k : best;
        }
        for (int k = 0; k < count; k++) {
            double probability = model.probabilities()[k];
            double middle = area.getX() + (k + 0.5) * width;
            Color color = k == best ? theme.series(0) : theme.blendWithBackground(theme.series(0), WEAK);
            g2.setColor(color);
            double top = bottom - probability * height;
            g2.fill(new Rectangle2D.Double(middle - width * 0.32, top, width * 0.64, bottom - top));
            note(
                    new Rectangle2D.Double(middle - width / 2, area.getY(), width, area.getHeight()),
                    model.names().get(k) + ": " + NumberFormats.format(probability));
            Font font = k == best ? style().labelFont() : style().axisFont();
            drawCentered(
                    g2,
                    model.names().get(k),
                    font,
                    k == best ? theme.text() : theme.muted(),
                    middle,
                    bottom + NAME * scale / 2);
            String text = NumberFormats.formatFixed(probability, 2);
            double textWidth = TextPainter.width(text, font);
            // Numbers that would overlap are left out, except the largest one and that of the true class.
            boolean fits = textWidth <= width
                    || k == best
                    || (k == model.trueClass() && Math.abs(k - best) * width > textWidth);
            if (probability >= MIN_SHOWN && fits) {
                double half = textWidth / 2;
                double center = Math.max(area.getMinX() + half, Math.min(area.getMaxX() - half, middle));
                drawCentered(
                        g2, text, font, k == best ? theme.text() : theme.muted(), center, top - NUMBER * scale / 2);
            }
            if (k == model.trueClass()) {
                g2.setColor(theme.series(2));
                g2.setStroke(new BasicStroke((float) (3 * scale)));
                double y = area.getMaxY() - scale;
                g2.draw(new Line2D.Double(middle - width * 0.25, y, middle + width * 0.25, y));
            }
        }
        g2.setColor(theme.axis());
        g2.setStroke(new BasicStroke(1));
        g2.draw(new Line2D.Double(area.getX(), bottom, area.getMaxX(), bottom));
    }

    private static void drawCentered(Graphics2D g2, String text, Font font, Color color, double middle, double y) {
        TextPainter.drawCentered(g2, text, font, color, middle, y);
    }
}
