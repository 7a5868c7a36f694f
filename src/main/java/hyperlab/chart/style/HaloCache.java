package hyperlab.chart.style;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Outlines widened by a round pen, ready to be filled as halos of text and other shapes. Stroking with that pen costs
 * several times as much, so the halo of each glyph is cached.
 */
final class HaloCache {
    private static final int MAX_SIZE = 2_000;

    private static final Map<GlyphKey, Path2D> CACHE = Collections.synchronizedMap(new LruHalos());

    private HaloCache() {}

    private record GlyphKey(Font font, int glyph, float width) {}

    /** @param width of the pen; half of it is outside the letters */
    static Path2D haloAround(GlyphVector letters, float width, double x, double baseline) {
        Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int k = 0; k < letters.getNumGlyphs(); k++) {
            GlyphKey letter = new GlyphKey(letters.getFont(), letters.getGlyphCode(k), width);
            Point2D at = letters.getGlyphPosition(k);
            int index = k;
            Path2D halo = CACHE.computeIfAbsent(letter, missing -> haloAround(glyphAtOrigin(letters, index), width));
            all.append(
                    halo.getPathIterator(AffineTransform.getTranslateInstance(x + at.getX(), baseline + at.getY())),
                    false);
        }
        return all;
    }

    private static Shape glyphAtOrigin(GlyphVector letters, int index) {
        Point2D at = letters.getGlyphPosition(index);
        return AffineTransform.getTranslateInstance(-at.getX(), -at.getY())
                .createTransformedShape(letters.getGlyphOutline(index));
    }

    /** Returns the shape together with the area that a round pen of that width covers along its outline. */
    static Path2D haloAround(Shape shape, float width) {
        BasicStroke pen = new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        Area all = new Area(pen.createStrokedShape(shape));
        all.add(new Area(shape));
        return new Path2D.Double(all);
    }

    private static final class LruHalos extends LinkedHashMap<GlyphKey, Path2D> {
        LruHalos() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<GlyphKey, Path2D> eldest) {
            return size() > MAX_SIZE;
        }
    }
}
