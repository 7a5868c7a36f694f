package hyperlab.chart.style;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.util.ArrayList;
import java.util.List;

/** Draws text in a plot, vertically centered, with a halo in the background color if lines may pass beneath it. */
public final class TextPainter {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final float HALO = 4;

    private TextPainter() {}

    public static double width(String text, Font font) {
        return ChartFonts.withFallback(font, text)
                .getStringBounds(text, CONTEXT)
                .getWidth();
    }

    /** Shortens a text with an ellipsis until it fits; at least its first letter and the ellipsis remain. */
    public static String ellipsize(String text, Font font, double room) {
        String shortened = text;
        while (shortened.length() > 2 && width(shortened, font) > room) {
            shortened = shortened.substring(0, shortened.length() - 2) + "…";
        }
        return shortened;
    }

    /**
     * Shortens a text with an ellipsis in its middle until it fits, because names often differ at their ends; at least
     * its first and last letter remain.
     */
    static String ellipsizeMiddle(String text, Font font, double room) {
        return ellipsize(text, font, room, Integer.MAX_VALUE);
    }

    /** The same with as much of the end as fits, for names that differ only there; their first letter remains. */
    static String ellipsizeStart(String text, Font font, double room) {
        return ellipsize(text, font, room, 1);
    }

    private static String ellipsize(String text, Font font, double room, int maxHead) {
        if (width(text, font) <= room) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        String shortened = text;
        for (int kept = letters.length - 1; kept >= 2; kept--) {
            int head = Math.min(kept / 2, maxHead);
            int tail = kept - head;
            shortened = new String(letters, 0, head).strip()
                    + "…"
                    + new String(letters, letters.length - tail, tail).strip();
            if (width(shortened, font) <= room) {
                return shortened;
            }
        }
        return shortened;
    }

    /** Breaks a text at spaces into lines that fit, except for words that are wider than a line; none for a blank text. */
    public static List<String> wrap(String text, Font font, double room) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, font) > room) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    /** Draws text starting at {@code x}, vertically centered at {@code centerY}. */
    public static void draw(Graphics2D g2, String text, Font preferredFont, Color color, double x, double centerY) {
        Font font = ChartFonts.withFallback(preferredFont, text);
        g2.setFont(font);
        g2.setColor(color);
        g2.drawString(text, (float) x, baseline(font, centerY));
    }

    /** Draws text centered at {@code (centerX, centerY)}. */
    public static void drawCentered(
            Graphics2D g2, String text, Font font, Color color, double centerX, double centerY) {
        draw(g2, text, font, color, centerX - width(text, font) / 2, centerY);
    }

    /** Same as {@link #drawCentered}, on a halo in the background color. */
    public static void drawCenteredWithHalo(
            Graphics2D g2, String text, Font font, Color color, double centerX, double centerY, ChartStyle style) {
        drawWithHalo(g2, text, font, color, centerX - width(text, font) / 2, centerY, style);
    }

    /** Same as {@link #draw}, on a halo in the background color. */
    public static void drawWithHalo(
            Graphics2D g2, String text, Font preferredFont, Color color, double x, double centerY, ChartStyle style) {
        Font font = ChartFonts.withFallback(preferredFont, text);
        GlyphVector letters = font.createGlyphVector(CONTEXT, text);
        float halo = (float) (HALO * style.scale());
        g2.setColor(style.theme().background());
        if (ChartRenderingHint.reusesCache(g2)) {
            g2.fill(HaloCache.haloAround(letters, halo, x, baseline(font, centerY)));
        } else {
            g2.setStroke(new BasicStroke(halo, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g2.draw(letters.getOutline((float) x, baseline(font, centerY)));
        }
        draw(g2, text, preferredFont, color, x, centerY);
    }

    private static float baseline(Font font, double centerY) {
        return (float) (centerY + font.getSize2D() * 0.36);
    }
}
