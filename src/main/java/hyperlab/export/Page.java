package hyperlab.export;

import hyperlab.chart.Drawn;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

/** How charts are drawn where there are lines and no pixels. */
final class Page {
    /** Pixels of a picture within the page to each side of a logical one: 288 to an inch, as printers have it. */
    private static final int SHARPNESS = 3;

    /** Held while a chart is drawn beside the window's own, and while the way in which all charts are drawn is another. */
    static final Object DRAWING = new Object();

    private Page() {}

    static void prepare(Graphics2D g2) {
        g2.setRenderingHint(Drawn.SHARPNESS, SHARPNESS);
        // The pixels of a digit stay squares.
        g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    }
}
