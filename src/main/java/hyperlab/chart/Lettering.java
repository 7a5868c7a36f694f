package hyperlab.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;

/** Draws text in a plot, vertically centered, with a halo in the background color if lines may pass beneath it. */
final class Lettering {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final float HALO = 4;

    private Lettering() {}

    static double width(String text, Font font) {
        return ChartFonts.fitting(font, text).getStringBounds(text, CONTEXT).getWidth();
    }

    /** Shortens a text with an ellipsis until it fits; at least its first letter and the ellipsis remain. */
    static String fitting(String text, Font font, double room) {
        String shown = text;
        while (shown.length() > 2 && width(shown, font) > room) {
            shown = shown.substring(0, shown.length() - 2) + "…";
        }
        return shown;
    }

    /** Draws text starting at {@code x}, vertically centered at {@code centreY}. */
    static void write(Graphics2D g2, String text, Font wanted, Color color, double x, double centreY) {
        Font font = ChartFonts.fitting(wanted, text);
        g2.setFont(font);
        g2.setColor(color);
        g2.drawString(text, (float) x, baseline(font, centreY));
    }

    /** Same as {@link #write}, on a halo in the background color. */
    static void writeWithHalo(
            Graphics2D g2, String text, Font wanted, Color color, double x, double centreY, ChartStyle style) {
        Font font = ChartFonts.fitting(wanted, text);
        GlyphVector letters = font.createGlyphVector(CONTEXT, text);
        float halo = (float) (HALO * style.scale());
        g2.setColor(style.theme().background());
        if (Drawn.isAgain(g2)) {
            g2.fill(Halos.around(letters, halo, x, baseline(font, centreY)));
        } else {
            g2.setStroke(new BasicStroke(halo, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g2.draw(letters.getOutline((float) x, baseline(font, centreY)));
        }
        write(g2, text, wanted, color, x, centreY);
    }

    private static float baseline(Font font, double centreY) {
        return (float) (centreY + font.getSize2D() * 0.36);
    }
}
