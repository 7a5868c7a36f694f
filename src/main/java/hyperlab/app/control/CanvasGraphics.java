package hyperlab.app.control;

import hyperlab.chart.Drawn;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.util.Map;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import org.jfree.fx.FXGraphics2D;

/**
 * Draws a chart on a canvas, as it does again and again. A picture that was drawn before and still is the same object is
 * not translated again; so what is drawn is not to be painted on any more.
 */
final class CanvasGraphics extends FXGraphics2D {
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
        return pictures.computeIfAbsent(pixels, missing -> SwingFXUtils.toFXImage(missing, null));
    }
}
