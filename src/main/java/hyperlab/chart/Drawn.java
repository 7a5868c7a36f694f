package hyperlab.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;

/** How charts are drawn, beyond what AWT's own hints say. */
public final class Drawn extends RenderingHints.Key {
    /**
     * Whether the same is drawn on pixels again and again, as on a screen: what stays may be kept as a picture. Without it,
     * lines stay lines, so that a page can show them at any size.
     */
    public static final Drawn AGAIN = new Drawn(0x4879_7065, Boolean.class);

    /** How many pixels a picture within a page has to each side of a logical one, a whole number ≥ 1; a page itself has none. */
    public static final Drawn SHARPNESS = new Drawn(0x4879_7066, Integer.class);

    private final Class<?> values;

    private Drawn(int privateKey, Class<?> values) {
        super(privateKey);
        this.values = values;
    }

    static boolean isAgain(Graphics2D g2) {
        return Boolean.TRUE.equals(g2.getRenderingHint(AGAIN));
    }

    @Override
    public boolean isCompatibleValue(Object value) {
        return values.isInstance(value);
    }
}
