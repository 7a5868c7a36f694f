package hyperlab.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;

/** Words in a plot: centred on a line, with a halo of the background where lines may pass beneath. */
final class Lettering {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final float HALO = 4;

    private Lettering() {}

    static double width(String text, Font font) {
        return ChartFonts.fitting(font, text).getStringBounds(text, CONTEXT).getWidth();
    }

    /** Writes from {@code x} to the right, the middle of the letters at {@code centreY}. */
    static void write(Graphics2D g2, String text, Font wanted, Color color, double x, double centreY) {
        Font font = ChartFonts.fitting(wanted, text);
        g2.setFont(font);
        g2.setColor(color);
        g2.drawString(text, (float) x, baseline(font, centreY));
    }

    /** As {@link #write}, after a halo of the background around the letters. */
    static void writeWithHalo(
            Graphics2D g2, String text, Font wanted, Color color, double x, double centreY, ChartStyle style) {
        Font font = ChartFonts.fitting(wanted, text);
        Shape letters = font.createGlyphVector(CONTEXT, text).getOutline((float) x, baseline(font, centreY));
        g2.setColor(style.theme().background());
        g2.setStroke(new BasicStroke((float) (HALO * style.scale()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g2.draw(letters);
        write(g2, text, wanted, color, x, centreY);
    }

    private static float baseline(Font font, double centreY) {
        return (float) (centreY + font.getSize2D() * 0.36);
    }
}
