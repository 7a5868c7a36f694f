package hyperlab.chart.descent;

import hyperlab.chart.DescentMarkers;
import hyperlab.chart.ModelAnnotation;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * Everything that {@link SurfaceChart} draws over the background and the paths: minima, arrows, the current positions,
 * the starting point, and labels.
 */
final class SurfaceOverlay extends ModelAnnotation<SurfaceChartModel> {
    private static final double MINIMUM_RADIUS = 5.5;
    private static final double MINIMUM_STROKE = 2.6;
    private static final double MINOR_RADIUS = 2.5;
    private static final double MINOR_STROKE = 1.2;
    private static final int NEWEST_STEPS = 30;

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, SurfaceChartModel model) {
        Graphics2D overlayGraphics = (Graphics2D) g2.create();
        draw(overlayGraphics, model, new DescentMarkers(overlayGraphics, area, pixels, style()));
        overlayGraphics.dispose();
    }

    private void draw(Graphics2D g2, SurfaceChartModel model, DescentMarkers marks) {
        for (SurfaceChartModel.NamedPoint minimum : model.minima()) {
            drawMinimum(g2, minimum, marks);
        }
        for (SurfacePath path : model.paths()) {
            for (int k = Math.max(1, path.currentStep() - NEWEST_STEPS); k <= path.currentStep(); k++) {
                marks.avoid(pixelAt(path, k - 1, marks), pixelAt(path, k, marks));
            }
        }
        for (SurfaceChartModel.Arrow arrow : model.arrows()) {
            drawArrow(arrow, marks);
        }
        for (SurfacePath path : model.paths()) {
            Color color = path.curveStyle().themeColor().resolve(style().theme());
            marks.drawCurrentPosition(
                    path.curveStyle().marker(), color, pixelAt(path, path.currentStep(), marks), path.name());
        }
        SurfaceChartModel.NamedPoint start = model.start();
        if (start != null) {
            boolean left = model.paths().stream().anyMatch(path -> path.currentStep() > 0);
            marks.drawStart(
                    marks.toPixel(start.x(), start.y()), left || model.paths().isEmpty(), start.name(), start.hint());
        }
        marks.placeLabels();
    }

    private static Point2D pixelAt(SurfacePath path, int step, DescentMarkers marks) {
        return marks.toPixel(path.points().x(step), path.points().y(step));
    }

    /** Draws a cross outlined in the background color, so that it is visible on paths too. */
    private void drawMinimum(Graphics2D g2, SurfaceChartModel.NamedPoint minimum, DescentMarkers marks) {
        Point2D at = marks.toPixel(minimum.x(), minimum.y());
        double scale = style().scale();
        double arm = (minimum.minor() ? MINOR_RADIUS : MINIMUM_RADIUS) * scale;
        Path2D cross = new Path2D.Double();
        cross.moveTo(at.getX() - arm, at.getY() - arm);
        cross.lineTo(at.getX() + arm, at.getY() + arm);
        cross.moveTo(at.getX() - arm, at.getY() + arm);
        cross.lineTo(at.getX() + arm, at.getY() - arm);
        if (minimum.minor()) {
            g2.setColor(style().theme().muted());
            g2.setStroke(new BasicStroke((float) (MINOR_STROKE * scale)));
            g2.draw(cross);
            return;
        }
        g2.setColor(style().theme().background());
        g2.setStroke(new BasicStroke((float) ((MINIMUM_STROKE + 2) * scale)));
        g2.draw(cross);
        g2.setColor(style().theme().text());
        g2.setStroke(new BasicStroke((float) (MINIMUM_STROKE * scale)));
        g2.draw(cross);
        marks.avoid(cross.getBounds2D());
        marks.addLabel(minimum.name(), style().axisFont(), style().theme().text(), at);
    }

    private void drawArrow(SurfaceChartModel.Arrow arrow, DescentMarkers marks) {
        Point2D from = marks.toPixel(arrow.fromX(), arrow.fromY());
        Point2D to = marks.toPixel(arrow.toX(), arrow.toY());
        if (arrow.highlighted()) {
            marks.drawHighlight(new Line2D.Double(from, to), arrow.themeColor().resolve(style().theme()));
        }
        marks.drawArrow(from, to, arrow.themeColor().resolve(style().theme()), arrow.name());
    }
}
