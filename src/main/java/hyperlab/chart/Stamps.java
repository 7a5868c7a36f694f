package hyperlab.chart;

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
final class Stamps<K> {
    private static final int PARTS = 8;
    private static final int MOST = 4_000;

    private final BiConsumer<Graphics2D, K> drawing;
    private final Map<Cut, BufferedImage> kept = new Newest<>();

    private record Cut(Object which, double sharpness, int right, int down) {}

    /** @param drawing draws around the origin, within the reach given in {@link #put} */
    Stamps(BiConsumer<Graphics2D, K> drawing) {
        this.drawing = drawing;
    }

    /**
     * Draws a stamp at a point.
     *
     * @param reach maximum distance of the drawing from the point, in logical pixels
     */
    void put(Graphics2D g2, K which, double reach, double x, double y) {
        AffineTransform before = g2.getTransform();
        boolean upright =
                before.getShearX() == 0 && before.getShearY() == 0 && before.getScaleX() == before.getScaleY();
        if (!Drawn.isAgain(g2) || !upright) {
            g2.translate(x, y);
            drawing.accept(g2, which);
            g2.setTransform(before);
            return;
        }
        Point2D at = before.transform(new Point2D.Double(x, y), null);
        long eighthsRight = Math.round(at.getX() * PARTS);
        long eighthsDown = Math.round(at.getY() * PARTS);
        int half = (int) Math.ceil(reach * before.getScaleX()) + 1;
        Cut cut = new Cut(which, before.getScaleX(), (int) Math.floorMod(eighthsRight, (long) PARTS), (int)
                Math.floorMod(eighthsDown, (long) PARTS));
        BufferedImage stamp = kept.computeIfAbsent(cut, missing -> cut(g2, which, half, missing));
        g2.setTransform(new AffineTransform());
        g2.drawImage(
                stamp,
                (int) Math.floorDiv(eighthsRight, (long) PARTS) - half,
                (int) Math.floorDiv(eighthsDown, (long) PARTS) - half,
                null);
        g2.setTransform(before);
    }

    private BufferedImage cut(Graphics2D like, K which, int half, Cut cut) {
        BufferedImage stamp = new BufferedImage(2 * half + 1, 2 * half + 1, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g2 = stamp.createGraphics();
        g2.setRenderingHints(like.getRenderingHints());
        g2.translate(half + (double) cut.right() / PARTS, half + (double) cut.down() / PARTS);
        g2.scale(cut.sharpness(), cut.sharpness());
        drawing.accept(g2, which);
        g2.dispose();
        return stamp;
    }

    private static final class Newest<V> extends LinkedHashMap<Cut, V> {
        Newest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Cut, V> eldest) {
            return size() > MOST;
        }
    }
}
