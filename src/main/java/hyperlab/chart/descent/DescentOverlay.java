package hyperlab.chart.descent;

import hyperlab.chart.ModelAnnotation;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * Everything that {@link DescentChart} draws over the function and the paths: balls, the selected step, the starting
 * point, and their labels.
 */
final class DescentOverlay extends ModelAnnotation<DescentChartModel> {
    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, DescentChartModel model) {
        Graphics2D overlayGraphics = (Graphics2D) g2.create();
        overlayGraphics.setStroke(new BasicStroke(1));
        new DescentDrawing(overlayGraphics, area, pixels, style(), model).draw();
        overlayGraphics.dispose();
    }
}
