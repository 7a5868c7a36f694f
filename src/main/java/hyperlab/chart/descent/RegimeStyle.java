package hyperlab.chart.descent;

import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.ThemeColor;
import hyperlab.descent.Regime;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.TexturePaint;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** The look of a regime: a series color, and a texture for regimes that should not be told apart by color alone. */
public enum RegimeStyle {
    GLIDE(0),
    LAND(5),
    OSCILLATE(1),
    DIVERGE(3);

    /** Side of a texture tile in pixels at scale 1. */
    public static final int TILE = 6;

    private static final double FILL_SHARE = 0.5;

    private final int series;

    RegimeStyle(int series) {
        this.series = series;
    }

    public static RegimeStyle of(Regime regime) {
        return switch (regime) {
            case GLIDE -> GLIDE;
            case LAND -> LAND;
            case OSCILLATE -> OSCILLATE;
            case DIVERGE -> DIVERGE;
        };
    }

    /** Returns the color of lines, markers, and text. */
    public Color color(ChartTheme theme) {
        return theme.series(series);
    }

    public ThemeColor themeColor() {
        return ThemeColor.series(series);
    }

    /** Returns the fill of areas, in the order of the constants: plain, plain, vertical stripes, 45° hatching. */
    public Paint paint(ChartTheme theme) {
        return new TexturePaint(tile(theme, 1), new Rectangle2D.Double(0, 0, TILE, TILE));
    }

    /**
     * Returns one tile of the texture, {@value #TILE} × {@code scale} pixels on each side; tiles repeat without a seam.
     */
    public BufferedImage tile(ChartTheme theme, int scale) {
        BufferedImage image = new BufferedImage(TILE * scale, TILE * scale, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g2 = image.createGraphics();
        g2.scale(scale, scale);
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        boolean plain = this == GLIDE || this == LAND;
        g2.setColor(plain ? color(theme) : theme.blendWithBackground(color(theme), FILL_SHARE));
        g2.fill(new Rectangle2D.Double(0, 0, TILE, TILE));
        g2.setColor(color(theme));
        if (this == OSCILLATE) {
            g2.fill(new Rectangle2D.Double(2, 0, 1.5, TILE));
        } else if (this == DIVERGE) {
            g2.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
            for (int shift = -TILE; shift <= TILE; shift += TILE) {
                g2.draw(new Line2D.Double(shift - 1, TILE + 1, shift + TILE + 1, -1));
            }
        }
        g2.dispose();
        return image;
    }
}
