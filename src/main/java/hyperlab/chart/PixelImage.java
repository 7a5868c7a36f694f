package hyperlab.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Images of a plot's background with one color per pixel of the screen or the page. */
final class PixelImage {
    private static final int MOST_PIXELS = 4_000;

    private PixelImage() {}

    /** The color of each point of a plot. */
    @FunctionalInterface
    interface Ground {
        /**
         * Returns the color of a point of the plot, as RGB.
         *
         * @param across from 0 at the left edge to 1 at the right; at most half a pixel outside
         * @param up from 0 at the bottom edge to 1 at the top; at most half a pixel outside
         */
        int at(double across, double up);
    }

    /** Returns the number of device pixels per logical pixel; on a page, the resolution of the images in it. */
    static double sharpness(Graphics2D g2) {
        return g2.getRenderingHint(Drawn.SHARPNESS) instanceof Integer wanted
                ? wanted
                : Math.max(1, Math.abs(g2.getTransform().getScaleX()));
    }

    /** The colors of a row of pixels. */
    @FunctionalInterface
    interface Line {
        /**
         * Computes the colors of one row.
         *
         * @param up position of the row, from 0 at the bottom edge to 1 at the top; at most half a pixel outside
         * @param colours the array to fill from left to right, as RGB, one value per pixel
         */
        void fill(double up, int[] colours);
    }

    /** Creates an image with one pixel for each pixel of the screen or the page. */
    static BufferedImage of(Rectangle2D area, double sharpness, Ground ground) {
        double[] across = across(area, sharpness);
        return lines(area, sharpness, (up, colours) -> {
            for (int i = 0; i < colours.length; i++) {
                colours[i] = ground.at(across[i], up);
            }
        });
    }

    /** Creates such an image row by row. */
    static BufferedImage lines(Rectangle2D area, double sharpness, Line line) {
        int width = pixels(area.getWidth(), sharpness);
        int height = pixels(area.getHeight(), sharpness);
        double offset = area.getY() - Math.floor(area.getY());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int[] colours = new int[width];
        for (int j = 0; j < height; j++) {
            line.fill(1 - ((j + 0.5) / sharpness - offset) / area.getHeight(), colours);
            System.arraycopy(colours, 0, pixels, j * width, width);
        }
        return image;
    }

    /**
     * Returns the positions of the pixels of a row, from 0 at the area's left edge to 1 at its right; at most half a
     * pixel outside.
     */
    static double[] across(Rectangle2D area, double sharpness) {
        double offset = area.getX() - Math.floor(area.getX());
        double[] across = new double[pixels(area.getWidth(), sharpness)];
        for (int i = 0; i < across.length; i++) {
            across[i] = ((i + 0.5) / sharpness - offset) / area.getWidth();
        }
        return across;
    }

    private static int pixels(double length, double sharpness) {
        return (int) Math.min(MOST_PIXELS, Math.ceil((Math.ceil(length) + 1) * sharpness));
    }

    /** Draws such an image over the area; the clip must cut off the part that extends past the edge. */
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
