package hyperlab.chart.batch;

import hyperlab.chart.style.Dash;
import hyperlab.chart.style.StyledAnnotation;
import hyperlab.chart.style.TextPainter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/** Dashed vertical lines with their names at the top, each lower than the one before, and the name of a level. */
final class VerticalMarkers extends StyledAnnotation {
    private static final double GAP = 5;
    private static final double ROW = 16;

    private List<BatchSizeChart.VerticalMarker> markers = List.of();
    private double level = Double.NaN;
    private String levelName = "";

    @Override
    public List<String> words() {
        return markers.stream().map(BatchSizeChart.VerticalMarker::name).toList();
    }

    void show(List<BatchSizeChart.VerticalMarker> newMarkers, double newLevel, String newLevelName) {
        markers = List.copyOf(newMarkers);
        level = newLevel;
        levelName = newLevelName;
        fireAnnotationChanged();
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels) {
        double scale = style().scale();
        for (BatchSizeChart.VerticalMarker marker : markers) {
            double x = pixels.x(marker.batch());
            if (x >= area.getMinX() && x <= area.getMaxX()) {
                g2.setColor(marker.themeColor().resolve(style().theme()));
                g2.setStroke(Dash.VALIDATION.stroke(1.75 * scale, scale));
                g2.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
            }
        }
        double y = area.getMinY() + ROW * scale / 2;
        double end = area.getMinX();
        for (BatchSizeChart.VerticalMarker marker : markers) {
            double x = pixels.x(marker.batch());
            if (x >= area.getMinX() && x <= area.getMaxX()) {
                double width = TextPainter.width(marker.name(), style().labelFont());
                double place = labelLeft(x, width, area, pixels);
                drawText(
                        g2,
                        marker.name(),
                        marker.themeColor().resolve(style().theme()),
                        Math.max(area.getMinX() + 2, place),
                        y);
                y += ROW * scale;
                end = Math.max(end, place + width);
            }
        }
        double height = pixels.y(level);
        if (!levelName.isEmpty() && height >= area.getMinY() && height <= area.getMaxY()) {
            double width = TextPainter.width(levelName, style().labelFont());
            double left = levelLeft(width, area, pixels);
            double above = height - ROW * scale / 2;
            boolean meetsNames = above < y && left < end;
            drawText(
                    g2,
                    levelName,
                    style().theme().text(),
                    left,
                    meetsNames || isBeforeMarkers(left + width, pixels) ? above + ROW * scale : above);
        }
    }

    /**
     * Returns the left edge of a name: right of its line, or left of it if there is no room or another line would cross
     * the name.
     */
    private double labelLeft(double line, double width, Rectangle2D area, PixelTransform pixels) {
        double gap = GAP * style().scale();
        double right = line + gap;
        double left = line - gap - width;
        if (right + width > area.getMaxX()) {
            return left;
        }
        boolean leftIsFree = left >= area.getMinX() && isFree(left, line, pixels);
        return leftIsFree && !isFree(line, right + width, pixels) ? left : right;
    }

    /**
     * Returns the left edge of the level's name: at the right edge of the plot, or left of the last line that leaves
     * room for it if a line would cross it there.
     */
    private double levelLeft(double width, Rectangle2D area, PixelTransform pixels) {
        double gap = GAP * style().scale();
        double atEdge = area.getMaxX() - width - gap;
        return DoubleStream.concat(
                        DoubleStream.of(atEdge),
                        markers.stream()
                                .mapToDouble(marker -> pixels.x(marker.batch()) - gap - width)
                                .filter(left -> left <= atEdge)
                                .boxed()
                                .sorted(Comparator.reverseOrder())
                                .mapToDouble(left -> left))
                .filter(left -> left >= area.getMinX() && isFree(left, left + width, pixels))
                .findFirst()
                .orElse(atEdge);
    }

    /** Whether a name ends before all lines. Values that decrease are above the level there, so the name goes below. */
    private boolean isBeforeMarkers(double right, PixelTransform pixels) {
        return !markers.isEmpty() && markers.stream().allMatch(marker -> right < pixels.x(marker.batch()));
    }

    private boolean isFree(double from, double to, PixelTransform pixels) {
        return markers.stream().mapToDouble(other -> pixels.x(other.batch())).noneMatch(x -> from < x && x < to);
    }

    private void drawText(Graphics2D g2, String text, Color color, double x, double y) {
        TextPainter.drawWithHalo(g2, text, style().labelFont(), color, x, y, style());
    }
}
