package hyperlab.chart.series;

import hyperlab.chart.style.ChartRenderingHint;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Small drawings that appear at many positions. On a chart that is redrawn repeatedly, each is drawn once and cached as
 * an image for each subpixel offset in eighths of a pixel; otherwise it is drawn each time. Not thread-safe.
 *
 * @param <K> identifies a drawing: everything its look depends on except the resolution
 */
public final class MarkerCache<K> {
    private static final int SUBPIXELS = 8;
    private static final int MAX_SIZE = 4_000;

    private final BiConsumer<Graphics2D, K> drawing;
    private final Map<StampKey, BufferedImage> cache = new LruStamps<>();

    private record StampKey(Object drawingKey, double deviceScale, int right, int down) {}

    /** @param drawing draws around the origin, within the reach given in {@link #draw} */
    public MarkerCache(BiConsumer<Graphics2D, K> drawing) {
        this.drawing = drawing;
    }

    /**
     * Draws a stamp at a point.
     *
     * @param reach maximum distance of the drawing from the point, in logical pixels
     */
    public void draw(Graphics2D g2, K drawingKey, double reach, double x, double y) {
        AffineTransform before = g2.getTransform();
        boolean uniformScale =
                before.getShearX() == 0 && before.getShearY() == 0 && before.getScaleX() == before.getScaleY();
        if (!ChartRenderingHint.reusesCache(g2) || !uniformScale) {
            g2.translate(x, y);
            drawing.accept(g2, drawingKey);
            g2.setTransform(before);
            return;
        }
        Point2D at = before.transform(new Point2D.Double(x, y), null);
        long eighthsRight = Math.round(at.getX() * SUBPIXELS);
        long eighthsDown = Math.round(at.getY() * SUBPIXELS);
        int half = (int) Math.ceil(reach * before.getScaleX()) + 1;
        StampKey cut =
                new StampKey(drawingKey, before.getScaleX(), (int) Math.floorMod(eighthsRight, (long) SUBPIXELS), (int)
                        Math.floorMod(eighthsDown, (long) SUBPIXELS));
        BufferedImage stamp = cache.computeIfAbsent(cut, missing -> render(g2, drawingKey, half, missing));
        g2.setTransform(new AffineTransform());
        g2.drawImage(
                stamp,
                (int) Math.floorDiv(eighthsRight, (long) SUBPIXELS) - half,
                (int) Math.floorDiv(eighthsDown, (long) SUBPIXELS) - half,
                null);
        g2.setTransform(before);
    }

    private BufferedImage render(Graphics2D template, K drawingKey, int half, StampKey cut) {
        BufferedImage stamp = new BufferedImage(2 * half + 1, 2 * half + 1, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g2 = stamp.createGraphics();
        g2.setRenderingHints(template.getRenderingHints());
        g2.translate(half + (double) cut.right() / SUBPIXELS, half + (double) cut.down() / SUBPIXELS);
        g2.scale(cut.deviceScale(), cut.deviceScale());
        drawing.accept(g2, drawingKey);
        g2.dispose();
        return stamp;
    }

    private static final class LruStamps<V> extends LinkedHashMap<StampKey, V> {
        LruStamps() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<StampKey, V> eldest) {
            return size() > MAX_SIZE;
        }
    }
}
