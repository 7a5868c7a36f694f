package hyperlab.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Dashed vertical lines with their names at the top, each lower than the one before, and the name of a level. */
final class Uprights extends Annotation {
    private static final double GAP = 5;
    private static final double ROW = 16;

    private List<BatchSizeChart.Upright> uprights = List.of();
    private double level = Double.NaN;
    private String levelName = "";

    void show(List<BatchSizeChart.Upright> newUprights, double newLevel, String newLevelName) {
        uprights = List.copyOf(newUprights);
        level = newLevel;
        levelName = newLevelName;
        fireAnnotationChanged();
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D area, Pixels pixels) {
        double scale = style().scale();
        for (BatchSizeChart.Upright upright : uprights) {
            double x = pixels.x(upright.batch());
            if (x >= area.getMinX() && x <= area.getMaxX()) {
                g2.setColor(upright.ink().in(style().theme()));
                g2.setStroke(Dash.VALIDATION.stroke(1.75 * scale, scale));
                g2.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
            }
        }
        double y = area.getMinY() + ROW * scale / 2;
        double end = area.getMinX();
        for (BatchSizeChart.Upright upright : uprights) {
            double x = pixels.x(upright.batch());
            if (x >= area.getMinX() && x <= area.getMaxX()) {
                double width = Lettering.width(upright.name(), style().labelFont());
                double place = place(x, width, area, pixels);
                write(g2, upright.name(), upright.ink().in(style().theme()), Math.max(area.getMinX() + 2, place), y);
                y += ROW * scale;
                end = Math.max(end, place + width);
            }
        }
        double height = pixels.y(level);
        if (!levelName.isEmpty() && height >= area.getMinY() && height <= area.getMaxY()) {
            double width = Lettering.width(levelName, style().labelFont());
            double left = area.getMaxX() - width - GAP * scale;
            double above = height - ROW * scale / 2;
            boolean meetsNames = above < y && left < end;
            write(g2, levelName, style().theme().text(), left, meetsNames ? above + ROW * scale : above);
        }
    }

    /**
     * Returns the left edge of a name: right of its line, or left of it if there is no room or another line would cross
     * the name.
     */
    private double place(double line, double width, Rectangle2D area, Pixels pixels) {
        double gap = GAP * style().scale();
        double right = line + gap;
        double left = line - gap - width;
        if (right + width > area.getMaxX()) {
            return left;
        }
        boolean leftIsFree = left >= area.getMinX() && isFree(left, line, pixels);
        return leftIsFree && !isFree(line, right + width, pixels) ? left : right;
    }

    private boolean isFree(double from, double to, Pixels pixels) {
        return uprights.stream().mapToDouble(other -> pixels.x(other.batch())).noneMatch(x -> from < x && x < to);
    }

    private void write(Graphics2D g2, String text, Color color, double x, double y) {
        Lettering.writeWithHalo(g2, text, style().labelFont(), color, x, y, style());
    }
}
