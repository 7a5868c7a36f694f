package hyperlab.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/** All that {@link DescentChart} draws over curve and paths: balls, the chosen step, the start, and their labels. */
final class DescentOverlay extends Annotation {
    private @Nullable DescentPicture picture;

    void show(DescentPicture newPicture) {
        picture = newPicture;
        fireAnnotationChanged();
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D area, Pixels pixels) {
        if (picture != null) {
            Graphics2D own = (Graphics2D) g2.create();
            own.setStroke(new BasicStroke(1));
            new DescentDrawing(own, area, pixels, style(), picture).draw();
            own.dispose();
        }
    }
}
