package hyperlab.chart.lesson;

import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.ChartTheme;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A bar for each misconception of a class, with its text above and its count at its end. */
public final class MisconceptionBars {
    private static final int WIDTH = 900;
    private static final int MARGIN = 24;
    private static final int TITLE_HEIGHT = 44;
    private static final int LINE_HEIGHT = 22;
    private static final int BAR_HEIGHT = 18;
    private static final int GAP = 16;
    private static final int COUNT_WIDTH = 60;
    private static final ChartTheme THEME = ChartTheme.LIGHT;

    private MisconceptionBars() {}

    /**
     * A bar.
     *
     * @param text what is believed
     * @param count at least 1
     */
    public record Bar(String text, int count) {}

    /**
     * Draws the bars, in their order.
     *
     * @param none what is shown if there are no bars
     */
    public static BufferedImage draw(String title, List<Bar> bars, String none) {
        Font font = ChartFonts.regular(15);
        BufferedImage ruler = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        Graphics2D measured = ruler.createGraphics();
        List<List<String>> texts = bars.stream()
                .map(bar -> wrapped(measured, ChartFonts.withFallback(font, bar.text()), bar.text()))
                .toList();
        measured.dispose();
        int lines = texts.stream().mapToInt(List::size).sum();
        int height = 2 * MARGIN + TITLE_HEIGHT + lines * LINE_HEIGHT + bars.size() * (BAR_HEIGHT + GAP);
        BufferedImage image =
                new BufferedImage(WIDTH, bars.isEmpty() ? height + LINE_HEIGHT : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setColor(THEME.background());
        g2.fillRect(0, 0, image.getWidth(), image.getHeight());
        drawText(g2, ChartFonts.bold(20), title, MARGIN + 20);
        if (bars.isEmpty()) {
            drawText(g2, font, none, MARGIN + TITLE_HEIGHT + 14);
        }
        double y = MARGIN + TITLE_HEIGHT;
        int most = bars.stream().mapToInt(Bar::count).max().orElse(1);
        for (int i = 0; i < bars.size(); i++) {
            for (String line : texts.get(i)) {
                drawText(g2, font, line, y + 15);
                y += LINE_HEIGHT;
            }
            double length = (double) bars.get(i).count() / most * (WIDTH - 2 * MARGIN - COUNT_WIDTH);
            g2.setColor(THEME.series(0));
            g2.fill(new Rectangle2D.Double(MARGIN, y, length, BAR_HEIGHT));
            g2.setColor(THEME.text());
            g2.setFont(ChartFonts.bold(15));
            g2.drawString(
                    Integer.toString(bars.get(i).count()), (float) (MARGIN + length + 8), (float) (y + BAR_HEIGHT - 3));
            y += BAR_HEIGHT + GAP;
        }
        g2.dispose();
        return image;
    }

    private static void drawText(Graphics2D g2, Font font, String text, double baseline) {
        g2.setColor(THEME.text());
        g2.setFont(ChartFonts.withFallback(font, text));
        g2.drawString(text, MARGIN, (float) baseline);
    }

    private static List<String> wrapped(Graphics2D g2, Font font, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && g2.getFontMetrics(font).stringWidth(longer) > WIDTH - 2 * MARGIN) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
