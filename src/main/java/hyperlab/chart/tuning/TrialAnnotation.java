package hyperlab.chart.tuning;

import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.style.MarkerShape;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;

/**
 * An annotation that marks one trial.
 *
 * @param <M> the model; immutable
 */
abstract class TrialAnnotation<M> extends ModelAnnotation<M> {
    private static final double RING = 8;

    private int highlighted = TrialChart.NONE;

    final void highlight(int trial) {
        if (trial != highlighted) {
            highlighted = trial;
            show(model());
        }
    }

    /** The number of the marked trial. */
    final int highlighted() {
        return highlighted;
    }

    /** Draws a ring around the marked trial's point. */
    final void drawRing(Graphics2D g2, double x, double y) {
        double scale = style().scale();
        Shape ring = MarkerShape.CIRCLE.shapeAt(x, y, RING * scale);
        g2.setStroke(new BasicStroke((float) (5 * scale)));
        g2.setColor(style().theme().background());
        g2.draw(ring);
        g2.setStroke(new BasicStroke((float) (2.5 * scale)));
        g2.setColor(style().theme().text());
        g2.draw(ring);
    }
}
