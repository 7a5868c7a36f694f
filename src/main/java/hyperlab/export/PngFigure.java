package hyperlab.export;

import hyperlab.rule.Rules;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** A figure in pixels, for files and for the clipboard. */
public final class PngFigure {
    private PngFigure() {}

    /**
     * The figure as an opaque picture: letters and lines grow sharp with the scale, not thin.
     *
     * @param scale pixels to each side of a logical one, 1 … {@value FigureForm#LARGEST_SCALE}
     */
    public static BufferedImage image(Figure figure, int scale) {
        Rules.wholeWithin("scale", scale, 1, FigureForm.LARGEST_SCALE);
        BufferedImage image =
                new BufferedImage(figure.width() * scale, figure.wholeHeight() * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.scale(scale, scale);
        figure.draw(g2);
        g2.dispose();
        return image;
    }
}
