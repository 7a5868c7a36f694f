package hyperlab.export;

import hyperlab.chart.style.ChartRenderingHint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

/** Rendering settings for charts in vector formats. */
final class VectorRendering {
    /** Device pixels per logical pixel along each side of an image in the page: 288 dpi for print. */
    private static final int IMAGE_SCALE = 3;

    /** Lock held while a chart is drawn off-screen, and while a global setting for drawing charts is changed. */
    static final Object DRAWING_LOCK = new Object();

    private VectorRendering() {}

    static void setRenderingHints(Graphics2D g2) {
        g2.setRenderingHint(ChartRenderingHint.DEVICE_SCALE, IMAGE_SCALE);
        // Keep the pixels of a digit sharp squares.
        g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    }
}
