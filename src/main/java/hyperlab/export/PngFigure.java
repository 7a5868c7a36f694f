package hyperlab.export;

import hyperlab.rule.Checks;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Renders a figure as pixels, for files and for the clipboard. */
public final class PngFigure {
    private PngFigure() {}

    /**
     * Renders the figure as an opaque image. A higher scale makes text and lines sharper, not thinner.
     *
     * @param scale device pixels per logical pixel along each side, 1 … {@value FigureOptions#MAX_SCALE}
     */
    public static BufferedImage image(Figure figure, int scale) {
        Checks.wholeWithin("scale", scale, 1, FigureOptions.MAX_SCALE);
        return imageOfWidth(figure, figure.width() * scale);
    }

    /** Renders the figure as an opaque image of this width in device pixels. */
    public static BufferedImage imageOfWidth(Figure figure, int pixels) {
        double scale = (double) pixels / figure.width();
        int height = (int) Math.max(1, Math.round(figure.totalHeight() * scale));
        BufferedImage image = new BufferedImage(pixels, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.scale(scale, (double) height / figure.totalHeight());
        figure.draw(g2);
        g2.dispose();
        return image;
    }
}
