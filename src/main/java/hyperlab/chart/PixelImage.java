package hyperlab.chart;

import hyperlab.chart.style.ChartRenderingHint;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Images of a plot's background with one color per pixel of the screen or the page. */
public final class PixelImage {
    private static final int MAX_PIXELS = 4_000;

    private PixelImage() {}

    /** The color of each point of a plot. */
    @FunctionalInterface
    public interface PixelColor {
        /**
         * Returns the color of a point of the plot, as RGB.
         *
         * @param across from 0 at the left edge to 1 at the right; at most half a pixel outside
         * @param up from 0 at the bottom edge to 1 at the top; at most half a pixel outside
         */
        int rgb(double across, double up);
    }

    /** Returns the number of device pixels per logical pixel; on a page, the resolution of the images in it. */
    public static double deviceScale(Graphics2D g2) {
        return g2.getRenderingHint(ChartRenderingHint.DEVICE_SCALE) instanceof Integer wanted
                ? wanted
                : Math.max(1, Math.abs(g2.getTransform().getScaleX()));
    }

    /** The colors of a row of pixels. */
    @FunctionalInterface
    public interface RowFiller {
        /**
         * Computes the colors of one row.
         *
         * @param up position of the row, from 0 at the bottom edge to 1 at the top; at most half a pixel outside
         * @param colors the array to fill from left to right, as RGB, one value per pixel
         */
        void fill(double up, int[] colors);
    }

    /** Creates an image with one pixel for each pixel of the screen or the page. */
    public static BufferedImage of(Rectangle2D area, double deviceScale, PixelColor pixelColor) {
        double[] across = pixelPositions(area, deviceScale);
        return ofRows(area, deviceScale, (up, colors) -> {
            for (int i = 0; i < colors.length; i++) {
                colors[i] = pixelColor.rgb(across[i], up);
            }
        });
    }

    /** Creates such an image row by row. */
    public static BufferedImage ofRows(Rectangle2D area, double deviceScale, RowFiller rowFiller) {
        int width = pixels(area.getWidth(), deviceScale);
        int height = pixels(area.getHeight(), deviceScale);
        double offset = area.getY() - Math.floor(area.getY());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int[] colors = new int[width];
        for (int j = 0; j < height; j++) {
            rowFiller.fill(1 - ((j + 0.5) / deviceScale - offset) / area.getHeight(), colors);
            System.arraycopy(colors, 0, pixels, j * width, width);
        }
        return image;
    }

    /**
     * Returns the positions of the pixels of a row, from 0 at the area's left edge to 1 at its right; at most half a
     * pixel outside.
     */
    public static double[] pixelPositions(Rectangle2D area, double deviceScale) {
        double offset = area.getX() - Math.floor(area.getX());
        double[] across = new double[pixels(area.getWidth(), deviceScale)];
        for (int i = 0; i < across.length; i++) {
            across[i] = ((i + 0.5) / deviceScale - offset) / area.getWidth();
        }
        return across;
    }

    private static int pixels(double length, double deviceScale) {
        return (int) Math.min(MAX_PIXELS, Math.ceil((Math.ceil(length) + 1) * deviceScale));
    }

    /** Draws such an image over the area; the clip must cut off the part that extends past the edge. */
    public static void draw(Graphics2D g2, BufferedImage image, Rectangle2D area) {
        g2.drawImage(
                image,
                (int) Math.floor(area.getX()),
                (int) Math.floor(area.getY()),
                (int) Math.ceil(area.getWidth()) + 1,
                (int) Math.ceil(area.getHeight()) + 1,
                null);
    }
}
