package hyperlab.export;

import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.ChartTheme;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/**
 * A figure at one epoch of a training run, with the epoch and a progress bar above it.
 *
 * @param figure with a caption
 * @param caption the caption of the figure, which provides the theme
 * @param epoch the epoch as text
 * @param last the last epoch as text
 * @param progress progress of the training run, 0 … 1
 */
record GifFrame(Figure figure, Caption caption, String epoch, String last, double progress) {
    /** The height of the strip above the figure. */
    static final int STRIP_HEIGHT = 30;

    private static final double FONT_SIZE = 14;
    private static final int PADDING = 12;
    private static final int BASELINE = 20;
    private static final int TRACK_HEIGHT = 4;
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /**
     * Draws the frame with {@code scale} device pixels per logical pixel along each side, on the thread that owns the
     * chart.
     */
    BufferedImage draw(int scale) {
        int height = STRIP_HEIGHT + figure.totalHeight();
        BufferedImage image = new BufferedImage(figure.width() * scale, height * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.scale(scale, scale);
        drawStrip(g2, caption.theme());
        g2.translate(0, STRIP_HEIGHT);
        synchronized (VectorRendering.DRAWING_LOCK) {
            figure.draw(g2);
        }
        g2.dispose();
        return image;
    }

    private void drawStrip(Graphics2D g2, ChartTheme theme) {
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g2.setColor(theme.background());
        g2.fillRect(0, 0, figure.width(), STRIP_HEIGHT);
        Font font = ChartFonts.withFallback(ChartFonts.bold(FONT_SIZE), epoch + last);
        g2.setFont(font);
        g2.setColor(theme.text());
        g2.drawString(epoch, PADDING, BASELINE);
        // The bar starts after the widest text, so that it does not move between frames.
        double left = 2 * PADDING + font.getStringBounds(last, CONTEXT).getWidth();
        double width = Math.max(0, figure.width() - PADDING - left);
        double top = BASELINE - FONT_SIZE * 0.36 - TRACK_HEIGHT / 2.0;
        g2.setColor(theme.grid());
        g2.fill(new RoundRectangle2D.Double(left, top, width, TRACK_HEIGHT, TRACK_HEIGHT, TRACK_HEIGHT));
        g2.setColor(theme.series(0));
        g2.fill(new RoundRectangle2D.Double(left, top, width * progress, TRACK_HEIGHT, TRACK_HEIGHT, TRACK_HEIGHT));
    }
}
