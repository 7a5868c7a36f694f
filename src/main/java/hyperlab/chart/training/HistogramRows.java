package hyperlab.chart.training;

import hyperlab.chart.style.StyledAnnotation;
import hyperlab.chart.style.TextPainter;
import hyperlab.diagnosis.Histogram;
import hyperlab.text.NumberFormats;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Histograms in rows: the baseline of row k of n is at n − 1 − k, with the bars below the row's text if there is room.
 */
final class HistogramRows extends StyledAnnotation {
    private static final double HIGHEST = 0.86;
    private static final double FILL = 0.55;
    private static final double GAP = 6;
    /** The halo of a text's descenders and commas, which must not cut into the highest bar. */
    private static final double HALO = 4;

    private static final String SEPARATOR = ", ";

    private List<Row> rows = List.of();

    /** A histogram with a text on its left and one on its right. */
    record Row(String name, String note, Histogram histogram) {}

    void show(List<Row> newRows) {
        rows = List.copyOf(newRows);
        fireAnnotationChanged();
    }

    List<Row> rows() {
        return rows;
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels) {
        Object smooth = g2.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        for (int k = 0; k < rows.size(); k++) {
            double foot = rows.size() - 1 - k;
            double y = pixels.y(foot);
            g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
            drawBars(g2, rows.get(k).histogram(), y, maxBarHeight(rows.get(k), area, y - pixels.y(foot + 1)), pixels);
            g2.setColor(style().theme().axis());
            g2.setStroke(new BasicStroke(1));
            g2.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
            g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, smooth);
        }
        for (int k = 0; k < rows.size(); k++) {
            double top = pixels.y(rows.size() - k);
            drawText(g2, area, rows.get(k), top, pixels.y(rows.size() - 1 - k) - top);
        }
    }

    /**
     * Returns the height of the highest bin: up to the text if that leaves at least one line height, otherwise a fixed
     * share of the row.
     */
    private double maxBarHeight(Row row, Rectangle2D area, double height) {
        double words = nameCenter(height)
                + lineHeight() * (isNoteBelow(row, area, height) ? 1.5 : 0.5)
                + HALO * style().scale();
        return height - words >= lineHeight() ? height - words : HIGHEST * height;
    }

    private void drawBars(Graphics2D g2, Histogram histogram, double base, double highest, PixelTransform pixels) {
        Color color = style().theme().series(0);
        Color inside = style().theme().blendWithBackground(color, FILL);
        for (int bin = 0; bin < histogram.bins(); bin++) {
            if (histogram.count(bin) == 0) {
                continue;
            }
            double left = pixels.x(histogram.lowerEdge(bin));
            // Keeps bins that are narrower than a pixel visible.
            double width = Math.max(1, pixels.x(histogram.lowerEdge(bin + 1)) - left);
            double top = base - highest * histogram.count(bin) / histogram.maxCount();
            Rectangle2D bar = new Rectangle2D.Double(left, Math.min(top, base - 1), width, Math.max(1, base - top));
            note(
                    new Rectangle2D.Double(left, base - highest, width, highest),
                    NumberFormats.format(histogram.lowerEdge(bin)) + " … "
                            + NumberFormats.format(histogram.lowerEdge(bin + 1)) + ": " + histogram.count(bin));
            g2.setColor(inside);
            g2.fill(bar);
            g2.setColor(color);
            g2.setStroke(new BasicStroke((float) (1.5 * style().scale())));
            g2.draw(new Line2D.Double(bar.getMinX(), bar.getMinY(), bar.getMaxX(), bar.getMinY()));
        }
    }

    /**
     * Draws the name on the left and the note on the right in the upper part of the row, or the note below the name if
     * the row is narrow.
     */
    private void drawText(Graphics2D g2, Rectangle2D area, Row row, double top, double height) {
        double y = top + nameCenter(height);
        double gap = GAP * style().scale();
        TextPainter.drawWithHalo(
                g2, row.name(), style().labelFont(), style().theme().text(), area.getMinX() + gap, y, style());
        boolean atRight = isNoteAtRight(row, area);
        if (atRight || isNoteBelow(row, area, height)) {
            String note = atRight ? row.note() : fitting(row.note(), area.getWidth() - 2 * gap);
            double width = TextPainter.width(note, style().axisFont());
            TextPainter.drawWithHalo(
                    g2,
                    note,
                    style().axisFont(),
                    style().theme().muted(),
                    atRight ? area.getMaxX() - gap - width : area.getMinX() + gap,
                    atRight ? y : y + lineHeight(),
                    style());
        }
    }

    /** As many of the clauses of a text as fit into a width; the first one at least. */
    private String fitting(String text, double width) {
        String fitting = text;
        while (fitting.contains(SEPARATOR) && TextPainter.width(fitting, style().axisFont()) > width) {
            fitting = fitting.substring(0, fitting.lastIndexOf(SEPARATOR));
        }
        return fitting;
    }

    private boolean isNoteAtRight(Row row, Rectangle2D area) {
        double words =
                TextPainter.width(row.name(), style().labelFont()) + TextPainter.width(row.note(), style().axisFont());
        return words + 4 * GAP * style().scale() < area.getWidth();
    }

    private boolean isNoteBelow(Row row, Rectangle2D area, double height) {
        return !isNoteAtRight(row, area) && height > 3 * lineHeight();
    }

    /** Returns the vertical center of the name, measured from the top of its row. */
    private double nameCenter(double height) {
        return Math.min(height / 2, lineHeight() * 0.75 + GAP / 2);
    }

    private double lineHeight() {
        return style().labelFont().getSize2D() * 1.3;
    }
}
