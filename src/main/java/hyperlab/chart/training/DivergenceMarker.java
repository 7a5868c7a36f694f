package hyperlab.chart.training;

import hyperlab.chart.style.StyledAnnotation;
import hyperlab.chart.style.TextPainter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * An arrow that points up from a curve's last finite point, with a label that gives the epoch at which it diverged.
 * Hidden at first.
 */
final class DivergenceMarker extends StyledAnnotation {
    private static final double LENGTH = 26;
    private static final double HEAD = 5;
    private static final double GAP = 8;

    private double x = Double.NaN;
    private double y = Double.NaN;
    private String text = "";

    private static final double UNDER_THE_HEAD = 2.2;

    /** Shows the arrow at (x, y); at the bottom of the plot if y is −∞. */
    void show(double newX, double newY, String newText) {
        x = newX;
        y = newY;
        text = newText;
        fireAnnotationChanged();
    }

    void hide() {
        show(Double.NaN, Double.NaN, "");
    }

    @Override
    public List<String> words() {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    String text() {
        return text;
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels) {
        double atX = pixels.x(x);
        double atY = Double.isInfinite(y) ? area.getMaxY() : pixels.y(y);
        if (!Double.isFinite(atX) || !Double.isFinite(atY)) {
            return;
        }
        double scale = style().scale();
        double foot = Math.max(area.getMinY() + LENGTH * scale, Math.min(atY, area.getMaxY()));
        double tip = foot - LENGTH * scale;
        Color color = style().theme().series(3);
        drawWithWiderClip(g2, area, HEAD * scale, () -> {
            g2.setColor(color);
            g2.setStroke(new BasicStroke((float) (2 * scale)));
            g2.draw(new Line2D.Double(atX, foot, atX, tip + HEAD * scale));
            g2.fill(head(atX, tip, HEAD * scale));
            double width = TextPainter.width(text, style().labelFont());
            boolean left = atX + GAP * scale + width > area.getMaxX();
            double from = left ? Math.max(area.getMinX() + 2, atX - GAP * scale - width) : atX + GAP * scale;
            // The top line belongs to the play head's label.
            double line = area.getMinY() + UNDER_THE_HEAD * style().labelFont().getSize2D();
            double middle = Math.max(line, tip + HEAD * scale);
            TextPainter.drawWithHalo(g2, text, style().labelFont(), color, from, middle, style());
        });
    }

    private static Path2D head(double x, double tip, double size) {
        Path2D head = new Path2D.Double();
        head.moveTo(x, tip);
        head.lineTo(x + size, tip + 1.8 * size);
        head.lineTo(x - size, tip + 1.8 * size);
        head.closePath();
        return head;
    }
}
