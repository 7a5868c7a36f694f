package hyperlab.chart.training;

import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.StyledAnnotation;
import hyperlab.chart.style.TextPainter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;

/**
 * Ranges of the x axis that findings refer to, tinted between dashed vertical lines, each with the finding's number at
 * the bottom, in the color of the finding's card.
 */
final class EvidenceBands extends StyledAnnotation {
    private static final double TINT = 0.12;
    private static final double RADIUS = 9;
    private static final double MIN_WIDTH = 4;

    private List<EvidenceRange> given = List.of();
    private List<EvidenceRange> bands = List.of();
    private boolean shown = true;

    void show(List<EvidenceRange> newBands) {
        if (!newBands.equals(given)) {
            given = List.copyOf(newBands);
            // From left to right, so that a label only moves away from those before it.
            bands = newBands.stream()
                    .sorted(Comparator.comparingDouble(EvidenceRange::middle))
                    .toList();
            fireAnnotationChanged();
        }
    }

    /** Sets whether the ranges are drawn; a figure may leave them out. */
    void setShown(boolean newShown) {
        shown = newShown;
        fireAnnotationChanged();
    }

    /** Returns whether there are ranges. */
    boolean isEmpty() {
        return bands.isEmpty();
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels) {
        ChartTheme theme = style().theme();
        double scale = style().scale();
        double free = area.getMinX();
        for (EvidenceRange band : shown ? bands : List.<EvidenceRange>of()) {
            double left = Math.max(area.getMinX(), Math.min(pixels.x(band.from()), area.getMaxX() - MIN_WIDTH));
            double right = Math.min(area.getMaxX(), Math.max(pixels.x(band.to()), left + MIN_WIDTH));
            Color color = theme.finding(band.severity());
            g2.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) (255 * TINT)));
            g2.fill(new Rectangle2D.Double(left, area.getMinY(), right - left, area.getHeight()));
            g2.setColor(color);
            g2.setStroke(Dash.REFERENCE.stroke(scale, scale));
            g2.draw(new Line2D.Double(left, area.getMinY(), left, area.getMaxY()));
            g2.draw(new Line2D.Double(right, area.getMinY(), right, area.getMaxY()));
            double radius = RADIUS * scale;
            double x = Math.max(free + radius + 2, Math.min((left + right) / 2, area.getMaxX() - radius - 2));
            free = x + radius;
            double y = area.getMaxY() - radius - 4;
            g2.setColor(theme.background());
            g2.fill(MarkerShape.CIRCLE.shapeAt(x, y, radius));
            g2.setColor(color);
            g2.setStroke(new BasicStroke((float) (1.5 * scale)));
            g2.draw(MarkerShape.CIRCLE.shapeAt(x, y, radius));
            double width = TextPainter.width(band.name(), style().labelFont());
            TextPainter.draw(g2, band.name(), style().labelFont(), color, x - width / 2, y);
        }
    }
}
