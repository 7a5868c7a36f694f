package hyperlab.app.control;

import hyperlab.chart.Drawn;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.ImageObserver;
import java.nio.IntBuffer;
import java.util.Map;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jfree.fx.FXGraphics2D;

/**
 * Draws a chart on a canvas, as it does again and again. A picture that was drawn before and still is the same object is
 * not translated again; so what is drawn is not to be painted on any more.
 */
final class CanvasGraphics extends FXGraphics2D {
    private static final int OPAQUE = 0xff000000;

    private final GraphicsContext context;
    private final Map<BufferedImage, Image> pictures;

    /** @param pictures those of earlier drawings, by what they are translated from; best held weakly */
    CanvasGraphics(GraphicsContext context, Map<BufferedImage, Image> pictures) {
        super(context);
        this.context = context;
        this.pictures = pictures;
        setRenderingHint(Drawn.AGAIN, true);
    }

    @Override
    public boolean drawImage(java.awt.Image image, int x, int y, int width, int height, ImageObserver observer) {
        if (!(image instanceof BufferedImage pixels)) {
            return super.drawImage(image, x, y, width, height, observer);
        }
        context.drawImage(translated(pixels), x, y, width, height);
        return true;
    }

    Image translated(BufferedImage pixels) {
        return pictures.computeIfAbsent(pixels, CanvasGraphics::translate);
    }

    /** The numbers of an opaque picture are those that the toolkit paints by, but for what says that they are opaque. */
    private static Image translate(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean whole = picture.getType() == BufferedImage.TYPE_INT_RGB
                && picture.getRaster().getDataBuffer().getSize() == width * height;
        if (!whole) {
            return SwingFXUtils.toFXImage(picture, null);
        }
        int[] colours =
                ((DataBufferInt) picture.getRaster().getDataBuffer()).getData().clone();
        for (int k = 0; k < colours.length; k++) {
            colours[k] |= OPAQUE;
        }
        return new WritableImage(
                new PixelBuffer<>(width, height, IntBuffer.wrap(colours), PixelFormat.getIntArgbPreInstance()));
    }
}
