package hyperlab.chart.style;

import java.awt.Graphics2D;
import java.awt.RenderingHints;

/** Rendering hints for charts, in addition to those of AWT. */
public final class ChartRenderingHint extends RenderingHints.Key {
    /**
     * Whether the chart is redrawn repeatedly, as on a screen, so that unchanged parts may be cached as images. Without
     * it, everything is drawn as vectors, so that a page can show it at any size.
     */
    public static final ChartRenderingHint REUSE_CACHED = new ChartRenderingHint(0x4879_7065, Boolean.class);

    /**
     * The resolution of an image embedded in a page, in pixels per logical pixel, a whole number ≥ 1; the page itself
     * has no resolution.
     */
    public static final ChartRenderingHint DEVICE_SCALE = new ChartRenderingHint(0x4879_7066, Integer.class);

    private final Class<?> values;

    private ChartRenderingHint(int privateKey, Class<?> values) {
        super(privateKey);
        this.values = values;
    }

    public static boolean reusesCache(Graphics2D g2) {
        return Boolean.TRUE.equals(g2.getRenderingHint(REUSE_CACHED));
    }

    @Override
    public boolean isCompatibleValue(Object value) {
        return values.isInstance(value);
    }
}
