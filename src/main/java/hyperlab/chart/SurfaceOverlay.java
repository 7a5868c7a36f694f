package hyperlab.chart;

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
final class SurfaceOverlay extends PictureAnnotation<SurfacePicture> {
    private static final double MINIMUM_RADIUS = 5.5;
    private static final double MINIMUM_STROKE = 2.6;
    private static final double MINOR_RADIUS = 2.5;
    private static final double MINOR_STROKE = 1.2;
    private static final int NEWEST_STEPS = 30;

    @Override
    void draw(Graphics2D g2, Rectangle2D area, Pixels pixels, SurfacePicture shown) {
        Graphics2D own = (Graphics2D) g2.create();
        draw(own, shown, new Markings(own, area, pixels, style()));
        own.dispose();
    }

    private void draw(Graphics2D g2, SurfacePicture shown, Markings marks) {
        for (SurfacePicture.Spot minimum : shown.minima()) {
            drawMinimum(g2, minimum, marks);
        }
        for (SurfacePath path : shown.paths()) {
            for (int k = Math.max(1, path.now() - NEWEST_STEPS); k <= path.now(); k++) {
                marks.avoid(at(path, k - 1, marks), at(path, k, marks));
            }
        }
        for (SurfacePicture.Arrow arrow : shown.arrows()) {
            drawArrow(arrow, marks);
        }
        for (SurfacePath path : shown.paths()) {
            Color color = path.look().ink().in(style().theme());
            marks.drawNow(path.look().marker(), color, at(path, path.now(), marks), path.name());
        }
        SurfacePicture.Spot start = shown.start();
        if (start != null) {
            boolean left = shown.paths().stream().anyMatch(path -> path.now() > 0);
            marks.drawStart(
                    marks.at(start.x(), start.y()), left || shown.paths().isEmpty(), start.name(), start.hint());
        }
        marks.placeLabels();
    }

    private static Point2D at(SurfacePath path, int step, Markings marks) {
        return marks.at(path.points().x(step), path.points().y(step));
    }

    /** Draws a cross outlined in the background color, so that it is visible on paths too. */
    private void drawMinimum(Graphics2D g2, SurfacePicture.Spot minimum, Markings marks) {
        Point2D at = marks.at(minimum.x(), minimum.y());
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
        marks.label(minimum.name(), style().axisFont(), style().theme().text(), at);
    }

    private void drawArrow(SurfacePicture.Arrow arrow, Markings marks) {
        Point2D from = marks.at(arrow.fromX(), arrow.fromY());
        Point2D to = marks.at(arrow.toX(), arrow.toY());
        if (arrow.lit()) {
            marks.glow(new Line2D.Double(from, to), arrow.ink().in(style().theme()));
        }
        marks.drawArrow(from, to, arrow.ink().in(style().theme()), arrow.name());
    }
}
