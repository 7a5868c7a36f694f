package hyperlab.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

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

    /** How many real pixels each side of a logical one has; on a page, how many a picture within it is to have. */
    static double sharpness(Graphics2D g2) {
        return g2.getRenderingHint(Drawn.SHARPNESS) instanceof Integer wanted
                ? wanted
                : Math.max(1, Math.abs(g2.getTransform().getScaleX()));
    }

    /** What colours a line of pixels has. */
    @FunctionalInterface
    interface Line {
        /**
         * The colours of one line.
         *
         * @param up of the line, from 0 at the bottom edge to 1 at the top; half a pixel beyond at most
         * @param colours to be filled, as RGB, one a pixel from left to right
         */
        void fill(double up, int[] colours);
    }

    /** One pixel of the picture to each of the screen's or the page's. */
    static BufferedImage of(Rectangle2D area, double sharpness, Ground ground) {
        double[] across = across(area, sharpness);
        return lines(area, sharpness, (up, colours) -> {
            for (int i = 0; i < colours.length; i++) {
                colours[i] = ground.at(across[i], up);
            }
        });
    }

    /** The same, a line at a time. */
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

    /** Where the pixels of a line are, from 0 at the area's left edge to 1 at its right; half a pixel beyond at most. */
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
