package hyperlab.chart;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A layer of a chart that stays the same while other layers change. On a chart that is redrawn repeatedly, it is drawn
 * once and cached as an image; otherwise it is drawn each time. Not thread-safe.
 */
final class Kept {
    private @Nullable Object what;
    private AffineTransform place = new AffineTransform();
    private Rectangle2D extent = new Rectangle2D.Double();
    private @Nullable BufferedImage picture;

    /**
     * Draws the layer, from the cached image if nothing has changed.
     *
     * @param area bounds outside which nothing of the layer is visible
     * @param whatNow everything the layer depends on except area and resolution, compared by {@code equals}
     * @param drawing draws the layer; it gets the rendering hints, but neither color nor stroke
     */
    void draw(Graphics2D g2, Rectangle2D area, Object whatNow, Consumer<Graphics2D> drawing) {
        if (!Drawn.isAgain(g2)) {
            drawing.accept(g2);
            return;
        }
        AffineTransform placeNow = g2.getTransform();
        Rectangle2D pixels = placeNow.createTransformedShape(area).getBounds2D();
        int left = (int) Math.floor(pixels.getMinX());
        int top = (int) Math.floor(pixels.getMinY());
        BufferedImage kept = picture;
        if (kept == null || !whatNow.equals(what) || !placeNow.equals(place) || !area.equals(extent)) {
            int width = Math.max(1, (int) Math.ceil(pixels.getMaxX()) - left);
            int height = Math.max(1, (int) Math.ceil(pixels.getMaxY()) - top);
            kept = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
            Graphics2D own = kept.createGraphics();
            own.setRenderingHints(g2.getRenderingHints());
            own.translate(-left, -top);
            own.transform(placeNow);
            drawing.accept(own);
            own.dispose();
            what = whatNow;
            place = placeNow;
            extent = (Rectangle2D) area.clone();
            picture = kept;
        }
        g2.setTransform(new AffineTransform());
        g2.drawImage(kept, left, top, null);
        g2.setTransform(placeNow);
    }
}
