package hyperlab.ui.control.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** An image that AWT draws on and the toolkit shows, with a shared pixel buffer. FX thread only, except for drawing. */
final class PixelBufferImage {
    private final BufferedImage pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private @Nullable Image image;

    /** Creates a transparent image. */
    PixelBufferImage(int width, int height) {
        pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixelData = ((DataBufferInt) pixels.getRaster().getDataBuffer()).getData();
        buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixelData), PixelFormat.getIntArgbPreInstance());
    }

    boolean hasSize(int width, int height) {
        return pixels.getWidth() == width && pixels.getHeight() == height;
    }

    /** A graphics context for drawing while the image is not shown; call {@link #markChanged} when done. */
    Graphics2D graphics() {
        return pixels.createGraphics();
    }

    void markChanged() {
        buffer.updateBuffer(whole -> null);
    }

    /** The image to show; the same one until {@link #releaseImage}. */
    Image image() {
        if (image == null) {
            image = new WritableImage(buffer);
        }
        return image;
    }

    /** Forgets the image, and with it the toolkit's copy of the pixels for painting. The pixels stay. */
    void releaseImage() {
        image = null;
    }
}
