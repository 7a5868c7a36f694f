package hyperlab.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A plot's ground in pixels of the screen or the page, each of its own colour. */
final class PixelImage {
    private static final int MOST_PIXELS = 4_000;

    private PixelImage() {}

    /** What colour is where. */
    @FunctionalInterface
    interface Ground {
        /**
         * The colour of a place of the plot, as RGB.
         *
         * @param across from 0 at the left edge to 1 at the right; half a pixel beyond at most
         * @param up from 0 at the bottom edge to 1 at the top; half a pixel beyond at most
         */
        int at(double across, double up);
    }

    /** How many real pixels each side of a logical one has. */
    static double sharpness(Graphics2D g2) {
        return Math.max(1, Math.abs(g2.getTransform().getScaleX()));
    }

    /** One pixel of the picture to each of the screen's or the page's. */
    static BufferedImage of(Rectangle2D area, double sharpness, Ground ground) {
        int width = (int) Math.min(MOST_PIXELS, Math.ceil((Math.ceil(area.getWidth()) + 1) * sharpness));
        int height = (int) Math.min(MOST_PIXELS, Math.ceil((Math.ceil(area.getHeight()) + 1) * sharpness));
        double offsetX = area.getX() - Math.floor(area.getX());
        double offsetY = area.getY() - Math.floor(area.getY());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] line = new int[width];
        for (int j = 0; j < height; j++) {
            double up = 1 - ((j + 0.5) / sharpness - offsetY) / area.getHeight();
            for (int i = 0; i < width; i++) {
                line[i] = ground.at(((i + 0.5) / sharpness - offsetX) / area.getWidth(), up);
            }
            image.setRGB(0, j, width, 1, line, 0, width);
        }
        return image;
    }

    /** Draws such a picture where it belongs; the clip cuts what stands over the edge. */
    static void draw(Graphics2D g2, BufferedImage image, Rectangle2D area) {
        g2.drawImage(
                image,
                (int) Math.floor(area.getX()),
                (int) Math.floor(area.getY()),
                (int) Math.ceil(area.getWidth()) + 1,
                (int) Math.ceil(area.getHeight()) + 1,
                null);
    }
}
