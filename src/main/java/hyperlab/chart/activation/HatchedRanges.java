package hyperlab.chart.activation;

import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.StyledAnnotation;
import hyperlab.chart.style.TextPainter;
import hyperlab.chart.style.ThemeColor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Ranges of the x axis that are hatched over the full height of the plot, with dashed edges and a label: at the bottom,
 * or at the lowest place above it that no curve crosses.
 */
final class HatchedRanges extends StyledAnnotation {
    private static final double SPACING = 9;
    private static final double STRENGTH = 0.45;
    private static final double LABEL_OFFSET = 12;
    private static final double LABEL_STEP = 3;

    private List<double[]> ranges = List.of();
    private ThemeColor themeColor = ChartTheme::muted;
    private String label = "";
    private List<FunctionChart.Line> lines = List.of();

    /**
     * Replaces the hatched ranges, which are pairs of left and right ends.
     *
     * @param newLines the labels keep off these lines
     */
    void show(List<double[]> newRanges, ThemeColor newThemeColor, String newLabel, List<FunctionChart.Line> newLines) {
        ranges = List.copyOf(newRanges);
        themeColor = newThemeColor;
        label = newLabel;
        lines = List.copyOf(newLines);
        fireAnnotationChanged();
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels) {
        Color color = themeColor.resolve(style().theme());
        double scale = style().scale();
        for (double[] part : ranges) {
            double left = Math.max(area.getMinX(), pixels.x(part[0]));
            double right = Math.min(area.getMaxX(), pixels.x(part[1]));
            if (right - left < 1) {
                continue;
            }
            hatch(g2, new Rectangle2D.Double(left, area.getMinY(), right - left, area.getHeight()), color, scale);
            g2.setColor(color);
            g2.setStroke(Dash.REFERENCE.stroke(scale, scale));
            for (double edge : new double[] {left, right}) {
                if (edge > area.getMinX() + 1 && edge < area.getMaxX() - 1) {
                    g2.draw(new Line2D.Double(edge, area.getMinY(), edge, area.getMaxY()));
                }
            }
            double width = TextPainter.width(label, style().labelFont());
            if (width + 8 * scale < right - left) {
                double x = left + (right - left - width) / 2;
                double y = labelHeight(area, pixels, x, x + width, scale);
                TextPainter.drawWithHalo(g2, label, style().labelFont(), color, x, y, style());
            }
        }
    }

    /** The lowest place for the center of a label that covers no line; the bottom if there is none. */
    private double labelHeight(Rectangle2D area, PixelTransform pixels, double left, double right, double scale) {
        double offset = LABEL_OFFSET * scale;
        double bottom = area.getMaxY() - offset;
        for (double y = bottom; y >= area.getMinY() + offset; y -= LABEL_STEP * scale) {
            if (!coversLine(new Rectangle2D.Double(left, y - offset, right - left, 2 * offset), pixels)) {
                return y;
            }
        }
        return bottom;
    }

    private boolean coversLine(Rectangle2D place, PixelTransform pixels) {
        for (FunctionChart.Line line : lines) {
            for (int i = 0; i + 1 < line.x().length; i++) {
                double y1 = pixels.y(line.y()[i]);
                double y2 = pixels.y(line.y()[i + 1]);
                boolean broken = Double.isNaN(y1) || Double.isNaN(y2);
                if (!broken && place.intersectsLine(pixels.x(line.x()[i]), y1, pixels.x(line.x()[i + 1]), y2)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void hatch(Graphics2D g2, Rectangle2D part, Color color, double scale) {
        Shape clip = g2.getClip();
        g2.clip(part);
        g2.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) (255 * STRENGTH)));
        g2.setStroke(new BasicStroke((float) scale));
        double height = part.getHeight();
        // Lines start at multiples of the spacing, so that the hatching of adjacent ranges and of redraws lines up.
        double first = Math.floor((part.getMinX() - height) / (SPACING * scale)) * SPACING * scale;
        for (double x = first; x < part.getMaxX(); x += SPACING * scale) {
            g2.draw(new Line2D.Double(x, part.getMaxY(), x + height, part.getMinY()));
        }
        g2.setClip(clip);
    }
}
