package hyperlab.chart;

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
public final class StagePicture implements Drawable {
    private static final int MARGIN = 12;
    private static final int HEAD = 28;
    private static final int ROW_GAP = 12;
    private static final double TITLE_FONT = 13;
    private static final double SUBTITLE_FONT = 12;
    private static final int TITLE_GAP = 8;

    private final List<Part> parts;
    private final ChartTheme theme;
    private final int width;
    private final int height;

    /**
     * One of the charts.
     *
     * @param subtitle how to read the chart
     * @param place bounds of the chart on the stage, without its title, in pixels
     */
    public record Part(JFreeChart chart, String title, String subtitle, Rectangle place) {
        private Part at(int x, int y) {
            return new Part(chart, title, subtitle, new Rectangle(x, y, place.width, place.height));
        }
    }

    /** @param parts at least one */
    public StagePicture(List<Part> parts, ChartTheme theme) {
        this.theme = theme;
        int left = parts.stream().mapToInt(part -> part.place().x).min().orElseThrow();
        int bottom = 0;
        this.parts = new ArrayList<>();
        for (List<Part> row : rows(parts)) {
            int top = row.get(0).place().y;
            int rowTop = bottom + (bottom == 0 ? 0 : ROW_GAP) + HEAD;
            for (Part part : row) {
                Part placed = part.at(part.place().x - left + MARGIN, part.place().y - top + rowTop);
                this.parts.add(placed);
                bottom = Math.max(bottom, placed.place().y + placed.place().height);
            }
        }
        width = MARGIN
                + this.parts.stream()
                        .mapToInt(part -> part.place().x + part.place().width)
                        .max()
                        .orElseThrow();
        height = bottom;
    }

    /** Groups the charts into rows, from the top down. */
    private static List<List<Part>> rows(List<Part> parts) {
        List<List<Part>> rows = new ArrayList<>();
        int bottom = Integer.MIN_VALUE;
        List<Part> downward = parts.stream()
                .sorted(Comparator.comparingInt((Part part) -> part.place().y).thenComparingInt(part -> part.place().x))
                .toList();
        for (Part part : downward) {
            if (part.place().y >= bottom) {
                rows.add(new ArrayList<>());
            }
            rows.get(rows.size() - 1).add(part);
            bottom = Math.max(bottom, part.place().y + part.place().height);
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
        for (Part part : parts) {
            double x = area.getX() + part.place().x;
            double y = area.getY() + part.place().y;
            drawHead(g2, part, x, y - HEAD / 2.0);
            Graphics2D moved = (Graphics2D) g2.create();
            moved.translate(x, y);
            part.chart().draw(moved, new Rectangle2D.Double(0, 0, part.place().width, part.place().height));
            moved.dispose();
        }
    }

    private void drawHead(Graphics2D g2, Part part, double x, double middle) {
        Font bold = ChartFonts.bold(TITLE_FONT);
        String title = Lettering.fitting(part.title(), bold, part.place().width);
        Lettering.write(g2, title, bold, theme.text(), x, middle);
        double end = Lettering.width(title, bold) + TITLE_GAP;
        Font regular = ChartFonts.regular(SUBTITLE_FONT);
        String subtitle = Lettering.fitting(part.subtitle(), regular, part.place().width - end);
        if (Lettering.width(subtitle, regular) <= part.place().width - end) {
            Lettering.write(g2, subtitle, regular, theme.muted(), x + end, middle);
        }
    }
}
