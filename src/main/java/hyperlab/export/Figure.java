package hyperlab.export;

import hyperlab.chart.style.ChartFonts;
import hyperlab.rule.Checks;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.ui.Drawable;
import org.jspecify.annotations.Nullable;

/**
 * A chart, or several charts in one image, prepared for export in their theme and with an optional caption below. Sizes
 * are in logical pixels of 1/96 inch.
 *
 * @param chart a chart, or a drawable that draws several
 * @param width 1 … {@value #MAX_SIDE}
 * @param height of the chart only, 1 … {@value #MAX_SIDE}; a caption adds to it
 * @param caption null for none
 * @param title above the chart, in the theme of the caption; empty for none
 */
public record Figure(
        Drawable chart, int width, int height, @Nullable Caption caption, String title) {
    /** The maximum side length of a chart. */
    public static final int MAX_SIDE = 4_000;

    private static final double CAPTION_FONT_SIZE = 12;
    private static final int LINE_HEIGHT = 18;
    private static final int PADDING = 12;
    private static final double TITLE_FONT_SIZE = 14;

    public Figure {
        Checks.wholeWithin("width", width, 1, MAX_SIDE);
        Checks.wholeWithin("height", height, 1, MAX_SIDE);
    }

    /** Creates a figure without a title. */
    public Figure(Drawable chart, int width, int height, @Nullable Caption caption) {
        this(chart, width, height, caption, "");
    }

    /** The height of the title, the chart and its caption. */
    public int totalHeight() {
        List<String> lines = wrapLines();
        return titleHeight() + height + (lines.isEmpty() ? 0 : lines.size() * LINE_HEIGHT + 2 * PADDING);
    }

    private List<String> titleLines() {
        return wrapLines(title, ChartFonts.bold(TITLE_FONT_SIZE), width - 2 * PADDING);
    }

    private int titleHeight() {
        int lines = titleLines().size();
        return lines == 0 ? 0 : lines * LINE_HEIGHT + PADDING;
    }

    /**
     * Draws chart and caption from (0, 0) to (width, total height). Must be called on the thread that owns the chart.
     */
    void draw(Graphics2D g2) {
        if (caption != null) {
            g2.setColor(caption.theme().background());
            g2.fillRect(0, 0, width, totalHeight());
        }
        int top = titleHeight();
        if (caption != null) {
            drawTitle(g2, caption);
        }
        chart.draw(g2, new Rectangle2D.Double(0, top, width, height));
        if (caption != null) {
            g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g2.setColor(caption.theme().muted());
            List<String> lines = wrapLines();
            for (int i = 0; i < lines.size(); i++) {
                g2.setFont(ChartFonts.withFallback(ChartFonts.regular(CAPTION_FONT_SIZE), lines.get(i)));
                g2.drawString(lines.get(i), PADDING, top + height + PADDING + i * LINE_HEIGHT + LINE_HEIGHT * 2 / 3);
            }
        }
    }

    private void drawTitle(Graphics2D g2, Caption style) {
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setColor(style.theme().text());
        List<String> lines = titleLines();
        for (int i = 0; i < lines.size(); i++) {
            g2.setFont(ChartFonts.withFallback(ChartFonts.bold(TITLE_FONT_SIZE), lines.get(i)));
            g2.drawString(lines.get(i), PADDING, PADDING + i * LINE_HEIGHT + LINE_HEIGHT * 2 / 3);
        }
    }

    private List<String> wrapLines() {
        return caption == null ? List.of() : wrapLines(caption.text(), width - 2 * PADDING);
    }

    /** Wraps text at spaces; a word that is too long for a line is broken at the end of the line. */
    static List<String> wrapLines(String text, int width) {
        return wrapLines(text, ChartFonts.regular(CAPTION_FONT_SIZE), width);
    }

    private static List<String> wrapLines(String text, Font preferred, int width) {
        FontRenderContext context = new FontRenderContext(null, true, true);
        Font font = ChartFonts.withFallback(preferred, text);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.getStringBounds(longer, context).getWidth() > width) {
                lines.add(line.toString());
                longer = word;
            }
            line.setLength(0);
            line.append(longer);
            while (line.length() > 1
                    && font.getStringBounds(line.toString(), context).getWidth() > width) {
                int fits = fittingLength(line.toString(), font, context, width);
                lines.add(line.substring(0, fits));
                line.delete(0, fits);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static int fittingLength(String word, Font font, FontRenderContext context, int width) {
        int fits = 1;
        while (fits + 1 < word.length()
                && font.getStringBounds(word.substring(0, fits + 1), context).getWidth() <= width) {
            fits++;
        }
        return fits;
    }
}
