package hyperlab.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * Everything that {@link DescentChart} draws over the function and the paths: balls, the selected step, the starting
 * point, and their labels.
 */
final class DescentOverlay extends PictureAnnotation<DescentPicture> {
    @Override
    void draw(Graphics2D g2, Rectangle2D area, Pixels pixels, DescentPicture shown) {
        Graphics2D own = (Graphics2D) g2.create();
        own.setStroke(new BasicStroke(1));
        new DescentDrawing(own, area, pixels, style(), shown).draw();
        own.dispose();
    }
}
