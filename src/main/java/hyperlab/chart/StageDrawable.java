package hyperlab.chart;

import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.TextPainter;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.ui.Drawable;

/**
 * Several charts as they are arranged on the stage, each under its title and subtitle. Rows of charts move together
 * where something else was between them. Use only on the thread of the charts.
 */
public final class StageDrawable implements Drawable {
    private static final int MARGIN = 12;
    private static final int HEAD = 28;
    private static final int ROW_GAP = 12;
    private static final double TITLE_FONT = 13;
    private static final double SUBTITLE_FONT = 12;
    private static final int TITLE_GAP = 8;

    private final List<PlacedChart> parts;
    private final ChartTheme theme;
    private final int width;
    private final int height;

    /**
     * One of the charts.
     *
     * @param subtitle how to read the chart
     * @param bounds bounds of the chart on the stage, without its title, in pixels
     */
    public record PlacedChart(JFreeChart chart, String title, String subtitle, Rectangle bounds) {
        private PlacedChart movedTo(int x, int y) {
            return new PlacedChart(chart, title, subtitle, new Rectangle(x, y, bounds.width, bounds.height));
        }
    }

    /** @param parts at least one */
    public StageDrawable(List<PlacedChart> parts, ChartTheme theme) {
        this.theme = theme;
        int left = parts.stream().mapToInt(part -> part.bounds().x).min().orElseThrow();
        int bottom = 0;
        this.parts = new ArrayList<>();
        for (List<PlacedChart> row : rows(parts)) {
            int top = row.get(0).bounds().y;
            int rowTop = bottom + (bottom == 0 ? 0 : ROW_GAP) + HEAD;
            for (PlacedChart part : row) {
                PlacedChart placed = part.movedTo(part.bounds().x - left + MARGIN, part.bounds().y - top + rowTop);
                this.parts.add(placed);
                bottom = Math.max(bottom, placed.bounds().y + placed.bounds().height);
            }
        }
        width = MARGIN
                + this.parts.stream()
                        .mapToInt(part -> part.bounds().x + part.bounds().width)
                        .max()
                        .orElseThrow();
        height = bottom;
    }

    /** Groups the charts into rows, from the top down. */
    private static List<List<PlacedChart>> rows(List<PlacedChart> parts) {
        List<List<PlacedChart>> rows = new ArrayList<>();
        int bottom = Integer.MIN_VALUE;
        List<PlacedChart> downward = parts.stream()
                .sorted(Comparator.comparingInt((PlacedChart part) -> part.bounds().y)
                        .thenComparingInt(part -> part.bounds().x))
                .toList();
        for (PlacedChart part : downward) {
            if (part.bounds().y >= bottom) {
                rows.add(new ArrayList<>());
            }
            rows.get(rows.size() - 1).add(part);
            bottom = Math.max(bottom, part.bounds().y + part.bounds().height);
        }
        return rows;
    }

    /** Returns the width in logical pixels. */
    public int width() {
        return width;
    }

    /** Returns the height in logical pixels. */
    public int height() {
        return height;
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area) {
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setColor(theme.background());
        g2.fill(area);
        for (PlacedChart part : parts) {
            double x = area.getX() + part.bounds().x;
            double y = area.getY() + part.bounds().y;
            drawHead(g2, part, x, y - HEAD / 2.0);
            Graphics2D moved = (Graphics2D) g2.create();
            moved.translate(x, y);
            part.chart().draw(moved, new Rectangle2D.Double(0, 0, part.bounds().width, part.bounds().height));
            moved.dispose();
        }
    }

    private void drawHead(Graphics2D g2, PlacedChart part, double x, double middle) {
        Font bold = ChartFonts.bold(TITLE_FONT);
        String title = TextPainter.ellipsize(part.title(), bold, part.bounds().width);
        TextPainter.draw(g2, title, bold, theme.text(), x, middle);
        double end = TextPainter.width(title, bold) + TITLE_GAP;
        Font regular = ChartFonts.regular(SUBTITLE_FONT);
        String subtitle = TextPainter.ellipsize(part.subtitle(), regular, part.bounds().width - end);
        if (TextPainter.width(subtitle, regular) <= part.bounds().width - end) {
            TextPainter.draw(g2, subtitle, regular, theme.muted(), x + end, middle);
        }
    }
}
