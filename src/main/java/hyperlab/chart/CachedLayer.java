package hyperlab.chart;

import hyperlab.chart.style.ChartRenderingHint;
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
public final class CachedLayer {
    private @Nullable Object key;
    private AffineTransform transform = new AffineTransform();
    private Rectangle2D cachedArea = new Rectangle2D.Double();
    private @Nullable BufferedImage image;

    /**
     * Draws the layer, from the cached image if nothing has changed.
     *
     * @param area bounds outside which nothing of the layer is visible
     * @param newKey everything the layer depends on except area and resolution, compared by {@code equals}
     * @param drawing draws the layer; it gets the rendering hints, but neither color nor stroke
     */
    public void draw(Graphics2D g2, Rectangle2D area, Object newKey, Consumer<Graphics2D> drawing) {
        if (!ChartRenderingHint.reusesCache(g2)) {
            drawing.accept(g2);
            return;
        }
        AffineTransform newTransform = g2.getTransform();
        Rectangle2D pixels = newTransform.createTransformedShape(area).getBounds2D();
        int left = (int) Math.floor(pixels.getMinX());
        int top = (int) Math.floor(pixels.getMinY());
        BufferedImage cached = image;
        if (cached == null || !newKey.equals(key) || !newTransform.equals(transform) || !area.equals(cachedArea)) {
            int width = Math.max(1, (int) Math.ceil(pixels.getMaxX()) - left);
            int height = Math.max(1, (int) Math.ceil(pixels.getMaxY()) - top);
            cached = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
            Graphics2D layerGraphics = cached.createGraphics();
            layerGraphics.setRenderingHints(g2.getRenderingHints());
            layerGraphics.translate(-left, -top);
            layerGraphics.transform(newTransform);
            drawing.accept(layerGraphics);
            layerGraphics.dispose();
            key = newKey;
            transform = newTransform;
            cachedArea = (Rectangle2D) area.clone();
            image = cached;
        }
        g2.setTransform(new AffineTransform());
        g2.drawImage(cached, left, top, null);
        g2.setTransform(newTransform);
    }
}
